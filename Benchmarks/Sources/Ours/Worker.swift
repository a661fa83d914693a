// Does what it is told, a line at a time, and says how long it took.

import Foundation
import Peak
import RNN
import Tensors
import Workloads

/// A model under measurement.
struct Worker {
  private let workload: Workload
  private let model: Sequential
  private let x, y: Tensor
  private var done = 0

  /// The model of a folder, at its starting weights.
  init(_ folder: WorkFolder) throws {
    workload = try folder.workload()
    model = workload.model()
    let weights = try model.namedWeights.enumerated().map { index, weight in
      NamedTensor(
        weight.name,
        Tensor(
          try folder.numbers("\(index)"), shape: weight.tensor.shape))
    }
    try model.setWeights(weights)
    model.compile(optimizer: Adam(), loss: workload.loss)
    let (x, y) = (try folder.numbers("x"), try folder.numbers("y"))
    switch workload.kind {
    case .reviews:
      self.x = Tensor(x, shape: [workload.samples, workload.steps])
      self.y = Tensor(y, shape: [workload.samples, 1])
    case .characters:
      let ids = IntTensor(
        x.map { Int($0) }, shape: [workload.samples, workload.steps])
      self.x = try oneHot(ids, classes: workload.words)
      self.y = Tensor(y, shape: [workload.samples, workload.steps])
    }
  }

  /// Trains the next batches, from the front again after the last whole one.
  mutating func train(_ count: Int) throws -> Reply {
    var reply = Reply()
    let whole = workload.samples / workload.batch
    var seconds = 0.0
    var left = count
    while left > 0 {
      let first = done % whole
      let part = min(left, whole - first)
      let rows = first * workload.batch..<(first + part) * workload.batch
      let (x, y) = (x.rows(rows), y.rows(rows))
      seconds += try timed {
        try model.fit(
          x, y, batchSize: workload.batch, shuffle: false, verbose: .silent)
      }
      done += part
      left -= part
    }
    reply.step = 1000 * seconds / Double(count)
    return reply
  }

  /// How the model does on the first four batches.
  func check() throws -> Reply {
    var reply = Reply()
    let rows = 0..<4 * workload.batch
    let (x, y) = (x.rows(rows), y.rows(rows))
    reply.loss = Double(
      try model.evaluate(
        x, y, batchSize: workload.batch, verbose: .silent
      ).loss)
    reply.outputs = try model.predict(x, verbose: .silent).scalars
      .prefix(256).map { Double($0) }
    return reply
  }

  /// Predicts for all samples, as many at once as asked for.
  func predict(_ batch: Int) throws -> Reply {
    var reply = Reply()
    let seconds = try timed {
      _ = try model.predict(x, batchSize: batch, verbose: .silent)
    }
    reply.wall = seconds
    reply.computing = seconds
    return reply
  }

  /// What it took.
  func end() -> Reply {
    var reply = Reply()
    reply.memory = Double(peak_memory()) / 1_048_576
    return reply
  }
}

/// How many seconds something takes.
func timed(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let start = clock.now
  try body()
  return (clock.now - start) / .seconds(1)
}
