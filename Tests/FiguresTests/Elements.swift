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

/// All elements of a picture, the drawing itself first; none at all if its
/// markup is not well formed.
func elements(of picture: String) -> [Element] {
  let parser = XMLParser(data: Data(picture.utf8))
  let collector = Collector()
  parser.delegate = collector
  return parser.parse() ? collector.elements : []
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
