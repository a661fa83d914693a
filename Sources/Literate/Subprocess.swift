// Running another program, with a limit on its time.

import Foundation

/// How a program ended.
struct Ending: Codable, Equatable, Sendable {
  enum Cause: Codable, Equatable, Sendable {
    case exited(Int)
    case signalled(Int)
    case timedOut
  }

  let cause: Cause
  let seconds: Double
}

/// What a program printed, both streams, and how it ended.
struct Transcript: Sendable {
  let output: Data
  let error: Data
  let ending: Ending

  var succeeded: Bool { ending.cause == .exited(0) }

  var errorText: String { String(decoding: error, as: UTF8.self) }
  var outputText: String { String(decoding: output, as: UTF8.self) }
}

/// Runs a program to its end. Its streams are plain files in `folder`, so
/// that nothing has to be drained while it lives and offsets are exact; its
/// standard input is closed.
func runProgram(
  _ executable: String, _ arguments: [String],
  environment: [String: String] = [:], in folder: URL,
  workingFolder: URL? = nil, timeLimit: Double = 1800
) throws -> Transcript {
  let outputFile = folder.appending(path: "stdout-\(UUID().uuidString)")
  let errorFile = folder.appending(path: "stderr-\(UUID().uuidString)")
  defer {
    try? FileManager.default.removeItem(at: outputFile)
    try? FileManager.default.removeItem(at: errorFile)
  }
  for file in [outputFile, errorFile] { try Data().write(to: file) }
  // Open before it starts: a program may remove the folder it runs in.
  let (output, error) = (
    try FileHandle(forReadingFrom: outputFile),
    try FileHandle(forReadingFrom: errorFile)
  )
  let (toOutput, toError) = (
    try FileHandle(forWritingTo: outputFile),
    try FileHandle(forWritingTo: errorFile)
  )
  // Foundation keeps some of them open for good, and cannot start a program
  // any more once there are a thousand.
  defer {
    for handle in [output, error, toOutput, toError] { try? handle.close() }
  }

  let process = Process()
  process.executableURL = URL(filePath: executable)
  process.arguments = arguments
  process.environment = ProcessInfo.processInfo.environment
    .merging(environment) { $1 }
  if let workingFolder { process.currentDirectoryURL = workingFolder }
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = toOutput
  process.standardError = toError

  let ended = DispatchSemaphore(value: 0)
  process.terminationHandler = { _ in ended.signal() }
  let start = ContinuousClock.now
  let group = try RunningPrograms.start(process)
  let inTime = ended.wait(timeout: .now() + timeLimit) == .success
  if !inTime {
    RunningPrograms.end(group)
    ended.wait()
  }
  RunningPrograms.ended(group, mark: environment["UNROLLED_FRAMES"])
  let cause: Ending.Cause =
    !inTime
    ? .timedOut
    : process.terminationReason == .exit
      ? .exited(Int(process.terminationStatus))
      : .signalled(Int(process.terminationStatus))
  let duration = start.duration(to: .now)
  return Transcript(
    output: try output.readToEnd() ?? Data(),
    error: try error.readToEnd() ?? Data(),
    ending: Ending(cause: cause, seconds: duration / .seconds(1)))
}
