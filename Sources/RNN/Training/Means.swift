// The running means an epoch reports.

import Tensors

/// The running means of losses and metrics over an epoch.
///
/// Every sample counts once, so a short last batch counts less. Where a mask
/// says which steps count, each of them counts once in a metric; the loss of
/// a batch counts as often as it has samples, as in Keras.
struct Means {
  private var items: [(name: String, sum: Swift.Double, count: Swift.Double)] =
    []

  /// Adds the loss and metrics of one batch; returns its mean loss.
  ///
  /// - Parameters:
  ///   - losses: those of the batch, weighted by the mask.
  ///   - metrics: what else is reported.
  ///   - prediction: the outputs, `[B, C]` or `[B, T, C]`.
  ///   - target: what they should have been.
  ///   - mask: which of them count, `[B]` or `[B, T]`; nil if all do.
  mutating func add(
    losses: Tensor, metrics: [Metric], prediction: Tensor, target: Tensor,
    mask: Tensor?
  ) throws(DataError) -> Swift.Double {
    let loss = sum(losses) / Swift.Double(losses.count)
    let samples = Swift.Double(prediction.shape[0])
    add("loss", loss * samples, samples)
    for metric in metrics {
      let values = try metric(prediction, target)
      guard let mask else {
        add(metric.name, sum(values), Swift.Double(values.count))
        continue
      }
      // A mask of samples holds for all of their steps.
      let steps = mask.aligned(with: values.shape)
      let each = Swift.Double(values.count / mask.count)
      add(metric.name, sum(values * steps), sum(steps) * each)
    }
    return loss
  }

  /// The means so far, their names after a prefix.
  func scores(prefix: String = "") -> Scores {
    var scores = Scores()
    for item in items {
      scores.add(prefix + item.name, Scalar(item.sum / max(item.count, 1)))
    }
    return scores
  }

  private mutating func add(
    _ name: String, _ sum: Swift.Double, _ count: Swift.Double
  ) {
    for index in items.indices where items[index].name == name {
      items[index].sum += sum
      items[index].count += count
      return
    }
    items.append((name, sum, count))
  }

  private func sum(_ tensor: Tensor) -> Swift.Double {
    var sum: Swift.Double = 0
    for scalar in tensor.scalars { sum += Swift.Double(scalar) }
    return sum
  }
}
