import Literate
import Publishing
import Testing

/// Pages that run their lessons: the program's file, the controls, and what
/// the prose needs to be said anew.
@Suite struct LiveTests {
  private static let lesson = """
    # Hi

    A.

    ```swift
    let rate = knob("learning rate", 0.2, in: 0.01...3)
    let units = knob("units", 8, in: 1...64)
    let cell = knob("cell", "LSTM", among: ["LSTM", "GRU"])
    let bias = knob("bias", true)
    let word = knob("a \\"word\\"", "film")
    ```

    It is [2](value:last), [below 3](claim:last-1<3).

    """

  private func site(_ program: PageProgram?) throws -> Site {
    var fixture = try Fixture(["01-hi.md": LiveTests.lesson])
    fixture.programs = program.map { ["hi": $0] } ?? [:]
    return try fixture.site()
  }

  @Test func aProgramStandsBesideItsPage() throws {
    let site = try site(PageProgram(.compiled([1, 2, 3, 4]), blocks: [1]))
    #expect(site.text("hi.live.js") == "unrolledProgram(\"AQIDBA==\");\n")
    let page = site.text("hi.html")
    #expect(page.contains("data-program=\"hi.live.js\" data-blocks=\"1\""))
    #expect(page.contains("'wasm-unsafe-eval'"))
    #expect(page.contains("worker-src blob:"))
    // Nothing is loaded before it is asked for.
    #expect(!page.contains("src=\"hi.live.js\""))
    #expect(page.contains("data-value=\"last\""))
    #expect(
      page.contains(
        "data-claim=\"[&quot;&lt;&quot;,[&quot;-&quot;,&quot;last&quot;,1.0],3"
      ))
  }

  @Test func eachKnobHasItsControl() throws {
    let page = try site(PageProgram(.compiled([1]), blocks: [1]))
      .text("hi.html")
    for part in [
      "data-knob=\"learning rate\" data-recorded=\"0.2\"",
      "<span class=\"without-js\">0.2, from 0.01 to 3</span>",
      "type=\"range\" min=\"-2\" max=\"0.47712125471966244\" step=\"0.01\"",
      "data-scale=\"log\"",
      "min=\"1\" max=\"64\" step=\"1\" value=\"8\"",
      "<option selected>LSTM</option><option>GRU</option>",
      "role=\"switch\" checked",
      "data-knob=\"a &quot;word&quot;\"", "value=\"film\"",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(page.count(of: "<label for=") == 5)
    #expect(page.count(of: "Run in this page") == 1)
  }

  @Test func aPageThatRunsNothingSaysWhyAndShowsWhatIsRecorded() throws {
    let site = try site(PageProgram(.refused(because: "it is <slow>")))
    let page = site.text("hi.html")
    #expect(site.files["hi.live.js"] == nil)
    #expect(page.contains("recorded only: it is &lt;slow&gt;"))
    #expect(page.contains("<span>0.2, from 0.01 to 3</span>"))
    #expect(!page.contains("type=\"range\""))
    #expect(!page.contains("Run in this page"))
    #expect(!page.contains("data-value"))
  }

  @Test func aPageWithoutKnobsHasOneRowOfButtons() throws {
    var fixture = try Fixture(
      ["01-hi.md": "# Hi\n\nA.\n\n```swift\nlet a = 1\n```\n"])
    fixture.programs = ["hi": PageProgram(.compiled([1]), blocks: [1])]
    let page = try fixture.site().text("hi.html")
    #expect(page.count(of: "Run in this page") == 1)
  }
}

extension String {
  fileprivate func count(of part: String) -> Int {
    ranges(of: part).count
  }
}
