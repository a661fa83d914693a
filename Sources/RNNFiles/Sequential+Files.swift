// A model's weights on disk, and how to ask it. Next: IMDB.swift.

import RNN
import Tensors

extension Sequential {
  /// Writes all weights to a safetensors file, named `layer/parameter`.
  ///
  ///     try model.saveWeights(to: "qa.safetensors")
  ///
  /// - Throws: `FileError` if it cannot be written.
  public func saveWeights(to path: String) throws(FileError) {
    try Safetensors(namedWeights, metadata: ["layers": kinds])
      .write(to: path)
  }

  /// Reads weights into a built model of the same layers.
  ///
  /// - Throws: `FileError` if the file is broken, or its weights are those of
  ///   another model; this one is then as it was.
  public func loadWeights(from path: String) throws(FileError) {
    try take(Safetensors(path: path), path)
  }

  /// Writes the weights, and beside them the preprocessor they were learnt
  /// with.
  ///
  ///     try model.save(to: "reviews.safetensors", with: preprocessor)
  ///
  /// - Throws: `FileError` if it cannot be written.
  public func save(
    to path: String, with preprocessor: Preprocessor
  ) throws(FileError) {
    try Safetensors(
      namedWeights,
      metadata: [
        "layers": kinds,
        "preprocessor": PreprocessorRecord(preprocessor).json,
      ]
    ).write(to: path)
  }

  /// Reads weights into a built model of the same layers, and returns the
  /// preprocessor it has to be asked with.
  ///
  ///     let preprocessor = try model.load(from: "reviews.safetensors")
  ///     try model.forward(preprocessor(["the movie was bad!"]))
  ///
  /// - Throws: `FileError` as `loadWeights(from:)`, or if there is no
  ///   preprocessor in the file.
  public func load(from path: String) throws(FileError) -> Preprocessor {
    let file = try Safetensors(path: path)
    guard let text = file.metadata["preprocessor"] else {
      throw FileError(path, "expected a preprocessor beside the weights")
    }
    guard let preprocessor = PreprocessorRecord(json: text)?.preprocessor
    else { throw FileError(path, "expected a preprocessor of format 1") }
    try take(file, path)
    return preprocessor
  }

  private func take(
    _ file: Safetensors, _ path: String
  ) throws(FileError) {
    // Equal names and shapes may still be other layers: a GRU is no LSTM.
    if let layers = file.metadata["layers"], layers != kinds {
      throw FileError(
        path, "expected weights of \(kinds); they are of \(layers)")
    }
    do {
      try setWeights(file.tensors)
    } catch {
      throw FileError(path, error.description)
    }
  }

  /// The layers in a row: `SimpleRNN, Dense`.
  private var kinds: String {
    layers.map(\.kind).joined(separator: ", ")
  }
}
