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

/// Where the cells of one heat map stand.
private struct Grid {
  let map: HeatMap
  let left: Double
  let top: Double
  let width: Double
  let height: Double
  /// The decimals of the numbers in the cells; nil where cells are too
  /// narrow for numbers.
  let decimals: Int?
  /// The power of ten those numbers are multiples of.
  let unit: Int
  let turnsColumnNames: Bool

  static let widestName = 150.0

  init(_ map: HeatMap) {
    self.map = map
    let names = map.rows.prefix(map.rowCount)
    let name = names.map { Lettering.width(of: $0) }.max() ?? 0
    left = name > 0 ? min(name, Grid.widestName) + 8 : 0
    let columns = map.columns.prefix(map.columnCount)
    let widest = columns.map { Lettering.width(of: $0) }.max() ?? 0
    let free = Drawing.width - left
    // Wide enough for any number and, if there is room, for the names; a
    // few columns do not fill the page.
    let most = max(130, min(widest + 8, 220))
    let share = min(free / Double(map.columnCount), most)
    turnsColumnNames = widest > share - 4
    // A turned name leans out over the last column.
    let lean = turnsColumnNames ? min(widest, Grid.widestName) * 0.7 : 0
    width = min((free - lean) / Double(map.columnCount), share)
    // Very small and very large numbers are written in a unit of their own.
    let order = map.isWhole ? 0 : Decade.order(of: map.largest)
    unit = (-2..<4).contains(order) ? 0 : order
    decimals = Grid.decimals(for: map, unit: unit, width: width - 6)
    height = decimals != nil ? 36 : min(max(width, 6), 26)
    let title = map.title.isEmpty ? 2.0 : 26
    top = title + (columns.isEmpty ? 0 : turnsColumnNames ? 8 + lean : 24)
  }

  /// As many decimals as fit. Counts need none; other numbers are of little
  /// use with fewer than three digits.
  private static func decimals(
    for map: HeatMap, unit: Int, width: Double
  ) -> Int? {
    let before = map.isWhole ? 0 : Decade.order(of: map.largest) - unit
    let most = map.isWhole ? 0 : max(0, 3 - max(0, before))
    return [most, max(0, most - 1)].first { decimals in
      map.values.joined().allSatisfy { value in
        let number = Grid.number(value, unit: unit, decimals: decimals)
        return Lettering.width(of: number) <= width
      }
    }
  }

  private static func number(
    _ value: Double, unit: Int, decimals: Int
  ) -> String {
    Numeral(value / Decade.power(unit), decimals: decimals).description
  }

  func x(_ column: Int) -> Double { left + Double(column) * width }
  func y(_ row: Int) -> Double { top + Double(row) * height }

  func shade(of value: Double) -> String {
    value.isNaN ? "zero" : HeatMap.shade(of: value / map.strongest)
  }

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

  // MARK: - Cells

  func drawNumbers(in drawing: inout Drawing) {
    for (row, values) in map.values.enumerated() {
      for (column, value) in values.enumerated() {
        drawing.box(
          shade(of: value), x: x(column) + 1, y: y(row) + 1,
          width: width - 2, height: height - 2)
        drawing.words(
          Grid.number(value, unit: unit, decimals: decimals ?? 0),
          x: x(column) + width / 2, y: y(row) + height / 2 + 5,
          value.isNaN ? "mid faint" : "cell")
      }
    }
  }

  /// Cells without room for numbers: one path for each colour, neighbours of
  /// one colour joined, and a line through what is below zero, so that the
  /// sign does not hang on colour alone.
  func drawColours(in drawing: inout Drawing) {
    let gap = width < 10 ? 0.0 : 1.0
    for style in Grid.shades {
      var runs = ""
      for (row, values) in map.values.enumerated() {
        var column = 0
        while column < values.count {
          let start = column
          while column < values.count, shade(of: values[column]) == style {
            column += 1
            if gap > 0 { break }
          }
          if column > start {
            runs += box(row, from: start, to: column, gap: gap)
          } else {
            column += 1
          }
        }
      }
      drawing.path(style, runs)
    }
    var strokes = ""
    for (row, values) in map.values.enumerated() {
      let middle = y(row) + height / 2
      for (column, value) in values.enumerated() where isBelowZero(value) {
        // Narrow cells share one line, wide ones have a minus each.
        let inset = gap > 0 ? width / 4 : 0
        if inset > 0 || column == 0 || !isBelowZero(values[column - 1]) {
          strokes += Drawing.move(x(column) + inset, middle)
        }
        let isLast = column + 1 == values.count
        if inset > 0 || isLast || !isBelowZero(values[column + 1]) {
          strokes += "H" + Drawing.number(x(column + 1) - inset)
        }
      }
    }
    drawing.path("axis", strokes)
  }

  /// Below zero by enough to have a colour of that side.
  private func isBelowZero(_ value: Double) -> Bool {
    shade(of: value).utf8.first == UInt8(ascii: "n")
  }

  private func box(
    _ row: Int, from start: Int, to end: Int, gap: Double
  ) -> String {
    let across = Drawing.number(x(end) - x(start) - 2 * gap)
    let down = Drawing.number(height - 2 * gap)
    return Drawing.move(x(start) + gap, y(row) + gap) + "h" + across + "v"
      + down + "h-" + across + "z"
  }

  private static let shades = [
    "n5", "n4", "n3", "n2", "n1", "z", "p1", "p2", "p3", "p4", "p5", "zero",
  ]

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
