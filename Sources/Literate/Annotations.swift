// Findings as GitHub shows them beside the lines of a change.

extension Finding {
  /// `::error file=Lessons/01-hi.md,line=12::…`, a command that GitHub reads
  /// out of what a job prints.
  public var annotation: String {
    let column = column.map { ",col=\($0)" } ?? ""
    let text = message + (details.isEmpty ? "" : "\n" + details)
    return "::\(isNote ? "notice" : "error") file=\(path.escapedProperty)"
      + ",line=\(line)\(column)::\(text.escapedMessage)"
  }
}

extension String {
  /// A command is one line.
  fileprivate var escapedMessage: String {
    replacing("%", with: "%25").replacing("\r\n", with: "%0D%0A")
      .replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  fileprivate var escapedProperty: String {
    escapedMessage.replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
