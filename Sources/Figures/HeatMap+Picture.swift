// How a matrix is laid out: names, cells, and the scale of the colours.

extension HeatMap {
  public var picture: String {
    var drawing = Drawing()
    drawing.title(title)
    guard columnCount > 0 else { return drawing.finished(height: 24) }
    let grid = Grid(self)
    grid.drawNames(in: &drawing)
    if grid.decimals != nil {
      grid.drawNumbers(in: &drawing)
    } else {
      grid.drawColours(in: &drawing)
    }
    let bottom = grid.drawScale(in: &drawing)
    return drawing.finished(height: bottom)
  }
}

extension Grid {
  // MARK: - Names

  func drawNames(in drawing: inout Drawing) {
    // Where rows are lower than a line of words, only some are named.
    let apart = Int((20 / height).rounded(.up))
    for (row, name) in map.rows.prefix(map.rowCount).enumerated()
    where row % apart == 0 {
      drawing.words(
        Lettering.shortened(name, to: Grid.widestName), x: left - 8,
        y: y(row) + height / 2 + 5, "end")
    }
    let next = turnsColumnNames ? Int((20 / width).rounded(.up)) : 1
    for (column, name) in map.columns.prefix(map.columnCount).enumerated()
    where column % next == 0 {
      let middle = x(column) + width / 2
      if turnsColumnNames {
        drawing.words(
          Lettering.shortened(name, to: Grid.widestName), x: middle,
          y: top - 8, turned: -45)
      } else {
        drawing.words(name, x: middle, y: top - 8, "mid")
      }
    }
  }

  // MARK: - Scale

  /// The colours in a row, with the values at both ends. Returns where the
  /// picture ends.
  func drawScale(in drawing: inout Drawing) -> Double {
    var y = y(map.rowCount) + 24
    let shades = Grid.shades.dropLast().dropFirst(map.isSigned ? 0 : 5)
    let limit = Numeral(round: map.strongest).description
    let low = map.isSigned ? Numeral.minus + limit : "0"
    var x = left + Lettering.width(of: low) + 7
    drawing.words(low, x: x - 7, y: y + 5, "end faint")
    for shade in shades {
      drawing.box(
        shade, x: x, y: y - 4, width: 18, height: 9, radius: 0)
      x += 18
    }
    drawing.words(limit, x: x + 7, y: y + 5, "faint")
    guard let note else { return y + 14 }
    x += Lettering.width(of: limit) + 24
    if x + Lettering.width(of: note) > Drawing.width {
      x = left
      y += Lettering.leading
    }
    drawing.words(note, x: x, y: y + 5, "faint")
    return y + 14
  }

  /// How the cells are to be read.
  private var note: String? {
    if decimals != nil {
      return unit == 0 ? nil : "numbers × " + Numeral.powerOfTen(unit)
    }
    return map.isSigned ? "with a line: below zero" : nil
  }
}
