// The one place where a broken rule stops the program.

/// Stops the program with `message` unless `condition` holds, in optimised
/// builds too.
///
/// `precondition` keeps its check under `-O` but loses its words. Every rule of
/// this library comes through here instead, so that a wrong shape always says
/// which shapes met:
///
///     require(rate > 0, "expected a positive rate; got \(rate)")
///
/// Rules are for the programmer's mistakes. Bad *data* is an error one can
/// catch.
@inline(__always)
public func require(
  _ condition: Bool, _ message: @autoclosure () -> String,
  file: StaticString = #fileID, line: UInt = #line
) {
  if !condition { stop(message(), file: file, line: line) }
}

/// Stops the program with `message`.
@inline(never)
public func stop(
  _ message: String, file: StaticString = #fileID, line: UInt = #line
) -> Never {
  #if hasFeature(Embedded)
    // There `fatalError` traps without a word.
    print("Fatal error: " + message)
    fatalError()
  #else
    fatalError(message, file: file, line: line)
  #endif
}
