import Frames
import Testing

@testable import Literate

@Suite struct KnobCallTests {
  private func lesson(_ code: String) throws -> Lesson {
    try Lesson(
      path: "1-a.md", source: "# A\n\nB.\n\n```swift\n\(code)\n```\n")
  }

  private let code = """
    let rate = knob("learning rate", 0.2, in: 0.01...3)
    let decay = knob("decay rate", 0.9, in: 0...1)
    let n = knob("units", 8, in: 1...64)
    let cell = knob("cell", "LSTM", among: ["LSTM", "GRU"])
    let model = build(bias: knob("bias", true))
    let review = knob("review", "good film")
    let share: Double = knob("share", 1, in: 0...2)
    """

  @Test func knobsAreFoundWithWhatTheyMayBe() throws {
    let knobs = try lesson(code).knobs
    #expect(
      knobs.map(\.knob) == [
        Knob("learning rate", .numbers(0.01...3), recorded: "0.2"),
        Knob("decay rate", .numbers(0...1), recorded: "0.9"),
        Knob("units", .wholes(1...64), recorded: "8"),
        Knob("cell", .words(["LSTM", "GRU"]), recorded: "LSTM"),
        Knob("bias", .truth, recorded: "true"),
        Knob("review", .text, recorded: "good film"), nil,
      ])
    #expect(
      knobs.map(\.variable)
        == ["rate", "decay", "n", "cell", nil, "review", "share"])
    #expect(knobs.map(\.line) == [6, 7, 8, 9, 10, 11, 12])
    #expect(
      knobs[0].description
        == "learning rate (rate): a number from 0.01 to 3.0, recorded with 0.2")
  }

  @Test(arguments: [
    ("learning rate=0.5", "learning rate"), ("rate=0.5", "learning rate"),
    ("n=1", "units"), ("units=64", "units"), ("learn=1", "learning rate"),
    ("review=a = b", "review"), ("share=0.5", "share"),
  ])
  func aKnobGoesByItsNameItsVariableOrAPartOfIt(
    word: String, name: String
  ) throws {
    let settings = try lesson(code).settings([word])
    #expect(settings.map(\.name) == [name])
  }

  @Test(arguments: [
    (
      "rate=5",
      "1-a.md:6: error: the knob “learning rate” takes a number from 0.01 to "
        + "3.0, and cannot be set to “5”"
    ),
    (
      "bias=no",
      "1-a.md:10: error: the knob “bias” takes true or false, and cannot be "
        + "set to “no”"
    ),
    (
      "rate",
      "1-a.md: error: “rate” sets nothing; write name=value, like "
        + "\"learning rate=…\""
    ),
  ])
  func whatCannotBeSetIsOneClearError(word: String, message: String) throws {
    let lesson = try lesson(code)
    do throws(Problem) {
      _ = try lesson.settings([word])
      Issue.record("set \(word)")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func anUnknownKnobListsThoseThereAre() throws {
    let two = try lesson(
      "let a = knob(\"first rate\", 1.5, in: 1...2)\n"
        + "let b = knob(\"second rate\", 1.5, in: 1...2)")
    let cases = [
      (
        "speed=1",
        "“speed” is no knob of this lesson; there are\n    first rate (a): a "
          + "number from 1.0 to 2.0, recorded with 1.5\n    second rate (b): "
          + "a number from 1.0 to 2.0, recorded with 1.5"
      ),
      (
        "rate=1",
        "“rate” may be\n    first rate (a): a number from 1.0 to 2.0, "
          + "recorded with 1.5\n    second rate (b): a number from 1.0 to "
          + "2.0, recorded with 1.5"
      ),
    ]
    for (word, message) in cases {
      do throws(Problem) {
        _ = try two.settings([word])
        Issue.record("set \(word)")
      } catch {
        #expect(error.message == message)
      }
    }
    #expect(throws: Problem.self) { try lesson("let a = 1").settings(["a=1"]) }
  }
}
