// One step of training. Next: Callbacks/Callback.swift,
// Sequential+Evaluate.swift.

import Tensors

extension Sequential {
  // MARK: - Step

  /// One step of training, and the batch's mean loss.
  ///
  /// A batch whose loss is no number changes nothing.
  ///
  /// - Parameters:
  ///   - batch: the samples.
  ///   - indices: their places in the data, to be named if one is bad.
  ///   - means: what the epoch reports.
  func step(
    _ batch: Dataset, _ indices: [Int], _ means: inout Means
  ) throws(DataError) -> Swift.Double {
    let (optimizer, loss) = compiled()
    do {
      let prediction = try forward(
        batch.x, isTraining: true, keeps: .wayBack)
      let mask = outputMask
      let losses = try loss(prediction, batch.y, mask: mask)
      let value = try means.add(
        losses: losses, metrics: metrics, prediction: prediction,
        target: batch.y, mask: mask)
      guard value.isFinite else { return value }
      let back = try loss.gradient(
        prediction, batch.y, mask: mask,
        through: layers[layers.count - 1].outputActivation)
      // Nobody learns from dL/dx of the whole model.
      layers[0].wantsInputGradient = false
      backward(back.gradient, at: back.place)
      layers[0].wantsInputGradient = true
      update(with: optimizer)
      return value
    } catch {
      throw error.moved(to: indices)
    }
  }

  /// Moves every parameter by the gradient the last `backward` left.
  public func update(with optimizer: Optimizer) {
    optimizer.beginStep(
      optimizer.needsAllGradients ? layers.flatMap { $0.gradientParts } : [])
    var slot = 0
    for layer in layers { layer.update(with: optimizer, slot: &slot) }
  }

  // MARK: -

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
