// What `print` and `\(…)` lack in Embedded Swift, so that a lesson says in the
// page, letter for letter, what it says in a terminal. Elsewhere the standard
// library does all this, and this file is empty.

#if hasFeature(Embedded)

  // There the standard library's own conformances are marked unavailable,
  // since they rest on reflection. Ours know what they hold by its type.

  /// A list in brackets: `[1, 2]`, `["a", "b"]`.
  extension Array: @retroactive CustomStringConvertible
  where Element: CustomStringConvertible {
    public var description: String { bracketed(map { quoted($0) }) }
  }

  /// A part of a list in brackets.
  extension ArraySlice: @retroactive CustomStringConvertible
  where Element: CustomStringConvertible {
    public var description: String { bracketed(map { quoted($0) }) }
  }

  /// The members in brackets, in no order.
  extension Set: @retroactive CustomStringConvertible
  where Element: CustomStringConvertible {
    public var description: String { bracketed(map { quoted($0) }) }
  }

  /// Keys and values in brackets, in no order: `["a": 1]`, `[:]`.
  extension Dictionary: @retroactive CustomStringConvertible
  where Key: CustomStringConvertible, Value: CustomStringConvertible {
    public var description: String {
      if isEmpty { return "[:]" }
      return bracketed(map { quoted($0.key) + ": " + quoted($0.value) })
    }
  }

  /// `Optional(3)` or `nil`.
  extension Optional: @retroactive CustomStringConvertible
  where Wrapped: CustomStringConvertible {
    public var description: String {
      switch self {
      case .some(let value): "Optional(" + quoted(value) + ")"
      case .none: "nil"
      }
    }
  }

  /// `0..<3`.
  extension Range: @retroactive CustomStringConvertible
  where Bound: CustomStringConvertible {
    public var description: String {
      quoted(lowerBound) + "..<" + quoted(upperBound)
    }
  }

  /// `1...3`.
  extension ClosedRange: @retroactive CustomStringConvertible
  where Bound: CustomStringConvertible {
    public var description: String {
      quoted(lowerBound) + "..." + quoted(upperBound)
    }
  }

  /// An element as its list prints it: words in quotation marks.
  private func quoted<Value: CustomStringConvertible>(
    _ value: Value
  ) -> String {
    // A cast to one type is decided by the compiler; no reflection needed.
    if let words = value as? String { return words.debugDescription }
    if let words = value as? Substring { return words.debugDescription }
    if let letter = value as? Character { return letter.debugDescription }
    return value.description
  }

  // MARK: - print

  /// Prints a value and ends with something other than a new line.
  public func print<A: CustomStringConvertible>(
    _ a: A, terminator: String
  ) {
    // The standard library's own takes nothing but a literal here.
    let none: StaticString = ""
    print(a.description + terminator, terminator: none)
  }

  /// Prints two values, as the standard library's variadic `print` does.
  public func print<A, B>(
    _ a: A, _ b: B, separator: String = " ", terminator: String = "\n"
  ) where A: CustomStringConvertible, B: CustomStringConvertible {
    print(
      a.description + separator + b.description, terminator: terminator)
  }

  /// Prints three values.
  public func print<A, B, C>(
    _ a: A, _ b: B, _ c: C, separator: String = " ",
    terminator: String = "\n"
  )
  where
    A: CustomStringConvertible, B: CustomStringConvertible,
    C: CustomStringConvertible
  {
    print(
      a.description + separator + b.description, c, separator: separator,
      terminator: terminator)
  }

  /// Prints four values.
  public func print<A, B, C, D>(
    _ a: A, _ b: B, _ c: C, _ d: D, separator: String = " ",
    terminator: String = "\n"
  )
  where
    A: CustomStringConvertible, B: CustomStringConvertible,
    C: CustomStringConvertible, D: CustomStringConvertible
  {
    print(
      a.description + separator + b.description, c, d,
      separator: separator, terminator: terminator)
  }

  /// Prints five values.
  public func print<A, B, C, D, E>(
    _ a: A, _ b: B, _ c: C, _ d: D, _ e: E, separator: String = " ",
    terminator: String = "\n"
  )
  where
    A: CustomStringConvertible, B: CustomStringConvertible,
    C: CustomStringConvertible, D: CustomStringConvertible,
    E: CustomStringConvertible
  {
    print(
      a.description + separator + b.description, c, d, e,
      separator: separator, terminator: terminator)
  }

  /// Prints six values.
  public func print<A, B, C, D, E, F>(
    _ a: A, _ b: B, _ c: C, _ d: D, _ e: E, _ f: F, separator: String = " ",
    terminator: String = "\n"
  )
  where
    A: CustomStringConvertible, B: CustomStringConvertible,
    C: CustomStringConvertible, D: CustomStringConvertible,
    E: CustomStringConvertible, F: CustomStringConvertible
  {
    print(
      a.description + separator + b.description, c, d, e, f,
      separator: separator, terminator: terminator)
  }

  /// Prints an empty line.
  public func print() {
    print("")
  }

  // MARK: - Conversions

  extension String {
    /// What `print` writes for a value.
    public init<Value: CustomStringConvertible>(describing value: Value) {
      self = value.description
    }
  }

  extension DefaultStringInterpolation {
    /// A value without a description has no text in Embedded Swift. The
    /// standard library's `appendInterpolation` puts an excuse in its place;
    /// this one, which takes precedence, stops the program.
    public mutating func appendInterpolation<Value>(_ value: Value) {
      print("Fatal error: a value without a description has no text here")
      fatalError()
    }
  }

#endif
