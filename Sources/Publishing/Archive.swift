// Files in one: the same bytes from the same files, whenever and wherever.

/// A ZIP archive whose files are stored as they are.
struct Archive {
  /// A file on its way into archives: its bytes and their checksum.
  struct File: Sendable {
    let bytes: [UInt8]
    let checksum: UInt32

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      checksum = bytes.withUnsafeBufferPointer { crc32($0) }
    }
  }

  private(set) var bytes: [UInt8] = []

  /// - Parameter folder: what they unpack into.
  init(_ files: [String: File], in folder: String) {
    var directory: [UInt8] = []
    let files = files.sorted { $0.key < $1.key }
    for (path, file) in files {
      let name = Array("\(folder)/\(path)".utf8)
      let facts = Archive.facts(of: file, name: name)
      let start = bytes.count
      bytes += [0x50, 0x4b, 3, 4] + facts + name + file.bytes
      // Where it stands, and that anybody may read it.
      directory += [0x50, 0x4b, 1, 2, 20, 3] + facts
      directory += Archive.number(0, 2) + Archive.number(0, 2)
      directory += Archive.number(0, 2) + Archive.number(0o100644 << 16, 4)
      directory += Archive.number(start, 4) + name
    }
    let start = bytes.count
    bytes += directory + [0x50, 0x4b, 5, 6] + Archive.number(0, 4)
    bytes += Archive.number(files.count, 2) + Archive.number(files.count, 2)
    bytes += Archive.number(directory.count, 4) + Archive.number(start, 4)
    bytes += Archive.number(0, 2)
  }

  /// Version, names in UTF-8, stored, on the first day there is, checksum,
  /// sizes, and nothing beyond.
  private static func facts(of file: File, name: [UInt8]) -> [UInt8] {
    let size = number(file.bytes.count, 4)
    return number(20, 2) + number(1 << 11, 2) + number(0, 2) + number(0, 2)
      + number(0x21, 2) + number(Int(file.checksum), 4) + size + size
      + number(name.count, 2) + number(0, 2)
  }

  /// Little end first.
  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

/// The checksum of ZIP, PNG and gzip.
private func crc32(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
  crcTable.withUnsafeBufferPointer { table in
    var sum = UInt32.max
    for byte in bytes {
      sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8)
    }
    return ~sum
  }
}

private let crcTable: [UInt32] = (0..<256).map { byte in
  (0..<8).reduce(UInt32(byte)) { sum, _ in
    sum & 1 == 1 ? 0xedb8_8320 ^ (sum >> 1) : sum >> 1
  }
}
