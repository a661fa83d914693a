// Names of quantities as formulas write them. Next: StepLayout.swift.

/// The name of a tensor, typeset: `previous` as h with the index of the step
/// before, `dL/da_i` as a derivative.
enum StepName {
  static func markup(_ name: String, step: Int) -> String {
    if let rest = name.dropping("dL/d") {
      return "∂" + Markup.letter("L") + "/∂" + markup(rest, step: step)
    }
    if name == "previous" { return indexed("h", before: step) }
    if let letter = name.dropping("previous ") {
      return indexed(letter, before: step)
    }
    if name.utf8.count == 1 {
      return Markup.letter(name) + sub(Markup.set("t", "\(step)"))
    }
    if name.utf8.count > 2, name.utf8.dropFirst().first == UInt8(ascii: "_") {
      let letter = String(name.prefix(1))
      return Markup.letter(letter)
        + sub(Markup.words(name.dropping(letter + "_") ?? ""))
    }
    return Markup.words(name)
  }

  private static func indexed(_ letter: String, before step: Int) -> String {
    Markup.letter(letter) + sub(Markup.set("t1", "\(step - 1)"))
  }

  private static func sub(_ content: String) -> String {
    Markup.element("sub", content)
  }

  /// What a quantity of a gated cell is for, in words; or nothing.
  static func role(_ name: String, among names: [String]) -> String {
    if names.contains("f"), names.contains("o") {
      switch name {
      case "i": return "let in"
      case "f": return "kept"
      case "o": return "let out"
      case "c": return "memory"
      case "h": return "output"
      default: return ""
      }
    }
    guard names.contains("z"), names.contains("r") else { return "" }
    switch name {
    case "z": return "kept"
    case "r": return "heard"
    case "h": return "output"
    default: return ""
    }
  }
}

extension Markup {
  static func element(_ name: String, _ content: String) -> String {
    element(name, [], content)
  }
}

extension String {
  /// The rest behind a beginning; nil if it begins otherwise.
  func dropping(_ beginning: String) -> String? {
    guard utf8.starts(with: beginning.utf8) else { return nil }
    var rest = ""
    for scalar in unicodeScalars.dropFirst(beginning.unicodeScalars.count) {
      rest.unicodeScalars.append(scalar)
    }
    return rest
  }
}
