// A lesson's program as the engine writes it, without a model: variables used
// in functions, closures, classes, text, dictionaries, and every kind of value
// that a lesson prints.

import Figures
import LessonRuntime
import RNN
import Tensors

_begin(1)
// A function that reads and changes a variable of the lesson.
var steps = 0
func advance(_ h: Double, by w: Double) -> Double {
  steps += 1
  return h * w + 1
}
var h = 0.0
for _ in 0..<3 { h = advance(h, by: 0.5) }
print("after", steps, "steps:", h)
print(h)
_end(1)

_begin(2)
// Numbers, and how they look in text.
print(0.1 + 0.2, Float(0.1), 1e-7, 1e16, 100.0)
print(
  -0.0, Double.nan, Float.infinity, Double.leastNonzeroMagnitude, Float(1.0) / 3
)
print(7 / 2, 7 % 2, Int8(-3), UInt64.max, 255 as UInt8)
print(2.5.rounded(), (-0.5).rounded(), 0.49999999999999994.rounded())
print("\(1) \(2.5) \(true) \("word") \("é")", terminator: "!\n")
print(1, 2, 3, separator: ", ")
print(1, 2, separator: "", terminator: ".\n")
print()
_end(2)

_begin(3)
// Lists print as they do in a terminal: words in quotation marks.
let words = ["the", "movie", "said \"no\"\n"]
print(words)
print([1, 2, 3], [0.5, 1], [true, false])
print([[1, 2], [], [3]], [["a"], ["b"]], [[[0.5]]])
print([Int](), [[Float]]())
print("in a sentence: \([1, 2]), \(["a"]), \(words[1...])")
print(Array("né👍🏽"), "a b".split(separator: " "))
print(0..<3, 1...2, ["only": 1], [Int: Int]())
let found = words.firstIndex(of: "movie")
let missing: Double? = nil
print("found \(found as Int?), missing \(missing as Double?)")
print(String(describing: [1.5]), [found, nil])
_end(3)

_begin(4)
// A tokenizer made by hand.
var counts: [String: Int] = [:]
for word in "The cat, the DOG; the naïve café.".lowercased()
  .split(whereSeparator: { ",.; ".contains($0) })
{
  counts[String(word), default: 0] += 1
}
let ranked = counts.sorted { a, b in
  a.value != b.value ? a.value > b.value : a.key < b.key
}
for (position, entry) in ranked.enumerated() {
  print(position + 1, entry.key, entry.value)
}
print(ranked.map { $0.key }.joined(separator: " "))
print("naïve".count, "naïve".utf8.count, "naïve" == "naïve", "é" < "ü")
print(Int("42") ?? -1, Double("3.25") ?? -1, Double("6.02e23") ?? -1)
print(Float("0.1") ?? -1, Int("4x") ?? -1, Double("x") ?? -1)
_end(4)

_begin(5)
// Classes that inherit, structures that describe themselves, closures.
class Animal {
  let name: String
  init(_ name: String) { self.name = name }
  func sound() -> String { "…" }
}
final class Dog: Animal {
  override func sound() -> String { name + " says wuff" }
}
let animals: [Animal] = [Animal("fish"), Dog("Rex")]
for animal in animals { print(animal.sound()) }

struct Point: CustomStringConvertible {
  var x: Int
  var y: Int
  var description: String { "(\(x), \(y))" }
}
print(Point(x: 1, y: -2), [Point(x: 0, y: 0)], "\(Point(x: 3, y: 4))")

func twice(_ body: (Int) -> Int) -> (Int) -> Int {
  let values = [10, 20].map(body)
  return { values[$0 % 2] }
}
let offset = 5
print(twice { $0 + offset }(1))

enum Gate: String { case input, forget }
print(Gate.forget.rawValue, Gate(rawValue: "none") == nil)
_end(5)

_begin(6)
// Errors of a type of their own.
enum Trouble: Error { case tooLong(Int) }
func check(_ length: Int) throws(Trouble) -> Int {
  if length > 3 { throw .tooLong(length) }
  return length
}
do {
  print(try check(2))
  print(try check(4))
} catch {
  switch error {
  case .tooLong(let length): print("too long:", length)
  }
}
_end(6)

_begin(7)
// Things to look at, and to name.
show([1.5, 2])
show(words)
show([words, []])
show(words.firstIndex(of: "movie"))
show([1: [true]])
show(LineChart("loss", over: "epochs", [1.9, 0.8, 0.5, 0.45]))
show(BarChart("count", of: ranked.map { $0.key }, [3.0, 1, 1, 1, 1]))
show(Tensor([[0.5, -0.25], [1, 0]]))
note("steps", steps)
note("tenth", Float(0.1))
note("tiny", Float(1e-30))
note("word", ranked[0].key)
_end(7)
