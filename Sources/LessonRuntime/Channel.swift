// The private descriptor on which frames leave a program.

import CShims
import Frames

/// Where frames go: a descriptor of their own, never standard output.
enum Channel {
  private static let descriptor = unrolled_frames_descriptor()

  static var isOpen: Bool { descriptor >= 0 }

  /// How much has been written to standard output and error so far.
  static var mark: Mark {
    Mark(output: Int(unrolled_offset(1)), error: Int(unrolled_offset(2)))
  }

  static func write(_ frame: Frame) {
    guard isOpen else { return }
    let bytes = frame.encoded
    bytes.withUnsafeBufferPointer {
      _ = unrolled_write(descriptor, $0.baseAddress, Int64(bytes.count))
    }
  }
}
