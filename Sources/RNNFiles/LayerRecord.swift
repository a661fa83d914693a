// What a layer was made with, to be written down.
// Next: LayerRecord+Layers.swift, LayerRecord+Shapes.swift.

import RNN
import Tensors

/// What a layer was made with: enough to make it again.
///
/// Initializers are not part of it, since a saved layer has its weights.
struct LayerRecord: Codable, Equatable {
  /// The layer's name in its model.
  var name: String
  var kind: Kind

  /// The layers that can be written down.
  enum Kind: Codable, Equatable {
    case dense(units: Int, activation: Name<Activation>)
    case embedding(words: Int, size: Int, maskZero: Bool)
    case recurrent(RecurrentRecord)
    case bidirectional(RecurrentRecord, merge: Name<Merge>)
    case dropout(rate: Double)
    case masking(value: Double)
    case globalAveragePooling1D
  }
}

/// What a recurrent layer was made with.
struct RecurrentRecord: Codable, Equatable {
  /// The cells that can be written down.
  enum Cell: String, Codable { case simpleRNN, lstm, gru }

  var cell: Cell
  var units: Int
  var activation: Name<Activation>
  /// For the gates; that of the simple cell is not used.
  var recurrentActivation = Name<Activation>(.sigmoid)
  var useBias: Bool
  /// Of a GRU.
  var resetAfter = true
  var returnsSequences: Bool
  var goBackwards: Bool
  var stateful: Bool
  var zeroOutputForMask: Bool
  var dropout: Double
  var recurrentDropout: Double

  /// How many products with the input a step makes.
  var gates: Int {
    switch cell {
    case .simpleRNN: 1
    case .lstm: 4
    case .gru: 3
    }
  }
}

/// A choice that is written down by its name.
struct Name<Choice: Named>: Codable, Equatable {
  let choice: Choice

  init(_ choice: Choice) { self.choice = choice }

  init(from decoder: any Decoder) throws {
    let name = try String(from: decoder)
    guard let item = Choice.names.first(where: { $0.name == name }) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: name))
    }
    choice = item.choice
  }

  func encode(to encoder: any Encoder) throws {
    guard let item = Choice.names.first(where: { $0.choice == choice }) else {
      throw EncodingError.invalidValue(
        choice,
        .init(codingPath: encoder.codingPath, debugDescription: "no name"))
    }
    try item.name.encode(to: encoder)
  }
}

/// What has a name for every choice.
protocol Named: Equatable {
  static var names: [(choice: Self, name: String)] { get }
}

extension Activation: Named {
  static var names: [(choice: Activation, name: String)] {
    [
      (.linear, "linear"), (.tanh, "tanh"), (.sigmoid, "sigmoid"),
      (.relu, "relu"), (.softmax, "softmax"),
    ]
  }
}

extension Merge: Named {
  static var names: [(choice: Merge, name: String)] {
    [(.concat, "concat"), (.sum, "sum"), (.mul, "mul"), (.ave, "ave")]
  }
}
