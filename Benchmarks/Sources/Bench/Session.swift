// A program that runs and answers. Next: Comparison.swift.

import Foundation
import Workloads

/// A measured program, one process, kept for all rounds.
final class Session {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let log: String
  private var pending = Data()

  /// Why a program gave no answer.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Starts a program on its share of the processors.
  init(
    _ program: Program, _ job: Job, _ words: [String], threads: Int,
    in house: House
  ) throws {
    var command = program.command(job, words, in: house)
    #if os(Linux)
      let processors = House.processors.prefix(threads).map { "\($0)" }
      command =
        ["taskset", "-c", processors.joined(separator: ",")] + command
    #endif
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.environment = ProcessInfo.processInfo.environment
      .merging(program.environment(threads: threads)) { $1 }
    process.standardInput = input
    process.standardOutput = output
    let log = house.build.appending(path: "\(program.rawValue).log").path
    self.log = log
    if FileManager.default.createFile(atPath: log, contents: nil) {
      process.standardError = FileHandle(forWritingAtPath: log)
    }
    // A later program must not hold this one's input open: where this ends,
    // all end.
    for end in [input.fileHandleForWriting, output.fileHandleForReading] {
      _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
    }
    try process.run()
  }

  /// The answer to a command; to none, what the program says by itself.
  func ask(_ command: String? = nil) throws -> Reply {
    try JSONDecoder().decode(Reply.self, from: line(after: command))
  }

  /// The next line the program writes.
  func line(after command: String? = nil) throws -> Data {
    if let command {
      let line = Data("\(command)\n".utf8)
      try input.fileHandleForWriting.write(contentsOf: line)
    }
    while true {
      if let end = pending.firstIndex(of: 10) {
        let line = Data(pending[..<end])
        pending = Data(pending[(end + 1)...])
        return line
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else {
        process.waitUntilExit()
        throw Failure(description: "ended without an answer; see \(log)")
      }
      pending += more
    }
  }

  /// Waits until the process has gone.
  func wait() throws {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        description: "ended with \(process.terminationStatus); see \(log)")
    }
  }

  deinit { if process.isRunning { process.terminate() } }
}
