import Foundation
import Testing

/// Every public declaration of the library says what it is.
@Suite struct DocumentationTests {
  @Test(arguments: ["Tensors", "RNN", "RNNFiles"])
  func publicDeclarationsAreDocumented(room: String) throws {
    let folder = House.root.appending(path: "Sources/\(room)")
    let files = FileManager.default.enumerator(atPath: folder.path)
    var count = 0
    for case let name as String in files! where name.hasSuffix(".swift") {
      let text = try String(
        contentsOf: folder.appending(path: name), encoding: .utf8)
      let lines = text.split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where declares(line) {
        count += 1
        let above = lines[..<index].last { !isAttribute($0) }
        let isDocumented =
          above?.trimmingCharacters(in: .whitespaces).hasPrefix("///") ?? false
        #expect(isDocumented, "\(room)/\(name):\(index + 1): \(line)")
      }
    }
    #expect(count > 10)
  }

  /// A public or open declaration; not an extension, which declares nothing,
  /// and not a conformance's member that only repeats its protocol's words.
  private func declares(_ line: Substring) -> Bool {
    let code = line.drop { $0 == " " }
    guard code.hasPrefix("public ") || code.hasPrefix("open ") else {
      return false
    }
    let inherited = [
      "extension", "override", "var description", "convenience override",
      "typealias State", "typealias Trace",
    ]
    return !inherited.contains { code.contains(" \($0)") }
  }

  private func isAttribute(_ line: Substring) -> Bool {
    let code = line.drop { $0 == " " }
    return code.hasPrefix("@") || code.hasPrefix("//") && !code.hasPrefix("///")
  }
}
