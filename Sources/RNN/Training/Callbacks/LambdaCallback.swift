// A callback made of closures. Next: MonitorCallback.swift.

import Tensors

/// A callback made of closures, for what is not worth a class.
///
///     let watch = LambdaCallback(onEpochEnd: { epoch, logs in
///       print(epoch, logs.loss)
///     })
///
/// - Source: Keras 3.15.1, `keras/src/callbacks/lambda_callback.py`.
public final class LambdaCallback: Callback {
  private let trainBegin, trainEnd: (() -> Void)?
  private let epochBegin, batchBegin: ((Int) -> Void)?
  private let epochEnd, batchEnd: ((Int, Scores) -> Void)?

  /// A callback that calls these.
  public init(
    onTrainBegin: (() -> Void)? = nil,
    onTrainEnd: (() -> Void)? = nil,
    onEpochBegin: ((_ epoch: Int) -> Void)? = nil,
    onEpochEnd: ((_ epoch: Int, _ logs: Scores) -> Void)? = nil,
    onBatchBegin: ((_ batch: Int) -> Void)? = nil,
    onBatchEnd: ((_ batch: Int, _ logs: Scores) -> Void)? = nil
  ) {
    trainBegin = onTrainBegin
    trainEnd = onTrainEnd
    epochBegin = onEpochBegin
    epochEnd = onEpochEnd
    batchBegin = onBatchBegin
    batchEnd = onBatchEnd
    super.init()
  }

  public override func onTrainBegin(_ model: Sequential) { trainBegin?() }

  public override func onTrainEnd(_ model: Sequential) { trainEnd?() }

  public override func onEpochBegin(_ epoch: Int, _ model: Sequential) {
    epochBegin?(epoch)
  }

  public override func onEpochEnd(
    _ epoch: Int, _ logs: inout Scores, _ model: Sequential
  ) {
    epochEnd?(epoch, logs)
  }

  public override func onBatchBegin(_ batch: Int, _ model: Sequential) {
    batchBegin?(batch)
  }

  public override func onBatchEnd(
    _ batch: Int, _ logs: Scores, _ model: Sequential
  ) {
    batchEnd?(batch, logs)
  }
}
