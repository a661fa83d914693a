// What a measured program answers, one line of JSON each.

/// An answer to `train`, `check`, `predict` or `end`; which parts it has
/// depends on the question.
public struct Reply: Codable, Sendable {
  /// Milliseconds a step of training took, in the mean of those asked for.
  public var step: Double?
  /// The loss on the first four batches.
  public var loss: Double?
  /// The first outputs for these.
  public var outputs: [Double]?
  /// Seconds of a call of `predict`, from start to end.
  public var wall: Double?
  /// Seconds from its first batch to its last.
  public var computing: Double?
  /// The most memory the process has had, in MiB.
  public var memory: Double?
  /// What the program is: its versions.
  public var versions: String?

  /// An answer without any part.
  public init() {}
}
