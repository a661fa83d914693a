// A figure with a sentence below it.

import LessonRuntime

/// A figure and its caption.
///
///     show(chart.captioned("The loss falls until the sixth epoch."))
public struct Captioned<Figure: Showable>: Showable {
  public var figure: Figure
  public var caption: String

  /// What is recorded is the figure's own words: a caption is the author's.
  public var description: String { figure.description }

  public var picture: String {
    let picture = figure.picture
    guard !picture.isEmpty, !caption.isEmpty else { return picture }
    return picture + "<p class=\"caption\">" + Drawing.escaped(caption)
      + "</p>"
  }
}

extension Showable {
  /// The same figure, with a caption.
  public func captioned(_ caption: String) -> Captioned<Self> {
    Captioned(figure: self, caption: caption)
  }
}
