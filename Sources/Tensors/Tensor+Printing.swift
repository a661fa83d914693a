// Tensors as aligned text. Next: IntTensor.swift.

extension Tensor: CustomStringConvertible {
  /// Rows in brackets, columns aligned, four decimals.
  ///
  ///     [[ 0.5000 -1.2500]
  ///      [12.0000  0.0000]]
  ///
  /// Where four decimals would show nothing but zeros, or the numbers are
  /// huge, all are written as `1.2346e-05`. More than 1,000 scalars are
  /// shortened to three at each end of an axis.
  public var description: String {
    var largest: Scalar = 0
    for scalar in scalars where scalar.isFinite {
      largest = Swift.max(largest, Swift.abs(scalar))
    }
    let isPlain = largest == 0 || (largest >= 1e-3 && largest < 1e6)
    return layout(shape) { index in
      let text =
        isPlain
        ? fixed(scalars[index], 4) : scientific(scalars[index], 4)
      // A lone minus before zeros only says which side it was rounded from.
      return text == "-0.0000" ? "0.0000" : text
    }
  }
}

/// Texts in brackets, aligned as NumPy does it.
///
/// - Parameters:
///   - shape: the shape they stand in.
///   - text: the text of one scalar, by its offset.
func layout(_ shape: Shape, _ text: (Int) -> String) -> String {
  if shape.rank == 0 { return text(0) }
  let isLong = shape.count > 1000
  var width = 0
  visit(shape, isLong: isLong, axis: 0, offset: 0) { offset in
    width = max(width, text(offset).utf8.count)
  }
  return block(
    shape, isLong: isLong, width: width, axis: 0, offset: 0, text)
}

private let edge = 3
private let lineWidth = 75

/// The positions of an axis that are shown; nil stands for what is left out.
private func shown(_ size: Int, isLong: Bool) -> [Int?] {
  var positions: [Int?] = []
  for position in 0..<size {
    if !isLong || size <= 2 * edge || position < edge
      || position >= size - edge
    {
      positions.append(position)
    } else if position == edge {
      positions.append(nil)
    }
  }
  return positions
}

private func visit(
  _ shape: Shape, isLong: Bool, axis: Int, offset: Int, _ body: (Int) -> Void
) {
  for position in shown(shape[axis], isLong: isLong) {
    guard let position else { continue }
    let place = offset * shape[axis] + position
    if axis == shape.rank - 1 {
      body(place)
    } else {
      visit(shape, isLong: isLong, axis: axis + 1, offset: place, body)
    }
  }
}

private func block(
  _ shape: Shape, isLong: Bool, width: Int, axis: Int, offset: Int,
  _ text: (Int) -> String
) -> String {
  let isRow = axis == shape.rank - 1
  let indent = spaces(axis + 1)
  var result = "["
  var column = axis + 1
  for (order, position) in shown(shape[axis], isLong: isLong).enumerated() {
    var item = "..."
    if let position {
      let place = offset * shape[axis] + position
      if isRow {
        let cell = text(place)
        item = spaces(width - cell.utf8.count) + cell
      } else {
        item = block(
          shape, isLong: isLong, width: width, axis: axis + 1,
          offset: place, text)
      }
    }
    if order > 0 {
      // Rows end at 75 columns; a block of rows is followed by a blank line.
      if isRow && column + 1 + item.utf8.count < lineWidth {
        result += " "
        column += 1
      } else {
        for _ in 0..<(isRow ? 1 : shape.rank - 1 - axis) { result += "\n" }
        result += indent
        column = axis + 1
      }
    }
    result += item
    column += item.utf8.count
  }
  return result + "]"
}

func spaces(_ count: Int) -> String {
  String(repeating: " ", count: max(0, count))
}
