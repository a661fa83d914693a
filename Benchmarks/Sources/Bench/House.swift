// Where things are. Next: Program.swift.

import Foundation

/// The folders of a sitting.
struct House {
  /// The package's own folder.
  let root: URL
  /// Where programs are built and results are written.
  var build: URL { root.appending(path: ".build/bench") }
  /// Python with the peers in it.
  var python: String { build.appending(path: "venv/bin/python").path }
  /// Data and starting weights.
  var data: URL { build.appending(path: "data") }

  func product(_ name: String) -> String {
    build.appending(path: "swift/release/\(name)").path
  }

  func script(_ name: String) -> String {
    root.appending(path: "Benchmarks/Peers/\(name)").path
  }

  /// Whether the processor has AVX-512.
  static var hasWideRegisters: Bool {
    let info = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    return info?.contains(" avx512f ") ?? false
  }

  /// The processors this process may use, in order.
  static var processors: [Int] {
    let status =
      (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let list = status.split(separator: "\n")
      .first { $0.hasPrefix("Cpus_allowed_list:") }?
      .split(separator: "\t").last
    guard let list else {
      return Array(0..<ProcessInfo.processInfo.activeProcessorCount)
    }
    return list.split(separator: ",").flatMap { part in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      return ends.isEmpty ? [] : Array(ends[0]...ends[ends.count - 1])
    }
  }
}
