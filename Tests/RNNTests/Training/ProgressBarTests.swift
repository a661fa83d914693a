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
    let clock: Clock = {
      moment += 1
      return times[moment]
    }
    var bar = ProgressBar(
      steps: golden["steps"].integer,
      verbosity: golden["verbose"].integer == 1 ? .bar : .line, clock: clock)
    for _ in 0..<golden["steps"].integer { bar.stepDone(scores(golden)) }
    #expect(bar.finished(scores(golden)) == golden["text"].text)
  }

  @Test(arguments: Golden.training["bars"].list.indices)
  func redrawnBarIsKeras(_ index: Int) {
    let golden = Golden.training["bars"].list[index]
    let times = golden["times"].list.map(\.number)
    var moment = -1
    let clock: Clock = {
      moment += 1
      return times[moment]
    }
    let steps = golden["steps"].integer
    var bar = ProgressBar(steps: steps, verbosity: .terminal, clock: clock)
    var texts: [String] = []
    var last = Scores()
    for values in golden["values"].list {
      last = Scores()
      for item in values.list {
        last.add(item.list[0].text, Scalar(item.list[1].number))
      }
      if let text = bar.nextDrawing(last) { texts.append(text) }
    }
    texts.append(bar.lastDrawing(last))
    #expect(texts == golden["texts"].list.map(\.text))
    #expect(moment == times.count - 1)
  }

  @Test func aRedrawnBarWithoutAClockHasNoDurations() {
    var bar = ProgressBar(steps: 10, verbosity: .terminal, clock: nil)
    var scores = Scores()
    scores.add("loss", 2)
    let first = bar.nextDrawing(scores)
    #expect(
      first
        == "\r\u{1b}[1m 1/10\u{1b}[0m \u{1b}[32m━━\u{1b}[0m"
        + "\u{1b}[37m━━━━━━━━━━━━━━━━━━\u{1b}[0m - loss: 2.0000")
    #expect(bar.nextDrawing(scores)?.hasPrefix("\u{8}") == true)
  }

  @Test func withoutAClockThereAreNoDurations() {
    var scores = Scores()
    scores.add("loss", 1.9474)
    scores.add("accuracy", 0)
    scores.add("val_loss", 2)
    var bar = ProgressBar(steps: 5, verbosity: .bar, clock: nil)
    #expect(
      bar.finished(scores)
        == "5/5 ━━━━━━━━━━━━━━━━━━━━ - accuracy: 0.0000e+00 - loss: 1.9474"
        + " - val_loss: 2.0000")
    #expect(bar.finished(Scores()) == "5/5 ━━━━━━━━━━━━━━━━━━━━")
    var line = ProgressBar(steps: 5, verbosity: .line, clock: nil)
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
    first.set("learning_rate", 0.5)
    first.set("loss", 1)
    first.set("learning_rate", 0.25)
    #expect(first.items.map(\.name) == ["loss", "learning_rate"])
    #expect(first.loss == 1 && first["learning_rate"] == 0.25)
    #expect(history.description == "2 epochs - loss: 2.0000 → 0.5000")
  }
}
