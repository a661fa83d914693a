// The words behind the three backticks. Next: Fence+Words.swift.

/// What a `swift` fence asks for.
///
///     try Fence("swift hidden")                     // runs, folded away
///     try Fence("swift tolerance=1e-3")             // numbers may differ
///     try Fence("swift illustration=\"a sketch\"")  // is not run
public struct Fence: Equatable, Sendable {
  public var role: Role = .runs
  /// Folded on the page behind a toggle.
  public var isHidden = false
  /// How much numbers of the output may differ, relative and absolute.
  public var tolerance: Double?
  /// It begins a new program, which knows nothing of the one before.
  public var isFresh = false
  /// The new program's library computes in Double.
  public var isDouble = false
  /// What it runs only with.
  public var needs = Needs()

  public enum Role: Equatable, Sendable {
    /// Runs, and its output is compared.
    case runs
    /// Must not compile; the diagnostic is the output.
    case fails
    /// Must stop the program; the message is the output.
    case traps
    /// Runs; its output varies and is not compared.
    case timing
    /// Is not run, for this reason.
    case illustration(reason: String)
    /// Shows a section of a source file: what stands under its mark.
    case excerpt(path: String, mark: String)
    /// A starter with a gap: must not pass its check.
    case exercise(String)
    /// A step towards the solution: is not run.
    case hint(String)
    /// Must pass the check.
    case solution(String)
    /// Stops the program unless it follows a solution.
    case check(String)
    /// A misconception: must fail the check, and be told why.
    case wrong(String)
  }

  public init() {}

  /// Whether it belongs to a program that runs from block to block.
  public var isRun: Bool {
    switch role {
    case .runs, .traps, .timing: true
    default: false
    }
  }

  /// It shows real source.
  public var isExcerpt: Bool {
    if case .excerpt = role { true } else { false }
  }

  /// The exercise it is a part of.
  public var exercise: String? {
    switch role {
    case .exercise(let id), .hint(let id), .solution(let id), .check(let id),
      .wrong(let id):
      id
    default: nil
    }
  }
}

/// What a block runs only with: data sets, and time.
public struct Needs: Hashable, Sendable {
  /// Data sets, by their names in `unrolled.yml`, sorted.
  public var data: [String] = []
  /// It runs with `--slow`.
  public var isSlow = false

  public var isEmpty: Bool { self == Needs() }

  /// Whether a block that needs this much may build on one that needs
  /// `other`.
  func include(_ other: Needs) -> Bool {
    (isSlow || !other.isSlow) && other.data.allSatisfy(data.contains)
  }

  /// `needs=imdb slow`
  var words: String {
    ((data.isEmpty ? [] : ["needs=" + data.joined(separator: ",")])
      + (isSlow ? ["slow"] : [])).joined(separator: " ")
  }
}
