// What a lesson can show. Next: Show.swift.

/// A value with a picture: figures, tensors.
///
/// Its `description` is the text alternative: the words that are recorded in
/// the lesson and read aloud in place of the picture.
public protocol Showable: CustomStringConvertible {
  /// The picture as SVG, themed by the page's style sheet; empty if there is
  /// nothing to be drawn that the words do not say better.
  var picture: String { get }
}
