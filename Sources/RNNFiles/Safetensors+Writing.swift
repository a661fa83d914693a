// Writing tensors to a file. Next: Sequential+Files.swift.

import Foundation
import RNN
import Tensors

extension Safetensors {
  /// Writes a file; one that is there is replaced, as a whole or not at all.
  ///
  /// - Throws: `FileError` if it cannot be written.
  public func write(to path: String) throws(FileError) {
    do {
      try Data(bytes).write(
        to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw FileError(path, "cannot be written")
    }
  }

  /// The bytes of the file. Equal tensors and metadata have equal bytes.
  var bytes: [UInt8] {
    var header: [String] = []
    if !metadata.isEmpty {
      let items = metadata.sorted { $0.key < $1.key }
        .map { quoted($0.key) + ":" + quoted($0.value) }
      header.append(
        quoted(Safetensors.metadataKey) + ":{"
          + items.joined(separator: ",") + "}")
    }
    var scalars: [UInt8] = []
    for item in tensors {
      let start = scalars.count
      for scalar in item.tensor.scalars {
        withUnsafeBytes(of: scalar.bitPattern.littleEndian) {
          scalars.append(contentsOf: $0)
        }
      }
      let sizes = item.tensor.shape.sizes.map { "\($0)" }
      header.append(
        quoted(item.name) + ":{\"dtype\":\"\(Safetensors.scalarType)\","
          + "\"shape\":[" + sizes.joined(separator: ",")
          + "],\"data_offsets\":[\(start),\(scalars.count)]}")
    }
    var text = Array(("{" + header.joined(separator: ",") + "}").utf8)
    // Scalars begin at a multiple of 8, for those who map the file.
    while text.count % 8 != 0 { text.append(UInt8(ascii: " ")) }
    return withUnsafeBytes(of: UInt64(text.count).littleEndian) { Array($0) }
      + text + scalars
  }
}

/// A text as JSON has it.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\" + String(scalar)
    case _ where scalar.value < 32:
      let digits = String(scalar.value, radix: 16)
      result +=
        "\\u" + String(repeating: "0", count: 4 - digits.count)
        + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
