// Programs for pages that need not be compiled again.

import Foundation

/// The programs of one lesson's page, each in a file of its own: a digest of
/// the rest, what it is, and its bytes. What cannot be read is compiled again.
struct PageCache: Sendable {
  let folder: URL

  /// Some older versions are kept: who takes an edit back need not wait.
  private static let limit = 4

  enum Entry: Equatable, Sendable {
    /// WebAssembly, packed as `PageProgram` says.
    case compiled([UInt8])
    /// The compiler refuses the block of this index, and says why.
    case refused(Int, String)
  }

  /// Everything a program depends on: no prose, and no line numbers. The
  /// column's name tells of the library, the compiler and its flags.
  static func key(column: String, imports: [String], blocks: [Block])
    -> Digest
  {
    let parts =
      [column] + PageProgram.pack + imports + blocks.map(\.code)
    return Digest((try? JSONEncoder().encode(parts)) ?? Data())
  }

  func entry(_ key: Digest) -> Entry? {
    guard let bytes = FileManager.default.contents(atPath: file(key).path),
      let end = bytes.firstIndex(of: 10)
    else { return nil }
    let rest = Data(bytes[(end + 1)...])
    guard bytes[..<end] == Data("\(Digest(rest))".utf8) else { return nil }
    return Entry(rest)
  }

  /// A cache that cannot be written costs time and nothing else.
  func keep(_ entry: Entry, _ key: Digest) {
    try? FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    let data = entry.data
    try? (Data("\(Digest(data))\n".utf8) + data)
      .write(to: file(key), options: .atomic)
    removeOldest()
  }

  private func file(_ key: Digest) -> URL {
    folder.appending(path: "\(key).entry")
  }

  private func removeOldest() {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let files = names.map { folder.appending(path: $0) }
      .compactMap { file in FileStamp(file.path).map { (file, $0.time) } }
      .sorted { $0.1 < $1.1 }
    for (file, _) in files.dropLast(PageCache.limit) {
      try? FileManager.default.removeItem(at: file)
    }
  }
}

extension PageCache.Entry {
  /// `compiled`, a line feed and the program; or the block's index and what
  /// the compiler said of it.
  fileprivate var data: Data {
    switch self {
    case .compiled(let bytes): Data("compiled\n".utf8) + bytes
    case .refused(let index, let words): Data("\(index)\n\(words)".utf8)
    }
  }

  fileprivate init?(_ data: Data) {
    guard let end = data.firstIndex(of: 10) else { return nil }
    let kind = String(decoding: data[..<end], as: UTF8.self)
    let rest = data[(end + 1)...]
    if kind == "compiled" {
      self = .compiled(Array(rest))
    } else if let index = Int(kind) {
      self = .refused(index, String(decoding: rest, as: UTF8.self))
    } else {
      return nil
    }
  }
}
