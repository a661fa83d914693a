// What the course asks of itself.

import Workloads

/// The least ratio to the best peer, item by item.
enum Goal {
  /// Training and predicting.
  static func speed(_ workload: Workload) -> Double {
    switch (workload.kind, workload.cell) {
    case (.reviews, _): 2
    case (.characters, .simpleRNN): 1.5
    case (.characters, _): 1.3
    }
  }
  /// Peak memory of (a).
  static let memory = 2.0
  /// (d), from start to answer, and its memory.
  static let race = (seconds: 20.0, memory: 10.0)
  /// The share of the best product's speed that (c) keeps up.
  static let share = 0.6

  /// `1.32 of 2 ✗`: a ratio beside its goal.
  static func text(_ ratio: Double?, _ goal: Double) -> String {
    guard let ratio, ratio.isFinite else { return "–" }
    let wanted = goal == goal.rounded() ? "\(Int(goal))" : "\(goal)"
    return "\(fixed(ratio, 2)) of \(wanted) \(ratio >= goal ? "✓" : "✗")"
  }
}
