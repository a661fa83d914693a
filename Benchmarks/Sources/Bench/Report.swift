// Everything a sitting found. Next: Report+Tables.swift.

import Foundation

/// What was measured in one sitting.
struct Report: Codable {
  var machine = Machine()
  var rounds: Int
  var comparisons: [Comparison] = []
  var race: Race?
  var multiplications: [Multiplication] = []
  var curves: [Curve] = []

  /// Writes `NAME.json` and `NAME.md`.
  func write(to folder: URL, name: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    try encoder.encode(self).write(to: folder.appending(path: "\(name).json"))
    try Data(text.utf8).write(to: folder.appending(path: "\(name).md"))
  }

  /// The programs' versions, each once.
  var versions: [String] {
    var list: [String] = []
    for comparison in comparisons {
      for program in Program.trainers {
        if let name = comparison.measured[program]?.versions,
          !name.isEmpty, !list.contains(name)
        {
          list.append(name)
        }
      }
    }
    return list
  }
}
