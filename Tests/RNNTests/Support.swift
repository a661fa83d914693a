import Foundation
import RNN
import Tensors
import Testing

/// Expects two tensors of one shape whose difference is small beside the
/// largest element: max|a - b| ≤ tolerance · max|b|.
func expectClose(
  _ a: Tensor, _ b: Tensor, _ tolerance: Double = parity,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(a.shape == b.shape, sourceLocation: sourceLocation)
  guard a.shape == b.shape else { return }
  var worst = (difference: 0.0, index: 0)
  var largest = 0.0
  for index in a.scalars.indices {
    let (mine, theirs) = (Double(a.scalars[index]), Double(b.scalars[index]))
    // What is no number is the worst there is.
    let difference = mine == theirs ? 0 : abs(mine - theirs)
    let isWorse = difference > worst.difference || difference.isNaN
    if isWorse && !worst.difference.isNaN { worst = (difference, index) }
    largest = max(largest, abs(theirs))
  }
  #expect(
    worst.difference <= tolerance * max(largest, .leastNormalMagnitude),
    """
    at \(worst.index): \(a.scalars[worst.index]), expected \
    \(b.scalars[worst.index]); difference \(worst.difference), largest \
    \(largest)
    """, sourceLocation: sourceLocation)
}

/// How near Keras' numbers in Double must be, relative to a tensor's largest.
let parity = Scalar.isDouble ? 1e-10 : 1e-5

/// How near a gradient must be to the slope of its function.
let slopes = 1e-6

/// Whether nothing is to be sampled: `make proof`.
let isProof = ProcessInfo.processInfo.environment["UNROLLED_PROOF"] != nil

/// The slope of a function along each scalar, from two values beside it.
func numericGradient(
  at x: Tensor, _ function: (Tensor) throws -> Scalar
) rethrows -> Tensor {
  let step: Scalar = 1e-5
  var slopes: [Scalar] = []
  for index in x.scalars.indices {
    func value(_ change: Scalar) throws -> Scalar {
      var moved = x
      moved.withMutableScalars { $0[index] += change }
      return try function(moved)
    }
    slopes.append(try (value(step) - value(-step)) / (2 * step))
  }
  return Tensor(slopes, shape: x.shape)
}

/// A tensor that looks random: `a · sin(o + i)`, as the golden scripts fill
/// weights.
func fill(_ shape: Shape, _ a: Double = 0.5, _ o: Double = 1) -> Tensor {
  Tensor(
    (0..<shape.count).map { Scalar(a * sin(o + Double($0))) }, shape: shape)
}

/// `cos(i)` everywhere: the golden scripts' loss is the sum of the output
/// times this.
func coefficients(_ shape: Shape) -> Tensor {
  Tensor((0..<shape.count).map { Scalar(cos(Double($0))) }, shape: shape)
}

/// Fills the parameters as the golden scripts do.
func fillParameters(_ layers: [Layer], _ a: Double = 0.5) {
  var index = 0
  for layer in layers {
    layer.setParameters(
      layer.parameters.map { item in
        defer { index += 1 }
        return fill(item.tensor.shape, a, 1 + 100 * Double(index))
      })
  }
}

/// What a golden script wrote.
struct Golden: @unchecked Sendable {
  let value: Any

  static let cells = Golden(file: "golden_keras_3.15.1")
  static let text = Golden(file: "text_losses_summary_keras_3.15.1")

  init(_ value: Any) { self.value = value }

  init(file: String) {
    let url = Bundle.module.url(
      forResource: file, withExtension: "json", subdirectory: "Golden")!
    value = try! JSONSerialization.jsonObject(with: Data(contentsOf: url))
  }

  subscript(key: String) -> Golden {
    Golden((value as! [String: Any])[key] ?? NSNull())
  }
  var isNull: Bool { value is NSNull }
  var list: [Golden] { (value as! [Any]).map(Golden.init) }
  var keys: [String] { (value as! [String: Any]).keys.sorted() }
  var text: String { value as! String }
  var number: Double { (value as! NSNumber).doubleValue }
  var integer: Int { (value as! NSNumber).intValue }
  var integers: [Int] { list.map(\.integer) }
  var scalars: [Scalar] { list.map { Scalar($0.number) } }

  /// Nested lists as a tensor.
  var tensor: Tensor {
    guard value is [Any] else { return Tensor([Scalar(number)], shape: []) }
    return Tensor(stacking: list.map(\.tensor))
  }

  /// A flat list `key`, in the shape `key_shape`.
  func tensor(_ key: String) -> Tensor {
    Tensor(self[key].scalars, shape: Shape(self[key + "_shape"].integers))
  }
}
