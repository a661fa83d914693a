import Testing

@testable import Literate

@Suite struct TrapMessageTests {
  @Test(arguments: [
    (
      "Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range\n"
        + "\n*** Signal 4: Backtracing from 0x7f… done ***\n",
      "fatal error: Index out of range"
    ),
    (
      "Tensors/Tensor.swift:12: Fatal error: shapes [2] and [3]",
      "fatal error: shapes [2] and [3]"
    ),
    (
      "Swift/ErrorType.swift:254: Fatal error: Error raised at top level: bad",
      "uncaught error: bad"
    ),
    (
      "LessonRuntime/B.swift:9: Fatal error: uncaught: no id 14",
      "uncaught error: no id 14"
    ),
    (
      "there is no fatal error here\nA/B.swift:1: Fatal error: true",
      "fatal error: true"
    ),
  ])
  func theFirstLineIsRecordedWithoutItsPlace(said: String, message: String) {
    #expect(trapMessage(said: said, signal: 4) == message)
  }

  @Test func whereSwiftIsSilentTheEngineSpeaks() {
    #expect(trapMessage(said: "", signal: 4).contains("arithmetic overflow"))
    #expect(trapMessage(said: "noise", signal: 11).contains("recursion"))
    #expect(trapMessage(said: "", signal: 99) == "stopped by signal 99")
  }
}
