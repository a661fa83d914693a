// Values that a reader may change, of every kind.

import LessonRuntime

let rate = knob("learning rate", 0.2, in: 0.01...3)
let share: Float = knob("share", 0.1, in: 0...0.7)
let units = knob("units", 8, in: 1...64)
let cell = knob("cell", "LSTM", among: ["LSTM", "GRU"])
let usesBias = knob("bias", true)
let review = knob("review", "good film")
print("\(rate) \(share) \(units) \(cell) \(usesBias) \(review)")
