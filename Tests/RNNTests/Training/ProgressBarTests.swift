import Tensors
import Testing

@testable import RNN

@Suite struct ProgressBarTests {
  private func scores(_ golden: Golden) -> Scores {
    var scores = Scores()
    for item in golden["values"].list {
      scores.add(item.list[0].text, Scalar(item.list[1].number))
    }
    return scores
  }

  @Test(arguments: Golden.text["bars"].list.indices)
  func lastLineIsKeras(_ index: Int) {
    let golden = Golden.text["bars"].list[index]
    let times = golden["times"].list.map(\.number)
    var moment = -1
    // Keras asks once more for the last step; our bar has no need.
    let used = [0, 1].map { times[$0] } + [times[times.count - 1]]
    let clock: Clock = {
      moment += 1
      return used[moment]
    }
    var bar = ProgressBar(
      steps: golden["steps"].integer,
      verbosity: golden["verbose"].integer == 1 ? .bar : .line, clock: clock)
    for _ in 0..<golden["steps"].integer { bar.stepDone() }
    #expect(bar.finished(scores(golden)) == golden["text"].text)
  }

  @Test func withoutAClockThereAreNoDurations() {
    var scores = Scores()
    scores.add("loss", 1.9474)
    scores.add("accuracy", 0)
    scores.add("val_loss", 2)
    let bar = ProgressBar(steps: 5, verbosity: .bar, clock: nil)
    #expect(
      bar.finished(scores)
        == "5/5 ━━━━━━━━━━━━━━━━━━━━ - accuracy: 0.0000e+00 - loss: 1.9474"
        + " - val_loss: 2.0000")
    #expect(bar.finished(Scores()) == "5/5 ━━━━━━━━━━━━━━━━━━━━")
    let line = ProgressBar(steps: 5, verbosity: .line, clock: nil)
    #expect(
      line.finished(scores)
        == "5/5 - accuracy: 0.0000e+00 - loss: 1.9474 - val_loss: 2.0000")
  }

  @Test func scoresAndHistoryAreReadable() {
    var (first, last) = (Scores(), Scores())
    first.add("loss", 2)
    last.add("loss", 0.5)
    #expect(first.loss == 2 && first["accuracy"] == nil)
    let history = History(epochs: [first, last])
    #expect(history.loss == [2, 0.5])
    #expect(history["val_loss"].isEmpty)
    #expect(history.description == "2 epochs - loss: 2.0000 → 0.5000")
  }
}
