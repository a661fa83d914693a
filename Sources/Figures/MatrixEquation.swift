// A line of algebra with its numbers. Next: MatrixEquation+Picture.swift.

import LessonRuntime
import Tensors

/// Matrices with their names, shapes and numbers, and the signs between.
///
///     MatrixEquation(
///       .matrix("x", x), "·", .matrix("W", w), "+", .matrix("b", b), "=",
///       .matrix("a", a))
///
/// Shown, it is recorded as
///
///     equation: x · W + b = a
///     x [1, 2]: 1, 0
///     W [2, 1]: 0.5000; −0.2500
///     b [1]: 0.1000
///     a [1, 1]: 0.6000
public struct MatrixEquation: Showable, Equatable, Sendable {
  /// A matrix, or a sign between two of them.
  public enum Part: Equatable, Sendable, ExpressibleByStringLiteral {
    case sign(String)
    case rows(String, [[Double]], shape: String)

    public init(stringLiteral sign: String) { self = .sign(sign) }

    /// A vector or a matrix with a name.
    ///
    /// - Precondition: the tensor has one axis or two.
    public static func matrix(_ name: String, _ tensor: Tensor) -> Part {
      require(
        tensor.rank == 1 || tensor.rank == 2,
        "expected a vector or a matrix; got \(tensor.shape)")
      let width = max(1, tensor.shape[-1])
      return .rows(
        name,
        stride(from: 0, to: tensor.shape.count, by: width).map { start in
          tensor.scalars[start..<start + width].map { Double($0) }
        }, shape: tensor.shape.description)
    }

    /// A matrix of plain numbers.
    public static func matrix<Value: BinaryFloatingPoint>(
      _ name: String, _ rows: [[Value]]
    ) -> Part {
      .rows(
        name, rows.map { row in row.map { Double($0) } },
        shape: "[\(rows.count), \(rows.first?.count ?? 0)]")
    }
  }

  public var parts: [Part]

  public init(parts: [Part]) { self.parts = parts }

  public init(_ parts: Part...) { self.init(parts: parts) }

  public var description: String {
    let line = parts.map { part in
      switch part {
      case .sign(let sign): return sign
      case .rows(let name, _, _): return name
      }
    }.joined(separator: " ")
    return "equation: " + line
      + parts.map { part in
        guard case .rows(let name, let rows, let shape) = part else {
          return ""
        }
        return "\n" + name + " " + shape + ": " + MatrixEquation.words(rows)
      }.joined()
  }

  /// Rows with semicolons between, or of many numbers their range.
  private static func words(_ rows: [[Double]]) -> String {
    let all = rows.flatMap { $0 }
    if all.isEmpty { return "empty" }
    if all.count <= 48 {
      return rows.map { row in
        row.map { Numeral($0).description }.joined(separator: ", ")
      }.joined(separator: "; ")
    }
    let finite = Summary(all.filter { $0.isFinite })
    return "from " + Numeral(finite.low).description + " to "
      + Numeral(finite.high).description
  }

  /// The size at which colours are strongest.
  var limit: Double {
    var rows: [[Double]] = []
    for case .rows(_, let own, _) in parts { rows += own }
    let map = HeatMap("", rows)
    return map.largest <= 1 ? 1 : map.strongest
  }
}
