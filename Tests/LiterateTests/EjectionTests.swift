import Foundation
import Testing

@testable import Literate

@Suite struct EjectionTests {
  private let text = """
    # A & B

    B.

    ```swift
    let a = [1, 2]
    a.count  // how many
    ```

    ```output
    2
    ```

    > - ```swift hidden
    >   show(a)
    >
    >   note("a", a.count)
    >   ```

    ## More

    ~~~~swift traps
    a[2]
    ~~~~

    ```swift fails
    a = 3
    ```

    ```swift fresh
    let a = 5
    ```

    There are [2](value:a).

    """

  private func lesson(_ text: String? = nil) throws -> Lesson {
    try Lesson(path: "1-a.md", source: text ?? self.text)
  }

  /// The lesson with some letters of its ejected programs replaced.
  private func returned(
    _ lesson: Lesson, replacing old: String, with new: String
  ) throws -> Return {
    var codes: [Int: String] = [:]
    for program in lesson.ejectedPrograms {
      let source = program.source(of: lesson, imports: ["M"])
        .replacing(old, with: new)
      codes.merge(try program.codes(in: source, path: "main.swift")) { $1 }
    }
    return try Return(lesson, codes: codes, folder: "nowhere")
  }

  @Test func blocksStandBetweenMarks() throws {
    let programs = try lesson().ejectedPrograms
    #expect(programs.map(\.name) == ["lesson", "lesson-fresh-2"])
    let source = programs[0].source(of: try lesson(), imports: ["M", "N"])
    #expect(
      source == """
        // A & B
        //
        // The blocks of the lesson. Change what stands between //> and //<; the
        // rest is not put back into it.

        import M
        import N

        //> block 1 · A & B
        let a = [1, 2]
        show(a.count)  // how many
        //< block 1

        //> block 2 · A & B
        show(a)

        note("a", a.count)
        //< block 2

        LessonRuntime._traps(3) {
        //> block 3 · More
        show(a[2])
        //< block 3
        }

        """)
  }

  @Test func whatIsNotChangedComesBackByteForByte() throws {
    for text in [text, text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text] {
      let back = try returned(
        try lesson(text), replacing: "import M", with: "import M // mine")
      #expect(back.text == text)
      #expect(back.changed.isEmpty)
    }
  }

  @Test(arguments: [
    ("a.count)  //", "a.count + 1)  //", "a.count  //", "a.count + 1  //", 1),
    ("show(a.count)", "print(a.count)", "a.count  //", "print(a.count)  //", 1),
    (
      "show(a)\n", "show(a)\n\nlet b = 3\n", ">   show(a)\n",
      ">   show(a)\n>\n>   let b = 3\n", 2
    ),
    ("show(a[2])", "show(a[3])", "a[2]", "a[3]", 3),
    ("let a = 5", "let a = 6", "let a = 5", "let a = 6", 5),
    ("let a = 5\n", "", "let a = 5\n", "", 5),
  ])
  func aChangedBlockChangesNothingElse(
    old: String, new: String, from: String, to: String, block: Int
  ) throws {
    let back = try returned(try lesson(), replacing: old, with: new)
    #expect(back.changed == [block])
    #expect(back.text == text.replacing(from, with: to))
    let windows = try returned(
      try lesson(text.replacing("\n", with: "\r\n")), replacing: old, with: new)
    #expect(
      windows.text
        == text.replacing(from, with: to).replacing("\n", with: "\r\n"))
  }

  @Test(arguments: [
    ("//< block 1\n", "", "main.swift:12: error: this mark has no place here"),
    ("//> block 2", "//> block 1", "main.swift:13: error: there is no such"),
    (
      "//> block 3 · More\nshow(a[2])\n//< block 3\n", "",
      "main.swift: error: the marks of block 3 are gone"
    ),
    ("//< block 3\n", "", "main.swift: error: block 3 has no end"),
    ("show(a)\n", "~~~~\n```\n", "1-a.md: error: these changes would break"),
  ])
  func whatCannotBePutBackIsOneClearError(
    old: String, new: String, message: String
  ) throws {
    do {
      _ = try returned(try lesson(), replacing: old, with: new)
      Issue.record("put back \(new)")
    } catch let error as Problem {
      #expect(error.description.hasPrefix(message))
    }
  }

  @Test func aLibraryOfOtherPackagesIsNotCopied() throws {
    func dump(_ needs: String, _ settings: String = "") throws
      -> EjectedLibrary?
    {
      try JSONDecoder().decode(
        PackageDump.self,
        from: Data(
          """
          {"platforms": [{"platformName": "macos", "version": "15.0"}],
           "products": [{"name": "P", "targets": ["A"]}],
           "targets": [
             {"name": "A", "type": "regular", "resources": [],
              "dependencies": [\(needs)], "settings": [\(settings)]},
             {"name": "B", "type": "regular", "path": "Other/B",
              "resources": [], "dependencies": [], "settings": []}]}
          """.utf8)
      ).library("P")
    }
    let setting =
      #"{"tool": "swift", "kind": {"swiftLanguageMode": {"_0": "6"}}}"#
    let library = try #require(
      try dump(#"{"byName": ["B", null]}"#, setting))
    let expected = [
      LibraryTarget(
        name: "A", path: "Sources/A", needs: ["B"],
        settings: [".swiftLanguageMode(.v6)"]),
      LibraryTarget(name: "B", path: "Other/B", needs: [], settings: []),
    ]
    #expect(
      library == .copied(expected, platforms: [".macOS(\"15.0\")"]))
    #expect(
      try dump(#"{"product": ["X", "x", null, null]}"#) == nil)
    #expect(try dump("", #"{"tool": "swift", "kind": {"new": {}}}"#) == nil)
  }
}
