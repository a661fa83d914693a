import ArgumentParser
import Literate

struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Lists the data sets that lessons need, and checks their files.",
    discussion: """
      unrolled.yml declares them, each file with its SHA-256. They are looked \
      for in the folder that UNROLLED_DATA names, or in ~/.unrolled/data, each \
      set in a folder of its name. Lessons that need a set that is not here \
      show what is recorded.

        unrolled data               every set
        unrolled data imdb          one
        unrolled data --download    fetches what is missing
      """)

  @OptionGroup var place: LessonsFolder
  @Flag(
    help: "Fetch missing files from their official addresses, if declared.")
  var download = false
  @Argument(help: "Data sets; all of them if none.")
  var names: [String] = []

  func run() throws {
    let settings = try place.course().settings
    say("Looked for in \(DataSet.folder)")
    var checks = try settings.dataChecks(names)
    if checks.isEmpty { say("unrolled.yml declares no data set.") }
    if download {
      for check in checks where check.state == .missing && check.url != nil {
        say("fetching \(check.set)/\(check.file) from \(check.url ?? "")")
        try check.download()
      }
      checks = try settings.dataChecks(names)
    }
    var set = ""
    for check in checks {
      if check.set != set {
        set = check.set
        let title = settings.data?[set]?.title.map { ": \($0)" } ?? ""
        say("\(set)\(title)")
      }
      say("  \(check.line)")
    }
    if !checks.allSatisfy({ $0.state == .fine }) { throw ExitCode(1) }
  }
}

extension DataCheck {
  fileprivate var line: String {
    switch state {
    case .fine: "✓ \(file)"
    case .other(let sum):
      "✗ \(file) is not the official file: its SHA-256 is \(sum)"
    case .missing:
      "✗ \(file) is not here; "
        + (url.map { "it is found at \($0)" } ?? "put it at \(path)")
    }
  }
}
