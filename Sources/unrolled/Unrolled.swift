// The command line: arguments and exit status, nothing else.

import ArgumentParser
import Literate
import Publishing

@main
struct Unrolled: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unrolled",
    abstract: "Runs the lessons of a course, checks them, makes its site.",
    discussion: """
      Exit status: 0 if everything held, 1 if a lesson did not, 2 for wrong \
      use or a machine that lacks something.
      """,
    version: "0.1.0",
    subcommands: [
      TestCommand.self, AcceptCommand.self, RunCommand.self,
      BuildCommand.self, NewCommand.self, EjectCommand.self,
      DataCommand.self, PracticeCommand.self, ExplainCommand.self,
      DoctorCommand.self,
    ])

  /// The parser's own exit status for wrong use is 64; ours is 2.
  static func main() async {
    await Interrupts.watch()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let status as ExitCode {
      exit(withError: status)
    } catch let error
      where error is LessonError || error is Problem
      || error is ToolError || error is SiteError
    {
      complain("\(error)")
      exit(withError: ExitCode(2))
    } catch {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code == .success {
        print(message)
        exit(withError: code)
      }
      complain(message)
      exit(withError: ExitCode(2))
    }
  }
}
