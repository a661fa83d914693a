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
  /// Bytes a lesson's program may take.
  public var memoryLimit = 8 << 30
  public var options = TestOptions()

  public init(toolchain: Toolchain) {
    self.toolchain = toolchain
  }

  /// The outcomes of lessons, in their order. Their programs run side by
  /// side, as many as there are processors.
  public func outcomes(
    of lessons: [Lesson],
    progress: @escaping @Sendable (LessonOutcome) -> Void = { _ in }
  ) async throws -> [LessonOutcome] {
    removeOldPrograms()
    let scripts = lessons.map(\.scripts)
    let jobs = lessons.indices.flatMap { index in
      scripts[index].map { (index, $0) }
    }
    var found = lessons.map { _ in [String: Evidence]() }
    var outcomes: [Int: LessonOutcome] = [:]
    func finish(_ index: Int) {
      let outcome = outcome(
        of: lessons[index], scripts[index], found[index])
      outcomes[index] = outcome
      progress(outcome)
    }
    for index in lessons.indices where scripts[index].isEmpty {
      finish(index)
    }
    try await withThrowingTaskGroup(of: (Int, String, Evidence).self) { group in
      func take(_ result: (Int, String, Evidence)) {
        found[result.0][result.1] = result.2
        if found[result.0].count == scripts[result.0].count {
          finish(result.0)
        }
      }
      for (started, (index, script)) in jobs.enumerated() {
        if started >= ProcessInfo.processInfo.activeProcessorCount,
          let result = try await group.next()
        {
          take(result)
        }
        let tester = self.tester(of: script, in: lessons[index])
        group.addTask { (index, script.name, try tester.evidence()) }
      }
      for try await result in group { take(result) }
    }
    return lessons.indices.compactMap { outcomes[$0] }
  }

  /// Compiles and runs one lesson, one program after the other.
  public func outcome(of lesson: Lesson) throws(ToolError) -> LessonOutcome {
    let scripts = lesson.scripts
    var found: [String: Evidence] = [:]
    for script in scripts {
      found[script.name] = try tester(of: script, in: lesson).evidence()
    }
    return outcome(of: lesson, scripts, found)
  }

  private func tester(of script: Script, in lesson: Lesson) -> ScriptTester {
    ScriptTester(
      toolchain: toolchain, options: options, timeLimit: timeLimit,
      memoryLimit: memoryLimit, lesson: lesson, script: script)
  }

  /// What became of a lesson whose programs did this.
  private func outcome(
    of lesson: Lesson, _ scripts: [Script], _ found: [String: Evidence]
  ) -> LessonOutcome {
    var (evidence, sections) = ([Int: Evidence](), [Int: Excerpt.Finding]())
    for script in scripts {
      for block in script.own { evidence[block] = found[script.name] }
    }
    let source = Excerpt(sources: toolchain.package.appending(path: "Sources"))
    for block in lesson.blocks {
      sections[block.number] = source.finding(block)
    }
    var outcome = LessonOutcome(
      lesson: lesson, evidence: evidence, sections: sections,
      seconds: LessonOutcome.Seconds(
        compiling: found.values.map(\.seconds.compiling).reduce(0, +),
        running: found.values.map(\.seconds.running).reduce(0, +)))
    outcome.isRemembered = found.values.allSatisfy(\.isRemembered)
    return outcome
  }

  /// Removes the folders that killed runs left behind, a day later.
  private func removeOldPrograms() {
    let folder = toolchain.scratch.appending(path: "programs")
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let yesterday = Int(Date.now.timeIntervalSince1970 - 86_400)
    for name in names {
      let path = folder.appending(path: name)
      if let stamp = FileStamp(path.path),
        stamp.time / 1_000_000_000 < yesterday
      {
        try? FileManager.default.removeItem(at: path)
      }
    }
  }
}
