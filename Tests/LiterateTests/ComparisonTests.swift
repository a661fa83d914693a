import Testing

@testable import Literate

@Suite struct ComparisonTests {
  @Test(arguments: [
    ("loss 0.042", "loss 0.042"),
    ("loss 0.042", "loss 0.043"),
    ("loss 0.042", "loss 0.0416789"),
    ("-0.5", "-0.4"),
    ("−0.5", "-0.5"),
    ("1.5e-3", "1.6e-3"),
    ("[0.10, 0.20]", "[0.11, 0.19]"),
    ("a  9.99 b", "a 10.00 b"),
    ("0.0000", "-0.0001"),
    ("1,000.5", "1,000.6"),
    ("999.99 s", "1,000.00 s"),
    ("[1.000e+00, 2.758e-05]", "[1.000e+00, 2.759e-05]"),
    ("-0.00", "0.00"),
  ])
  func theseAgree(recorded: String, printed: String) {
    #expect(Comparison().agrees(recorded, printed))
  }

  @Test(arguments: [
    ("7", "8"),
    ("7", "7.0001"),
    ("7", "7.0"),
    ("7", "007"),
    ("9007199254740993", "9007199254740992"),
    ("1,000", "1,0"),
    ("loss 0.042", "loss 0.044"),
    ("loss 0.042", "gain 0.042"),
    ("v2.0", "v2.1"),
    ("x1", "x2"),
    ("1.2.3", "1.2.4"),
    ("step  7", "step 7"),
    ("0.5", "nan"),
    ("[1, 2]", "[1, 2, 3]"),
    ("3.0 s", "3.0 ms"),
    ("1,000", "1,001"),
    ("1,000.5", "1,001.5"),
    ("[2.758e-05]", "[2.760e-05]"),
    ("2026-11-22", "2026-11-23"),
  ])
  func theseDiffer(recorded: String, printed: String) {
    #expect(!Comparison().agrees(recorded, printed))
  }

  @Test func aToleranceLoosensOrTightens() {
    let loose = Comparison(tolerance: 0.01)
    #expect(loose.agrees("0.500", "0.509"))
    #expect(!loose.agrees("0.500", "0.511"))
    #expect(loose.agrees("200.0", "201.9"))
    #expect(!loose.agrees("200.0", "202.1"))
    #expect(!loose.agrees("7", "8"))
    #expect(!Comparison(tolerance: 1e-6).agrees("0.5", "0.51"))
  }

  /// Of two values that may differ by more than they are apart, either may be
  /// the lowest.
  @Test(arguments: [
    ("lowest 0.8269 at 27, highest 1.548 at 77", "27", "31"),
    ("from −5.243 (row 6, 29) to 2.451 (row 5, 29)", "29", "28"),
    ("from 0.1200 at “bad” to 0.9800 at “fine”", "bad", "so"),
  ])
  func aToleranceFreesThePlacesOfExtremes(
    line: String, place: String, other: String
  ) {
    let moved = line.replacing(place, with: other)
    #expect(Comparison(tolerance: 0.01).agrees(line, moved))
    #expect(!Comparison().agrees(line, moved))
    #expect(!Comparison(tolerance: 0.01).agrees("5 " + line, "7 " + moved))
  }

  @Test func otherPlacesAreCompared() {
    let loose = Comparison(tolerance: 0.01)
    #expect(!loose.agrees("0.5 at 7", "0.5 at 8"))
    #expect(!loose.agrees("from 1 to 12 (rows)", "from 1 to 13 (rows)"))
  }

  @Test func numeralsKnowTheirLastDigit() {
    #expect(Numeral("3,050")?.value == 3050)
    #expect(Numeral("3,050")?.isDecimal == false)
    #expect(Numeral("0.25")?.unit == 0.01)
    #expect(Numeral("2.5e-3")?.unit == 1e-4)
    #expect(Numeral("1e3")?.isDecimal == true)
    #expect(Numeral("five") == nil)
    #expect(Numeral("1.") == nil)
    #expect(Numeral(prose: "95.1 %")?.value == 0.951)
    #expect(Numeral(prose: "95%")?.unit == 0.01)
    #expect(Numeral(prose: "1,000.5")?.value == 1000.5)
    #expect(Numeral(prose: "%") == nil)
  }

  @Test(arguments: [
    ("95.1 %", "0.9623", "96.2 %"), ("1,000.5", "12345.678", "12,345.7"),
    ("3,050", "1234567", "1,234,567"), ("−0.25", "-0.5", "−0.50"),
    ("0.25", "1", "1.00"), ("7", "8", "8"), ("1.0e-3", "0.02", "2.0e-02"),
    ("Ada", "Bea", "Bea"), ("-1,000", "-100000", "-100,000"),
  ])
  func valuesAreRewrittenAsTheyWereWritten(
    words: String, actual: String, expected: String
  ) {
    #expect(rewritten(words, as: actual) == expected)
  }

  @Test(arguments: [
    (
      "[[0.10 0.20]\n [0.30 0.40]]", "[[0.10 0.25]\n [0.30 0.49]]",
      "the worst of 2 numbers that differ: row 2, column 2 is 0.49, not 0.40"
    ),
    (
      "[1.0, 2.0, 3.0]", "[1.0, 2.0, 3.9]",
      "the number that differs: element 3 is 3.9, not 3.0"
    ),
    (
      "[[[1 2]\n  [3 4]]\n\n [[5 6]\n  [7 8]]]",
      "[[[1 2]\n  [3 4]]\n\n [[5 6]\n  [7 9]]]",
      "the number that differs: element [2, 2, 2] is 9, not 8"
    ),
    (
      "loss 0.50\nstep 3 took 2.0", "loss 0.50\nstep 3 took 9.0",
      "the number that differs: line 2, number 2 is 9.0, not 2.0"
    ),
  ])
  func theWorstNumberIsNamed(recorded: String, printed: String, words: String) {
    let lines = { (text: String) in
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
    }
    let difference = Difference(
      recorded: lines(recorded), printed: lines(printed), by: Comparison())
    #expect(difference.worst?.description == words)
  }

  @Test func whereWordsDifferNoNumberIsTheWorst() {
    let difference = Difference(
      recorded: ["a 1", "b"], printed: ["a 2"], by: Comparison())
    #expect(difference.worst == nil)
  }
}
