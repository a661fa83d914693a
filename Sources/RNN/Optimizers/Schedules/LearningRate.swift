// How far a step goes: always as far, or by a schedule.
// Next: ExponentialDecay.swift.

import Tensors

/// How far the steps of an optimizer go: a number, or a schedule.
///
///     SGD(learningRate: 0.1)
///     SGD(learningRate: ExponentialDecay(from: 0.1, steps: 100, rate: 0.96))
///
/// A schedule of one's own is a type with this one function:
///
///     struct Warmup: LearningRate {
///       func callAsFunction(_ step: Int) -> Double {
///         min(Double(step + 1) / 1000, 1) * 0.01
///       }
///     }
///
/// - Source: Keras 3.15.1,
///   `keras/src/optimizers/schedules/learning_rate_schedule.py`.
public protocol LearningRate {
  /// The rate of a step, counted from 0.
  func callAsFunction(_ step: Int) -> Swift.Double

  /// Whether the rate is the same for all steps, until it is set.
  var isConstant: Bool { get }
}

extension LearningRate {
  /// A schedule is not.
  public var isConstant: Bool { false }
}

extension Swift.Double: LearningRate {
  /// The number itself, for every step.
  public func callAsFunction(_ step: Int) -> Swift.Double { self }

  /// A number is.
  public var isConstant: Bool { true }
}

func requireSteps(_ steps: Int) {
  require(
    steps > 0, "expected a positive number of steps to decay in; got \(steps)")
}
