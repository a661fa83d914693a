// A model without its weights, to be written down.
// It serves Sequential+Files.swift.

import Foundation
import RNN
import Tensors

/// A model without its weights: its layers, and what goes in.
struct ModelRecord: Codable, Equatable {
  var format = 1
  var name: String
  /// The shape of one sample; nil where a size may vary.
  var input: [Int?]
  var layers: [LayerRecord]

  /// The record of a built model.
  ///
  /// - Throws: `FileError` if it is not built, or has a layer that cannot be
  ///   written down.
  init(_ model: Sequential, _ path: String) throws(FileError) {
    name = model.name
    guard
      let shape = model.inputShape ?? model.layers.first?.inputShape,
      model.layers.allSatisfy(\.isBuilt)
    else { throw FileError(path, "expected a built model to save") }
    input = shape.sizes
    layers = []
    for layer in model.layers {
      guard let record = LayerRecord(layer) else {
        throw FileError(
          path,
          "expected layers of the library; \(layer.name) is a "
            + "\(layer.kind) of another kind, whose weights alone can be "
            + "saved")
      }
      layers.append(record)
    }
  }

  /// The record in JSON, the same for equal models.
  func json(_ path: String) throws(FileError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    } catch {
      throw FileError(path, "expected a model that can be written down")
    }
  }

  /// The record of a text; nil if it is none.
  init?(json: String) {
    guard
      let record = try? JSONDecoder().decode(
        ModelRecord.self, from: Data(json.utf8)), record.format == 1
    else { return nil }
    self = record
  }

  /// The model with these weights; nil if the two do not belong together.
  func model(_ weights: Safetensors) -> Sequential? {
    guard input.allSatisfy({ $0 ?? 1 > 0 }), !layers.isEmpty,
      Set(layers.map(\.name)).count == layers.count,
      !layers.contains(where: { $0.name.isEmpty })
    else { return nil }
    var sizes = input
    for layer in layers {
      guard let output = layer.output(for: sizes, weights: weights) else {
        return nil
      }
      sizes = output
    }
    let model = Sequential(
      [Input(SampleShape(input))] + layers.map(\.layer), name: name)
    do {
      try model.setWeights(weights.tensors)
    } catch {
      return nil
    }
    return model
  }
}
