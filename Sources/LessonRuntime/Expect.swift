// What the check of an exercise says.

/// Stops the program with `message` unless `condition` holds: the check of an
/// exercise tells a solution from an answer that is wrong, and says why.
///
///     expect(step([0]) == 0.5, "for no input, the bias should be left")
public func expect(
  _ condition: Bool, _ message: @autoclosure () -> String
) {
  guard !condition else { return }
  #if hasFeature(Embedded)
    // There `fatalError` traps without a word.
    print("Fatal error: unmet: " + message())
    fatalError()
  #else
    fatalError("unmet: " + message())
  #endif
}
