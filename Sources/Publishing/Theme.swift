// What the pages look like: templates, style, script. Next: Site.swift.

import Foundation
import Mustache

/// A theme, read from a folder: `templates/*.mustache`, `theme.css`,
/// `theme.js`.
public struct Theme: Sendable {
  /// Files that go to the site as they are, by name.
  let files: [String: [UInt8]]
  private let library: MustacheLibrary

  /// The templates pages are made of.
  enum Template: String, CaseIterable {
    case layout, home, lesson, block, output, figure, listing
  }

  /// Reads a theme.
  public init(folder: String) throws(SiteError) {
    var files: [String: [UInt8]] = [:]
    for name in ["theme.css", "theme.js"] {
      files[name] = try Theme.read("\(folder)/\(name)")
    }
    var library = MustacheLibrary()
    for template in Template.allCases {
      let path = "\(folder)/templates/\(template.rawValue).mustache"
      let text = String(decoding: try Theme.read(path), as: UTF8.self)
      try Theme.register(text, template.rawValue, path: path, in: &library)
    }
    self.files = files
    self.library = library
  }

  /// A template, filled in with the values' properties.
  func render(_ template: Template, _ values: some Sendable) -> String {
    library.render(values, withTemplate: template.rawValue) ?? ""
  }

  private static func read(_ path: String) throws(SiteError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .missing(file: path)
    }
    return Array(data)
  }

  private static func register(
    _ text: String, _ name: String, path: String,
    in library: inout MustacheLibrary
  ) throws(SiteError) {
    MustacheContentTypes.register(PageText(), named: "PAGE")
    let known = Set(Template.allCases.map(\.rawValue))
    for partial in text.partials where !known.contains(partial) {
      throw .template(
        file: path, line: nil,
        reason: "it asks for “\(partial)”, and there is no such template")
    }
    do {
      try library.register("{{% CONTENT_TYPE: PAGE}}" + text, named: name)
    } catch let error as MustacheTemplate.ParserError {
      throw .template(
        file: path, line: error.context.lineNumber, reason: "\(error.error)")
    } catch {
      throw .template(file: path, line: nil, reason: "\(error)")
    }
  }
}

/// Escapes what templates are filled in with.
private struct PageText: MustacheContentType {
  func escapeText(_ text: String) -> String { text.escaped }
}

extension String {
  /// The names behind `{{>`.
  fileprivate var partials: [String] {
    components(separatedBy: "{{>").dropFirst().map { rest in
      rest.components(separatedBy: "}}")[0]
        .trimmingCharacters(in: .whitespaces)
    }
  }
}
