// What training and evaluation report. Next: Callbacks/Callback.swift.

import Tensors

/// Numbers with names, in alphabetical order, as Keras lists them; what a
/// callback adds comes last.
public struct Scores: Equatable, Sendable {
  /// Names and numbers.
  public internal(set) var items: [Score] = []

  /// A number and its name.
  public struct Score: Equatable, Sendable {
    /// What the number is called, as in `val_loss`.
    public let name: String
    /// The number.
    public let value: Scalar
  }

  /// The number of this name, or nil.
  public subscript(name: String) -> Scalar? {
    for item in items where item.name == name { return item.value }
    return nil
  }

  /// The mean loss.
  public var loss: Scalar { known("loss") }

  /// The share of right predictions.
  ///
  /// - Precondition: the model was compiled with `.accuracy`.
  public var accuracy: Scalar { known("accuracy") }

  /// Both, to be given names: `let (loss, accuracy) = …`.
  public var lossAndAccuracy: (loss: Scalar, accuracy: Scalar) {
    (loss, accuracy)
  }

  private func known(_ name: String) -> Scalar {
    guard let value = self[name] else {
      stop("expected a model compiled with the metric \(name)")
    }
    return value
  }

  /// Sets the number of a name; a new name comes last.
  public mutating func set(_ name: String, _ value: Scalar) {
    let score = Score(name: name, value: value)
    if let place = items.firstIndex(where: { $0.name == name }) {
      items[place] = score
    } else {
      items.append(score)
    }
  }

  mutating func add(_ name: String, _ value: Scalar) {
    let place = items.firstIndex { name < $0.name } ?? items.count
    items.insert(Score(name: name, value: value), at: place)
  }
}

extension Scores: CustomStringConvertible {
  /// `accuracy: 0.2000 - loss: 1.9474`.
  public var description: String {
    var text = ""
    for item in items {
      if !text.isEmpty { text += " - " }
      text += item.name + ": " + progressNumber(Swift.Double(item.value))
    }
    return text
  }
}

/// Every epoch's numbers, by name.
///
///     let history = try model.fit(x, y, epochs: 20)
///     history.loss[0]        // the first epoch's
///     history["val_loss"]    // one for each epoch, if there was validation
///
/// - Source: Keras 3.15.1, `keras/src/callbacks/history.py`.
public struct History: Equatable, Sendable {
  /// What each epoch reported.
  public internal(set) var epochs: [Scores] = []

  /// The number of the first of them, counted from 0.
  public internal(set) var initialEpoch = 0

  /// The names, in alphabetical order; those of callbacks last.
  public var names: [String] { epochs.first?.items.map { $0.name } ?? [] }

  /// One number for each epoch; none for a name that was not reported.
  public subscript(name: String) -> [Scalar] {
    epochs.compactMap { $0[name] }
  }

  /// The loss of each epoch.
  public var loss: [Scalar] { self["loss"] }

  /// The accuracy of each epoch.
  public var accuracy: [Scalar] { self["accuracy"] }
}

extension History: CustomStringConvertible {
  /// Each name with its first and last number.
  public var description: String {
    guard let first = epochs.first, let last = epochs.last else {
      return "no epochs"
    }
    var text = "\(epochs.count) epoch" + (epochs.count == 1 ? "" : "s")
    for (start, end) in zip(first.items, last.items) {
      text += " - " + start.name + ": "
      text += progressNumber(Swift.Double(start.value))
      text += " → " + progressNumber(Swift.Double(end.value))
    }
    return text
  }
}
