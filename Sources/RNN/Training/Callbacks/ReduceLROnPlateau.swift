// Shorter steps when longer ones no longer help.
// Next: LearningRateScheduler.swift.

import Tensors

/// Lowers the learning rate when a number has stopped becoming better.
///
///     let plateau = ReduceLROnPlateau(factor: 0.5, patience: 3)
///
/// The rate stands in the logs, as `learning_rate`.
///
/// - Source: Keras 3.15.1, `keras/src/callbacks/reduce_lr_on_plateau.py`.
public final class ReduceLROnPlateau: MonitorCallback {
  /// What the rate is multiplied by.
  public let factor: Swift.Double
  /// How many epochs may pass without a better one.
  public let patience: Int
  /// How many epochs pass after that, before one looks again.
  public let cooldown: Int
  /// What the rate never falls below.
  public let minRate: Swift.Double

  private var wait = 0
  private var rest = 0

  /// Lowers the learning rate when a number has stopped becoming better.
  ///
  /// - Parameters:
  ///   - monitor: the number of the logs.
  ///   - factor: what the rate is multiplied by.
  ///   - patience: how many epochs may pass without a better one.
  ///   - mode: which way is better.
  ///   - minDelta: how much better it must be to count.
  ///   - cooldown: how many epochs pass after that, before one looks again.
  ///   - minRate: what the rate never falls below.
  public init(
    monitor: String = "val_loss", factor: Swift.Double = 0.1,
    patience: Int = 10, mode: Mode = .auto, minDelta: Scalar = 1e-4,
    cooldown: Int = 0, minRate: Swift.Double = 0
  ) {
    require(
      factor >= 0 && factor < 1,
      "expected a factor in 0..<1; got " + fixed(wide: factor, 4))
    requirePatience(patience)
    self.factor = factor
    self.patience = patience
    self.cooldown = cooldown
    self.minRate = minRate
    super.init(monitor: monitor, mode: mode, minDelta: minDelta)
  }

  public override func onTrainBegin(_ model: Sequential) {
    (wait, rest, best) = (0, 0, nil)
  }

  public override func onEpochEnd(
    _ epoch: Int, _ logs: inout Scores, _ model: Sequential
  ) {
    let optimizer = model.compiled().0
    logs.set("learning_rate", Scalar(optimizer.learningRate))
    let value = monitored(logs)
    if rest > 0 {
      rest -= 1
      wait = 0
    }
    if isBetter(value, than: best, model) {
      best = value
      wait = 0
    } else if rest == 0 {
      wait += 1
      if wait >= patience && optimizer.learningRate > minRate {
        optimizer.learningRate = max(optimizer.learningRate * factor, minRate)
        rest = cooldown
        wait = 0
      }
    }
  }
}
