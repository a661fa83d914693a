import Testing

@testable import Literate

@Suite struct ClaimTests {
  private let values = ["loss": 0.25, "four.loss": 1.1, "blind": 1.0986]

  private func holds(_ text: String) -> Bool? {
    guard let claim = Claim(text), let left = claim.left.value({ values[$0] }),
      let right = claim.right.value({ values[$0] })
    else { return nil }
    return claim.comparison.holds(left, right)
  }

  @Test(arguments: [
    ("loss<0.3", true), ("loss < 0.2", false), ("loss≤0.25", true),
    ("loss>=0.25", true), ("loss≠1", true), ("loss=0.25", true),
    ("abs(four.loss-blind)<0.01", true), ("loss*4=1", true),
    ("loss×4 = 1", true), ("1÷loss=4", true), ("-loss<0", true),
    ("(loss+0.75)/2>4.9e-1", true), ("2-1-1=0", true), ("8/4/2=1", true),
  ])
  func claimsHoldOrNot(text: String, expected: Bool) {
    #expect(holds(text) == expected)
  }

  @Test(arguments: ["loss", "", "<1", "a<b<c", "loss<", "a b<1 )", "abs(a<1"])
  func whatIsNoComparisonIsNoClaim(text: String) {
    #expect(Claim(text) == nil)
  }

  @Test func namesAreListed() {
    #expect(Claim("abs(a.b-c1)<d")?.names == ["a.b", "c1", "d"])
  }

  @Test func nothingHoldsOfNaN() {
    for sign in ["<", "≤", ">", "≥", "=", "≠"] {
      let comparison = Claim("a\(sign)1")!.comparison
      #expect(!comparison.holds(.nan, 1))
      #expect(!comparison.holds(.nan, .nan))
    }
  }
}
