// An interrupted tool leaves no lesson running.

import Foundation
import Literate

/// Ends running lessons when the tool is interrupted or told to stop.
enum Interrupts {
  /// Kept for as long as the tool runs.
  @MainActor private static var sources: [any DispatchSourceSignal] = []

  @MainActor static func watch() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: .global())
      source.setEventHandler {
        RunningPrograms.endAll()
        _exit(128 + number)
      }
      source.resume()
      sources.append(source)
    }
  }
}
