// What a page makes of a node. Next: Tree.swift.

/// What happens to a node on its way to HTML.
public enum Rewrite: Equatable, Sendable {
  /// cmark renders it.
  case keep
  /// Nothing is left of it.
  case drop
  /// This HTML stands in its place.
  case replace(String)
  /// Its children are rendered between these.
  case wrap(before: String, after: String)
  /// It is rendered as ever, between these.
  case enclose(before: String, after: String)
  /// For a footnote reference: the words of its footnote between these.
  case footnote(before: String, after: String)
}
