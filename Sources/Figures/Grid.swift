// Where the cells of a heat map stand. Next: Grid+Cells.swift.

/// Where the cells of one heat map stand.
struct Grid {
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

  static let widestName = 190.0

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

  static func number(
    _ value: Double, unit: Int, decimals: Int
  ) -> String {
    Numeral(cell: value / Decade.power(unit), decimals: decimals).description
  }

  func x(_ column: Int) -> Double { left + Double(column) * width }
  func y(_ row: Int) -> Double { top + Double(row) * height }

  func shade(of value: Double) -> String {
    value.isNaN ? "zero" : HeatMap.shade(of: value / map.strongest)
  }

  static let shades = [
    "n5", "n4", "n3", "n2", "n1", "z", "p1", "p2", "p3", "p4", "p5", "zero",
  ]
}
