// What of a step view is drawn, and how. Next: StepLayout+Track.swift.

import Tensors

/// A step view laid out: its quantities, their scales, which step is chosen
/// where nothing can be moved, and what there is room for.
struct StepLayout {
  let view: StepView
  let forward: [StepQuantity]
  let backward: [StepQuantity]
  let forwardScale: StepScale
  let backwardScale: StepScale
  /// The steps that are drawn: all, or the last of very many.
  let steps: Range<Int>
  /// The units of the cell, and how many of them are drawn.
  let units: Int
  let shownUnits: Int
  /// The features of the input.
  let features: Int
  let algebra: StepAlgebra?
  /// The step that is shown where nothing can be moved.
  let chosen: Int

  static let mostSteps = 240
  static let mostNumbers = 16_000

  /// - Parameter chosen: the step to be shown; the middle one if nil.
  init(_ view: StepView, chosen: Int? = nil) {
    self.view = view
    forward = view.forwardQuantities
    backward = view.backwardQuantities
    let count = view.count
    steps = max(0, count - StepLayout.mostSteps)..<count
    self.chosen = chosen ?? steps.lowerBound + (steps.count - 1) / 2
    units =
      StepView.output(forward)?.width ?? StepView.heard(backward)?.width ?? 0
    features = max(
      StepLayout.width("x", forward), StepLayout.width("dL/dx", backward))
    let rows = max(1, (forward.count + backward.count) * steps.count)
    let room = max(8, StepLayout.mostNumbers / rows)
    shownUnits = units <= 12 ? units : min(units, min(room, 64))
    let spare = units <= 12 ? 4 : 0
    algebra = StepAlgebra(view, forward, backward)
    let weights = algebra == nil ? [] : view.parameters.flatMap { $0.numbers }
    forwardScale = StepScale(
      forward.flatMap { $0.values.joined() } + weights,
      coloured: forward.flatMap {
        $0.name == "x" || $0.isBeforeActivation ? [] : Array($0.values.joined())
      }, spare: spare)
    let gradients = backward.flatMap { $0.values.joined() }
    backwardScale = StepScale(gradients, coloured: gradients, spare: spare)
  }

  private static func width(
    _ name: String, _ quantities: [StepQuantity]
  ) -> Int {
    for one in quantities where one.name == name { return one.width }
    return 0
  }

  /// Whether every unit has a number; else colours stand for them.
  var hasNumbers: Bool { units <= 12 }

  /// Whether the track has room for numbers.
  var hasColumns: Bool { steps.count <= 8 && hasNumbers }

  var hasBoth: Bool { !forward.isEmpty && !backward.isEmpty }

  func scale(isBack: Bool) -> StepScale {
    isBack ? backwardScale : forwardScale
  }

  /// The values of a quantity that are drawn at a step.
  func row(_ quantity: StepQuantity, at time: Int) -> [Double] {
    let values = quantity.values[time]
    let most = values.count == units ? shownUnits : 64
    return Array(values.prefix(most))
  }

  func featureName(_ index: Int) -> String {
    index < view.inputs.count ? view.inputs[index] : "\(index + 1)"
  }
}

extension StepQuantity {
  /// Pre-activations are named a, a_i, a_f.
  var isBeforeActivation: Bool {
    name == "a" || name.utf8.starts(with: "a_".utf8)
  }
}

extension NamedTensor {
  fileprivate var numbers: [Double] { tensor.scalars.map { Double($0) } }
}
