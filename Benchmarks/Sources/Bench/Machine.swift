// Where and when it was measured.

import Foundation

/// The machine, by the words it says about itself.
struct Machine: Codable {
  let processor: String
  let processors: Int
  let system: String
  let date: String

  /// This one, now.
  init() {
    processor = Machine.named
    processors = House.processors.count
    system = ProcessInfo.processInfo.operatingSystemVersionString
    let format = ISO8601DateFormatter()
    format.formatOptions = [.withFullDate]
    date = format.string(from: Date())
  }

  private static var named: String {
    #if os(macOS)
      var size = 0
      sysctlbyname("machdep.cpu.brand_string", nil, &size, nil, 0)
      var bytes = [UInt8](repeating: 0, count: size)
      sysctlbyname("machdep.cpu.brand_string", &bytes, &size, nil, 0)
      return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    #else
      let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))
      func field(_ name: String) -> String? {
        info?.split(separator: "\n").first { $0.hasPrefix(name) }?
          .split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
      }
      let isAVX2 = info?.contains(" avx2 ") ?? false
      let width =
        House.hasWideRegisters ? "AVX-512" : isAVX2 ? "AVX2" : nil
      return [field("model name") ?? "unknown processor", width]
        .compactMap { $0 }.joined(separator: ", ")
    #endif
  }
}
