// The receipt under a lesson: what was done, by whom, and in how long.

import Literate

/// A line of a receipt.
struct ReceiptItem: Sendable, Equatable {
  let item: String
  let amount: String
  var isBad = false
}

/// The lines of a lesson's receipt; what did not happen has none.
func lessonReceipt(
  _ outcome: LessonOutcome, _ receipt: Receipt
) -> [ReceiptItem] {
  let lesson = outcome.lesson
  var items = [
    ReceiptItem(
      item: "lesson \(lesson.shortName)",
      amount: lesson.blocks.count.of("block"))
  ]
  items += blockItems(outcome.blocks)
  items += referenceItems(outcome.references)
  items.append(
    ReceiptItem(
      item: "commit",
      amount: receipt.commits[lesson.path] ?? "not yet committed"))
  let seconds = outcome.seconds
  items.append(ReceiptItem(item: "compiler", amount: receipt.compiler))
  items.append(
    ReceiptItem(
      item: "compiled in, ran in",
      amount: "\(seconds.compiling.seconds), \(seconds.running.seconds)"))
  return items
}

private func blockItems(_ blocks: [BlockOutcome]) -> [ReceiptItem] {
  func count(_ test: (BlockOutcome) -> Bool) -> Int {
    blocks.filter(test).count
  }
  let matched = { (role: Fence.Role) in
    count { $0.verdict == .matched && $0.block.fence.role == role }
  }
  let lines = [
    ("ran, as recorded", matched(.runs)),
    ("refused to compile, as it must", matched(.fails)),
    ("stopped, as it must", matched(.traps)),
    ("ran, varies, not compared", count { $0.verdict == .varies }),
    (
      "shown as in the library’s source",
      count { $0.verdict == .matched && $0.block.fence.isExcerpt }
    ),
    (
      "parts of exercises, all as they must be",
      count {
        $0.verdict == .matched && $0.block.fence.exercise != nil
      }
    ),
    ("recorded, not run here", count { $0.verdict.isRecorded }),
    ("not run, for a reason given", count { $0.verdict.isExcused }),
  ]
  let bad = count { !$0.verdict.held }
  return lines.filter { $0.1 > 0 }
    .map { ReceiptItem(item: $0.0, amount: $0.1.grouped) }
    + (bad > 0
      ? [
        ReceiptItem(item: "✕ not as recorded", amount: bad.grouped, isBad: true)
      ]
      : [])
}

private func referenceItems(
  _ references: [ReferenceOutcome]
) -> [ReceiptItem] {
  guard !references.isEmpty else { return [] }
  let wrong = references.filter { !$0.held }.count
  return [
    ReceiptItem(
      item: wrong > 0 ? "✕ numbers in the prose" : "numbers in the prose",
      amount: references.count.grouped
        + (wrong > 0
          ? ", \(wrong.grouped) not so"
          : references.count > 1 ? ", all agree" : ", agrees"),
      isBad: wrong > 0)
  ]
}

extension Verdict {
  var isRecorded: Bool {
    if case .recorded = self { true } else { false }
  }

  var isExcused: Bool {
    if case .excused = self { true } else { false }
  }
}
