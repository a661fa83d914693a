// The measured program.
//
//     ours make FOLDER WORKLOAD   writes data and starting weights
//     ours serve FOLDER           reads commands, answers in JSON
//     ours products THREADS       products and the peak, in GFLOP/s
//     ours curves FOLDER          time against size

import Foundation
import Peak
import RNN
import Tensors
import Workloads

flushDenormals()
let words = Array(CommandLine.arguments.dropFirst())
switch words.first {
case "make" where words.count == 3:
  guard let workload = Workload.named(words[2]) else {
    fatalError("no workload is called \(words[2])")
  }
  try workload.make(in: WorkFolder(words[1]))
case "serve" where words.count == 2:
  try serve(words[1])
case "products" where words.count == 2:
  let threads = Int32(words[1]) ?? 1
  var speeds = ["peak": peak_operations(threads, 0.5) / 1e9]
  for size in [64, 256, 1024] { speeds["\(size)"] = productSpeed(size) }
  print(String(decoding: try JSONEncoder().encode(speeds), as: UTF8.self))
case "curves" where words.count == 2:
  for point in try curves(in: words[1]) {
    print("\(point.axis) \(point.size) \(point.time)")
  }
default:
  fatalError("expected make, serve, products or curves; got \(words)")
}

/// Answers each line of standard input with one of standard output.
func serve(_ folder: String) throws {
  var worker = try Worker(WorkFolder(folder))
  var ready = Reply()
  ready.versions = "Unrolled"
  try say(ready)
  while let line = readLine() {
    let parts = line.split(separator: " ")
    let number = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    switch parts.first {
    case "train": try say(worker.train(number))
    case "check": try say(worker.check())
    case "predict": try say(worker.predict(number))
    case "end": return try say(worker.end())
    default: fatalError("expected a command; got \(line)")
    }
  }
}

func say(_ reply: Reply) throws {
  // Written at once: `print` would keep it until there is more.
  FileHandle.standardOutput.write(try JSONEncoder().encode(reply) + [10])
}
