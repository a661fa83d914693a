// Pictures of an output by their parts, for those who do not read frames.

import Frames

extension OutputPiece {
  /// A picture, from its SVG and the words that stand for it.
  public static func picture(
    markup: String, alternative: String
  ) -> OutputPiece {
    .picture(Picture(markup: markup, alternative: alternative))
  }

  /// A picture's SVG.
  public var markup: String? {
    if case .picture(let picture) = self { picture.markup } else { nil }
  }

  /// The words that stand for a picture.
  public var alternative: String? {
    if case .picture(let picture) = self { picture.alternative } else { nil }
  }
}
