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
  ])
  func theseAgree(recorded: String, printed: String) {
    #expect(Comparison().agrees(recorded, printed))
  }

  @Test(arguments: [
    ("7", "8"),
    ("7", "7.0001"),
    ("loss 0.042", "loss 0.044"),
    ("loss 0.042", "gain 0.042"),
    ("v2.0", "v2.1"),
    ("x1", "x2"),
    ("1.2.3", "1.2.4"),
    ("step  7", "step 7"),
    ("0.5", "nan"),
    ("[1, 2]", "[1, 2, 3]"),
    ("3.0 s", "3.0 ms"),
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

  @Test func numeralsKnowTheirLastDigit() {
    #expect(Numeral("3,050")?.value == 3050)
    #expect(Numeral("3,050")?.isDecimal == false)
    #expect(Numeral("0.25")?.unit == 0.01)
    #expect(Numeral("2.5e-3")?.unit == 1e-4)
    #expect(Numeral("1e3")?.isDecimal == true)
    #expect(Numeral("five") == nil)
    #expect(Numeral("1.") == nil)
  }
}
