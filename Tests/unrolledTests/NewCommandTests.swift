import Foundation
import Testing

/// A new lesson, and data sets, on the command line.
@Suite(.serialized) struct NewCommandTests {
  @Test func aNewLessonHoldsAtOnce() throws {
    let course = try Course([:])
    let made = try course.run("new", "first-words", "--title", "Words & more")
    #expect(made.status == 0, "\(made)")
    #expect(
      made.output.contains("01-first-words.md: a new lesson, in the part “One”")
    )
    let tested = try course.run("test", "first-words")
    #expect(tested.status == 0, "\(tested)")
    #expect(
      try course.text("01-first-words.md").hasPrefix("# Words & more\n"))
    #expect(try course.run("new", "first-words").status == 2)
    #expect(try course.run("new", "no address").status == 2)
  }

  @Test func dataSetsAreListedAndChecked() throws {
    let course = try Course(["01-a.md": "# A\n\nB.\n"])
    let settings = try course.text("unrolled.yml")
    let none = try course.run("data")
    #expect(none.status == 0)
    #expect(none.output.contains("declares no data set"))
    let sum =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    try course.write(
      "unrolled.yml",
      settings + """

        data:
          letters:
            title: Three letters
            files: { abc.txt: { sha256: \(sum) } }
        """)
    let here = ["UNROLLED_DATA": course.folder.path]
    let missing = try course.run("data", environment: here)
    #expect(missing.status == 1)
    #expect(missing.output.contains("letters: Three letters\n"))
    #expect(missing.output.contains("abc.txt is not here; put it at"))
    try FileManager.default.createDirectory(
      at: course.folder.appending(path: "letters"),
      withIntermediateDirectories: true)
    try course.write("letters/abc.txt", "abc")
    let fine = try course.run("data", "letters", environment: here)
    #expect(fine.status == 0)
    #expect(fine.output.contains("  ✓ abc.txt\n"))
    try course.write("letters/abc.txt", "abd")
    let other = try course.run("data", environment: here)
    #expect(other.status == 1)
    #expect(other.output.contains("is not the official file"))
    #expect(try course.run("data", "words", environment: here).status == 2)
  }

  /// An archive with one file, which is the one row of the set's table.
  @Test func aDataSetIsMadeFromItsArchive() throws {
    let course = try Course(["01-a.md": "# A\n\nB.\n"])
    let sum =
      "b4ad17ef1c7b7e4ee4d9ca05a3a6bd2aee5d4ee8ef52cbbbd8cf5aa5db0f4d69"
    let settings = try course.text("unrolled.yml")
    func declare(_ sum: String) throws {
      try course.write(
        "unrolled.yml",
        settings + """

          data:
            letters:
              files:
                abc.tsv:
                  sha256: \(sum)
                  rows: [{ files: "in/{id}.txt", row: "{id}: {text}" }]
          """)
    }
    try declare(sum)
    try FileManager.default.createDirectory(
      at: course.folder.appending(path: "in"),
      withIntermediateDirectories: true)
    try course.write("in/7.txt", "abc")
    let tar = Process()
    tar.executableURL = URL(filePath: "/usr/bin/env")
    tar.arguments = ["tar", "-czf", "a.tar.gz", "in"]
    tar.currentDirectoryURL = course.folder
    try tar.run()
    tar.waitUntilExit()
    let archive = course.folder.appending(path: "a.tar.gz").path
    let here = ["UNROLLED_DATA": course.folder.path]
    let other = try course.run(
      "data", "letters", "--archive", archive, environment: here)
    #expect(other.status == 2)
    #expect(other.error.contains("is not the file that is declared"))
    #expect(throws: (any Error).self) { try course.text("letters/abc.tsv") }

    // printf '7: abc\n' | sha256sum
    try declare(
      "48fe0769cee6561509a49853c018ed7b2e0a41da62ac885ff4565ceb13bce3d0")
    let fine = try course.run(
      "data", "letters", "--archive", archive, environment: here)
    #expect(fine.status == 0, "\(fine.error)")
    #expect(try course.text("letters/abc.tsv") == "7: abc\n")
    #expect(
      try course.run("data", "--archive", archive, environment: here).status
        == 2)
  }
}
