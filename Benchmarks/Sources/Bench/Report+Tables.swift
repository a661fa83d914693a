// The report in words. Next: Report+Rest.swift.

import Workloads

extension Report {
  /// All tables, as Markdown.
  var text: String {
    var parts = [
      """
      Measured on \(machine.date): \(machine.processor), \
      \(counted(machine.processors, "processor")), \(machine.system)\
      \(versions.map { "; " + $0 }.joined()). Median (least–most) of \
      \(counted(rounds, "round")), everyone in turn. *Ratio*: the fastest \
      peer's time over ours, beside the goal.
      """
    ]
    if !comparisons.isEmpty {
      parts += [training, prediction, memory].compactMap { $0 }
    }
    parts += [race.map(table), multiplicationTable, curveTable]
      .compactMap { $0 }
    parts += remarks.isEmpty ? [] : [remarks.joined(separator: "\n")]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var training: String {
    var table = MarkdownTable(
      header: ["training, ms a step", "threads"]
        + Program.trainers.map(\.rawValue) + ["ratio", "our epoch, s"])
    for one in comparisons {
      let epoch = one.measured[.unrolled].map {
        short($0.step.median * Double(one.workload.epochSteps) / 1000)
      }
      table.rows.append(
        [one.workload.title, "\(one.threads)"]
          + Program.trainers.map { cell(one, $0) { $0.step.text } }
          + [
            Goal.text(
              one.ratio { $0.step.median }, Goal.speed(one.workload)),
            epoch ?? "–",
          ])
    }
    return table.text
  }

  private var prediction: String? {
    var table = MarkdownTable(
      header: ["predicting 25,000, s", "threads"]
        + Program.trainers.map(\.rawValue) + ["ratio"])
    for one in comparisons where one.workload.predicts {
      table.rows.append(
        [one.workload.title, "\(one.threads)"]
          + Program.trainers.map {
            cell(one, $0) { mine in
              let isIdle = mine.wall.median > 1.05 * mine.computing.median
              return mine.computing.text
                + (isIdle ? ", call \(short(mine.wall.median))" : "")
            }
          }
          + [
            Goal.text(
              one.ratio { $0.computing.median }, Goal.speed(one.workload))
          ])
    }
    return table.rows.isEmpty ? nil : table.text
  }

  private var memory: String {
    var table = MarkdownTable(
      header: ["peak memory, MiB", "threads"]
        + Program.trainers.map(\.rawValue) + ["ratio"])
    for one in comparisons {
      let ratio = one.ratio { $0.memory }
      table.rows.append(
        [one.workload.title, "\(one.threads)"]
          + Program.trainers.map { cell(one, $0) { short($0.memory) } }
          + [
            one.workload.item == "a"
              ? Goal.text(ratio, Goal.memory)
              : ratio.map { fixed($0, 2) } ?? "–"
          ])
    }
    return table.text
  }

  /// A number, or why there is none.
  private func cell(
    _ one: Comparison, _ program: Program,
    _ text: (Comparison.Measured) -> String
  ) -> String {
    guard let mine = one.measured[program] else { return "–" }
    return one.disagreement(program) == nil ? text(mine) : "void"
  }
}

extension Workload {
  /// `(a) SimpleRNN, 10,000 words`.
  var title: String {
    let rest =
      kind == .characters ? "characters" : "\(words / 1000),000 words"
    return "(\(item)) \(cell.rawValue), \(rest)"
  }
}
