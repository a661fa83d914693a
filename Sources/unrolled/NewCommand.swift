import ArgumentParser
import Literate

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Makes a lesson, and puts it into the course.",
    discussion: """
      The lesson gets the next free number, and a line in unrolled.yml. If \
      unrolled.yml names it already, it gets a number of that place. It holds \
      from the beginning: change it from there.

        unrolled new copying
        unrolled new copying --title "Copying a sequence" --part Memory
        unrolled new copying --number 26
      """)

  @OptionGroup var place: LessonsFolder
  @Option(help: "What it is called; its slug in words, if not given.")
  var title: String?
  @Option(
    help: ArgumentHelp(
      "The part of the course, by its title; that of the last lesson, if not "
        + "given.", valueName: "title"))
  var part: String?
  @Option(help: "Its number, if it must be this one.")
  var number: Int?
  @Argument(
    help: "Its address on the site: letters, numbers and hyphens.")
  var slug: String

  func run() throws {
    let scaffold = try Scaffold(
      slug: slug, title: title, part: part, number: number,
      folder: place.lessons)
    try scaffold.write()
    say("\(scaffold.path): a new lesson, in the part “\(scaffold.part)”")
    say("`unrolled test \(slug)` runs it")
  }
}
