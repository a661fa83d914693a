// What is told of every step of training, and may step in.
// Next: LambdaCallback.swift, MonitorCallback.swift, EarlyStopping.swift.

import Tensors

/// What `fit` tells of every epoch and batch.
///
/// Subclass it, and override what you want to hear of:
///
///     final class Printer: Callback {
///       override func onEpochEnd(
///         _ epoch: Int, _ logs: inout Scores, _ model: Sequential
///       ) {
///         print("epoch", epoch, logs.loss)
///         if logs.loss < 0.1 { model.stopTraining = true }
///       }
///     }
///     try model.fit(x, y, epochs: 100, callbacks: [Printer()])
///
/// Epochs and batches are counted from 0, as in Keras. The model is handed to
/// every function; a callback need not keep it.
///
/// - Source: Keras 3.15.1, `keras/src/callbacks/callback.py`.
open class Callback {
  /// A callback that does nothing: subclasses say when and what.
  public init() {}

  /// Training begins.
  open func onTrainBegin(_ model: Sequential) {}

  /// Training has ended, unless by an error.
  open func onTrainEnd(_ model: Sequential) {}

  /// An epoch begins.
  open func onEpochBegin(_ epoch: Int, _ model: Sequential) {}

  /// An epoch has ended, validation included.
  ///
  /// - Parameter logs: what the epoch reports; what is set here goes into the
  ///   history and the bar.
  open func onEpochEnd(
    _ epoch: Int, _ logs: inout Scores, _ model: Sequential
  ) {}

  /// A batch begins.
  open func onBatchBegin(_ batch: Int, _ model: Sequential) {}

  /// A batch has been learnt from.
  ///
  /// - Parameter logs: the means of the epoch so far.
  open func onBatchEnd(_ batch: Int, _ logs: Scores, _ model: Sequential) {}
}
