// Pages of the library: a file in, a page out.

import Foundation
import Literate
import Testing

@testable import Publishing

@Suite struct SourcePageTests {
  /// A course with one lesson, and a library of these files.
  private func site(
    _ files: [String: String], lesson: String = "# Hi\n\nA.\n",
    walk: [LibrarySettings.Step] = []
  ) throws -> Site {
    let fixture = try Fixture(["01-hi.md": lesson], library: files, walk: walk)
    return try fixture.site()
  }

  /// The chunks of a page, each as `comment | line line`.
  private func chunks(_ code: String) -> [String] {
    SourceListing(SourceFile(path: "RNN/A.swift", code: code)).chunks.map {
      let mark = $0.mark.map { "[\($0)] " } ?? ""
      let signed = $0.signed.map { " \($0)" } ?? ""
      return mark + ($0.sign.map { "\($0) " } ?? "") + $0.comment + " | "
        + $0.lines.map(String.init).joined(separator: " ") + signed
    }
  }

  @Test(
    arguments: [
      ("// Head.\n// Next: B.swift.\n\nlet a = 1\n", [" | 4"]),
      (
        "/// One.\nlet a = 1\n\n/// Two.\nlet b = 2\n",
        [
          "One. | 2", "Two. | 5",
        ]
      ),
      ("\n// MARK: - Step\n\n/// One.\nlet a = 1\n\n\n", ["[Step] One. | 5"]),
      (
        "\n// Why.\n/// What.\n///\n///     a\nlet a = 1\n",
        [
          "Why.\n\nWhat.\n\n    a | 6"
        ]
      ),
      (
        "\nlet a = \"\"\"\n  // no comment\n  \"\"\"\nlet b = 2 // one\n",
        [
          " | 2 3 4 5"
        ]
      ),
      (
        "\nfunc f() {\n  // ① Mix.\n  a()\n  b(\n    c)\n\n  d()\n  // Plain.\n"
          + "  e()\n}\n",
        [" | 2", "① Mix. | 4 5 6 7 8 4..<7", "Plain. | 10 11"]
      ),
      (
        "\nfunc f() {\n  // ② Last.\n  a()\n}\n",
        [" | 2", "② Last. | 4 5 4..<5"]
      ),
      ("", []),
      ("// Only this.\n", []),
      ("\nlet a = 1\n// The end.\n", [" | 2", "The end. | "]),
      ("\n// MARK: -\n\nlet a = 1\n", ["[]  | 4"]),
    ] as [(String, [String])])
  func aFileIsCutWhereACommentBegins(code: String, expected: [String]) {
    #expect(chunks(code) == expected)
  }

  @Test func aPageHasItAll() throws {
    let page = try site(
      [
        "RNN/Cells/Cell.swift": """
        // A cell. Next: Other.swift, then Unroll/None.swift.

        import Tensors

        /// Steps. See `Other`, `Array<Int>` and Array<Int>.
        ///
        ///     cell.step(1)
        public struct Cell {
          // MARK: - Step

          /// One step.
          public func step(_ x: Int) -> Other {
            // ① Mix.
            let a = x + 1

            return Other()
          }
          func back() {
            // ① Unmix.
            let b = 2
          }
          var one = 1, two = 2
        }
        """,
        "RNN/Cells/Other.swift": "// The other.\n\npublic struct Other {}\n",
      ],
      lesson: "# Hi\n\nA.\n\n```swift\nCell().step(1)\n```\n"
    ).text("RNN.Cells.Cell.swift.html")
    for piece in [
      "<title>Cell.swift · Unrolled</title>",
      "<p class=\"summary\">A cell.</p>",
      "<a href=\"library.html#room-RNN\">RNN / Cells</a>",
      "<li>In lessons <a href=\"hi.html#block-1\" title=\"Hi\">1</a> </li>",
      "<div class=\"chunk\" id=\"Cell\">",
      "See <code><a class=\"d\" href=\"RNN.Cells.Other.swift.html#Other\" "
        + "title=\"Other | In Other.swift.\">Other</a></code>, "
        + "<code>Array&lt;Int&gt;</code> and Array&lt;Int&gt;.",
      "<pre class=\"quoted\" tabindex=\"0\"><code>cell.step(1)</code></pre>",
      "<h2 id=\"mark-step\">Step</h2>",
      "<li><a href=\"#mark-step\">Step</a></li>",
      "<a class=\"no\" href=\"#Cell.step\" aria-label=\"Line 12\">12</a>",
      "<p class=\"used\">In lessons "
        + "<a href=\"hi.html#block-1\" title=\"Hi\">1</a> </p>",
      "<a class=\"mark\" id=\"sign-1-1\" href=\"#sign-1-2\" "
        + "aria-label=\"Mark 1: over to line 20, in back\">①</a>",
      "<a class=\"mark\" id=\"sign-1-2\" href=\"#sign-1-1\" "
        + "aria-label=\"Mark 1: over to line 14, in step\">①</a>",
      "<span class=\"ln marked\" id=\"L14\">",
      "<span class=\"ln\" id=\"L22\"><span id=\"Cell.one\"></span>"
        + "<span id=\"Cell.two\"></span>",
      "<a class=\"next\" href=\"RNN.Cells.Other.swift.html\">",
    ] {
      #expect(page.contains(piece), "\(piece)")
    }
    #expect(!page.contains("None.swift</a>"))
  }

