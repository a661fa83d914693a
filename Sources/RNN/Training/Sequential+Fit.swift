// Training. Next: Sequential+Step.swift, Callbacks/Callback.swift,
// Sequential+Evaluate.swift: the end of the walk.

import Tensors

extension Sequential {
  /// Learns from samples, epoch by epoch, batch by batch.
  ///
  /// Every batch is one step: forward, loss, backward, update. The numbers of
  /// an epoch are means over its batches, while the parameters change;
  /// those of validation are taken after it.
  ///
  /// Threads share the work by a rule that does not ask how many there are,
  /// and sums are taken in a fixed order: the same seed gives the same bits.
  ///
  /// - Parameters:
  ///   - x: the inputs, `[N, ...]`.
  ///   - y: the targets, `[N, ...]`; `[N, T, ...]` where every step has one.
  ///   - epochs: the number of the last epoch: how often every sample is
  ///     seen, unless `initialEpoch` says that some have been.
  ///   - batchSize: how many samples make a step; the last batch may be
  ///     shorter.
  ///   - validation: samples to be evaluated after each epoch.
  ///   - validationSplit: the share of samples, from the end, to be kept for
  ///     that, if there are no others.
  ///   - validationBatchSize: how many of those are taken at once.
  ///   - shuffle: whether each epoch takes the samples in a new order.
  ///   - initialEpoch: how many epochs there have been.
  ///   - callbacks: who is told of each epoch and batch, in this order.
  ///   - verbose: what is written.
  ///   - clock: gives durations to the bar.
  /// - Throws: `DataError` for bad samples, or when the loss is no number and
  ///   no callback ends training for it.
  /// - Source: Keras 3.15.1, `keras/src/trainers/trainer.py`,
  ///   `keras/src/backend/jax/trainer.py`.
  @discardableResult
  public func fit<X: TensorConvertible, Y: TensorConvertible>(
    _ x: X, _ y: Y, epochs: Int = 1, batchSize: Int = 32,
    validation: Dataset? = nil, validationSplit: Swift.Double = 0,
    validationBatchSize: Int? = nil, shuffle: Bool = true,
    initialEpoch: Int = 0, callbacks: [Callback] = [],
    verbose: Verbosity = .bar, clock: Clock? = nil
  ) throws(DataError) -> History {
    require(batchSize > 0, "expected a positive batch size; got \(batchSize)")
    require(
      initialEpoch >= 0,
      "expected an initial epoch of at least 0; got \(initialEpoch)")
    let data = try Dataset(x, y).parts(validation, validationSplit)
    let (_, loss) = compiled()
    // What is owed from before is owed with denormals.
    for layer in layers { layer.settle() }
    flushDenormals()
    keepMemory()

    stopTraining = false
    var history = History(initialEpoch: initialEpoch)
    for callback in callbacks { callback.onTrainBegin(self) }
    for epoch in initialEpoch..<max(epochs, initialEpoch) {
      for callback in callbacks { callback.onEpochBegin(epoch, self) }
      if verbose != .silent && epochs > 1 {
        print("Epoch \(epoch + 1)/\(epochs)")
      }
      let steps = (data.training.count + batchSize - 1) / batchSize
      var bar = ProgressBar(steps: steps, verbosity: verbose, clock: clock)
      var scores = try learn(
        data.training, epoch, batchSize, shuffle, callbacks, &bar)
      if let validation = data.validation {
        let means = try measured(
          validation, batchSize: validationBatchSize ?? batchSize, loss)
        for item in means.scores(prefix: "val_").items {
          scores.add(item.name, item.value)
        }
      }
      for callback in callbacks { callback.onEpochEnd(epoch, &scores, self) }
      history.epochs.append(scores)
      bar.finish(scores)
      if stopTraining { break }
    }
    for layer in layers { layer.settle() }
    for callback in callbacks { callback.onTrainEnd(self) }
    return history
  }

  /// One epoch, and what it reports.
  private func learn(
    _ data: Dataset, _ epoch: Int, _ batchSize: Int, _ shuffle: Bool,
    _ callbacks: [Callback], _ bar: inout ProgressBar
  ) throws(DataError) -> Scores {
    var order = Array(0..<data.count)
    if shuffle { generator.shuffle(&order) }
    var means = Means()
    for batch in 0..<bar.steps {
      let start = batch * batchSize
      let chosen = Array(order[start..<min(start + batchSize, order.count)])
      for callback in callbacks { callback.onBatchBegin(batch, self) }
      let value = try step(data.samples(at: chosen), chosen, &means)
      let logs = callbacks.isEmpty ? Scores() : means.scores()
      for callback in callbacks { callback.onBatchEnd(batch, logs, self) }
      if !value.isFinite && !stopTraining {
        let isFirst = compiled().0.iterations == 0
        throw DataError(
          .lossNotFinite(
            epoch: epoch + 1, batch: batch + 1,
            gradient: isFirst ? nil : .largest(namedGradients)))
      }
      bar.stepDone(means.scores())
      if stopTraining { break }
    }
    return means.scores()
  }
}

extension Dataset {
  /// What is learnt from, and what is kept for validation.
  func parts(
    _ validation: Dataset?, _ share: Swift.Double
  ) throws(DataError) -> (training: Dataset, validation: Dataset?) {
    try check()
    guard share > 0 && validation == nil else {
      try validation?.check()
      return (self, validation)
    }
    let parts = split(last: share)
    try parts.first.check()
    try parts.last.check()
    return (parts.first, parts.last)
  }
}
