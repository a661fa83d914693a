import Foundation
import Frames
import Literate
import Testing

/// Lessons as their pages run them: compiled to WebAssembly, each says in
/// node what is recorded. A proof takes them all, which lasts minutes; else
/// one stands for them.
@Suite(.serialized) struct LiveLessonTests {
  private static let names = LessonNames.all.filter {
    isLiveProof || $0.hasPrefix("01-")
  }

  @Test(arguments: names)
  func saysInNodeWhatIsRecorded(name: String) throws {
    let lesson = try LessonNames.lesson(name)
    let build = try #require(PageBuild(toolchain: Library.toolchain.get()))
    let program = try build.program(of: lesson)
    guard let outcome = try build.outcome(of: lesson) else {
      // It says why on its page.
      #expect(program.refusal?.isEmpty == false)
      return
    }
    #expect(!outcome.blocks.isEmpty)
    #expect(program.excess == nil)
    let held = outcome.held
    #expect(held, "\n\(LessonReport(outcome))")
  }

  /// Set to either end, or to each of its choices, a knob does not stop the
  /// lesson without a word.
  @Test(arguments: names)
  func knobsMayBeTurnedToTheirEnds(name: String) throws {
    let lesson = try LessonNames.lesson(name)
    var tester = LessonTester(toolchain: try Library.toolchain.get())
    for call in lesson.knobs {
      for value in call.knob?.extremes ?? [] {
        tester.options.environment = [:]
        tester.options.turn([(call.name, value)])
        let outcome = try tester.outcome(of: lesson)
        for block in outcome.blocks {
          let isFine = block.verdict.isAnEndOrAClearStop
          #expect(
            isFine, "\(name), \(call.name)=\(value): \(block.verdict)")
        }
      }
    }
  }
}

/// Whether pages' programs are to be compiled and run.
let isLiveProof = ProcessInfo.processInfo.environment["UNROLLED_PROOF"] != nil

extension Verdict {
  /// It ran to its end, whatever it said, or said why not.
  fileprivate var isAnEndOrAClearStop: Bool {
    switch self {
    case .timedOut, .exited, .didNotCompile, .unsteady: false
    case .trapped(let trap): !trap.message.isEmpty
    default: true
    }
  }
}

extension Knob {
  /// Both ends of what it may be, or each of a few words; of text, nothing
  /// and something strange.
  fileprivate var extremes: [String] {
    switch choice {
    case .numbers(let range): ["\(range.lowerBound)", "\(range.upperBound)"]
    case .wholes(let range): ["\(range.lowerBound)", "\(range.upperBound)"]
    case .words(let words): words
    case .truth: ["true", "false"]
    case .text: ["", "What? — “ü”!"]
    }
  }
}
