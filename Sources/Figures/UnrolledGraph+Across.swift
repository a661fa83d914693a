// An unrolled graph with time across, for a wide column. Next: Cells.swift.

extension UnrolledGraph {
  /// Both layouts, of which the page shows the one that fits; many steps run
  /// down in any column.
  public var picture: String {
    guard unitCount > 0 else {
      var drawing = Drawing()
      drawing.title(title + ": no steps")
      return drawing.finished(height: 24)
    }
    let layout = Across(self)
    return layout.fits ? layout.picture + down("down") : down("down only")
  }
}

/// Where things stand with time across.
private struct Across {
  let graph: UnrolledGraph
  let cells: Cells
  let pitch: Double
  let top: Double
  let fits: Bool

  init(_ graph: UnrolledGraph) {
    self.graph = graph
    let count = Double(graph.steps.count)
    let tail = graph.readout.isEmpty ? graph.loss == nil ? 0 : 96.0 : 168.0
    let free = Drawing.width - 4 - tail
    let width = min(68, (free - count * 30) / (count + 1))
    pitch = min((free - width) / count, 150)
    let units = graph.unitCount
    let numbers = graph.steps.flatMap { $0.state + $0.input } + graph.start
    cells = Cells(
      numbers, limit: graph.limit, width: max(width, 1),
      height: units <= 10 ? 28 : units <= 24 ? 12 : 6)
    top = graph.title.isEmpty ? 34 : 62
    fits = width >= 38 && units <= 64
  }

  func x(_ column: Int) -> Double {
    2 + cells.width / 2 + Double(column) * pitch
  }

  var rise: Double { cells.height + (cells.height < 8 ? 1 : 2) }
  var floor: Double { top + Double(graph.unitCount) * rise }
  var middle: Double { (top + floor - 2) / 2 }

  var picture: String {
    var drawing = Drawing("across")
    let title = Lettering.shortened(
      graph.title, to: Drawing.width, size: 13)
    if !title.isEmpty { drawing.words(title, x: 0, y: 15, "faint") }
    let inputs = inputHeight
    let bottom = floor + 48 + inputs
    let river = bottom + 52
    if graph.hasWayBack {
      for column in 1...graph.steps.count {
        drawing.line(
          "guide", from: (x(column), bottom + 4), to: (x(column), river + 34))
      }
    }
    drawOrigin(in: &drawing)
    for (position, step) in graph.steps.enumerated() {
      draw(step, column: position + 1, in: &drawing)
    }
    drawReadout(in: &drawing)
    guard graph.hasWayBack else {
      if graph.loss != nil { drawLoss(middle: middle, in: &drawing) }
      return drawing.finished(height: bottom + 6)
    }
    drawWayBack(middle: river, in: &drawing)
    return drawing.finished(height: river + 62)
  }

  private func drawOrigin(in drawing: inout Drawing) {
    drawing.symbol("h", "0", x: x(0), y: top - 14, "mid")
    drawStack(graph.origin, x: x(0) - cells.width / 2, in: &drawing)
  }

  private func drawStack(
    _ values: [Double], x: Double, in drawing: inout Drawing
  ) {
    let isEmpty = values.allSatisfy { $0 == 0 }
    if isEmpty, cells.decimals == nil {
      drawing.box(
        "zero", x: x, y: top, width: cells.width, height: floor - top - 2)
      return
    }
    for (unit, value) in values.enumerated() {
      let y = top + Double(unit) * rise
      if isEmpty {
        cells.drawEmpty(x: x, y: y, in: &drawing)
      } else {
        cells.draw(value, x: x, y: y, in: &drawing)
      }
    }
  }

