// What heat maps say, and which colour a cell has.

import Tensors
import Testing

@testable import Figures

@Suite struct HeatMapTests {
  @Test func smallOnesAreListed() {
    let map = HeatMap(
      "hidden state", [[0.2, -0.7, 0.5], [0.8, 0.1, .nan]],
      rows: ["unit 1", "unit 2"])
    #expect(
      map.description == """
        heat map of hidden state, 2 rows by 3 columns:
        unit 1: 0.2000, −0.7000, 0.5000
        unit 2: 0.8000, 0.1000, NaN
        """)
  }

  @Test func largeOnesAreSummedUp() {
    var values = (0..<7).map { row in
      (0..<8).map { Double(row * 8 + $0) / 100 }
    }
    values[2][3] = -3
    values[6][7] = .infinity
    let columns = (0..<8).map { "w\($0)" }
    #expect(
      HeatMap("weights", values, columns: columns).description
        == "heat map of weights, 7 rows by 8 columns, from −3 (row 3, w3) "
        + "to 0.5400 (row 7, w6), 1 cell without a number")
  }

  @Test(
    arguments: [
      (-1, "n5"), (-0.6683, "n3"), (-0.2276, "n1"), (-0.09, "z"), (0, "z"),
      (0.0640, "z"), (0.1798, "p1"), (0.3704, "p2"), (0.8074, "p4"),
      (1, "p5"), (40, "p5"), (-Double.infinity, "n5"),
    ] as [(Double, String)])
  func shades(_ share: Double, _ shade: String) {
    #expect(HeatMap.shade(of: share) == shade)
  }

  @Test(
    arguments: [
      ([0.66, -0.93], 1.0), ([0.11], 0.2), ([3e-3, 0], 5e-3), ([500], 500),
      ([501], 1000), ([0], 1), ([.nan], 1), ([.infinity, 2], 2),
    ] as [([Double], Double)])
  func scales(_ values: [Double], _ strongest: Double) {
    let scale = HeatMap("", [values]).strongest
    #expect(abs(scale - strongest) <= 1e-9 * strongest)
  }

  @Test func numbersStandInTheCellsWhereThereIsRoom() {
    let map = HeatMap("w", [[0.25, -0.5], [1e-9, 0.125]])
    let cells = elements(of: map.picture).filter { $0.style == "cell" }
    #expect(cells.map { $0.content } == ["0.250", "−0.500", "1e−9", "0.125"])
  }

  @Test func smallNumbersShareAPowerOfTen() {
    let map = HeatMap("w", [[2.5e-6, -1e-6]])
    let words = elements(of: map.picture).map { $0.content }
    #expect(words.contains("2.500"))
    #expect(words.contains("−1.000"))
    #expect(words.contains("numbers × 10⁻⁶"))
  }

  @Test func whereThereIsNoRoomALineSaysBelowZero() {
    let row = (0..<40).map { Double($0 - 20) / 20 }
    let map = HeatMap("w", [row, row])
    let all = elements(of: map.picture)
    #expect(!all.contains { $0.style == "cell" })
    #expect(all.contains { $0.content == "with a line: below zero" })
    // −1 … −0.1 have a shade below zero: 19 cells in each of two rows.
    let lines = all.first { $0.style == "axis" }
    #expect(lines?.text("d").filter { $0 == "H" }.count == 38)
  }

  @Test func narrowCellsOfOneColourAreJoined() {
    let map = HeatMap("w", [[Double](repeating: 1, count: 200)])
    let cells = elements(of: map.picture).first { $0.style == "p5" }
    #expect(cells?.text("d").filter { $0 == "M" }.count == 1)
  }

  @Test func tensorsShowTheirNumbersAndPrintAsThemselves() {
    let tensor = Tensor([[0.5, -0.25], [1, 0]])
    let cells = elements(of: tensor.picture).filter { $0.style == "cell" }
    #expect(cells.map { $0.content } == ["0.500", "−0.250", "1.000", "0"])
    #expect(Tensor([1, 2, 3]).picture.contains("cell"))
  }

  @Test func tensorsWithoutTwoAxesAreShownAsText() {
    #expect(Tensor.zeros([2, 2, 2]).picture.isEmpty)
    #expect(Tensor.zeros([]).picture.isEmpty)
    #expect(Tensor.zeros([0, 3]).picture.isEmpty)
    #expect(Tensor.zeros([100, 100]).picture.isEmpty)
  }
}
