// A piece of work that ours and the peers do alike.
// Next: WorkFolder.swift.

import Foundation

/// A model, its data, and how much of it goes into a step.
///
/// It lies as `workload.json` beside the data and the starting weights, so
/// that every program builds the same model.
public struct Workload: Codable, Equatable, Sendable {
  /// What is read.
  public enum Kind: String, Codable, Sendable {
    /// Word ids, a yes or no for the whole: Embedding → cell → Dense(1).
    case reviews
    /// One-hot symbols, the next symbol at every step: cell → Dense.
    case characters
  }

  /// A recurrent cell, by its name in Keras.
  public enum Cell: String, Codable, Sendable, CaseIterable {
    case simpleRNN = "SimpleRNN"
    case lstm = "LSTM"
    case gru = "GRU"
  }

  /// What its folder is called: `reviews-LSTM-10000`.
  public let name: String
  public let kind: Kind
  public let cell: Cell
  /// How many words or symbols there are.
  public let words: Int
  /// The numbers that stand for a word; 0 where symbols are one-hot.
  public let size: Int
  public let units: Int
  /// How many steps a sequence has.
  public let steps: Int
  /// How many sequences make a step of training.
  public let batch: Int
  /// How many sequences there are.
  public let samples: Int

  /// The seed's sentiment model over a vocabulary.
  public static func reviews(_ cell: Cell, words: Int) -> Workload {
    Workload(
      name: "reviews-\(cell.rawValue)-\(words)", kind: .reviews, cell: cell,
      words: words, size: 32, units: 64, steps: 200, batch: 64,
      samples: 25_000)
  }

  /// A character model.
  public static func characters(_ cell: Cell) -> Workload {
    Workload(
      name: "characters-\(cell.rawValue)", kind: .characters, cell: cell,
      words: 96, size: 0, units: 256, steps: 128, batch: 32, samples: 640)
  }

  /// The same work in other sizes, for curves.
  public func resized(
    steps: Int? = nil, batch: Int? = nil, samples: Int? = nil
  ) -> Workload {
    Workload(
      name: name, kind: kind, cell: cell, words: words, size: size,
      units: units, steps: steps ?? self.steps, batch: batch ?? self.batch,
      samples: samples ?? self.samples)
  }
}
