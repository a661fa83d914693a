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
    #expect(try Fence("swift fresh double").isDouble)
    #expect(try Fence("swift needs=b,a slow").needs.data == ["a", "b"])
    #expect(try Fence("swift needs=b,a slow").needs.isSlow)
    #expect(
      try Fence("swift excerpt=\"A/B.swift#One step\"").role
        == .excerpt(path: "A/B.swift", mark: "One step"))
    #expect(try Fence("swift wrong=no-bias").exercise == "no-bias")
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
        + "timing, fresh, double, slow, needs, tolerance, excerpt, "
        + "illustration, exercise, hint, solution, check, wrong"
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
    ("swift double", "“double” goes with “fresh”: swift fresh double"),
    ("swift needs", "“needs” needs a value: needs=imdb"),
    (
      "swift needs=a/b",
      "“needs=a/b” is no name; names have letters, numbers and hyphens, like "
        + "needs=imdb"
    ),
    (
      "swift excerpt=RNN/Cell.swift",
      "“excerpt=RNN/Cell.swift” names no section; write the file's path from "
        + "the Sources folder and its mark, like "
        + "excerpt=RNN/Cells/LSTMCell.swift#Step"
    ),
    (
      "swift excerpt=../secret#Step",
      "“excerpt=../secret#Step” names no section; write the file's path from "
        + "the Sources folder and its mark, like "
        + "excerpt=RNN/Cells/LSTMCell.swift#Step"
    ),
    (
      "swift exercise",
      "“exercise” needs a value: exercise=add-the-bias"
    ),
    (
      "swift fails slow",
      "the words of “swift fails slow” contradict each other; keep one of them"
    ),
    (
      "swift check=a needs=imdb",
      "the words of “swift check=a needs=imdb” contradict each other; keep "
        + "one of them"
    ),
    (
      "swift exercise=a solution=a",
      "the words of “swift exercise=a solution=a” contradict each other; keep "
        + "one of them"
    ),
    (
      "swift fresh excerpt=A.swift#B",
      "the words of “swift fresh excerpt=A.swift#B” contradict each other; "
        + "keep one of them"
    ),
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
