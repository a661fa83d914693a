import Testing

@testable import Literate

@Suite struct FenceTests {
  @Test func wordsBecomeRoles() throws {
    #expect(try Fence("swift").role == .runs)
    #expect(try Fence("swift fails").role == .fails)
    #expect(try Fence("swift  traps ").role == .traps)
    #expect(try Fence("swift timing").role == .timing)
    #expect(try Fence("swift hidden").isHidden)
    #expect(try Fence("swift tolerance=1e-3").tolerance == 0.001)
    #expect(
      try Fence("swift illustration=\"two words\"").role
        == .illustration(reason: "two words"))
    #expect(try Fence("swift hidden traps").role == .traps)
  }

  @Test(arguments: [
    (
      "swift hiden",
      "a swift fence has no word “hiden”; did you mean “hidden”?"
    ),
    ("swift trap", "a swift fence has no word “trap”; did you mean “traps”?"),
    (
      "swift banana",
      "a swift fence has no word “banana”; it knows hidden, fails, traps, "
        + "timing, illustration, tolerance"
    ),
    (
      "swift illustration",
      "an illustration is not run, so it must say why: "
        + "illustration=\"the reason\""
    ),
    ("swift tolerance", "“tolerance” needs a value: tolerance=1e-3"),
    (
      "swift tolerance=much",
      "“tolerance=much” is not a number above zero, like tolerance=1e-3"
    ),
    (
      "swift tolerance=-1",
      "“tolerance=-1” is not a number above zero, like tolerance=1e-3"
    ),
    ("swift hidden=yes", "“hidden” takes no value"),
    (
      "swift fails traps",
      "the words of “swift fails traps” contradict each other; keep one of "
        + "them"
    ),
    (
      "swift fails tolerance=1e-3",
      "the words of “swift fails tolerance=1e-3” contradict each other; keep "
        + "one of them"
    ),
  ])
  func mistakesAreExplained(info: String, message: String) {
    #expect(throws: FenceError.self) { try Fence(info) }
    do throws(FenceError) {
      _ = try Fence(info)
    } catch {
      #expect(error.description == message)
    }
  }
}
