// How an equation is laid out: parts in lines, each line as high as its
// highest matrix.

extension MatrixEquation {
  public var picture: String {
    layout("across", width: Drawing.width) + layout("down", width: 360)
  }

  private func layout(_ style: String, width: Double) -> String {
    var drawing = Drawing(style, width: width)
    let boxes = parts.map { PartBox($0, limit: limit, most: width) }
    var y = 2.0
    var start = 0
    while start < boxes.count {
      var end = start
      var x = 0.0
      while end < boxes.count, end == start || x + boxes[end].width <= width {
        x += boxes[end].width + 10
        end += 1
      }
      if end < boxes.count { end = turn(of: boxes, from: start, to: end) }
      let line = boxes[start..<end]
      let height = line.map { $0.height }.max() ?? 0
      x = 0
      for box in line {
        box.draw(x: x, middle: y + 24 + height / 2, in: &drawing)
        x += box.width + 10
      }
      y += height + 60
      start = end
    }
    return drawing.finished(height: max(y - 10, 24))
  }

  /// Where a line is broken that has room up to `end`: before a sign, and
  /// rather before a sum than within a product.
  private func turn(
    of boxes: [PartBox], from start: Int, to end: Int
  ) -> Int {
    let signs = (start + 1...end).filter { boxes[$0].isSign }
    return signs.last { !boxes[$0].isProduct } ?? signs.last ?? end
  }
}

/// One part, measured.
private struct PartBox {
  let part: MatrixEquation.Part
  let cells: Cells
  let width: Double
  let height: Double

  init(_ part: MatrixEquation.Part, limit: Double, most: Double) {
    self.part = part
    switch part {
    case .sign(let sign):
      cells = Cells([], limit: limit, width: 0, height: 0)
      width = Lettering.width(of: sign, size: 20)
      height = 20
    case .rows(let name, let rows, let shape):
      let columns = Double(max(1, rows.map { $0.count }.max() ?? 0))
      let each = columns <= 6 ? 52.0 : columns <= 12 ? 22 : 180 / columns
      let isHigh = rows.count > 10
      cells = Cells(
        rows.flatMap { $0 }, limit: limit, width: each - (each > 6 ? 2 : 0),
        height: isHigh ? 260 / Double(rows.count) : columns > 12 ? 12 : 26)
      height =
        Double(rows.count) * (cells.height + (cells.height > 6 ? 2 : 0))
      let words = max(
        Lettering.width(of: shape, size: 13),
        Lettering.width(of: name, size: 17))
      width = min(most, max(columns * each, words))
    }
  }

  var isSign: Bool {
    if case .sign = part { return true }
    return false
  }

  var isProduct: Bool { part == .sign("·") }

  private var rise: Double { cells.height + (cells.height > 6 ? 2 : 0) }

  func draw(x: Double, middle: Double, in drawing: inout Drawing) {
    switch part {
    case .sign(let sign):
      drawing.words(sign, x: x + width / 2, y: middle + 6, "sign mid")
    case .rows(let name, let rows, let shape):
      let top = middle - height / 2
      let across = cells.width + (cells.width > 4 ? 2 : 0)
      let own = Double(rows.map { $0.count }.max() ?? 0) * across
      let left = x + (width - own) / 2
      let letters = name.unicodeScalars.count
      if letters <= 2 {
        drawing.symbol(name, x: x + width / 2, y: top - 10, "mid")
      } else {
        drawing.words(
          Lettering.shortened(name, to: width, size: 13), x: x + width / 2,
          y: top - 10, "mid strong")
      }
      for (row, values) in rows.enumerated() {
        for (column, value) in values.enumerated() {
          cells.draw(
            value, x: left + Double(column) * across,
            y: top + Double(row) * rise, in: &drawing)
        }
      }
      drawing.words(
        shape, x: x + width / 2, y: middle + height / 2 + 16, "mid faint")
    }
  }
}
