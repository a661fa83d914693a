// Time steps as a picture with a slider. Next: StepQuantity.swift.

import LessonRuntime
import Tensors

/// What every step of a sequence computed, and what came back, with a slider
/// for the time.
///
///     let pass = unroll.forward(x, from: cell.zeroState(batch: 1))
///     let back = unroll.backward(pass, dLast: gradient, keepsSteps: true)
///     show(pass.traces)
///     show(back.steps)
///     show(
///       StepView(
///         pass.traces, back.steps, parameters: cell.parameters,
///         inputs: ["a", "b", "c"]))
///
/// With its parameters, a step of the simple cell is drawn as the sums it is
/// made of. Of a batch, the first sample is shown; the shares of a gradient
/// are those of all samples. It is recorded as the names and shapes of what
/// the steps hold, and the norms of outputs and gradients.
public struct StepView: Showable, Equatable, Sendable {
  /// The names of the input's features, or none.
  public var inputs: [String]
  /// What each step reads, or nothing: names of features are used where the
  /// input is a row of zeros with a single one.
  public var labels: [String]

  /// By step: what it computed, its gradients, its share of the parameters'.
  let forward: [[NamedTensor]]
  let backward: [[NamedTensor]]
  let shares: [[NamedTensor]]
  let parameters: [NamedTensor]

  /// Steps on their way forward.
  public init<Trace: StepTrace, Parameters: TensorGroup>(
    _ traces: [Trace], parameters: Parameters = NoTensors(),
    inputs: [String] = [], labels: [String] = []
  ) {
    self.init(
      forward: traces.map { $0.named }, backward: [], shares: [],
      parameters: parameters.named, inputs: inputs, labels: labels)
  }

  /// Steps on their way back, and forward where that is kept with them.
  public init<Gradients: StepGradients, Parameters: TensorGroup>(
    _ steps: [Gradients], parameters: Parameters = NoTensors(),
    inputs: [String] = [], labels: [String] = []
  ) {
    self.init(
      forward: steps.map { $0.computed },
      backward: steps.map { $0.named }, shares: steps.map { $0.share.named },
      parameters: parameters.named, inputs: inputs, labels: labels)
  }

  /// Steps in both directions.
  ///
  /// - Precondition: there is one gradient for each step.
  public init<
    Trace: StepTrace, Gradients: StepGradients, Parameters: TensorGroup
  >(
    _ traces: [Trace], _ steps: [Gradients],
    parameters: Parameters = NoTensors(), inputs: [String] = [],
    labels: [String] = []
  ) {
    require(
      traces.count == steps.count,
      "expected the gradients of \(traces.count) steps; got those of "
        + "\(steps.count): did the way back keep its steps?")
    self.init(
      forward: traces.map { $0.named }, backward: steps.map { $0.named },
      shares: steps.map { $0.share.named }, parameters: parameters.named,
      inputs: inputs, labels: labels)
  }

  init(
    forward: [[NamedTensor]], backward: [[NamedTensor]],
    shares: [[NamedTensor]], parameters: [NamedTensor], inputs: [String],
    labels: [String]
  ) {
    self.forward = forward.allSatisfy { $0.isEmpty } ? [] : forward
    self.backward = backward
    self.shares = shares
    self.parameters = parameters
    self.inputs = inputs
    self.labels = labels
  }

  var count: Int { max(forward.count, backward.count) }
}

/// Shows steps on their way forward.
public func show<Trace: StepTrace>(_ traces: [Trace]) {
  show(StepView(traces))
}

/// Shows steps on their way back.
public func show<Gradients: StepGradients>(_ steps: [Gradients]) {
  show(StepView(steps))
}

/// Shows one step: a picture, recorded as all its numbers.
public func show<Trace: StepTrace>(_ trace: Trace) {
  show(OneStep(view: StepView([trace]), description: trace.description))
}

/// Shows one step on its way back.
public func show<Gradients: StepGradients>(_ step: Gradients) {
  show(OneStep(view: StepView([step]), description: step.description))
}

private struct OneStep: Showable {
  let view: StepView
  let description: String
  var picture: String { view.picture }
}
