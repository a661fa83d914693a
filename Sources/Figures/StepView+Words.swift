// What a step view says: what its steps hold, and the norms over time.
// Next: StepView+Picture.swift.

import Tensors

extension StepView {
  public var description: String {
    var words = "step view, " + StepView.counted(count, "step")
    if batch > 1 { words += ", the first of \(batch) samples" }
    let reads = (0..<count).map(label)
    if reads.contains(where: { !$0.isEmpty }), count <= 24 {
      words += ", reading " + reads.joined(separator: " ")
    }
    let quantities = forwardQuantities
    if let output = StepView.output(quantities) {
      words += "\nforward: " + StepView.listed(quantities)
      words += "\n‖" + output.name + "‖: " + StepView.course(output.norms)
    }
    let gradients = backwardQuantities
    if let heard = StepView.heard(gradients) {
      words += "\nbackward: " + StepView.listed(gradients)
      words += "\n‖" + heard.name + "‖: " + StepView.course(heard.norms)
    }
    for share in shareNorms {
      words += "\nshares of " + share.name + ": "
      words += StepView.course(share.steps) + "; their sum: "
      words += Numeral(share.sum).description
    }
    return words
  }

  /// "x [1, 3]; previous, a, h [1, 4]"
  private static func listed(_ quantities: [StepQuantity]) -> String {
    var words = ""
    for (place, one) in quantities.enumerated() {
      words += one.name
      guard place + 1 < quantities.count else {
        return words + " " + one.shape.description
      }
      let goesOn = quantities[place + 1].shape == one.shape
      words += goesOn ? ", " : " " + one.shape.description + "; "
    }
    return words
  }

  /// Every norm, or of many steps the ends and extremes.
  static func course(_ norms: [Double]) -> String {
    guard norms.count > 12 else {
      return norms.map { Numeral($0).description }.joined(separator: ", ")
    }
    var low = 0
    var high = 0
    for time in norms.indices {
      if norms[time] < norms[low] { low = time }
      if norms[time] > norms[high] { high = time }
    }
    var words = "from " + Numeral(norms[0]).description + " to "
    words += Numeral(norms[norms.count - 1]).description
    words += ", least at step \(low + 1): " + Numeral(norms[low]).description
    words += ", most at step \(high + 1): " + Numeral(norms[high]).description
    return words
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) " + noun + (count == 1 ? "" : "s")
  }
}
