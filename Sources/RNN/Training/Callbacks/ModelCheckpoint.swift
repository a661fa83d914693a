// Keeps what has been learnt so far. Next: CSVLogger.swift.

import Tensors

/// Keeps the weights after every epoch, or after every best one.
///
///     let checkpoint = ModelCheckpoint(saveBestOnly: true)
///     try model.fit(
///       x, y, epochs: 20, validationSplit: 0.2, callbacks: [checkpoint])
///     try model.setWeights(checkpoint.weights)
///
/// This library has no files: what is kept is kept in memory, and handed to a
/// closure that may write it.
///
/// - Source: Keras 3.15.1, `keras/src/callbacks/model_checkpoint.py`.
public final class ModelCheckpoint: MonitorCallback {
  /// Whether only what is better is kept.
  public let saveBestOnly: Bool
  /// The epoch the weights are of, counted from 0; nil before there was one.
  public private(set) var epoch: Int?
  /// What was kept last.
  public private(set) var weights: [NamedTensor] = []

  private let save: (Int, Sequential) -> Void

  /// Keeps the weights after every epoch, or after every best one.
  ///
  /// - Parameters:
  ///   - monitor: the number of the logs that says which is best.
  ///   - saveBestOnly: whether only what is better is kept.
  ///   - mode: which way is better.
  ///   - initialValueThreshold: what has to be beaten, to begin with.
  ///   - save: is given the epoch and the model, each time.
  public init(
    monitor: String = "val_loss", saveBestOnly: Bool = false,
    mode: Mode = .auto, initialValueThreshold: Scalar? = nil,
    save: @escaping (_ epoch: Int, _ model: Sequential) -> Void = { _, _ in }
  ) {
    self.saveBestOnly = saveBestOnly
    self.save = save
    super.init(monitor: monitor, mode: mode, best: initialValueThreshold)
  }

  public override func onEpochEnd(
    _ epoch: Int, _ logs: inout Scores, _ model: Sequential
  ) {
    if saveBestOnly {
      let value = monitored(logs)
      guard isBetter(value, than: best, model) else { return }
      best = value
    }
    self.epoch = epoch
    weights = model.namedWeights
    save(epoch, model)
  }
}
