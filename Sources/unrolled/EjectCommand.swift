import ArgumentParser
import Foundation
import Literate

struct EjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eject",
    abstract: "Makes a Swift package of a lesson, and takes it back.",
    discussion: """
      The package stands alone: the lesson's program, block by block, and the \
      library's sources. Change the blocks there, run them with `swift run`; \
      --back puts them into the lesson again, if it is as it was.

        unrolled eject 12 ~/whole
        unrolled eject 12 ~/whole --link    uses the library from where it is
        unrolled eject --back ~/whole
      """)

  @OptionGroup var workshop: Workshop
  @Flag(help: "Put the changes of an ejected lesson back into it.")
  var back = false
  @Flag(help: "Use the library from where it is, instead of copying it.")
  var link = false
  @Argument(
    help: ArgumentHelp(
      "The lesson, by number, slug or file name, and a new folder.",
      valueName: "lesson folder"),
    completion: .lessons)
  var names: [String]

  func validate() throws {
    guard names.count == (back ? 1 : 2) else {
      throw ValidationError(
        back
          ? "name the folder of an ejected lesson"
          : "name a lesson and a new folder, like 12 ~/whole")
    }
  }

  func run() throws {
    if back {
      let result = try Ejection.back(from: names[0])
      try result.write()
      let blocks = result.changed.map(String.init).joined(separator: ", ")
      say(
        "\(result.lesson.path): "
          + (result.changed.isEmpty
            ? "nothing has changed" : "put back: block \(blocks)"))
      return
    }
    let course = try workshop.course()
    let lessons = try course.chosen([names[0]])
    let toolchain = try workshop.toolchain(for: course)
    let ejection = try Ejection.write(
      lessons[0], to: names[1], toolchain: toolchain, isLinked: link)
    say("\(names[1]): \(lessons[0].title); README.md says how to run it")
    if !ejection.left.isEmpty {
      let blocks = ejection.left.map(String.init).joined(separator: ", ")
      say("Not in it, because they do not run from block to block: \(blocks)")
    }
  }
}
