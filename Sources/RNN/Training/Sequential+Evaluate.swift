// Asking a model: how good it is, and what it thinks.

import Tensors

extension Sequential {
  /// The loss and metrics of samples, without learning from them.
  ///
  ///     let scores = try model.evaluate(x, y)
  ///     scores.accuracy
  ///
  /// - Throws: `DataError` for bad samples.
  public func evaluate<X: TensorConvertible, Y: TensorConvertible>(
    _ x: X, _ y: Y, batchSize: Int = 32, verbose: Verbosity = .bar,
    clock: Clock? = nil
  ) throws(DataError) -> Scores {
    let (_, loss) = compiled()
    let data = Dataset(x, y)
    try data.check()
    let steps = (data.count + batchSize - 1) / batchSize
    var bar = ProgressBar(steps: steps, verbosity: verbose, clock: clock)
    var means = Means()
    try eachBatch(of: data.count, batchSize) { indices throws(DataError) in
      try measure(data.samples(at: indices), loss, &means)
      bar.stepDone(means.scores())
    }
    let scores = means.scores()
    bar.finish(scores)
    return scores
  }

  /// The outputs for samples, `[N, ...]`.
  ///
  /// - Throws: `DataError` for bad samples.
  public func predict<X: TensorConvertible>(
    _ x: X, batchSize: Int = 32, verbose: Verbosity = .bar,
    clock: Clock? = nil
  ) throws(DataError) -> Tensor {
    let x = x.tensor
    require(x.rank > 0, "expected a batch of samples; got \(x.shape)")
    guard x.shape[0] > 0 else { throw DataError(.noSamples) }
    let steps = (x.shape[0] + batchSize - 1) / batchSize
    var bar = ProgressBar(steps: steps, verbosity: verbose, clock: clock)
    var outputs: [Scalar] = []
    var sample: Shape = []
    try eachBatch(of: x.shape[0], batchSize) { indices throws(DataError) in
      let y = try forward(
        x.rows(at: indices), isTraining: false, keeps: .outputs)
      sample = y.shape.dropping(0)
      outputs += y.scalars
      bar.stepDone(Scores())
    }
    bar.finish(Scores())
    return Tensor(outputs, shape: sample.inserting(x.shape[0], at: 0))
  }

  /// The means over a data set, nothing written.
  func measured(
    _ data: Dataset, batchSize: Int, _ loss: Loss
  ) throws(DataError) -> Means {
    var means = Means()
    try eachBatch(of: data.count, batchSize) { indices throws(DataError) in
      try measure(data.samples(at: indices), loss, &means)
    }
    return means
  }

  private func measure(
    _ batch: Dataset, _ loss: Loss, _ means: inout Means
  ) throws(DataError) {
    let prediction = try forward(
      batch.x, isTraining: false, keeps: .outputs)
    let losses = try loss(prediction, batch.y, mask: outputMask)
    _ = try means.add(
      losses: losses, metrics: metrics, prediction: prediction,
      target: batch.y, mask: outputMask)
  }

  /// Calls `body` with the samples of each batch, in order.
  private func eachBatch(
    of count: Int, _ batchSize: Int,
    _ body: ([Int]) throws(DataError) -> Void
  ) throws(DataError) {
    require(batchSize > 0, "expected a positive batch size; got \(batchSize)")
    flushDenormals()
    keepMemory()
    for start in stride(from: 0, to: count, by: batchSize) {
      let indices = Array(start..<min(start + batchSize, count))
      do { try body(indices) } catch { throw error.moved(to: indices) }
    }
  }
}
