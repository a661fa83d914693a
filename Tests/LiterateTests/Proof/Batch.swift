// Many documents in a process of their own: one that crashes or hangs there
// is a test that fails, and no suite that stands still.

import Foundation
import Testing

/// A law that some document breaks.
struct Broken: Error, CustomStringConvertible {
  let law: String
  var description: String { law }
}

/// A law, and the document it is held against.
func hold(
  _ law: String, _ holds: Bool, _ text: @autoclosure () -> String = ""
) throws {
  if !holds { throw Broken(law: law + "\n" + text()) }
}

/// The inside of an exit test that goes through many seeds.
///
///     let result = await #expect(processExitsWith: .success) {
///       try Batch("claims").each(1_000) { dice in … }
///     }
///     if result == nil { Batch("claims").report() }
///
/// `UNROLLED_SEED=7 swift test --filter claims` tries one seed alone.
struct Batch {
  private let name: String

  init(_ name: String) {
    self.name = name
  }

  /// Seconds one document may take before the process ends itself: a hundred
  /// times what the slowest needs alone, since a machine may be busy.
  static let patience: UInt32 = 200

  private static var seed: ClosedRange<Int>? {
    ProcessInfo.processInfo.environment["UNROLLED_SEED"]
      .flatMap { Int($0) }.map { $0...$0 }
  }

  /// Goes through the seeds from 1; a hundred times as many in a proof, unless
  /// these are the `whole`.
  func each(
    _ sample: Int, whole: Bool = false, _ body: (inout Dice) throws -> Void
  ) throws {
    let log = Batch.log(name, of: getppid())
    try Data().write(to: log)
    let file = try FileHandle(forWritingTo: log)
    for seed in Batch.seed ?? 1...(isProof && !whole ? sample * 100 : sample) {
      try file.seek(toOffset: 0)
      try file.write(contentsOf: Data("\(seed)\n".utf8))
      alarm(Batch.patience)
      var dice = Dice(seed: seed)
      do {
        try body(&dice)
      } catch {
        Issue.record("\(name), seed \(seed): \(error)")
        break
      }
    }
    alarm(0)
    try FileManager.default.removeItem(at: log)
  }

  /// Says at which seed the process ended.
  func report() {
    let seed = try? String(
      contentsOf: Batch.log(name, of: getpid()), encoding: .utf8)
    Issue.record("\(name): the process ended at seed \(seed ?? "?")")
  }

  /// Where the inner process says how far it is, for the outer one.
  private static func log(_ name: String, of process: Int32) -> URL {
    FileManager.default.temporaryDirectory
      .appending(path: "unrolled-\(name)-\(process)")
  }
}
