// A lesson's program as its page can run it. Next: PageBuild.swift.

/// What became of a lesson's program for its page.
public struct PageProgram: Equatable, Sendable {
  public enum Outcome: Equatable, Sendable {
    /// WebAssembly, packed as LZMA: a quarter less than gzip leaves of it.
    case compiled([UInt8])
    /// The page shows what is recorded, for this reason.
    case refused(because: String)
  }

  public let outcome: Outcome
  /// The numbers of the blocks that run in the page.
  public let blocks: Set<Int>

  public init(_ outcome: Outcome, blocks: Set<Int> = []) {
    self.outcome = outcome
    self.blocks = blocks
  }

  static func refused(_ reason: String) -> Self {
    .init(.refused(because: reason))
  }

  /// What `xz` packs a file with, as the page's own script unpacks it.
  static let pack = ["--format=lzma", "-9e", "-c"]

  /// What `xz` unpacks it with.
  static let unpack = ["--format=lzma", "-d", "-c"]

  /// The program, if there is one.
  public var bytes: [UInt8]? {
    if case .compiled(let bytes) = outcome { bytes } else { nil }
  }

  /// How large a program may be: what a page may ask a reader to load.
  static let limit = 200 * 1024

  /// What is wrong with its size, if it is too large.
  public var excess: String? {
    guard let size = bytes?.count, size > PageProgram.limit else { return nil }
    return "its page's program has \((size + 1023) / 1024) KB, more than "
      + "\(PageProgram.limit / 1024)"
  }

  /// Why there is none.
  public var refusal: String? {
    if case .refused(let reason) = outcome { reason } else { nil }
  }
}

extension Script {
  /// Its blocks that a page can run: it has no compiler to refuse one, and no
  /// process to copy for one that stops.
  var pageBlocks: [Block] {
    blocks.filter { $0.fence.role == .runs || $0.fence.role == .timing }
  }
}

extension Lesson {
  /// The program that its page runs: the first that a page can run and a
  /// reader can see, or the first of those that has a knob.
  var pageScript: Script? {
    let scripts = scripts.filter {
      $0.purpose == .runs && !$0.isDouble && $0.needs.isEmpty
        && $0.isFromBlockToBlock
        && $0.pageBlocks.contains { !$0.fence.isHidden }
    }
    let lines = knobs.map(\.line)
    return scripts.first { script in
      script.pageBlocks.contains { lines.contains(where: $0.lines.contains) }
    } ?? scripts.first
  }

  /// Why its page can run nothing.
  var pageLack: String {
    let needs = blocks.filter { $0.fence.isRun }.map(\.fence.needs)
    if let needs = needs.first(where: { !$0.isEmpty }) {
      return needs.data.first.map { "it needs the data set \($0)" }
        ?? "it takes longer than a page may"
    }
    if scripts.contains(where: \.isDouble) {
      return "it computes in Double, and a page in Float"
    }
    return "nothing in it runs"
  }
}

extension Script {
  /// Not an exercise's, whose answers are none of the lesson's own program.
  fileprivate var isFromBlockToBlock: Bool {
    blocks.allSatisfy { $0.fence.exercise == nil }
  }
}
