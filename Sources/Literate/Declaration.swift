// What a file of the library declares. Next: SourceFile.swift.

/// One thing that Swift code gives a name to, and where.
public struct Declaration: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case type, function, property, initializer, `subscript`, enumCase
  }

  /// Who may say its name.
  public enum Reach: Hashable, Sendable {
    case everyone, module, file
  }

  /// What a call has to say.
  public struct Parameter: Hashable, Sendable {
    /// Nil for `_`.
    public let label: String?
    let mayBeLeftOut: Bool
    let isVariadic: Bool
  }

  /// Without parameters: `step`, `init`.
  public let name: String
  /// The type it belongs to, from the outside in: `Unroll.Forward`.
  public let owner: String?
  public let kind: Kind
  let reach: Reach
  let isStatic: Bool
  let parameters: [Parameter]
  /// The type it has, gives or stands for, as the source spells it.
  let type: String?
  /// What a type says it is, too.
  let parents: [String]
  /// The first sentence of its comment, in plain words.
  public let summary: String
  /// Its file, below the folder of sources: `RNN/Cells/Cell.swift`.
  public let file: String
  /// Its first line and its last, from 1, without its comment.
  public let line: Int
  public let lastLine: Int

  /// `SimpleRNNCell.step`
  public var path: String { owner.map { "\($0).\(name)" } ?? name }
  public var isPublic: Bool { reach == .everyone }
  /// The folder of the sources it is in: `RNN`.
  var room: String { file.room }

  /// What it takes, as one would say it: `step(_:from:)`.
  public var spelling: String {
    guard kind == .function || kind == .initializer else { return path }
    return path + "(" + parameters.map { ($0.label ?? "_") + ":" }.joined()
      + ")"
  }
}

extension String {
  /// `RNN` of `RNN/Cells/Cell.swift`.
  var room: String { String(prefix { $0 != "/" }) }
}
