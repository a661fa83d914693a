// Everything that is measured.

extension Workload {
  /// Items (a), (b) and (c), in the order of the table.
  public static var all: [Workload] {
    let reviews = Cell.allCases.flatMap { cell in
      [10_000, 100_000].map { Workload.reviews(cell, words: $0) }
    }
    return reviews + Cell.allCases.map { .characters($0) }
  }

  /// The workload of this name, or nil.
  public static func named(_ name: String) -> Workload? {
    all.first { $0.name == name }
  }

  /// The item of the list in README it belongs to: `a`, `b` or `c`.
  public var item: String {
    switch (kind, cell) {
    case (.characters, _): "c"
    case (.reviews, .simpleRNN): "a"
    case (.reviews, _): "b"
    }
  }

  /// How many steps of training an epoch has.
  public var epochSteps: Int { (samples + batch - 1) / batch }
}
