// Outcomes as JUnit's XML, which most continuous integration reads.

/// A test suite for each lesson; a test case for each block, and for each
/// number and claim in the prose.
public struct JUnitReport: CustomStringConvertible {
  private let outcomes: [LessonOutcome]

  public init(_ outcomes: [LessonOutcome]) {
    self.outcomes = outcomes
  }

  public var description: String {
    let suites = outcomes.map { suite($0) }
    let time = outcomes.reduce(0) { $0 + $1.time }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"unrolled\""
      + " tests=\"\(suites.reduce(0) { $0 + $1.tests })\""
      + " failures=\"\(suites.reduce(0) { $0 + $1.failures })\""
      + " skipped=\"\(suites.reduce(0) { $0 + $1.skipped })\""
      + " time=\"\(time.seconds)\">\n"
      + suites.map(\.text).joined() + "</testsuites>\n"
  }

  fileprivate struct Suite {
    var text = ""
    var tests = 0
    var failures = 0
    var skipped = 0
  }

  fileprivate func suite(_ outcome: LessonOutcome) -> Suite {
    let lesson = outcome.lesson
    let report = LessonReport(outcome)
    var suite = Suite()
    for block in outcome.blocks {
      let line = block.block.codeLine
      suite.add(
        "block \(block.block.number), \(lesson.heading(above: line))",
        of: lesson, line: line, findings: report.findings(block),
        skipped: block.skipReason)
    }
    for reference in outcome.references {
      let link = reference.reference
      suite.add(
        "line \(link.line): \(link.words) (\(link.target))", of: lesson,
        line: link.line, findings: report.findings(reference), skipped: nil)
    }
    suite.text =
      "  <testsuite name=\"\(lesson.fileName.attribute)\""
      + " file=\"\(lesson.path.attribute)\" tests=\"\(suite.tests)\""
      + " failures=\"\(suite.failures)\" skipped=\"\(suite.skipped)\""
      + " time=\"\(outcome.time.seconds)\">\n"
      + suite.text + "  </testsuite>\n"
    return suite
  }
}

extension JUnitReport.Suite {
  fileprivate mutating func add(
    _ name: String, of lesson: Lesson, line: Int, findings: [Finding],
    skipped reason: String?
  ) {
    tests += 1
    text +=
      "    <testcase classname=\"\(lesson.slug.attribute)\""
      + " name=\"\(name.attribute)\" file=\"\(lesson.path.attribute)\""
      + " line=\"\(line)\""
    guard let first = findings.first else {
      if let reason {
        skipped += 1
        text += "><skipped message=\"\(reason.attribute)\"/></testcase>\n"
      } else {
        text += "/>\n"
      }
      return
    }
    failures += 1
    let details = findings.map {
      "\($0.path):\($0.line): \($0.message)\n\($0.details)"
    }.joined(separator: "\n")
    text +=
      ">\n      <failure message=\"\(first.message.attribute)\">"
      + "\(details.content)</failure>\n    </testcase>\n"
  }
}

extension LessonOutcome {
  /// Seconds it took in all.
  fileprivate var time: Double { seconds.compiling + seconds.running }
}

extension BlockOutcome {
  /// Why it was not run, if that is fine.
  var skipReason: String? {
    switch verdict {
    case .excused(let reason), .recorded(let reason): reason
    default: nil
    }
  }
}

extension Double {
  /// Milliseconds are enough.
  fileprivate var seconds: String {
    let thousandths = Int((self * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)."
      + String(repeating: "0", count: 3 - rest.count) + rest
  }
}

extension String {
  /// As the text of an element. XML knows no control characters, not even
  /// escaped ones.
  fileprivate var content: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\t", "\n", "\r": text.unicodeScalars.append(scalar)
      case _ where scalar.value < 32 || (0xfffe...0xffff) ~= scalar.value:
        text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// As the value of an attribute.
  fileprivate var attribute: String {
    content.replacing("\"", with: "&quot;").replacing("\n", with: "&#10;")
  }
}
