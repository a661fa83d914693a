import Foundation
import Testing

@testable import Literate

/// Browsers have no word for what `xz` packs: the page's script unpacks it.
@Suite struct LiveUnpackTests {
  /// Bytes of every kind: none, one, text, noise, the same again near and
  /// far, and more than the script's first guess of a megabyte.
  private static let samples: [Data] = {
    var state: UInt64 = 1
    let noise = (0..<40_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    let text = (try? Data(contentsOf: script)) ?? Data()
    let counts = (0..<300_000).flatMap { number -> [UInt8] in
      [UInt8(number % 251), UInt8(number % 7), 0]
    }
    return [
      Data(), Data([7]), Data(repeating: 9, count: 1_500_000), text,
      Data(noise), Data(noise) + text + Data(noise), Data(counts) + text,
    ]
  }()

  private static let script = House.root
    .appending(path: "Site/theme/scripts/08-live-unpack.js")

  @Test(arguments: samples.indices)
  func thePageUnpacksWhatIsPacked(index: Int) throws {
    let bytes = LiveUnpackTests.samples[index]
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "unrolled-unpack-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "bytes")
    let packed = folder.appending(path: "bytes.lzma")
    try bytes.write(to: file)
    try runProgram(
      try ToolError.find("xz"), PageProgram.pack + [file.path], in: folder
    ).output.write(to: packed)
    let program = folder.appending(path: "unpack.js")
    let script = try String(
      contentsOf: LiveUnpackTests.script, encoding: .utf8)
    try Data(
      """
      \(script)
      const { readFileSync, writeSync } = require("node:fs");
      const bytes = unlzma(readFileSync(process.argv[2]));
      for (let at = 0; at < bytes.length;) at += writeSync(1, bytes, at);
      """.utf8
    ).write(to: program)
    let unpacking = try runProgram(
      try ToolError.find("node"), [program.path, packed.path], in: folder)
    #expect(unpacking.ending.cause == .exited(0), "\(unpacking.errorText)")
    let isSame = unpacking.output == bytes
    #expect(isSame, "sample \(index), \(unpacking.output.count) bytes")
  }
}
