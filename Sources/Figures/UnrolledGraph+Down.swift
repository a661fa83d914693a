// An unrolled graph with time down, for a phone and for many steps.

extension UnrolledGraph {
  func down(_ style: String) -> String {
    Down(self).picture(style)
  }
}

/// Where things stand with time down, in 360 units.
private struct Down {
  let graph: UnrolledGraph
  let cells: Cells
  /// Where cells begin, and how many stand in a line.
  let left: Double
  let columns: Int
  let isClose: Bool
  let top: Double

  private let middle = 328.0
  private let most = 27.0
  private let size = 15.0

  init(_ graph: UnrolledGraph) {
    self.graph = graph
    let names = graph.steps.map {
      Lettering.width(of: $0.name, size: 15)
    }
    left = 30 + min(84, max(38, names.max() ?? 0))
    let right = graph.hasWayBack ? 294.0 : 356
    let units = graph.unitCount
    let width = right - left
    let isMany = units > 16
    let most = isMany ? units : max(1, Int(width / 42))
    let lines = (units + most - 1) / most
    columns = (units + lines - 1) / lines
    let each = min(width / Double(columns), 76)
    cells = Cells(
      graph.steps.flatMap { $0.state } + graph.start, limit: graph.limit,
      width: max(each - (isMany ? 0.5 : 2), 1), height: isMany ? 24 : 28)
    isClose = graph.steps.count > 8
    top =
      (graph.title.isEmpty ? 4.0 : 26) + (graph.hasWayBack ? 20 : 0)
  }

  var lines: Int { (graph.unitCount + columns - 1) / columns }
  var height: Double { Double(lines) * (cells.height + 2) - 2 }
  var pitch: Double { height + (isClose ? 24 : 46) }
  var wire: Double { left + reach / 2 }
  var reach: Double {
    let gap = graph.unitCount > 16 ? 0.5 : 2
    return Double(columns) * (cells.width + gap) - gap
  }

  /// Of more than two dozen steps, the middle is left out.
  var rows: [Int?] {
    let count = graph.steps.count
    if count <= 24 { return (0..<count).map { $0 } }
    return (0..<12).map { $0 } + [nil] + (count - 11..<count).map { $0 }
  }

  func y(_ row: Int) -> Double { top + Double(row) * pitch }

  func picture(_ style: String) -> String {
    var drawing = Drawing(style, width: 360)
    let title = Lettering.shortened(graph.title, to: 360, size: 13)
    if !title.isEmpty { drawing.words(title, x: 0, y: 15, "faint") }
    let bottom = y(rows.count) + height
    drawing.symbol("h", "0", x: left - 10, y: top + height / 2 + 5, "end")
    draw(graph.origin, y: top, isOrigin: true, in: &drawing)
    drawWayBack(to: bottom, in: &drawing)
    for (row, time) in rows.enumerated() {
      draw(time, row: row + 1, in: &drawing)
    }
    let end = drawEnd(at: bottom, in: &drawing)
    return drawing.finished(height: end)
  }

  private func draw(_ time: Int?, row: Int, in drawing: inout Drawing) {
    let y = y(row)
    let above = y - pitch + height
    drawing.arrow(from: (wire, above + 3), to: (wire, y - 3))
    if !isClose {
      drawing.symbol("U", x: wire + 10, y: (above + y) / 2 + 5)
    }
    guard let time else {
      drawing.words(
        "⋯ \(graph.steps.count - 23) steps ⋯", x: wire,
        y: y + height / 2 + 5, "mid faint")
      return
    }
    let step = graph.steps[time]
    draw(step.state, y: y, isOrigin: false, in: &drawing)
    drawInput(step, time, middle: y + height / 2, in: &drawing)
    guard let norm = step.gradientNorm else { return }
    drawing.words(
      UnrolledGraph.label(norm), x: middle, y: y + height / 2 + 5,
      "back mid halo")
  }

  private func draw(
    _ values: [Double], y: Double, isOrigin: Bool, in drawing: inout Drawing
  ) {
    let gap = graph.unitCount > 16 ? 0.5 : 2
    let isEmpty = isOrigin && values.allSatisfy { $0 == 0 }
    if isEmpty, cells.decimals == nil {
      drawing.box("zero", x: left, y: y, width: reach, height: height)
      return
    }
    for (unit, value) in values.enumerated() {
      let x = left + Double(unit % columns) * (cells.width + gap)
      let line = y + Double(unit / columns) * (cells.height + 2)
      if isEmpty {
        cells.drawEmpty(x: x, y: line, in: &drawing)
      } else {
        cells.draw(value, x: x, y: line, in: &drawing)
      }
    }
  }

