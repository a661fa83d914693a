// Pictures as a lesson's program would draw them.

import Literate

extension Fixture {
  /// By the block that shows them.
  static var pictures: [Int: OutputPiece] {
    [2: heatMap, 6: heatMap, 8: lossChart]
  }

  /// Five steps of four units.
  static var heatMap: OutputPiece {
    let values = [
      [-0.67, 0.23, 0.26, -0.59, -0.04], [-0.23, 0.81, 0.04, -0.19, 0.59],
      [0.69, 0.65, 0.06, 0.02, 0.19], [-0.26, 0.22, 0.24, 0.18, 0.37],
    ]
    var cells = ""
    for (row, line) in values.enumerated() {
      for (column, value) in line.enumerated() {
        let step = Int((value * 5).rounded())
        let shade = step == 0 ? "z" : step < 0 ? "n\(-step)" : "p\(step)"
        let (x, y) = (58 + column * 116, 34 + row * 46)
        cells +=
          "<rect class=\"\(shade)\" x=\"\(x)\" y=\"\(y)\" "
          + "width=\"112\" height=\"42\" rx=\"4\"/>"
          + "<text class=\"cell\" x=\"\(x + 56)\" y=\"\(y + 27)\">"
          + "\(value)</text>"
      }
    }
    return .picture(
      markup: "<svg class=\"chart\" viewBox=\"0 0 640 236\" "
        + "aria-hidden=\"true\" focusable=\"false\">\(cells)</svg>",
      alternative: "heat map, 4 units over 5 steps, from -0.67 (unit 1, "
        + "step 1) to 0.81 (unit 2, step 2)")
  }

  /// Two losses over a thousand steps.
  static var lossChart: OutputPiece {
    func path(_ floor: Double, _ rate: Double) -> String {
      let points = stride(from: 0, through: 100, by: 2).map { step in
        let loss = floor + (1.2 - floor) / (1 + rate * Double(step))
        return "\(40 + Double(step) * 5.94) \(268 - loss * 141)"
      }
      return "M" + points.joined(separator: "L")
    }
    let marks = [(0, "0"), (71, "0.5"), (141, "1")].map { up, label in
      "<path class=\"grid\" d=\"M40 \(268 - up)H634\"/>"
        + "<text class=\"end\" x=\"32\" y=\"\(273 - up)\">\(label)</text>"
    }
    return .picture(
      markup: "<svg class=\"chart\" viewBox=\"0 0 640 316\" "
        + "aria-hidden=\"true\" focusable=\"false\">\(marks.joined())"
        + "<path class=\"series-b\" d=\"\(path(1.05, 0.1))\"/>"
        + "<path class=\"series-a\" d=\"\(path(0, 0.2))\"/>"
        + "<text class=\"label-a end\" x=\"634\" y=\"250\">all five steps"
        + "</text><text class=\"label-b end\" x=\"634\" y=\"104\">last four"
        + "</text></svg>",
      alternative: "Two lines over 1,000 steps & more, both from 1.2. All "
        + "five steps: 0.06. Last four: 1.06.")
  }
}
