import Foundation
import Testing

/// A lesson leaves, is changed, and comes back.
@Suite(.serialized) struct EjectCommandTests {
  private let lesson = """
    # Two sums

    A short lesson.

    ```swift
    let a = 20
    a + 2
    ```

    ```output
    22
    ```

    ```swift traps
    [a][2]
    ```

    ```output
    fatal error: Index out of range
    ```

    """

  @Test func anEjectedLessonRunsAndComesBack() throws {
    let course = try Course(["01-sums.md": lesson])
    let folder = course.folder.appending(path: "../sums").standardized.path
    let made = try course.run("eject", "1", folder, in: .workshop)
    #expect(made.status == 0, "\(made)")
    #expect(try course.text("../sums/lesson.md") == lesson)
    let again = try course.run("eject", "1", folder, in: .workshop)
    #expect(again.error.contains("this folder is not empty"))

    let package = folder + "/Package.swift"
    #expect(FileManager.default.fileExists(atPath: package))
    let ran = try course.runSwift("run", "--package-path", folder)
    #expect(ran.status == 0, "\(ran)")
    #expect(ran.output == "22\n")

    let main = "../sums/Sources/lesson/main.swift"
    try course.write(
      main,
      try course.text(main).replacing("show(a + 2)", with: "show(a + 3)"))
    let back = try course.run("eject", "--back", folder)
    #expect(back.status == 0, "\(back)")
    #expect(back.output.hasSuffix("01-sums.md: put back: block 1\n"))
    let changed = lesson.replacing("a + 2", with: "a + 3")
    #expect(try course.text("01-sums.md") == changed)
    #expect(try course.text("../sums/lesson.md") == changed)
    #expect(
      try course.run("eject", "--back", folder).output
        .hasSuffix("nothing has changed\n"))

    try course.write("01-sums.md", changed + "More.\n")
    try course.write(main, try course.text(main).replacing("20", with: "30"))
    let late = try course.run("eject", "--back", folder)
    #expect(late.status == 2)
    #expect(late.error.contains("the file has changed since it was ejected"))
    #expect(try course.text("01-sums.md") == changed + "More.\n")
  }

  @Test func wrongUseIsOneClearError() throws {
    let course = try Course(["01-sums.md": lesson])
    #expect(try course.run("eject", "1", in: .workshop).status == 2)
    let no = try course.run("eject", "--back", course.folder.path)
    #expect(no.status == 2)
    #expect(no.error.contains("is this folder an ejected lesson?"))
  }
}
