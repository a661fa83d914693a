// The running means an epoch reports.

import Tensors

/// The running means of losses and metrics over an epoch.
///
/// Every sample counts once, so a short last batch counts less.
struct Means {
  private var sums: [(name: String, sum: Swift.Double)] = []
  private var count: Swift.Double = 0

  /// Adds the loss and metrics of one batch; returns its mean loss.
  mutating func add(
    losses: Tensor, metrics: [Metric], prediction: Tensor, target: Tensor
  ) -> Swift.Double {
    let samples = Swift.Double(prediction.shape[0])
    let loss = mean(losses)
    add("loss", loss * samples)
    for metric in metrics {
      add(metric.name, mean(metric(prediction, target)) * samples)
    }
    count += samples
    return loss
  }

  /// The means so far, their names after a prefix.
  func scores(prefix: String = "") -> Scores {
    var scores = Scores()
    for item in sums {
      scores.add(prefix + item.name, Scalar(item.sum / count))
    }
    return scores
  }

  private mutating func add(_ name: String, _ value: Swift.Double) {
    for index in sums.indices where sums[index].name == name {
      sums[index].sum += value
      return
    }
    sums.append((name, value))
  }

  private func mean(_ tensor: Tensor) -> Swift.Double {
    var sum: Swift.Double = 0
    for scalar in tensor.scalars { sum += Swift.Double(scalar) }
    return sum / Swift.Double(tensor.count)
  }
}
