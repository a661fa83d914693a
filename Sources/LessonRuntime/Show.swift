// `show`: a value becomes part of a block's output.

import Frames

/// Shows a picture, with its description as the words for it.
///
/// Where nobody reads frames, in a terminal, and for a value without a
/// picture, the words are printed.
public func show<Value: Showable>(_ value: Value) {
  let markup = Channel.isOpen ? value.picture : ""
  guard !markup.isEmpty else {
    print(value.description)
    return
  }
  let picture = Picture(markup: markup, alternative: value.description)
  Channel.write(.picture(picture, at: Channel.mark))
}

/// Shows a value as the text it describes itself with.
public func show<Value: CustomStringConvertible>(_ value: Value) {
  print(value.description)
}

/// Shows a list in brackets.
public func show<Value: CustomStringConvertible>(_ values: [Value]) {
  print(listed(values))
}

/// Shows a list of lists in brackets.
public func show<Value: CustomStringConvertible>(_ values: [[Value]]) {
  print(bracketed(values.map(listed)))
}

/// Shows words, in quotation marks so that their ends can be seen.
public func show(_ words: [String]) {
  print(listed(words))
}

/// Shows lists of words.
public func show(_ words: [[String]]) {
  print(bracketed(words.map(listed)))
}

/// Nothing to show: a call made for its effect.
public func show(_ nothing: Void) {}

#if !hasFeature(Embedded)
  /// Shows anything else as `print` would.
  @_disfavoredOverload
  public func show<Value>(_ value: Value) {
    print(value)
  }
#endif

func listed<Value: CustomStringConvertible>(_ values: [Value]) -> String {
  bracketed(values.map { $0.description })
}

/// Words in a list keep their quotation marks.
func listed(_ words: [String]) -> String {
  bracketed(words.map(quoted))
}

/// A word as Swift would spell it, but for the apostrophe, which Swift
/// escapes where it prints and never where it reads: `"what's"`.
private func quoted(_ word: String) -> String {
  var text = String.UnicodeScalarView()
  var isEscaped = false
  for scalar in word.debugDescription.unicodeScalars {
    if isEscaped {
      if scalar != "'" { text.append("\\") }
      text.append(scalar)
      isEscaped = false
    } else if scalar == "\\" {
      isEscaped = true
    } else {
      text.append(scalar)
    }
  }
  return String(text)
}

func bracketed(_ items: [String]) -> String {
  var text = "["
  for (position, item) in items.enumerated() {
    if position > 0 { text += ", " }
    text += item
  }
  return text + "]"
}
