import Foundation
import Testing

@testable import Literate

/// Whether anything changed: what decides if the library is built anew.
@Suite struct FingerprintTests {
  private let folder: URL
  private var file: URL { folder.appending(path: "a.swift") }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "fingerprint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    try write("let a = 1")
  }

  private func write(_ text: String, _ name: String = "a.swift") throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private var fingerprint: Fingerprint {
    Fingerprint(of: [folder.path, file.path])
  }

  @Test func whatIsSavedUnchangedIsUnchanged() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = fingerprint
    #expect(before.change() == nil)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1e9)],
      ofItemAtPath: file.path)
    #expect(before.change() == nil)
    try write("let a = 1")
    #expect(before.change() == nil)
  }

  @Test func aChangedByteIsAChange() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = fingerprint
    try write("let a = 2")
    #expect(before.change() == file.path)
  }

  @Test func aNewFileIsAChangeAndAHiddenOneIsNone() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = fingerprint
    try write("", ".a.swift.swp")
    #expect(before.change() == nil)
    try write("", "b.swift")
    #expect(before.change() == folder.path)
  }

  @Test func aFileThatIsGoneIsAChange() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = fingerprint
    try FileManager.default.removeItem(at: file)
    #expect(before.change() != nil)
  }

  @Test func digestsTellBytesApart() {
    let texts = [
      "", "a", "b", "ab", "ba", "aaaaaaaa", "aaaaaaaaa", "\0", "\0\0",
    ]
    let digests = Set(texts.map { Digest(Data($0.utf8)) })
    #expect(digests.count == texts.count)
    #expect("\(Digest())".count == 16)
  }
}
