// Tensors with names in a file that other programs read too.
// Next: Safetensors+Reading.swift, Safetensors+Writing.swift.

import RNN
import Tensors

/// Named tensors in a file of the safetensors format, which Python's packages
/// read and write too.
///
///     try Safetensors(model.namedWeights).write(to: "model.safetensors")
///     let weights = try Safetensors(path: "model.safetensors").tensors
///
/// A file is the length of its header in 8 bytes, the lowest first; the header
/// in JSON, which gives each tensor's type, shape and place; and all scalars,
/// without gaps, last axis fastest, the lowest byte first. Nothing in it is
/// ever run.
///
/// Scalars are written as the package was built: `F32`, or `F64` with the
/// `Double` trait. Both builds read `F32`; `F64` only the second, since it
/// would have to be rounded.
///
/// - Source: Hugging Face, safetensors, "Format" in its README.
public struct Safetensors: Equatable, Sendable {
  /// The tensors, in the order of their scalars.
  public let tensors: [NamedTensor]
  /// Whatever else is to be said, in words.
  public let metadata: [String: String]

  /// Tensors to be written.
  ///
  /// - Precondition: no two have one name, and none is called
  ///   `__metadata__`, which the format keeps for itself.
  public init(
    _ tensors: [NamedTensor], metadata: [String: String] = [:]
  ) {
    var names: Set<String> = [Safetensors.metadataKey]
    for item in tensors {
      require(
        names.insert(item.name).inserted,
        "expected each name once; got " + item.name + " again")
    }
    self.tensors = tensors
    self.metadata = metadata
  }

  /// The tensor of this name, or nil.
  public subscript(name: String) -> Tensor? {
    tensors.first { $0.name == name }?.tensor
  }

  static var metadataKey: String { "__metadata__" }

  /// What the format calls the scalars of this build.
  static var scalarType: String { Scalar.isDouble ? "F64" : "F32" }
}
