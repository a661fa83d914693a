// What pictures are made of.

/// The elements, attributes and values that a picture may have.
enum PictureWords {
  static let elements: Set<Substring> = Set(
    """
    svg g path rect circle ellipse line polyline polygon text tspan title desc \
    defs pattern clipPath linearGradient stop use \
    div span p b i em strong small sub sup code var samp pre ul ol li dl dt dd \
    table caption colgroup thead tbody tfoot tr th td \
    figure figcaption section h3 h4 details summary button label output \
    fieldset legend select option a
    """.split(separator: " "))

  /// Elements without an end.
  static let void: Set<Substring> = ["br", "hr", "col", "input"]

  private static let attributes: Set<Substring> = Set(
    """
    class id role title hidden tabindex lang dir for name value type min max \
    step checked disabled selected open colspan rowspan scope span \
    viewBox x y x1 x2 y1 y2 dx dy width height d points cx cy r rx ry fill \
    stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin \
    fill-opacity stroke-opacity opacity fill-rule transform text-anchor \
    dominant-baseline preserveAspectRatio focusable font-size font-weight \
    letter-spacing textLength lengthAdjust patternUnits patternTransform \
    clip-path clipPathUnits gradientUnits offset stop-color vector-effect
    """.split(separator: " "))

  /// Types of elements that do nothing by themselves.
  private static let types: Set<Substring> = [
    "button", "range", "radio", "checkbox", "number", "text",
    "application/json",
  ]

  static func allows(
    _ attribute: MarkupToken.Attribute, on element: Substring
  ) -> Bool {
    let value = attribute.value ?? ""
    switch attribute.name {
    case "href": return value.first == "#" && value.dropFirst().isName
    case "style": return value.split(separator: ";").allSatisfy(allowsStyle)
    case "id": return value.isName && !String(value).isTakenByPage
    case "type": return types.contains(value)
    case "xmlns": return value == "http://www.w3.org/2000/svg"
    case let name where name.hasPrefix("aria-") || name.hasPrefix("data-"):
      return true
    case let name:
      return attributes.contains(name) && !value.asksForFiles
    }
  }

  /// `--w: .5`, `font-size:11px`
  private static func allowsStyle(_ declaration: Substring) -> Bool {
    let parts = declaration.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else {
      return declaration.allSatisfy(\.isWhitespace)
    }
    let name = parts[0].filter { !$0.isWhitespace }
    return (name.hasPrefix("--") || properties.contains(name))
      && parts[1].wholeMatch(of: /[A-Za-z0-9 .,%#+*\/()−-]*/) != nil
      && !parts[1].asksForFiles
  }

  private static let properties: Set<String> = [
    "width", "height", "left", "top", "fill", "stroke", "stroke-width",
    "color", "background", "font-size", "font-weight", "font",
    "letter-spacing", "text-anchor", "opacity", "transform",
    "grid-template-columns", "grid-column", "grid-row", "flex",
  ]
}

extension Substring {
  // Asked for every word of every picture: a pattern would be made anew each
  // time, and that is most of what a site takes.
  fileprivate var isName: Bool {
    guard let first = utf8.first, first.isLetter else { return false }
    return utf8.allSatisfy {
      $0.isLetter || (0x30...0x39).contains($0)  // 0 to 9
        || $0 == 0x2D || $0 == 0x5F  // - _
    }
  }

  /// Whether a value could make a browser load or run something.
  fileprivate var asksForFiles: Bool {
    // ( : \ : without one of these nothing below is there.
    guard utf8.contains(where: { [0x28, 0x3A, 0x5C].contains($0) }) else {
      return false
    }
    let plain = lowercased().filter { !$0.isWhitespace }
    let rest = plain.replacing(/url\(#[a-z0-9_-]+\)/, with: "")
    return rest.contains("url(") || rest.contains("script:")
      || rest.contains("image(") || rest.contains("image-set(")
      || rest.contains("&") && rest.contains("(") || rest.contains("\\")
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
