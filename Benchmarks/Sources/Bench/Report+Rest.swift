// Processes, products, curves, and what has to be said.

import Workloads

extension Report {
  func table(_ race: Race) -> String {
    let programs = Program.trainers.filter { race.finishers[$0] != nil }
    var table = MarkdownTable(
      header: ["(d) five questions, start to answer"]
        + programs.map(\.rawValue) + ["ratio"])
    table.rows = [
      ["seconds"] + programs.map { race.finishers[$0]!.seconds.text }
        + [Goal.text(race.ratio { $0.seconds.median }, Goal.race.seconds)],
      ["peak memory, MiB"]
        + programs.map { race.finishers[$0]!.memory.text }
        + [Goal.text(race.ratio { $0.memory.median }, Goal.race.memory)],
    ]
    return table.text
  }

  var multiplicationTable: String? {
    guard !multiplications.isEmpty else { return nil }
    let programs = Program.multipliers
    var table = MarkdownTable(
      header: ["(e) products, GFLOP/s", "threads"]
        + programs.map(\.rawValue) + ["peak of the units", "our share"])
    for one in multiplications {
      for size in Multiplication.sizes {
        let ours = one.speeds[.unrolled]?[size]?.median
        let share = ours.map { 100 * $0 / one.peak.median }
        table.rows.append(
          ["\(size)³", "\(one.threads)"]
            + programs.map { one.speeds[$0]?[size]?.text ?? "–" }
            + [one.peak.text, share.map { fixed($0, 0) + " %" } ?? "–"])
      }
    }
    return table.text + shares
  }

  /// How much of the fastest product's speed a whole step of (c) keeps up.
  private var shares: String {
    var lines: [String] = []
    for one in comparisons where one.workload.kind == .characters {
      guard
        let mine = one.measured[.unrolled],
        let best = multiplications.first(where: { $0.threads == one.threads })?
          .best
      else { continue }
      let speed = one.workload.operations / mine.step.median / 1e6
      lines.append(
        "- \(one.place): the products of a step at "
          + "\(short(speed)) GFLOP/s, \(Goal.text(speed / best, Goal.share)) "
          + "of the fastest product above (\(short(best)))")
    }
    return lines.isEmpty ? "" : "\n\n" + lines.joined(separator: "\n")
  }

  var curveTable: String? {
    guard !curves.isEmpty else { return nil }
    var table = MarkdownTable(
      header: ["our time at growing sizes, ms", "", "", "", "", ""])
    for curve in curves {
      table.rows.append([curve.axis] + curve.points.map { "\($0.size)" })
      table.rows.append(["time"] + curve.points.map { short($0.time) })
      table.rows.append(
        ["time of one"]
          + curve.points.map { short($0.time / Double($0.size)) })
    }
    return table.text
  }

  /// What a reader must know: who is missing, and what does not hold.
  var remarks: [String] {
    var lines: [String] = []
    for one in comparisons {
      for program in Program.trainers {
        if let why = one.missing[program] {
          lines.append("- \(one.place): \(program.rawValue) \(why)")
        } else if let why = one.disagreement(program) {
          lines.append("- \(one.place): \(program.rawValue) is void: \(why)")
        } else if let step = one.measured[program]?.step, step.isUnsteady {
          lines.append(
            "- \(one.place): \(program.rawValue) took \(step.text); something "
              + "else was running")
        }
      }
    }
    let others = [race?.missing ?? [:]] + multiplications.map(\.missing)
    for (program, why) in others.flatMap({ $0 }) {
      lines.append("- \(program.rawValue) \(why)")
    }
    return lines
  }
}

extension Workload {
  /// Operations in the products of a step of training: forward, and twice as
  /// many backward. One-hot input needs none.
  var operations: Double {
    let gates = [Cell.simpleRNN: 1, .gru: 3, .lstm: 4][cell]!
    let recurrent = units * gates * units
    let outputs = units * words
    return 3 * 2 * Double(batch * steps * (recurrent + outputs))
  }
}
