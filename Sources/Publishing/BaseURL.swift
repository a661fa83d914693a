// Where a site is hosted.

import Foundation

/// The address of a site's folder: `https://example.org/unrolled/`.
public struct BaseURL: Equatable, Sendable {
  /// It ends with a slash.
  public let text: String

  /// Nil unless it is an address of the web.
  public init?(_ text: String) {
    guard let url = URL(string: text),
      ["http", "https"].contains(url.scheme), !(url.host ?? "").isEmpty,
      url.query == nil, url.fragment == nil,
      text.unicodeScalars.allSatisfy({
        $0.isASCII && !"<>\"'`\\ ".unicodeScalars.contains($0) && $0.value > 32
      })
    else { return nil }
    self.text = text.hasSuffix("/") ? text : text + "/"
  }

  /// The full address of a page; the first one is the folder itself.
  func address(of page: Page) -> String {
    address(of: page.address == "index.html" ? "" : page.address)
  }

  /// The full address of a file, its letters written as the web has them.
  func address(of file: String) -> String {
    text
      + (file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
        ?? file)
  }
}
