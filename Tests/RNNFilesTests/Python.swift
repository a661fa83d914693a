import Foundation

/// A Python with the package `safetensors`, which reads our files and writes
/// some for us.
enum Python {
  /// The interpreter, in an environment under `.build`, made where it is not
  /// there yet; nil where there is no python3, venv or network.
  static let interpreter: String? = {
    let folder = root.appending(path: ".build/safetensors").path
    let python = folder + "/bin/python"
    func works() -> Bool {
      run([python, "-c", "import safetensors.numpy"]) != nil
    }
    if works() { return python }
    guard run(["/usr/bin/env", "python3", "-m", "venv", folder]) != nil,
      run([
        python, "-m", "pip", "install", "--quiet", "safetensors==0.8.0",
        "numpy",
      ]) != nil
    else { return nil }
    return works() ? python : nil
  }()

  /// What a program writes; nil if it fails.
  static func run(_ command: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
