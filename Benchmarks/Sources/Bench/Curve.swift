// Whether our time grows as the work does. Next: Report.swift.

import Foundation

/// Times of ours at growing sizes, everything else the same.
struct Curve: Codable {
  /// What grows: `steps`, `batch` or `examples`.
  let axis: String
  var points: [Point] = []

  /// One size, and the milliseconds it took.
  struct Point: Codable {
    let size: Int
    let time: Double
  }

  /// All curves, on one thread.
  static func all(in house: House) throws -> [Curve] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: house.product("ours"))
    process.arguments = [
      "curves", house.data.appending(path: "curves").path,
    ]
    process.environment = ProcessInfo.processInfo.environment
      .merging(Program.unrolled.environment(threads: 1)) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var curves: [Curve] = []
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 3, let size = Int(parts[1]),
        let time = Double(parts[2])
      else { continue }
      if curves.last?.axis != parts[0] {
        curves.append(Curve(axis: parts[0]))
      }
      curves[curves.count - 1].points.append(Point(size: size, time: time))
    }
    return curves
  }
}
