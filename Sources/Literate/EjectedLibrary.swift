// The library beside an ejected lesson. Next: Ejection+Folder.swift.

import Foundation

/// How a package of a lesson comes to the library it imports.
///
/// Copied, so that the package stands alone; a library that depends on other
/// packages is linked to where it is.
enum EjectedLibrary: Equatable, Sendable {
  /// Its targets' sources are copied.
  case copied([LibraryTarget], platforms: [String])
  /// The package in this folder is used from where it is.
  case linked(folder: String, product: String, environment: [String: String])

  /// Variables the package is built with.
  var environment: [String: String] {
    if case .linked(_, _, let environment) = self { environment } else { [:] }
  }

  /// The description of a package with these programs.
  func manifest(name: String, programs: [String]) -> String {
    var parts = ["  name: \(quoted(name))"]
    let needs: String
    var targets: [String] = []
    switch self {
    case .copied(let library, let platforms):
      if !platforms.isEmpty {
        parts.append("  platforms: [\(platforms.joined(separator: ", "))]")
      }
      needs = library.map { quoted($0.name) }.joined(separator: ", ")
      targets = library.map(\.manifest)
    case .linked(let folder, let product, _):
      let identity = URL(filePath: folder).lastPathComponent
      parts.append("  dependencies: [.package(path: \(quoted(folder)))]")
      needs =
        ".product(name: \(quoted(product)), package: \(quoted(identity)))"
    }
    let lessons = programs.map { program in
      """
          .executableTarget(
            name: \(quoted(program)),
            dependencies: [\(needs)],
            swiftSettings: [
              .swiftLanguageMode(.v6), .defaultIsolation(MainActor.self),
            ])
      """
    }
    parts.append(
      "  targets: [\n"
        + (lessons + targets).joined(separator: ",\n") + ",\n  ]")
    return "// swift-tools-version: 6.2\nimport PackageDescription\n\n"
      + "let package = Package(\n" + parts.joined(separator: ",\n") + ")\n"
  }
}

/// A target of the library, as the package manager describes it.
struct LibraryTarget: Equatable, Sendable {
  let name: String
  /// Its folder in the library's package.
  let path: String
  let needs: [String]
  /// Settings as a manifest spells them.
  let settings: [String]

  /// Its folder in the ejected package.
  var folder: String { "Library/\(name)" }

  fileprivate var manifest: String {
    let needs = needs.map(quoted).joined(separator: ", ")
    return "    .target(\n      name: \(quoted(name)), "
      + "dependencies: [\(needs)],\n      path: \(quoted(folder))"
      + (settings.isEmpty
        ? ")"
        : ",\n      swiftSettings: [\(settings.joined(separator: ", "))])")
  }
}

private func quoted(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    + "\""
}

// MARK: - What the package manager says

/// The part of a package's description that is of use here.
struct PackageDump: Decodable {
  private let products: [Product]
  private let targets: [Target]
  private let platforms: [Platform]

  private struct Product: Decodable {
    let name: String
    let targets: [String]
  }

  private struct Platform: Decodable {
    let platformName: String
    let version: String
  }

  private struct Target: Decodable {
    let name: String
    let type: String
    let path: String?
    let dependencies: [[String: [Ignored?]]]
    let resources: [Ignored]
    let settings: [Setting]
  }

  private struct Setting: Decodable {
    let tool: String
    let kind: [String: [String: Ignored]]
  }

  /// A word, or something that matters to nobody here.
  private struct Ignored: Decodable {
    let word: String?

    init(from decoder: any Decoder) throws {
      word = try? decoder.singleValueContainer().decode(String.self)
    }
  }

  /// The targets a product is made of, with those they need; nil if some
  /// cannot simply be copied.
  func library(_ product: String) -> EjectedLibrary? {
    guard let product = products.first(where: { $0.name == product }) else {
      return nil
    }
    var (open, found) = (product.targets, [LibraryTarget]())
    while let name = open.popLast() {
      if found.contains(where: { $0.name == name }) { continue }
      guard let target = targets.first(where: { $0.name == name }),
        target.type == "regular", target.resources.isEmpty
      else { return nil }
      let needs = target.dependencies.map { dependency in
        (dependency["byName"] ?? dependency["target"])?.first??.word
      }
      let settings = target.settings.map { setting -> String? in
        guard setting.tool == "swift", let kind = setting.kind.first else {
          return nil
        }
        let word = kind.value["_0"]?.word ?? ""
        return switch kind.key {
        case "swiftLanguageMode": ".swiftLanguageMode(.v\(word))"
        case "enableUpcomingFeature", "enableExperimentalFeature", "define":
          ".\(kind.key)(\"\(word)\")"
        default: nil
        }
      }
      guard !needs.contains(nil), !settings.contains(nil) else { return nil }
      open += needs.compactMap(\.self)
      found.append(
        LibraryTarget(
          name: name, path: target.path ?? "Sources/\(name)",
          needs: needs.compactMap(\.self),
          settings: settings.compactMap(\.self)))
    }
    let platforms = platforms.compactMap { platform in
      platform.platformName == "macos" ? ".macOS(\"\(platform.version)\")" : nil
    }
    return .copied(
      found.sorted { $0.name < $1.name }, platforms: platforms)
  }
}
