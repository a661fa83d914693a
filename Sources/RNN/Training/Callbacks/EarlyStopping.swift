// Ends training when it no longer helps. Next: ReduceLROnPlateau.swift.

import Tensors

/// Ends training when a number has stopped becoming better.
///
///     let stopping = EarlyStopping(patience: 3, restoreBestWeights: true)
///     try model.fit(
///       x, y, epochs: 100, validationSplit: 0.2, callbacks: [stopping])
///     stopping.stoppedEpoch  // nil if all epochs were run
///
/// - Source: Keras 3.15.1, `keras/src/callbacks/early_stopping.py`.
public final class EarlyStopping: MonitorCallback {
  /// How many epochs may pass without a better one.
  public let patience: Int
  /// What has to be beaten, to begin with.
  public let baseline: Scalar?
  /// Whether the weights of the best epoch are put back in the end.
  public let restoreBestWeights: Bool
  /// How many epochs pass before one looks.
  public let startFromEpoch: Int
  /// The epoch that was the last, counted from 0; nil if it was not stopped.
  public private(set) var stoppedEpoch: Int?
  /// The best epoch, counted from 0; nil before there was one.
  public private(set) var bestEpoch: Int?

  private var wait = 0
  private var bestWeights: [Tensor]?

  /// Ends training when a number has stopped becoming better.
  ///
  /// - Parameters:
  ///   - monitor: the number of the logs.
  ///   - minDelta: how much better it must be to count.
  ///   - patience: how many epochs may pass without a better one.
  ///   - mode: which way is better.
  ///   - baseline: what has to be beaten, to begin with.
  ///   - restoreBestWeights: whether the best epoch's weights are put back.
  ///   - startFromEpoch: how many epochs pass before one looks.
  public init(
    monitor: String = "val_loss", minDelta: Scalar = 0,
    patience: Int = 0, mode: Mode = .auto, baseline: Scalar? = nil,
    restoreBestWeights: Bool = false, startFromEpoch: Int = 0
  ) {
    requirePatience(patience)
    self.patience = patience
    self.baseline = baseline
    self.restoreBestWeights = restoreBestWeights
    self.startFromEpoch = startFromEpoch
    super.init(monitor: monitor, mode: mode, minDelta: minDelta)
  }

  public override func onTrainBegin(_ model: Sequential) {
    (wait, best, bestWeights, bestEpoch, stoppedEpoch) =
      (0, nil, nil, nil, nil)
  }

  public override func onEpochEnd(
    _ epoch: Int, _ logs: inout Scores, _ model: Sequential
  ) {
    let value = monitored(logs)
    if epoch < startFromEpoch { return }
    wait += 1
    if isBetter(value, than: best, model) {
      best = value
      keep(epoch, model)
      // Patience starts anew only where the baseline is beaten too.
      if isBetter(value, than: baseline, model) { wait = 0 }
    } else if wait >= patience && epoch > 0 {
      stoppedEpoch = epoch
      model.stopTraining = true
    }
  }

  public override func onTrainEnd(_ model: Sequential) {
    if let bestWeights { model.restore(bestWeights) }
  }

  private func keep(_ epoch: Int, _ model: Sequential) {
    bestEpoch = epoch
    guard restoreBestWeights else { return }
    bestWeights = model.namedWeights.map { $0.tensor }
  }
}

func requirePatience(_ patience: Int) {
  require(
    patience >= 0, "expected a patience of at least 0; got \(patience)")
}
