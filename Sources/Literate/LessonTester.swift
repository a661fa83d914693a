// The engine: lessons in, outcomes out. Next: LessonReport.swift.

import Foundation

/// Compiles and runs lessons.
///
///     let tester = LessonTester(toolchain: toolchain)
///     let outcomes = try await tester.outcomes(of: course.lessons) { … }
public struct LessonTester: Sendable {
  public let toolchain: Toolchain
  /// Seconds a lesson may run.
  public var timeLimit = 300.0

  public init(toolchain: Toolchain) {
    self.toolchain = toolchain
  }

  /// The outcomes of lessons, in their order. They run side by side, as many
  /// as there are processors.
  public func outcomes(
    of lessons: [Lesson],
    progress: @escaping @Sendable (LessonOutcome) -> Void = { _ in }
  ) async throws -> [LessonOutcome] {
    removeOldPrograms()
    let atOnce = ProcessInfo.processInfo.activeProcessorCount
    return try await withThrowingTaskGroup(
      of: (Int, LessonOutcome).self
    ) { group in
      var outcomes: [Int: LessonOutcome] = [:]
      for (index, lesson) in lessons.enumerated() {
        if index >= atOnce, let (done, outcome) = try await group.next() {
          outcomes[done] = outcome
        }
        group.addTask {
          let outcome = try self.outcome(of: lesson)
          progress(outcome)
          return (index, outcome)
        }
      }
      for try await (index, outcome) in group { outcomes[index] = outcome }
      return lessons.indices.compactMap { outcomes[$0] }
    }
  }

  /// Removes the folders that killed runs left behind, a day later.
  private func removeOldPrograms() {
    let manager = FileManager.default
    let folders = try? manager.contentsOfDirectory(
      at: toolchain.scratch.appending(path: "programs"),
      includingPropertiesForKeys: [.contentModificationDateKey])
    for folder in folders ?? [] {
      let values = try? folder.resourceValues(
        forKeys: [.contentModificationDateKey])
      let age = values?.contentModificationDate?.timeIntervalSinceNow ?? 0
      if age < -86_400 { try? manager.removeItem(at: folder) }
    }
  }

  /// Compiles and runs one lesson.
  public func outcome(of lesson: Lesson) throws(ToolError) -> LessonOutcome {
    // A folder of its own, so that the same lesson may run twice at a time.
    let folder = toolchain.scratch.appending(
      path: "programs/\(lesson.slug)-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var evidence = Evidence()
    let start = ContinuousClock.now
    let compiled = try compile(lesson, in: folder, &evidence)
    try refuse(lesson, in: folder, &evidence)
    evidence.seconds.compiling = start.duration(to: .now) / .seconds(1)
    if compiled {
      let run = try LessonRun(
        lesson: lesson, in: folder, timeLimit: timeLimit)
      evidence.seconds.running = run.ending.seconds
      evidence.run = run
    }
    return LessonOutcome(lesson: lesson, evidence: evidence)
  }

  /// Compiles the lesson's one program. If it has errors, only the blocks
  /// before the first bad one: those still run.
  private func compile(
    _ lesson: Lesson, in folder: URL, _ evidence: inout Evidence
  ) throws(ToolError) -> Bool {
    var blocks = lesson.blocks.filter(\.fence.isRun)
    // A brace too many would put the blame on another block.
    for block in blocks {
      let errors = block.syntaxErrors
      if !errors.isEmpty { evidence.errors[block.number] = errors }
    }
    if let firstBad = evidence.errors.keys.min() {
      blocks = blocks.filter { $0.number < firstBad }
    }
    while !blocks.isEmpty {
      let errors = try compile(lesson, blocks, in: folder)
      if errors.isEmpty { return true }
      let byBlock = Dictionary(grouping: errors) { error in
        blocks.last { $0.codeLine <= error.line }?.number ?? blocks[0].number
      }
      evidence.errors.merge(byBlock) { first, _ in first }
      let firstBad = byBlock.keys.min() ?? 0
      blocks = blocks.filter { $0.number < firstBad }
    }
    return false
  }

  /// Asks the compiler about each block that it must refuse: after the blocks
  /// before it, and without any other of its kind.
  private func refuse(
    _ lesson: Lesson, in folder: URL, _ evidence: inout Evidence
  ) throws(ToolError) {
    for block in lesson.blocks where block.fence.role == .fails {
      let before = lesson.blocks.filter {
        $0.number < block.number && $0.fence.isRun
          && evidence.errors[$0.number] == nil
      }
      let errors = try compile(
        lesson, before + [block], in: folder, onlyChecking: true)
      evidence.refusals[block.number] = errors.filter {
        block.lines.contains($0.line)
      }
    }
  }

  private func compile(
    _ lesson: Lesson, _ blocks: [Block], in folder: URL,
    onlyChecking: Bool = false
  ) throws(ToolError) -> [Diagnostic] {
    let program = Program(
      lesson: lesson, blocks: blocks, imports: toolchain.settings.imports)
    return try toolchain.compile(
      program, lesson: lesson,
      in: onlyChecking ? folder.appending(path: "refused") : folder,
      onlyChecking: onlyChecking)
  }
}
