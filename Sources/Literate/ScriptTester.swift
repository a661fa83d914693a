// Compiles and runs one program of a lesson, or remembers what it did.
// Next: LessonTester.swift.

import Foundation

/// What is run, and how.
public struct TestOptions: Equatable, Sendable {
  /// Nothing is taken from the cache.
  public var isFresh = false
  /// Blocks that are `slow` run too.
  public var isSlow = false
  /// Every program runs in two processes, which must agree in every byte.
  public var isTwice = false
  /// How many times longer a slow program may run than another.
  static let patience = 12.0
  /// Variables that programs are run with.
  public var environment: [String: String] = [:]

  public init(
    isFresh: Bool = false, isSlow: Bool = false, isTwice: Bool = false
  ) {
    self.isFresh = isFresh
    self.isSlow = isSlow
    self.isTwice = isTwice
  }
}

/// Finds out about one program of a lesson.
struct ScriptTester {
  let toolchain: Toolchain
  let options: TestOptions
  let timeLimit: Double
  let memoryLimit: Int
  let lesson: Lesson
  let script: Script

  private var cache: RunCache { RunCache(toolchain: toolchain) }

  /// What became of the program, from the cache if nothing it depends on
  /// changed.
  func evidence() throws(ToolError) -> Evidence {
    let lack = toolchain.settings.lack(of: script.needs.data)
    let isLeftOut = script.needs.isSlow && !options.isSlow
    let isRun = script.purpose == .runs && lack == nil
    // What took long is not run again, and not forgotten either.
    if isRun, let kept = try kept(isRun: true) { return kept }
    guard isRun, !isLeftOut else {
      let remembered = try kept(isRun: false)
      var evidence: Evidence
      if let remembered {
        evidence = remembered
      } else {
        evidence = try found(isRun: false)
      }
      if script.purpose == .runs {
        evidence.absence = lack ?? "slow; --slow runs it"
      }
      return evidence
    }
    return try found(isRun: true)
  }

  /// What the cache says of it.
  private func kept(isRun: Bool) throws(ToolError) -> Evidence? {
    if options.isFresh || options.isTwice {
      // A program that is not run has nothing fresher to say.
      let isLeftOut = script.needs.isSlow && !options.isSlow
      guard isRun && isLeftOut else { return nil }
    }
    let key = try key(isRun: isRun)
    return cache.evidence(key, script, of: lesson)
  }

  private func key(isRun: Bool) throws(ToolError) -> CacheKey {
    try CacheKey(
      script, of: lesson, toolchain: toolchain,
      environment: options.environment, isRun: isRun)
  }

  /// Finds out, and keeps it.
  private func found(isRun: Bool) throws(ToolError) -> Evidence {
    let key = try key(isRun: isRun)
    // A folder of its own, so that the same lesson may run twice at a time.
    let folder = toolchain.scratch.appending(
      path: "programs/\(lesson.slug)-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var evidence = Evidence()
    let start = ContinuousClock.now
    let isWhole = try compile(in: folder, isRun: isRun, &evidence)
    let compiling = start.duration(to: .now) / .seconds(1)
    if isRun && isWhole { try run(in: folder, &evidence) }
    evidence.seconds.compiling = compiling
    if evidence.isLasting && evidence.otherwise.isEmpty {
      cache.keep(evidence, key, script, of: lesson)
    }
    return evidence
  }

  // MARK: - Compiling

  /// Compiles the program. If it has errors, only the blocks before the first
  /// bad one: those still run.
  ///
  /// - Returns: whether there is something to run.
  private func compile(
    in folder: URL, isRun: Bool, _ evidence: inout Evidence
  ) throws(ToolError) -> Bool {
    var blocks = script.blocks
    // A brace too many would put the blame on another block.
    for block in blocks where !isRefused(block) {
      let errors = block.syntaxErrors
      if !errors.isEmpty { evidence.errors[block.number] = errors }
    }
    let bad = evidence.errors.keys
    blocks = Array(blocks.prefix { !bad.contains($0.number) })
    while !blocks.isEmpty {
      let errors = try toolchain.compile(
        Program(
          lesson: lesson, blocks: blocks,
          imports: toolchain.settings.imports),
        lesson: lesson, in: folder, onlyChecking: !isRun,
        isDouble: script.isDouble)
      if errors.isEmpty { return true }
      // An answer may stand below the check that is compiled after it.
      let byBlock = Dictionary(grouping: errors) { error in
        blocks.filter { $0.codeLine <= error.line }
          .max { $0.codeLine < $1.codeLine }?.number ?? blocks[0].number
      }
      evidence.errors.merge(byBlock) { first, _ in first }
      blocks = Array(blocks.prefix { byBlock[$0.number] == nil })
      if !isRun { return false }
    }
    return false
  }

  private func isRefused(_ block: Block) -> Bool {
    script.purpose == .refuses && script.own.contains(block.number)
  }

  // MARK: - Running

  /// Seconds the program may run.
  private var limit: Double {
    script.needs.isSlow ? timeLimit * TestOptions.patience : timeLimit
  }

  private func run(in folder: URL, _ evidence: inout Evidence)
    throws(ToolError)
  {
    let first = try LessonRun(
      lesson: lesson, in: folder, timeLimit: limit,
      environment: environment.merging(options.isTwice ? Conditions.first : [:])
      {
        $1
      })
    let errors = evidence.errors
    evidence = Evidence(run: first)
    evidence.errors = errors
    evidence.date = .now
    guard options.isTwice, evidence.isLasting else { return }
    let elsewhere = folder.appending(path: "elsewhere")
    do {
      try FileManager.default.createDirectory(
        at: elsewhere, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(elsewhere.path, "\(error.localizedDescription)")
    }
    let second = try LessonRun(
      lesson: lesson, in: folder, timeLimit: limit,
      environment: environment.merging(Conditions.second) { $1 },
      workingFolder: elsewhere
    ).blocks
    for (block, run) in evidence.blocks {
      let other = second[block] ?? BlockRun()
      if other.everything != run.everything {
        evidence.otherwise[block] = other
      }
    }
  }

  /// Data sets are there for those that say they need them.
  private var environment: [String: String] {
    options.environment.merging([
      "UNROLLED_MEMORY": "\(memoryLimit)",
      "UNROLLED_DATA": script.needs.data.isEmpty
        ? "say-needs=NAME-on-the-fence" : DataSet.folder,
    ]) { $1 }
  }
}

/// What may change between two runs, and must change nothing that is printed.
enum Conditions {
  static let first = [
    "SWIFT_DETERMINISTIC_HASHING": "1", "UNROLLED_THREADS": "1",
  ]
  /// Hash seeds are drawn anew in each process.
  static let second = [
    "SWIFT_DETERMINISTIC_HASHING": "0", "UNROLLED_THREADS": "2",
  ]
}
