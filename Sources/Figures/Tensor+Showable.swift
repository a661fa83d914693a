// Tensors can be shown: as numbers in coloured cells.

import LessonRuntime
import Tensors

/// A vector or a matrix of up to 4,096 scalars is shown as a heat map, and
/// recorded as the text it prints. Anything else is shown as text alone.
extension Tensor: Showable {
  public var picture: String {
    let isDrawn =
      (shape.rank == 1 || shape.rank == 2) && shape.count > 0
      && shape.count <= 4096
    guard isDrawn else { return "" }
    let width = shape[-1]
    let rows = stride(from: 0, to: shape.count, by: width).map {
      Array(scalars[$0..<$0 + width])
    }
    return HeatMap("", rows).picture
  }
}

extension HeatMap {
  /// A matrix `[rows, columns]`, with a title and names.
  ///
  ///     HeatMap("weights", layer.kernel, rows: letters)
  ///
  /// - Precondition: the tensor has two axes.
  public init(
    _ title: String, _ matrix: Tensor, rows: [String] = [],
    columns: [String] = [], limit: Double? = nil
  ) {
    require(
      matrix.shape.rank == 2,
      "expected a matrix [rows, columns]; got \(matrix.shape)")
    let width = matrix.shape[1]
    self.init(
      title,
      (0..<matrix.shape[0]).map { row in
        Array(matrix.scalars[row * width..<(row + 1) * width])
      },
      rows: rows, columns: columns, limit: limit)
  }
}
