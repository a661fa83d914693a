// What a run's knobs are set to, on its way into the program.

/// Settings by the names of knobs, as lines of text: `learning rate=0.5`.
///
/// Where programs have an environment, they are its variable
/// `UNROLLED_SETTINGS`.
public enum Settings {
  /// Settings as one text. A name holds no `=`, and nothing a line feed.
  public static func text(_ settings: [(name: String, value: String)])
    -> String
  {
    settings.map { $0.name + "=" + $0.value + "\n" }.joined()
  }

  /// What a text sets the knob of this name to, if it does; the last word
  /// counts.
  public static func value(of name: String, in text: String) -> String? {
    let lines = text.split(separator: "\n")
    let own = lines.last { $0.hasPrefix(name + "=") }
    return own.map { String($0.dropFirst(name.count + 1)) }
  }
}
