import Foundation
import Tensors

/// A folder that is gone afterwards.
func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(
    at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

/// A tensor that looks random: `a · sin(o + i)`.
func fill(_ shape: Shape, _ a: Double = 0.5, _ o: Double = 1) -> Tensor {
  Tensor(
    (0..<shape.count).map { Scalar(a * sin(o + Double($0))) }, shape: shape)
}
