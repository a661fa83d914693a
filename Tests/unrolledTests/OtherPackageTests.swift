import Foundation
import Testing

/// The engine with lessons of another package, which knows no tensors: it
/// takes from here what a lesson's program talks to, and nothing else.
@Suite(.serialized) struct OtherPackageTests {
  private let lesson = """
    # Greeting

    How to greet.

    ```swift
    greeting(to: knob("name", "Ada"))
    ```

    ```output
    Hello, Ada!
    ```

    ```swift
    note("letters", greeting(to: "").count)
    ```

    Without a name, [8](value:letters) letters are left.

    """

  /// A package as the README describes it, and its lessons.
  private func package() throws -> (Course, URL) {
    let course = try Course(["01-greeting.md": lesson])
    let root = course.folder.appending(path: "../greetings").standardized
    let unrolled = Course.root.lastPathComponent
    let files = [
      "Package.swift": """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: "Greetings",
        platforms: [.macOS(.v15)],
        products: [
          .library(name: "Greetings", targets: ["Greetings"]),
          .library(
            name: "GreetingsLessons", type: .static,
            targets: ["GreetingsLessons"]),
        ],
        dependencies: [.package(path: "\(Course.root.path)")],
        targets: [
          .target(name: "Greetings"),
          .target(
            name: "GreetingsLessons",
            dependencies: [
              "Greetings",
              .product(name: "LessonRuntime", package: "\(unrolled)"),
            ]),
        ])
      """,
      "Sources/Greetings/Greetings.swift": """
      /// What one says to somebody.
      public func greeting(to name: String) -> String {
        "Hello, " + name + "!"
      }
      """,
      "Sources/GreetingsLessons/GreetingsLessons.swift": """
      // What the lessons link against.
      import Greetings
      import LessonRuntime
      """,
    ]
    for (name, text) in files {
      let file = root.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try course.write(
      "unrolled.yml",
      """
      title: Greetings
      summary: A course of another package.
      product: GreetingsLessons
      environment: { UNROLLED_LIBRARY_ONLY: "1" }
      imports: [Greetings, LessonRuntime]
      parts:
        - { title: One, summary: The only one., lessons: [greeting] }
      """)
    return (course, root)
  }

  @Test func itsLessonsAreTestedAcceptedAndRun() throws {
    let (course, package) = try package()
    let held = try course.run("test", package: package)
    #expect(held.status == 0, "\(held)")
    #expect(
      held.output.hasSuffix(
        "2 fences: 2 run; 1 numbers and claims in the prose, all agree\n"))

    let turned = try course.run(
      "run", "greeting", "--set", "name=Grace", package: package)
    #expect(turned.output.contains("- Hello, Ada!\n+ Hello, Grace!"))

    try course.write(
      "01-greeting.md",
      lesson.replacing("[8]", with: "[9]")
        .replacing("Hello, Ada!", with: "Good day!"))
    let failed = try course.run("test", package: package)
    #expect(failed.status == 1)
    #expect(failed.error.contains("- Good day!\n    + Hello, Ada!"))
    #expect(failed.error.contains("the prose says “9”, but letters is 8"))
    let accepted = try course.run("accept", "--yes", package: package)
    #expect(accepted.status == 0, "\(accepted)")
    #expect(try course.text("01-greeting.md") == lesson)

    try course.write(
      "01-greeting.md", lesson.replacing("to: \"\"", with: "to: 7"))
    let wrong = try course.run("test", "1#2", package: package)
    #expect(wrong.status == 1)
    #expect(
      wrong.error.contains(
        "01-greeting.md:14:30: error: cannot convert value of type 'Int'"))
  }
}
