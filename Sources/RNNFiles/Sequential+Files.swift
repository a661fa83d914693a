// Models on disk, and how to ask them. Next: ModelRecord.swift, IMDB.swift.

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

  /// Writes the whole model: layers, weights, and the preprocessor it was
  /// trained with.
  ///
  ///     try model.save(to: "reviews.safetensors", with: preprocessor)
  ///
  /// The weights are those of `saveWeights`; the rest is in the metadata. How
  /// the model was compiled is not saved.
  ///
  /// - Throws: `FileError` if it cannot be written, is not built, or has a
  ///   layer of one's own.
  public func save(
    to path: String, with preprocessor: Preprocessor? = nil
  ) throws(FileError) {
    var metadata = ["layers": kinds]
    metadata["model"] = try ModelRecord(self, path).json(path)
    metadata["preprocessor"] = preprocessor.map {
      PreprocessorRecord($0).json
    }
    try Safetensors(namedWeights, metadata: metadata).write(to: path)
  }

  /// Reads a whole model, and the preprocessor it has to be asked with, nil if
  /// it was saved without.
  ///
  ///     let (model, preprocessor) = try Sequential.saved(
  ///       at: "reviews.safetensors")
  ///     try model.forward(preprocessor!(["the movie was bad!"]))
  ///
  /// - Throws: `FileError` if the file is broken, or holds weights alone.
  public static func saved(
    at path: String
  ) throws(FileError) -> (model: Sequential, preprocessor: Preprocessor?) {
    let file = try Safetensors(path: path)
    guard let text = file.metadata["model"] else {
      throw FileError(path, "expected a model beside the weights")
    }
    guard let model = ModelRecord(json: text)?.model(file) else {
      throw FileError(path, "expected a model of format 1 for its weights")
    }
    guard let text = file.metadata["preprocessor"] else {
      return (model, nil)
    }
    guard let preprocessor = PreprocessorRecord(json: text)?.preprocessor
    else { throw FileError(path, "expected a preprocessor of format 1") }
    return (model, preprocessor)
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
