// Reading tensors from a file, believing nothing it says.
// Next: Safetensors+Writing.swift.

import Foundation
import RNN
import Tensors

extension Safetensors {
  /// Reads a file.
  ///
  /// - Throws: `FileError` if it cannot be read, is cut off or too long, or
  ///   says what cannot be: scalars of another type, places that overlap or
  ///   leave a gap, a shape that does not fit its place.
  public init(path: String) throws(FileError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw FileError(path, "cannot be read")
    }
    try self.init(bytes: Array(data), path: path)
  }

  /// Reads bytes; `path` is what errors call them.
  init(bytes: [UInt8], path: String) throws(FileError) {
    guard bytes.count >= 8 else {
      throw FileError(
        path, "expected at least 8 bytes; the file has \(bytes.count)")
    }
    let length = UInt64(littleEndianBytes: bytes[..<8])
    guard length <= UInt64(bytes.count - 8) else {
      throw FileError(
        path,
        "expected a header of \(length) bytes; the file has "
          + "\(bytes.count - 8) more")
    }
    let start = 8 + Int(length)
    let header = try Safetensors.header(bytes[8..<start], path)
    let scalars = bytes[start...]
    var tensors: [NamedTensor] = []
    var end = 0
    for (name, entry) in header.entries.sorted(by: Safetensors.isBefore) {
      let place = try Safetensors.place(of: entry, name, path)
      guard place.lowerBound == end else {
        throw FileError(
          path,
          "expected '\(name)' to start at byte \(end); it starts at "
            + "\(place.lowerBound)")
      }
      guard place.upperBound <= scalars.count else {
        throw FileError(
          path,
          "expected '\(name)' to end by byte \(scalars.count); it ends at "
            + "\(place.upperBound)")
      }
      end = place.upperBound
      let part = scalars[start + place.lowerBound..<start + end]
      tensors.append(
        NamedTensor(
          name,
          Tensor(
            Safetensors.scalars(part, entry.dtype), shape: Shape(entry.shape))
        ))
    }
    guard end == scalars.count else {
      throw FileError(
        path, "expected \(end) bytes of scalars; got \(scalars.count)")
    }
    self.init(tensors, metadata: header.metadata)
  }

  private static func header(
    _ bytes: ArraySlice<UInt8>, _ path: String
  ) throws(FileError) -> SafetensorsHeader {
    guard
      bytes.first == UInt8(ascii: "{"), !bytes.contains(0),
      String(validating: bytes, as: UTF8.self) != nil
    else { throw FileError(path, "expected a header in JSON") }
    do {
      return try JSONDecoder().decode(
        SafetensorsHeader.self, from: Data(bytes))
    } catch {
      throw FileError(
        path, "expected a header with dtype, shape and data_offsets")
    }
  }

  /// In the order of their scalars; of tensors without any, by name.
  private static func isBefore(
    _ a: (name: String, entry: SafetensorsHeader.Entry),
    _ b: (name: String, entry: SafetensorsHeader.Entry)
  ) -> Bool {
    let (first, second) = (a.entry.data_offsets, b.entry.data_offsets)
    return first == second
      ? a.name < b.name : first.lexicographicallyPrecedes(second)
  }

  /// The bytes a tensor says it has, if it can have them.
  private static func place(
    of entry: SafetensorsHeader.Entry, _ name: String, _ path: String
  ) throws(FileError) -> Range<Int> {
    guard entry.dtype == "F32" || entry.dtype == scalarType else {
      throw FileError(
        path,
        "expected '\(name)' as \(scalarType); it is "
          + entry.dtype.prefix(20))
    }
    var size = entry.dtype == "F64" ? 8 : 4
    for axis in entry.shape {
      // An axis of size 0 must not hide others that are beyond counting.
      let (product, overflow) =
        size.multipliedReportingOverflow(by: max(axis, 1))
      guard axis >= 0, !overflow else {
        throw FileError(
          path, "expected '\(name)' to have a shape; got \(entry.shape)")
      }
      size = product
    }
    if entry.shape.contains(0) { size = 0 }
    let places = entry.data_offsets
    guard places.count == 2, places[0] >= 0, places[0] <= places[1] else {
      throw FileError(
        path, "expected '\(name)' to have a place; got \(places)")
    }
    guard places[1] - places[0] == size else {
      throw FileError(
        path,
        "expected \(size) bytes for '\(name)' \(entry.shape); got "
          + "\(places[1] - places[0])")
    }
    return places[0]..<places[1]
  }

  private static func scalars(
    _ bytes: ArraySlice<UInt8>, _ type: String
  ) -> [Scalar] {
    bytes.withUnsafeBytes { raw in
      if type == "F64" {
        return (0..<raw.count / 8).map {
          let bits = raw.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)
          return Scalar(Double(bitPattern: UInt64(littleEndian: bits)))
        }
      }
      return (0..<raw.count / 4).map {
        let bits = raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)
        return Scalar(Float(bitPattern: UInt32(littleEndian: bits)))
      }
    }
  }
}

extension UInt64 {
  /// The number of 8 bytes, the lowest first.
  fileprivate init(littleEndianBytes bytes: ArraySlice<UInt8>) {
    self = bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
