// Ends training when the loss is no number. Next: Sequential+Evaluate.swift.

import Tensors

/// Ends training when the loss is no number, or infinite.
///
/// Without it, `fit` throws an error that names the epoch, the batch and the
/// longest gradient. With it, `fit` returns what history there is. The batch
/// changes no weight then; in Keras it does, and they are no numbers either.
///
/// - Source: Keras 3.15.1, `keras/src/callbacks/terminate_on_nan.py`.
public final class TerminateOnNaN: Callback {
  public override func onBatchEnd(
    _ batch: Int, _ logs: Scores, _ model: Sequential
  ) {
    if logs.loss.isFinite { return }
    print("Batch \(batch): Invalid loss, terminating training")
    model.stopTraining = true
  }
}
