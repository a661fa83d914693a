import RNN
import Tensors
import Testing

@Suite struct PaddingTests {
  @Test(arguments: Golden.text["padding"].list.indices)
  func isKeras(_ index: Int) {
    let golden = Golden.text["padding"].list[index]
    func end(_ key: String) -> SequenceEnd {
      golden[key].text == "pre" ? .pre : .post
    }
    let padded = padSequences(
      golden["rows"].list.map(\.integers),
      maxLength: golden["maxlen"].isNull ? nil : golden["maxlen"].integer,
      padding: end("padding"), truncating: end("truncating"),
      value: golden["value"].integer)
    #expect(padded == IntTensor(golden["result"].list.map(\.integers)))
  }

  @Test(arguments: Golden.text["categorical"].list.indices)
  func oneHotIsKeras(_ index: Int) throws {
    let golden = Golden.text["categorical"].list[index]
    let shape = Shape(golden["shape"].integers)
    let flat = golden["ids"].list.flatMap {
      $0.value is [Any] ? $0.integers : [$0.integer]
    }
    let rows = try oneHot(
      IntTensor(flat, shape: shape),
      classes: golden["classes"].isNull ? nil : golden["classes"].integer)
    #expect(rows == golden.tensor("result"))
  }

  @Test func idsThatHaveNoColumnAreNamed() {
    #expect(
      throws: DataError(.idOutsideVocabulary(id: 5, limit: 5), sample: 1)
    ) {
      try oneHot(IntTensor([[0, 1], [5, 2]]), classes: 5)
    }
  }
}
