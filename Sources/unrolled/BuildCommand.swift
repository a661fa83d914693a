import ArgumentParser
import Literate

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Makes the site.")
  @OptionGroup var workshop: Workshop
  func run() async throws {}
}
