// The elements of a picture, read back from its markup.

import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// One SVG element without children.
struct Element {
  var name: String
  var attributes: [String: String]
  var content = ""

  var style: String { attributes["class"] ?? "" }

  func text(_ attribute: String) -> String { attributes[attribute] ?? "" }

  func number(_ attribute: String) -> Double {
    Double(text(attribute)) ?? .nan
  }
}

/// All elements of a picture's drawing, the drawing itself first; none at all
/// if its markup is not well formed. What follows the drawing is left out; a
/// picture that is no drawing is taken whole.
func elements(of picture: String) -> [Element] {
  guard picture.hasPrefix("<svg") else {
    return parse(picture).map { Array($0.dropFirst()) } ?? []
  }
  return drawings(of: picture).first ?? []
}

/// The same for each layout a drawing has.
func drawings(of picture: String) -> [[Element]] {
  var drawings: [[Element]] = []
  for element in (parse(picture) ?? []).dropFirst() {
    if element.name == "svg" { drawings.append([]) }
    // A table or a caption begins where the drawings have ended.
    if drawings.isEmpty || ["table", "p"].contains(element.name) { break }
    drawings[drawings.count - 1].append(element)
  }
  return drawings
}

/// Every element of a picture, inside one around all; nil if its markup is
/// not well formed.
func parse(_ picture: String) -> [Element]? {
  let parser = XMLParser(data: Data(("<all>" + picture + "</all>").utf8))
  let collector = Collector()
  parser.delegate = collector
  return parser.parse() ? collector.elements : nil
}

private final class Collector: NSObject, XMLParserDelegate {
  var elements: [Element] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String,
    namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    elements[elements.count - 1].content += characters
  }
}
