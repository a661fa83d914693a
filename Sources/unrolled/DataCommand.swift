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
        unrolled data imdb --archive aclImdb_v1.tar.gz
                                    makes its files from the official archive
      """)

  @OptionGroup var place: LessonsFolder
  @Flag(
    help: "Fetch missing files from their official addresses, if declared.")
  var download = false
  @Option(
    help: "Make a set's files from its archive, which is here already.",
    completion: .file())
  var archive: String?
  @Argument(help: "Data sets; all of them if none.")
  var names: [String] = []

  func run() throws {
    let settings = try place.course().settings
    say("Looked for in \(DataSet.folder)")
    var checks = try settings.dataChecks(names)
    if checks.isEmpty { say("unrolled.yml declares no data set.") }
    if download || archive != nil {
      try fetch(checks.filter { $0.state != .fine }, settings)
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

  func validate() throws {
    if archive != nil, names.count != 1 {
      throw ValidationError("--archive needs the name of one data set")
    }
  }

  /// Fetches files that have an address of their own, and makes the rest of
  /// their sets' archives.
  private func fetch(
    _ missing: [DataCheck], _ settings: CourseSettings
  ) throws {
    for check in missing where archive == nil && check.url != nil {
      say("fetching \(check.set)/\(check.file) from \(check.url ?? "")")
      try check.download()
    }
    for set in Set(missing.filter { $0.url == nil }.map(\.set)).sorted() {
      let declared = settings.data?[set]?.archive
      guard let origin = archive ?? declared else { continue }
      say("making \(set) from \(origin)")
      try settings.unpack(set, archive: archive)
    }
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
