// What the pages look like: templates, style, script. Next: Site.swift.

import Foundation
import Mustache

/// A theme, read from a folder: `templates/*.mustache`; `style/*.css`, which
/// become one style sheet in the order of their names; `scripts/*.js`, which
/// become one script.
public struct Theme: Sendable {
  /// Files that go to the site as they are, by name.
  let files: [String: [UInt8]]
  private let library: MustacheLibrary

  /// The templates pages are made of.
  enum Template: String, CaseIterable {
    case layout, home, lesson, exercises, source, library, glossary
    case receipts, book, changes, missing
    case block, output, figure, listing, exercise, knobs, live
  }

  /// Reads a theme.
  public init(folder: String) throws(SiteError) {
    let style = try Theme.joined("\(folder)/style", ending: ".css")
    let script = try Theme.joined("\(folder)/scripts", ending: ".js")
    files = [
      "theme.css": Array(style.utf8),
      // One scope for all of them, closed to the page.
      "theme.js": Array("(() => {\n'use strict';\n\(script)})();\n".utf8),
    ]
    var library = MustacheLibrary()
    for template in Template.allCases {
      let path = "\(folder)/templates/\(template.rawValue).mustache"
      let text = String(decoding: try Theme.read(path), as: UTF8.self)
      try Theme.register(text, template.rawValue, path: path, in: &library)
    }
    self.library = library
  }

  /// A template, filled in with the values' properties.
  func render(_ template: Template, _ values: some Sendable) -> String {
    library.render(values, withTemplate: template.rawValue) ?? ""
  }

  /// The files of a folder, one below the other.
  private static func joined(
    _ folder: String, ending: String
  ) throws(SiteError) -> String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))
    let files = (names ?? []).filter { $0.hasSuffix(ending) }.sorted()
    guard !files.isEmpty else {
      throw .missing(file: "\(folder)/*\(ending)")
    }
    var texts: [String] = []
    for file in files {
      texts.append(
        String(decoding: try read("\(folder)/\(file)"), as: UTF8.self))
    }
    return texts.joined(separator: "\n")
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
