// The shape of one sample, some of whose sizes may vary.

import Tensors

/// The shape of one sample: a `Shape` without the batch, in which nil is a
/// size that may vary.
///
///     let sequences: SampleShape = [5, 1]  // 5 steps of 1 feature
///     let ragged: SampleShape = [nil, 1]   // any number of steps
public struct SampleShape: Equatable, Sendable, ExpressibleByArrayLiteral {
  /// The size of each axis; nil where it may vary.
  public let sizes: [Int?]

  /// A shape of these sizes.
  public init(_ sizes: [Int?]) { self.sizes = sizes }

  /// The shape of one sample, `nil` for any size: `[5, 10]`.
  public init(arrayLiteral sizes: Int?...) { self.init(sizes) }

  /// How many axes there are, the batch not counted.
  public var rank: Int { sizes.count }

  /// The size of the last axis, where features lie.
  ///
  /// - Precondition: there is one, and it does not vary.
  public var features: Int {
    guard let last = sizes.last, let size = last else {
      stop("expected a known number of features; got \(self)")
    }
    return size
  }

  /// The same but for the last axis.
  public func replacingLast(with size: Int) -> SampleShape {
    SampleShape(sizes.dropLast() + [size])
  }
}

extension SampleShape: CustomStringConvertible {
  /// As Keras writes it, with the batch: `(None, 5, 1)`.
  public var description: String { text(batch: nil) }

  /// The same with this many samples in the batch.
  func text(batch: Int?) -> String {
    var text = "("
    if let batch { text += "\(batch)" } else { text += "None" }
    for size in sizes {
      text += ", "
      if let size { text += "\(size)" } else { text += "None" }
    }
    return text + (sizes.isEmpty ? ",)" : ")")
  }
}