  private func drawInput(
    _ step: UnrolledGraph.Step, _ time: Int, middle: Double,
    in drawing: inout Drawing
  ) {
    let end = left - 26
    drawing.arrow(from: (end + 2, middle), to: (left - 4, middle))
    if !isClose { drawing.symbol("W", x: left - 16, y: middle - 8, "mid") }
    if !step.name.isEmpty {
      if graph.readsWords {
        drawing.words(
          Lettering.shortened(step.name, to: end, size: size), x: end,
          y: middle + 5, "word end")
      } else {
        drawing.box(
          "tokenbox", x: end - 34, y: middle - 17, width: 34, height: 34,
          radius: 6)
        drawing.words(step.name, x: end - 17, y: middle + 6, "token")
      }
      return
    }
    if step.input.isEmpty {
      drawing.symbol("x", "\(time + 1)", x: end - 2, y: middle + 5, "end")
    }
    let count = Double(step.input.count)
    let room = min(max(height, 28), pitch - 6)
    let each = min(24, room / max(1, count))
    let inputs = Cells(
      step.input, limit: cells.limit, width: 36,
      height: max(each - (each > 3 ? 1 : 0), 0.5))
    for (row, value) in step.input.enumerated() {
      inputs.draw(
        value, x: end - 36,
        y: middle + (Double(row) - count / 2) * each, in: &drawing)
    }
  }

  // MARK: - Backward and the end

  private func drawWayBack(to bottom: Double, in drawing: inout Drawing) {
    guard graph.hasWayBack else { return }
    drawing.words("‖∂L/∂h‖", x: 358, y: top - 8, "end faint")
    var band = Band(middle: middle, isDown: true)
    if let norm = graph.startNorm {
      band.pass(top + height / 2, half: graph.half(norm, most: most))
    }
    for (row, time) in rows.enumerated() {
      guard let time else { continue }
      band.pass(
        y(row + 1) + height / 2,
        half: graph.half(graph.steps[time].gradientNorm, most: most))
    }
    let last = graph.half(graph.steps.last?.gradientNorm, most: most)
    band.pass(graph.loss == nil ? bottom : bottom + 24, half: last)
    band.draw(in: &drawing)
  }

  /// Loss and readout. Returns where the picture ends.
  private func drawEnd(
    at bottom: Double, in drawing: inout Drawing
  ) -> Double {
    var end = bottom + 4
    if let loss = graph.loss {
      let x = graph.hasWayBack ? middle - 32 : 292
      drawing.box(
        "tokenbox", x: x, y: bottom + 24, width: 64, height: 42, radius: 6)
      drawing.words("loss", x: x + 32, y: bottom + 41, "mid")
      drawing.words(
        UnrolledGraph.label(loss), x: x + 32, y: bottom + 58, "strong mid")
      if !graph.hasWayBack, graph.readout.isEmpty {
        drawing.arrow(from: (wire, bottom + 3), to: (wire, bottom + 40))
        drawing.line("wire", from: (wire, bottom + 45), to: (x, bottom + 45))
      }
      end = bottom + 70
    }
    guard !graph.readout.isEmpty else { return end }
    drawing.arrow(from: (wire, bottom + 3), to: (wire, bottom + 36))
    drawing.symbol("V", x: wire + 10, y: bottom + 23)
    let most = graph.readout.map { $0.value }.max() ?? 1
    var y = bottom + 56
    for bar in graph.readout.prefix(8) {
      let isMost = bar.value == most
      drawing.words(
        Lettering.shortened(bar.name, to: left + 40, size: 13),
        x: left + 44, y: y, isMost ? "strong end" : "end")
      drawing.box(
        "bar-track", x: left + 52, y: y - 9, width: 60, height: 9, radius: 2)
      let share = bar.value.isFinite ? min(max(bar.value, 0), 1) : 0
      drawing.box(
        "bar-a", x: left + 52, y: y - 9, width: 60 * share, height: 9,
        radius: 2)
      drawing.words(
        Numeral(bar.value, decimals: 3).description, x: left + 118, y: y,
        isMost ? "answer" : "")
      y += 22
    }
    return max(end, y)
  }
}