  private func draw(
    _ step: UnrolledGraph.Step, column: Int, in drawing: inout Drawing
  ) {
    let x = x(column)
    let half = cells.width / 2
    drawing.symbol("h", "\(column)", x: x, y: top - 14, "mid")
    let start = self.x(column - 1) + half + 5
    drawing.arrow(from: (start, middle), to: (x - half - 5, middle))
    drawing.symbol(
      "U", x: (start + x - half - 5) / 2 - 1, y: middle - 9, "mid")
    for (unit, value) in step.state.enumerated() {
      cells.draw(
        value, x: x - half, y: top + Double(unit) * rise, in: &drawing)
    }
    drawing.arrow(from: (x, floor + 42), to: (x, floor + 4))
    drawing.symbol("W", x: x + 9, y: floor + 28)
    let isWord = graph.readsWords
    if step.name.isEmpty, step.input.isEmpty {
      drawing.symbol("x", "\(column)", x: x, y: floor + 58, "mid")
    }
    if !step.name.isEmpty {
      if !isWord {
        drawing.box(
          "tokenbox", x: x - 18, y: floor + 44, width: 36, height: 34,
          radius: 6)
      }
      drawing.words(
        Lettering.shortened(step.name, to: pitch - 4, size: 16), x: x,
        y: floor + (isWord ? 60 : 67), isWord ? "word" : "token")
    }
    let inputs = Cells(
      step.input, limit: cells.limit, width: cells.width, height: inputRise)
    for (row, value) in step.input.enumerated() {
      inputs.draw(
        value, x: x - half, y: floor + 46 + Double(row) * (inputRise + 2),
        in: &drawing)
    }
  }

  /// What is read may be hundreds of numbers.
  private var inputRise: Double {
    let count = graph.steps.map { $0.input.count }.max() ?? 0
    return count <= 6 ? 24 : count <= 16 ? 10 : max(1, 160 / Double(count))
  }

  private var inputHeight: Double {
    let count = graph.steps.map { $0.input.count }.max() ?? 0
    if count > 0 { return Double(count) * (inputRise + 2) }
    let hasNames = graph.steps.contains { !$0.name.isEmpty }
    return hasNames && !graph.readsWords ? 32 : 20
  }

  private var end: Double { x(graph.steps.count) + cells.width / 2 }

  private func drawReadout(in drawing: inout Drawing) {
    guard !graph.readout.isEmpty else { return }
    drawing.arrow(from: (end + 5, middle), to: (end + 38, middle))
    drawing.symbol("V", x: end + 20, y: middle - 9, "mid")
    let most = graph.readout.map { $0.value }.max() ?? 1
    let first = middle - Double(graph.readout.count - 1) * 18
    for (row, bar) in graph.readout.prefix(8).enumerated() {
      let y = first + Double(row) * 36
      let isMost = bar.value == most
      let name = Lettering.shortened(bar.name, to: 112, size: 13)
      let number = Numeral(bar.value, decimals: 3).description
      drawing.words(name, x: end + 46, y: y - 4, isMost ? "strong" : "")
      drawing.box(
        "bar-track", x: end + 46, y: y + 2, width: 70, height: 9, radius: 2)
      let share = bar.value.isFinite ? min(max(bar.value, 0), 1) : 0
      drawing.box(
        "bar-a", x: end + 46, y: y + 2, width: 70 * share, height: 9,
        radius: 2)
      drawing.words(
        number, x: end + 121, y: y + 11, isMost ? "answer" : "")
    }
  }

  // MARK: - Backward

  private func drawWayBack(middle: Double, in drawing: inout Drawing) {
    let most = 30.0
    var band = Band(middle: middle, isDown: false)
    if let norm = graph.startNorm {
      band.pass(x(0), half: graph.half(norm, most: most))
    }
    for (position, step) in graph.steps.enumerated() {
      band.pass(
        x(position + 1), half: graph.half(step.gradientNorm, most: most))
    }
    let last = graph.half(graph.steps.last?.gradientNorm, most: most)
    band.pass(graph.loss == nil ? end : end + 24, half: last)
    band.draw(in: &drawing)
    drawing.words(
      "‖∂L/∂h‖, to scale", x: 0, y: middle - most - 8, "faint halo")
    for column in 0...graph.steps.count {
      let norm =
        column == 0
        ? graph.startNorm : graph.steps[column - 1].gradientNorm
      guard let norm else { continue }
      drawing.words(
        UnrolledGraph.label(norm), x: x(column), y: middle + most + 22,
        "back mid")
    }
    if graph.loss != nil { drawLoss(middle: middle, in: &drawing) }
  }

  private func drawLoss(middle: Double, in drawing: inout Drawing) {
    guard let loss = graph.loss else { return }
    let x = end + 24
    if !graph.hasWayBack, graph.readout.isEmpty {
      drawing.arrow(from: (end + 5, middle), to: (x - 1, middle))
    } else if !graph.hasWayBack {
      return
    }
    drawing.box(
      "tokenbox", x: x, y: middle - 30, width: 70, height: 60, radius: 6)
    drawing.words("loss", x: x + 35, y: middle - 4, "mid")
    drawing.words(
      UnrolledGraph.label(loss), x: x + 35, y: middle + 15, "strong mid")
  }
}
