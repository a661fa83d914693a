// Whether time grows as the work does.

import Tensors
import Workloads

/// A size that grows, and what it cost.
struct CurvePoint {
  let axis: String
  let size: Int
  /// Milliseconds.
  let time: Double
}

/// Times of the sentiment model as its sequences, its batches and its data
/// grow, everything else the same.
func curves(in folder: String) throws -> [CurvePoint] {
  let plain = Workload.reviews(.simpleRNN, words: 10_000)
    .resized(samples: 1_024)
  var points: [CurvePoint] = []
  func measure(
    _ axis: String, _ size: Int, _ workload: Workload,
    _ time: (inout Worker) throws -> Double
  ) throws {
    let place = WorkFolder(folder)
    try workload.make(in: place)
    var worker = try Worker(place)
    // The first is for memory to be there; of the others, the least disturbed.
    let times = try (0..<4).map { _ in try time(&worker) }
    points.append(
      CurvePoint(axis: axis, size: size, time: times.dropFirst().min()!))
  }
  for steps in [50, 100, 200, 400, 800] {
    try measure("steps", steps, plain.resized(steps: steps)) {
      try $0.train(8).step!
    }
  }
  for batch in [16, 32, 64, 128, 256] {
    try measure("batch", batch, plain.resized(batch: batch)) {
      try $0.train(1_024 / batch).step!
    }
  }
  for samples in [1_024, 2_048, 4_096, 8_192, 16_384] {
    try measure("examples", samples, plain.resized(samples: samples)) {
      try 1000 * $0.predict(256).wall!
    }
  }
  return points
}