  @Test func overloadsHaveAnchorsOfTheirOwn() {
    let file = SourceFile(
      path: "A/B.swift",
      code: "struct A {\n  func f() {}\n  func f(x: Int) {}\n"
        + "  static func == (a: A, b: A) -> Bool { true }\n}\nstruct L2 {}\n")
    let anchors = SourceListing(file).anchors
    #expect(
      file.declarations.map { anchors[$0] } == [
        "A", "A.f", "A.f-2", "L4", "L6",
      ])
  }

  @Test func withoutALibraryThereIsNothingOfIt() throws {
    let site = try Fixture(["01-hi.md": "# Hi\n\nA `Tensor`.\n"]).site()
    #expect(site.files["library.html"] == nil)
    #expect(!site.text("index.html").contains("library.html"))
    #expect(site.text("hi.html").contains("<code>Tensor</code>"))
  }

  @Test func theWalkIsOnTheFirstPage() throws {
    let site = try site(
      ["RNN/A.swift": "// The first.\n"],
      walk: [.init(name: "Begin", file: "RNN/A.swift")])
    let link = "<a href=\"RNN.A.swift.html\">Begin</a>"
    #expect(site.text("index.html").contains(link))
    #expect(site.text("library.html").contains(link + "<p>The first.</p>"))
  }

  /// Whatever a file is called and says, it stays words.
  @Test(
    arguments: [
      ("RNN/A.swift", "// </p><script>x</script> \"&\n\nlet a = 1\n"),
      (
        "RNN/A.swift",
        "\n/// <img src=x onerror=x>\n///\n/// <div>\nlet a = 1\n"
      ),
      (
        "RNN/A.swift", "\n/// [a](javascript:x) ![b](http://x/y.png)\nlet a = 1"
      ),
      ("RNN/A.swift", "\n// MARK: - <script>x</script>\"\nlet a = 1\n"),
      ("RNN/A.swift", "\nlet a = \"<script>x</script>\"\n"),
      ("RNN/A.swift", "\n/// \"><script>x</script>\npublic struct `A>` {}\n"),
      ("RNN/A.swift", "\n// `A\"><script>`\npublic func <(a: A, b: A) {}\n"),
      ("RNN/\"><script>.swift", "// A.\n\nlet a = 1\n"),
      ("RNN/a b#c?d%20.swift", "// A.\n\nlet a = 1\n"),
    ])
  func nothingEscapes(path: String, code: String) throws {
    let site = try site(
      [path: code], lesson: "# Hi\n\n`A`\n\n```swift\nlet x: A = 1\n```\n")
    for page in site.files.keys where page.hasSuffix(".html") {
      let text = site.text(page)
      for attack in ["<script>", "<img", "href=\"javascript"] {
        #expect(!text.contains(attack), "\(page): \(attack)")
      }
      #expect(!page.contains { "\"<>#?% ".contains($0) }, "\(page)")
    }
    #expect(site.files.keys.filter { $0.contains(".swift") }.count == 1)
  }

  // MARK: - Names in lessons

  private static let tensor = [
    "Tensors/Tensor.swift":
      "/// An array.\npublic struct Tensor {\n"
      + "  // MARK: - Shape\n  /// Its sizes.\n  public let shape: Int\n}\n"
  ]
  private static let link =
    "<a class=\"d t\" href=\"Tensors.Tensor.swift.html#Tensor\" "
    + "title=\"Tensor | An array.\">Tensor</a>"

  @Test func namesLeadToTheirDeclaration() throws {
    let page = try site(
      Self.tensor,
      lesson: """
        # Hi, `Tensor`

        A.

        ## `Tensor`

        A `Tensor` has a `Tensor.shape`; see [`Tensor`](#tensor).

        ```swift
        let x = Tensor(1)
        x.shape
        ```

        ```swift illustration="another"
        Tensor()
        ```

        ```swift excerpt=Tensors/Tensor.swift#Shape
        public let shape: Int
        ```

        ## What Keras does

        It has no `Tensor`.
        """
    ).body("hi.html")
    let plain = Self.link.replacing("d t", with: "d")
    #expect(page.components(separatedBy: plain).count == 2)
    #expect(
      page.components(
        separatedBy: Self.link.replacing("<a ", with: "<a tabindex=\"-1\" ")
      ).count == 2)
    #expect(
      page.contains(
        "x.<a tabindex=\"-1\" class=\"d\" "
          + "href=\"Tensors.Tensor.swift.html#Tensor.shape\" "
          + "title=\"Tensor.shape | Its sizes.\">shape</a>"))
    #expect(
      page.contains("<a href=\"Tensors.Tensor.swift.html#mark-shape\""))
    #expect(page.components(separatedBy: "href=\"Tensors.").count == 6)
  }

  @Test(
    arguments: [
      ("../Sources/Tensors/Tensor.swift", "Tensors.Tensor.swift.html"),
      ("../Sources/Tensors/Tensor.swift#L2", "Tensors.Tensor.swift.html#L2"),
      (
        "../Sources/Tensors/Tensor.swift#Tensor.shape",
        "Tensors.Tensor.swift.html#Tensor.shape"
      ),
      ("../Sources/Tensors/Tensor.swift#L99", nil),
      ("../Sources/Tensors/None.swift", nil),
    ] as [(String, String?)])
  func lessonsLinkToFiles(link: String, address: String?) throws {
    let lesson = "# Hi\n\nSee.\n\n[it](\(link))\n"
    guard let address else {
      #expect(throws: SiteError.self) {
        try site(Self.tensor, lesson: lesson)
      }
      return
    }
    #expect(
      try site(Self.tensor, lesson: lesson).body("hi.html")
        .contains("<a href=\"\(address)\">it</a>"))
  }
}
