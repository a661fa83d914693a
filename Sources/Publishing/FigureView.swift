// A picture as a page shows it: the drawing, the caption, the numbers. Next:
// PictureMarkup.swift, what of it a page may hold.

/// What the figure template is filled in with.
struct FigureView: Sendable {
  let figureNumber: Int
  let alternative: String
  /// SVG, or a step view, as the lesson's program drew it.
  let drawing: String
  /// Whether there is something to be read and moved in it: what is a picture
  /// to those who cannot see it is neither.
  let isStepView: Bool
  /// A paragraph, or nothing.
  let caption: String
  /// The numbers behind the drawing, to be folded away.
  let table: String?

  init(figureNumber: Int, alternative: String, markup: String) {
    self.figureNumber = figureNumber
    self.alternative = alternative
    // A page holds of it what pictures are made of.
    let markup = PictureMarkup(markup).html
    isStepView = markup.hasPrefix("<div class=\"stepview\"")
    let (drawing, table, caption) = FigureView.parts(of: markup)
    self.drawing = drawing
    self.caption = caption
    self.table = table.isEmpty ? nil : table
  }

  /// A picture's drawings, and then what is not to be hidden from those who
  /// cannot see them: a table and a caption, if there are any.
  static func parts(
    of markup: String
  ) -> (drawing: String, table: String, caption: String) {
    // A step view is one piece.
    guard !markup.hasPrefix("<div class=\"stepview\"") else {
      return (markup, "", "")
    }
    let end =
      markup.ranges(of: "</svg>").last?.upperBound ?? markup.endIndex
    let rest = markup[end...]
    let caption =
      rest.firstRange(of: "<p class=\"caption\">")?.lowerBound
      ?? rest.endIndex
    return (
      String(markup[..<end]), String(rest[..<caption]),
      String(rest[caption...])
    )
  }
}
