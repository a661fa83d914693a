import Foundation
import Testing

@testable import Literate

@Suite struct DataCheckTests {
  private func file(_ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "data \\-\(UUID().uuidString)")
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// The example of FIPS 180-2, appendix B.1.
  private let sum =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test func aFileIsKnownByItsSum() throws {
    let path = try file("abc")
    #expect(try DataCheck.state(of: path, sha256: sum) == .fine)
    #expect(try DataCheck.state(of: path, sha256: sum.uppercased()) == .fine)
    #expect(
      try DataCheck.state(of: path, sha256: "00") == .other(sha256: sum))
    #expect(
      try DataCheck.state(of: path + "x", sha256: sum) == .missing)
  }

  @Test func onlySafeAddressesAreFetched() throws {
    let path = try file("abc")
    for url in [nil, "http://example.org/a", "file:///etc/passwd"] {
      let check = DataCheck(
        set: "s", file: "f", path: path + ".new", url: url, sha256: sum,
        state: .missing)
      #expect(throws: Problem.self) { try check.download() }
    }
    #expect(!FileManager.default.fileExists(atPath: path + ".new"))
  }
}
