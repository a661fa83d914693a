// `unrolled.yml`: what a folder of lessons is about and links against.

import Foundation
import Yams

/// The settings of a course.
///
///     title: Unrolled
///     summary: A course on …
///     product: Unrolled
///     imports: [Tensors, RNN]
///     parts:
///       - title: Words
///         summary: Text becomes numbers.
///         lessons: [text-becomes-numbers]
public struct CourseSettings: Codable, Equatable, Sendable {
  public var title: String
  /// The course in a sentence or two: the home page's first words.
  public var summary: String
  /// The package product that lessons link against.
  public var product: String
  /// Variables the library is built with.
  public var environment: [String: String]?
  /// The modules every lesson's program imports.
  public var imports: [String]
  public var parts: [Part]
  /// Where the sources are hosted: pages link there to be mended.
  public var repository: String?
  /// The picture the home page opens with; else the first there is.
  public var hero: Hero?
  /// The data sets that lessons may need, by name.
  public var data: [String: DataSet]?
  /// What of the library's source has pages; nothing, unless it says so.
  public var library: LibrarySettings?

  public struct Part: Codable, Equatable, Sendable {
    public var title: String
    public var summary: String
    /// Slugs, in order.
    public var lessons: [String]
  }

  /// A figure of a lesson, by the lesson's slug and its number there.
  public struct Hero: Codable, Equatable, Sendable {
    public var lesson: String
    public var figure: Int
    /// What there is to see in it.
    public var caption: String?
  }

  static let fileName = "unrolled.yml"

  init(folder: String, names: [String]) throws(LessonError) {
    let path = "\(folder)/\(CourseSettings.fileName)"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw LessonError(problems: [
        Problem(
          path: path,
          message: "there is no such file; it names the course's title, the "
            + "product lessons link against, their imports and the parts")
      ])
    }
    let unknown = SettingsKeys.all.problems(
      in: String(decoding: data, as: UTF8.self), path: path)
    guard unknown.isEmpty else { throw LessonError(problems: unknown) }
    do {
      self = try YAMLDecoder().decode(CourseSettings.self, from: data)
    } catch {
      throw LessonError(problems: [
        Problem(
          path: path,
          message: "these settings cannot be read: "
            + CourseSettings.words(for: error))
      ])
    }
  }

  private static func words(for error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _):
      "“\(key.stringValue)” is missing"
    case DecodingError.typeMismatch(_, let context),
      DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      context.codingPath.map(\.stringValue).joined(separator: ".") + ": "
        + (context.underlyingError.map { "\($0)" } ?? context.debugDescription)
    default: "\(error)"
    }
  }
}
