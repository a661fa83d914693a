// Bad data: what is wrong, and in which sample.

import Tensors

/// Something is wrong with the data, not with the program.
///
/// A wrong shape is a programmer's mistake and stops the program. Data comes
/// from elsewhere: what is wrong with it is thrown, named, and can be caught.
public struct DataError: Error, Equatable {
  /// What was found.
  public enum Fact: Equatable, Sendable {
    /// An id outside `0..<limit`.
    case idOutsideVocabulary(id: Int, limit: Int)
    /// A label outside `0..<classes`.
    case labelOutsideClasses(label: Scalar, classes: Int)
    /// There is no text to learn words from.
    case noTexts
    /// There are no samples.
    case noSamples
    /// A different number of inputs and targets.
    case unequalCounts(inputs: Int, targets: Int)
    /// The loss is not a number, or infinite.
    case lossNotFinite(epoch: Int, batch: Int)
    /// Weights without one that the model has.
    case missingWeight(String)
    /// Weights with one that the model does not have.
    case unknownWeight(String)
    /// A weight of another shape than the model's.
    case weightShape(name: String, expected: Shape, found: Shape)
    /// A word is listed twice.
    case repeatedWord(String)
  }

  /// What was found.
  public let fact: Fact
  /// The sample it was found in, counted from 0; nil if it is in none.
  public var sample: Int?

  /// An error of this kind, in this sample.
  public init(_ fact: Fact, sample: Int? = nil) {
    self.fact = fact
    self.sample = sample
  }
}

extension DataError: CustomStringConvertible {
  /// One line: `sample 3: expected ids in 0..<100; got 104`.
  public var description: String {
    guard let sample else { return words }
    return "sample \(sample): " + words
  }

  private var words: String {
    switch fact {
    case .idOutsideVocabulary(let id, let limit):
      return "expected ids in 0..<\(limit); got \(id)"
    case .labelOutsideClasses(let label, let classes):
      let isWhole = label == label.rounded() && Swift.abs(label) < 1e6
      let text = isWhole ? "\(Int(label))" : fixed(label, 4)
      return "expected labels in 0..<\(classes); got " + text
    case .noTexts:
      return "expected at least one text to learn words from; got none"
    case .noSamples:
      return "expected at least one sample; got none"
    case .unequalCounts(let inputs, let targets):
      return "expected a target for each of \(inputs) inputs; got \(targets)"
    case .lossNotFinite(let epoch, let batch):
      return "the loss is no longer a number in epoch \(epoch), "
        + "batch \(batch); try a lower learning rate"
    case .missingWeight(let name):
      return "expected a weight " + name + "; got none"
    case .unknownWeight(let name):
      return "expected weights of this model's layers; got " + name
    case .weightShape(let name, let expected, let found):
      return "expected " + name + " as \(expected); got \(found)"
    case .repeatedWord(let word):
      return "expected each word once; got '" + word + "' again"
    }
  }
}
