import ArgumentParser
import Foundation
import Literate

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says what this machine lacks, and what to do about it.",
    discussion: """
      Exit status 2 if it lacks anything.

        unrolled doctor
      """)

  func run() throws {
    let checkups = Doctor().checkups
    let width = checkups.map(\.name.count).max() ?? 0
    for checkup in checkups {
      let name = checkup.name.padding(
        toLength: width, withPad: " ", startingAt: 0)
      say("\(checkup.isFine ? "✓" : "✗") \(name)  \(checkup.words)")
    }
    if !checkups.allSatisfy(\.isFine) { throw ExitCode(2) }
  }
}
