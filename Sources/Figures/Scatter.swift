// Points in a plane as a value. Next: Scatter+Picture.swift.

import LessonRuntime
import Tensors

/// A named place in the plane.
public struct Spot: Equatable, Sendable {
  public var name: String
  public var x: Double
  public var y: Double
  /// What it belongs to; spots of a group have a mark of their own.
  public var group: String

  public init<Value: BinaryFloatingPoint>(
    _ name: String, _ x: Value, _ y: Value, group: String = ""
  ) {
    self.name = name
    self.x = Double(x)
    self.y = Double(y)
    self.group = group
  }

  var isFinite: Bool { x.isFinite && y.isFinite }
}

/// Points with names, as many of which are written as find room.
///
///     Scatter("first", "second", Spot("good", 1.2, 0.3, group: "praise"))
///
///     Scatter("first", "second", of: words, vectors)
///
/// Shown, the first is recorded as
///
///     scatter of 1 point, first across and second up: praise: good (1.200,
///     0.3000)
public struct Scatter: Showable, Equatable, Sendable {
  /// What the two axes are.
  public var across: String
  public var up: String
  public var spots: [Spot]

  public init(_ across: String, _ up: String, spots: [Spot]) {
    self.across = across
    self.up = up
    self.spots = spots
  }

  /// A plot of points that are named one by one.
  public init(_ across: String, _ up: String, _ spots: Spot...) {
    self.init(across, up, spots: spots)
  }

  /// The rows of a matrix `[n, 2]`, with their names and groups.
  ///
  /// - Precondition: two columns, and as many names as rows, and as many
  ///   groups, or none.
  public init(
    _ across: String, _ up: String, of names: [String], _ places: Tensor,
    groups: [String] = []
  ) {
    require(
      places.shape == [names.count, 2],
      "expected places [\(names.count), 2]; got \(places.shape)")
    require(
      groups.isEmpty || groups.count == names.count,
      "expected a group for each of \(names.count) points; "
        + "got \(groups.count)")
    self.init(
      across, up,
      spots: names.indices.map { row in
        Spot(
          names[row], places[row, 0], places[row, 1],
          group: groups.isEmpty ? "" : groups[row])
      })
  }

  /// The groups, in the order in which they first occur.
  var groups: [String] {
    var groups: [String] = []
    for spot in spots where !groups.contains(spot.group) {
      groups.append(spot.group)
    }
    return groups
  }

  public var description: String {
    var words = "scatter of " + counted(spots.count, "point") + ", "
    words += across + " across and " + up + " up"
    if spots.isEmpty { return words }
    return words + ":"
      + groups.map { group in
        let own = spots.filter { $0.group == group }
        let name = group.isEmpty ? "" : group + ": "
        return "\n" + name + (spots.count <= 40 ? listing(own) : centre(own))
      }.joined()
  }

  private func listing(_ spots: [Spot]) -> String {
    spots.map { spot in
      (spot.name.isEmpty ? "" : spot.name + " ") + "("
        + Numeral(spot.x).description + ", " + Numeral(spot.y).description
        + ")"
    }.joined(separator: ", ")
  }

  private func centre(_ spots: [Spot]) -> String {
    let finite = spots.filter { $0.isFinite }
    let x = Summary(finite.map { $0.x })
    let y = Summary(finite.map { $0.y })
    return counted(spots.count, "point") + " around ("
      + Numeral(x.mean).description + ", " + Numeral(y.mean).description
      + "), from (" + Numeral(x.low).description + ", "
      + Numeral(y.low).description + ") to (" + Numeral(x.high).description
      + ", " + Numeral(y.high).description + ")"
  }

  var table: String {
    DataTable(
      head: ["", across, up, "group"],
      rows: spots.map {
        [
          $0.name, Numeral($0.x).description, Numeral($0.y).description,
          $0.group,
        ]
      }
    ).markup
  }
}
