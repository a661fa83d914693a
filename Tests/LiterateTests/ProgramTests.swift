import Testing

@testable import Literate

@Suite struct ProgramTests {
  @Test func blocksStandAtTheirOwnLines() throws {
    let lesson = try Lesson(
      path: "Lessons/1-a.md",
      source: """
        # A

        B.

        ```swift
        let a = 1
        a + 1 // two
        ```

        ```swift traps
        fatalError()
        ```
        """ + "\n")
    let program = Program(
      lesson: lesson, blocks: lesson.blocks, imports: ["RNN"])
    #expect(
      program.source == """
        import RNN
        LessonRuntime._begin(1)
        #sourceLocation(file: "Lessons/1-a.md", line: 6)
        let a = 1
        LessonRuntime.show(a + 1) // two
        #sourceLocation()
        LessonRuntime._end(1)
        LessonRuntime._traps(2) {
        #sourceLocation(file: "Lessons/1-a.md", line: 11)
        fatalError()
        #sourceLocation()
        }

        """)
    // `show(` is not the lesson's: columns are given without it.
    #expect(program.column(20, line: 7) == 1)
    #expect(program.column(24, line: 7) == 5)
    #expect(program.column(5, line: 6) == 5)
  }

  @Test(arguments: [
    ("a", "a"), ("let a = 1", nil), ("a = 1", nil), ("f(1)", "f(1)"),
    ("print(a)", nil), ("show(a)", nil), ("note(\"a\", 1)", nil),
    ("let x = 1\n[1,\n 2] // end", "[1,\n 2]"), ("a; b", "b"),
    ("func f() {}", nil), ("for i in 0..<3 { i }", nil), ("", nil),
    ("x.y[0]\n// done\n", "x.y[0]"), ("a += 1", "a += 1"),
    ("try f()", "try f()"), ("_ = a", nil), ("if a { b }", nil),
  ])
  func trailingExpressions(code: String, expected: String?) {
    let found = TrailingExpression(in: code).map {
      String(decoding: Array(code.utf8)[$0.range], as: UTF8.self)
    }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("try f()", "try! f()"),
    ("let a = try? f()", "let a = try? f()"),
    (
      "func f() throws -> Int { try g() }",
      "func f()        -> Int { try! g() }"
    ),
    (
      "func f() throws(E) { try g() }", "func f() throws(E) { try g() }"
    ),
    ("do { try f() } catch { print(1) }", "do { try f() } catch { print(1) }"),
    ("try a.map { try f($0) }", "try! a.map { try! f($0) }"),
    ("let text = \"try\"", "let text = \"try\""),
  ])
  func aPageStopsWhereALessonThrows(code: String, expected: String) {
    #expect(pageCode(code) == expected)
  }
}
