// The file that brings a lesson's program into its page.

import Foundation
import Literate

extension LessonText {
  /// The file's name, if there is a program.
  var programFile: String? {
    program?.bytes == nil ? nil : "\(entry.lesson.slug).live.js"
  }

  /// A knob in a block that runs in the page.
  var hasKnobs: Bool {
    let blocks = outcome.blocks.map(\.block).filter {
      program?.blocks.contains($0.number) ?? false
    }
    return knobs.contains { call in
      call.knob != nil && blocks.contains { $0.lines.contains(call.line) }
    }
  }
}

extension PageProgram {
  /// How much of it a page loads, as a receipt says it.
  var size: String? {
    bytes.map { (($0.count + 512) / 1024).grouped + " KB" }
  }
}

/// A classic script, since a page from a disk may ask for nothing else: the
/// packed program as text.
func programScript(_ bytes: [UInt8]) -> [UInt8] {
  Array("unrolledProgram(\"\(Data(bytes).base64EncodedString())\");\n".utf8)
}
