// Training. Next: Sequential+Evaluate.swift: the end of the walk.

import Tensors

extension Sequential {
  /// Learns from samples, epoch by epoch, batch by batch.
  ///
  /// Every batch is one step: forward, loss, backward, update. The numbers of
  /// an epoch are means over its batches, while the parameters change;
  /// those of validation are taken after it.
  ///
  /// One thread does it all, and sums in a fixed order: the same seed gives
  /// the same bits.
  ///
  /// - Parameters:
  ///   - x: the inputs, `[N, ...]`.
  ///   - y: the targets, `[N, ...]`.
  ///   - epochs: how often every sample is seen.
  ///   - batchSize: how many samples make a step; the last batch may be
  ///     shorter.
  ///   - validation: samples to be evaluated after each epoch.
  ///   - validationSplit: the share of samples, from the end, to be kept for
  ///     that.
  ///   - shuffle: whether each epoch takes the samples in a new order.
  ///   - verbose: what is written.
  ///   - clock: gives durations to the bar.
  /// - Throws: `DataError` for bad samples, or when the loss is no number.
  /// - Source: Keras 3.15.1, `keras/src/trainers/trainer.py`.
  @discardableResult
  public func fit<X: TensorConvertible, Y: TensorConvertible>(
    _ x: X, _ y: Y, epochs: Int = 1, batchSize: Int = 32,
    validation: Dataset? = nil, validationSplit: Swift.Double = 0,
    shuffle: Bool = true, verbose: Verbosity = .bar, clock: Clock? = nil
  ) throws(DataError) -> History {
    require(batchSize > 0, "expected a positive batch size; got \(batchSize)")
    let (optimizer, loss) = compiled()
    var training = Dataset(x, y)
    var validation = validation
    try training.check()
    if validationSplit > 0 {
      let parts = training.split(last: validationSplit)
      (training, validation) = (parts.first, parts.last)
      try training.check()
    }
    try validation?.check()
    flushDenormals()

    var history = History()
    for epoch in 0..<epochs {
      if verbose != .silent && epochs > 1 {
        print("Epoch \(epoch + 1)/\(epochs)")
      }
      var order = Array(0..<training.count)
      if shuffle { generator.shuffle(&order) }
      let batches = (order.count + batchSize - 1) / batchSize
      var bar = ProgressBar(steps: batches, verbosity: verbose, clock: clock)
      var means = Means()
      for batch in 0..<batches {
        let start = batch * batchSize
        let chosen = Array(order[start..<min(start + batchSize, order.count)])
        let value = try step(
          training.samples(at: chosen), chosen, optimizer, loss, &means)
        guard value.isFinite else {
          throw DataError(
            .lossNotFinite(epoch: epoch + 1, batch: batch + 1))
        }
        bar.stepDone()
      }
      var scores = means.scores()
      if let validation {
        let means = try measured(validation, batchSize: batchSize, loss)
        for item in means.scores(prefix: "val_").items {
          scores.add(item.name, item.value)
        }
      }
      history.epochs.append(scores)
      if verbose != .silent { print(bar.finished(scores)) }
    }
    return history
  }

  /// One step of training, and the batch's mean loss.
  private func step(
    _ batch: Dataset, _ indices: [Int], _ optimizer: Optimizer,
    _ loss: Loss, _ means: inout Means
  ) throws(DataError) -> Swift.Double {
    do {
      let prediction = try forward(batch.x, isTraining: true)
      let losses = try loss(prediction, batch.y)
      let value = means.add(
        losses: losses, metrics: metrics, prediction: prediction,
        target: batch.y)
      guard value.isFinite else { return value }
      let back = try loss.gradient(
        prediction, batch.y, through: layers[layers.count - 1].outputActivation)
      backward(back.gradient, at: back.place)
      optimizer.beginStep()
      var slot = 0
      for layer in layers {
        layer.visit { _, parameter, gradient in
          optimizer.update(&parameter, gradient, slot: slot)
          slot += 1
        }
      }
      return value
    } catch {
      throw error.moved(to: indices)
    }
  }

  /// The optimizer and loss `compile` was told.
  func compiled() -> (Optimizer, Loss) {
    guard let optimizer, let loss else {
      stop("expected a compiled model; compile(optimizer:loss:) comes first")
    }
    return (optimizer, loss)
  }
}

extension DataError {
  /// The same error, its sample counted in the data set, not in the batch.
  func moved(to indices: [Int]) -> DataError {
    guard let sample, sample < indices.count else { return self }
    return DataError(fact, sample: indices[sample])
  }
}
