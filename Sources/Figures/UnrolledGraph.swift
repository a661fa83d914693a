// A network unrolled in time as a value. Next: UnrolledGraph+Words.swift.

import LessonRuntime
import Tensors

/// The same cell at every step, with the numbers it had there: what it reads
/// below, its state above, forward from left to right. Backward, if norms are
/// given, a band from right to left, as wide as the gradient is long.
///
///     UnrolledGraph(
///       "one pass", reading: ["b", "a"], pass.traces,
///       backward: gradients.steps, loss: loss)
///
///     UnrolledGraph("one pass", reading: ["b", "a"], states: [[0.2], [0.7]])
///
/// Shown, the second is recorded as
///
///     one pass, unrolled over 2 steps of 1 unit:
///     step 1, b: 0.2000
///     step 2, a: 0.7000
public struct UnrolledGraph: Showable, Equatable, Sendable {
  /// What happened at one step.
  public struct Step: Equatable, Sendable {
    /// What was read: a letter or a word; empty if its numbers say it.
    public var name: String
    /// What was read, as numbers; empty if its name says it.
    public var input: [Double]
    /// The state after it.
    public var state: [Double]
    /// The length of dL/dh, if there was a way back.
    public var gradientNorm: Double?
  }

  public var title: String
  /// The state before the first step; zeros if empty.
  public var start: [Double]
  public var steps: [Step]
  /// The length of dL/dh before the first step.
  public var startNorm: Double?
  public var loss: Double?
  /// What the last state says: named shares of one.
  public var readout: [Bar]

  /// A graph of plain numbers.
  ///
  /// - Precondition: there are as many names as states, and as many norms,
  ///   or none.
  public init<Value: BinaryFloatingPoint>(
    _ title: String, reading names: [String], states: [[Value]],
    from start: [Value] = [], gradientNorms: [Value] = [],
    loss: Scalar? = nil, readout: [Bar] = []
  ) {
    UnrolledGraph.requireCount(names.count, "names", for: states.count)
    UnrolledGraph.requireCount(
      gradientNorms.count, "norms", for: states.count)
    self.title = title
    self.start = start.map { Double($0) }
    self.steps = states.indices.map { time in
      Step(
        name: time < names.count ? names[time] : "", input: [],
        state: states[time].map { Double($0) },
        gradientNorm: time < gradientNorms.count
          ? Double(gradientNorms[time]) : nil)
    }
    self.loss = loss.map { Double($0) }
    self.readout = readout
  }

  /// A graph of what the forward loop left behind.
  ///
  /// - Parameters:
  ///   - names: what was read, a word a step; without, its numbers are drawn.
  ///   - traces: a trace for every step.
  ///   - row: which sample of the batch.
  public init<Trace: StepTrace>(
    _ title: String, reading names: [String] = [], _ traces: [Trace],
    row: Int = 0, loss: Scalar? = nil, readout: [Bar] = []
  ) {
    self.init(
      title, reading: names, states: traces.map { $0.row(row, of: ["h"]) },
      from: traces.first?.row(row, of: ["previous", "previous h"]) ?? [],
      loss: loss, readout: readout)
    guard names.isEmpty else { return }
    for time in traces.indices {
      steps[time].input = traces[time].row(row, of: ["x"])
    }
  }

  /// A graph of both ways.
  ///
  /// - Parameter gradients: what the loop backward kept of every step, in the
  ///   order of the steps.
  public init<Trace: StepTrace, Gradient: StepTrace>(
    _ title: String, reading names: [String] = [], _ traces: [Trace],
    backward gradients: [Gradient], row: Int = 0, loss: Scalar? = nil,
    readout: [Bar] = []
  ) {
    self.init(
      title, reading: names, traces, row: row, loss: loss, readout: readout)
    UnrolledGraph.requireCount(
      gradients.count, "gradients", for: traces.count)
    for time in gradients.indices {
      steps[time].gradientNorm = gradients[time].norm(row, of: ["dL/dh"])
    }
    startNorm = gradients.first?.norm(
      row, of: ["dL/dprevious", "dL/dprevious h"])
  }

  private static func requireCount(
    _ count: Int, _ what: String, for steps: Int
  ) {
    require(
      count == 0 || count == steps,
      "expected " + what + " for \(steps) steps; got \(count)")
  }
}

extension StepTrace {
  /// A sample's numbers of the first of these tensors that is there.
  fileprivate func row(_ row: Int, of names: [String]) -> [Double] {
    for name in names {
      guard let tensor = self[name], tensor.rank == 2 else { continue }
      let width = tensor.shape[1]
      require(
        row >= 0 && row < tensor.shape[0],
        "expected a row below \(tensor.shape[0]); got \(row)")
      return tensor.scalars[row * width..<(row + 1) * width].map {
        Double($0)
      }
    }
    return []
  }

  fileprivate func norm(_ row: Int, of names: [String]) -> Double? {
    let values = self.row(row, of: names)
    guard !values.isEmpty else { return nil }
    return values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
