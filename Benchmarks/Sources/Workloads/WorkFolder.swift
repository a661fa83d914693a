// What programs in three languages read: plain numbers in files.

import Foundation

/// A folder with `workload.json`, the data and the starting weights.
///
/// Numbers are Float32, the lowest byte first, last axis fastest: `x.f32`,
/// `y.f32`, and the weights in the order in which Keras lists them: `0.f32`,
/// `1.f32`, ….
public struct WorkFolder: Sendable {
  /// Where it is.
  public let url: URL

  /// The folder at this path.
  public init(_ path: String) {
    url = URL(fileURLWithPath: path, isDirectory: true)
  }

  /// What is to be done with the data.
  public func workload() throws -> Workload {
    try JSONDecoder().decode(
      Workload.self, from: Data(contentsOf: file("workload.json")))
  }

  /// Says what is to be done with the data; written last, so a folder that
  /// has it is whole.
  public func write(_ workload: Workload) throws {
    try JSONEncoder().encode(workload).write(to: file("workload.json"))
  }

  /// The numbers of a file.
  public func numbers(_ name: String) throws -> [Float] {
    let data = try Data(contentsOf: file(name + ".f32"), options: .alwaysMapped)
    return [Float](unsafeUninitializedCapacity: data.count / 4) {
      buffer, count in
      count = data.copyBytes(to: buffer) / 4
    }
  }

  /// Writes numbers to a file.
  public func write(_ numbers: [Float], to name: String) throws {
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true)
    try numbers.withUnsafeBytes { Data($0) }.write(to: file(name + ".f32"))
  }

  private func file(_ name: String) -> URL { url.appending(path: name) }
}
