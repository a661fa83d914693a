// A learning rate for every epoch. Next: ModelCheckpoint.swift.

import Tensors

/// Sets the learning rate when an epoch begins.
///
///     let scheduler = LearningRateScheduler { epoch, rate in
///       epoch < 10 ? rate : rate * 0.9
///     }
///
/// The rate stands in the logs, as `learning_rate`. For a rate that changes
/// from step to step, give the optimizer a schedule.
///
/// - Source: Keras 3.15.1, `keras/src/callbacks/learning_rate_scheduler.py`.
public final class LearningRateScheduler: Callback {
  private let schedule: (Int, Swift.Double) -> Swift.Double

  /// Sets the rate by a function of the epoch, counted from 0, and of the
  /// rate so far.
  public init(
    _ schedule:
      @escaping (
        _ epoch: Int, _ rate: Swift.Double
      ) -> Swift.Double
  ) {
    self.schedule = schedule
    super.init()
  }

  public override func onEpochBegin(_ epoch: Int, _ model: Sequential) {
    let optimizer = model.compiled().0
    optimizer.learningRate = schedule(epoch, optimizer.learningRate)
  }

  public override func onEpochEnd(
    _ epoch: Int, _ logs: inout Scores, _ model: Sequential
  ) {
    logs.set("learning_rate", Scalar(model.compiled().0.learningRate))
  }
}
