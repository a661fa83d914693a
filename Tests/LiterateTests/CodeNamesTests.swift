// Which words of some code name what of the library.

import Testing

@testable import Literate

@Suite struct CodeNamesTests {
  private static let library = Library(files: [
    SourceFile(
      path: "Tensors/Tensor.swift",
      code: """
        public struct Tensor: Printable {
          public let shape: Shape
          public static func zeros(_ shape: Shape) -> Tensor { fatalError() }
          public func sum() -> Tensor { fatalError() }
          public func sum(axis: Int) -> Tensor { fatalError() }
          func hidden() {}
          public var count: Int { 1 }
        }
        public protocol Printable { func print(digits: Int) }
        public func tanh(_ x: Tensor) -> Tensor { x }
        public func abs(_ x: Tensor) -> Tensor { x }
        """),
    SourceFile(path: "Tensors/Shape.swift", code: "public struct Shape {}"),
    SourceFile(
      path: "RNN/Unroll.swift",
      code: """
        public struct Unroll<C: Cell> {
          public struct Forward { public let outputs: Tensor }
          public func forward(_ x: Tensor, from s: C.State) -> Forward {
            let pass = Forward(outputs: x)
            return helper(pass.outputs)
          }
          private func helper(_ outputs: Tensor) -> Forward { fatalError() }
          public func run(steps: Int, then: () -> Void) {}
        }
        public protocol Cell { associatedtype State }
        public typealias Walk = Unroll<Cell>
        public enum Choice { case tanh }
        """),
    SourceFile(
      path: "RNN/Unroll+More.swift",
      code: "extension Unroll { public func twice(_ x: Int) {} }\n"
        + "extension Unroll { public func many(_ x: Int) {} }\n"),
    SourceFile(
      path: "RNN/Other.swift",
      code: "extension Unroll { public func many(_ x: Float) {} }"),
  ])

  /// `word>path` of each name found, by block.
  private func found(_ blocks: [String]) -> [[String]] {
    let said = CodeNames(Self.library).inLesson(blocks)
    return zip(blocks, said.blocks).map { code, uses in
      uses.map { use in
        let bytes = Array(code.utf8)[use.range]
        return String(decoding: bytes, as: UTF8.self) + ">"
          + use.declaration.path + (use.others > 0 ? "+\(use.others)" : "")
      }
    }
  }

  @Test(
    arguments: [
      // Types, wherever they stand.
      ("let x: Tensor = y", ["Tensor>Tensor"]),
      ("let x = Tensor([1])", ["Tensor>Tensor"]),
      (
        "func f(_ a: [Shape]) -> Unroll<C>.Forward? { nil }",
        ["Shape>Shape", "Unroll>Unroll", "Forward>Unroll.Forward"]
      ),
      // Members, where the type is known.
      (
        "let x = Tensor([1])\nx.shape\nx.count",
        ["Tensor>Tensor", "shape>Tensor.shape", "count>Tensor.count"]
      ),
      (
        "Tensor.zeros([1]).sum(axis: 0).shape",
        [
          "Tensor>Tensor", "zeros>Tensor.zeros", "sum>Tensor.sum",
          "shape>Tensor.shape",
        ]
      ),
      (
        "let p = try Walk(c).forward(x, from: s)\n(p).outputs.count",
        [
          "Walk>Walk", "forward>Unroll.forward",
          "outputs>Unroll.Forward.outputs", "count>Tensor.count",
        ]
      ),
      (
        "Tensor([1]).print(digits: 2)",
        ["Tensor>Tensor", "print>Printable.print"]
      ),
      (
        "func make() -> Tensor { fatalError() }\nlet t = make()\nt.sum()",
        ["Tensor>Tensor", "sum>Tensor.sum"]
      ),
      ("Unroll(c).run(steps: 1) { }", ["Unroll>Unroll", "run>Unroll.run"]),
      // Of overloads in one file, the first; of those in two, none.
      (
        "let x = Tensor([1])\nlet f = x.sum",
        ["Tensor>Tensor", "sum>Tensor.sum+1"]
      ),
      (
        "Unroll(c).twice(1)\nUnroll(c).many(1)",
        [
          "Unroll>Unroll", "twice>Unroll.twice", "Unroll>Unroll",
        ]
      ),
      ("Unroll(c).forward(x)", ["Unroll>Unroll"]),
      // Functions.
      ("print(tanh(x))", ["tanh>tanh"]),
      ("abs(x)", []),
      // What is not known is left alone.
      ("y.shape\ny.forward(1, from: 2)", []),
      ("xs.map { $0.shape }", []),
      ("let x = try? Tensor([1])\nx.shape", ["Tensor>Tensor"]),
      ("let x: Tensor? = nil\nx.shape", ["Tensor>Tensor"]),
      (
        "let x = Tensor.zeros\nx.shape",
        ["Tensor>Tensor", "zeros>Tensor.zeros"]
      ),
      (".tanh\nf(shape: 1)", []),
      ("Tensor([1]).hidden()", ["Tensor>Tensor"]),
      ("Unroll(c).helper(x)", ["Unroll>Unroll"]),
      ("\"Tensor \\(Shape())\" // Tensor", ["Shape>Shape"]),
      // What the code says itself hides what the library says.
      ("struct Tensor {}\nlet x = Tensor()", []),
      ("func f<Shape>(_ s: Shape) {}", []),
      ("let tanh = 1\nprint(tanh)", []),
      ("func tanh(_ x: Int) {}\ntanh(1)", []),
      ("xs.map { tanh in tanh(1) }", []),
      (
        "let x = Tensor([1])\nfor x in xs { x.shape }\nx.shape",
        ["Tensor>Tensor"]
      ),
      (
        "let x = Tensor([1])\nfunc f(x: Int) { x.count }",
        ["Tensor>Tensor"]
      ),
      (
        "extension Tensor { func sum() -> Int { 1 } }\nTensor([1]).sum()",
        ["Tensor>Tensor", "Tensor>Tensor"]
      ),
      ("import Glibc\ntanh(x)", []),
      ("struct A {\n  func f() { tanh(1) }\n}", []),
      ("let x = x\nx.shape", []),
    ] as [(String, [String])])
  func names(code: String, expected: [String]) {
    #expect(found([code]) == [expected])
  }

  @Test func blocksKnowEachOther() {
    #expect(
      found(["let x = Tensor([1])", "x.shape", "struct Shape {}", "Shape()"])
        == [["Tensor>Tensor"], ["shape>Tensor.shape"], [], []])
  }

  @Test func aFileKnowsItsOwn() {
    let file = Self.library.files[2]
    let uses = CodeNames(Self.library).inFile(file)
    let words = uses.map {
      String(decoding: Array(file.code.utf8)[$0.range], as: UTF8.self) + ">"
        + $0.declaration.path
    }
    #expect(
      words == [
        "Cell>Cell", "Tensor>Tensor", "Tensor>Tensor",
        "Forward>Unroll.Forward", "Forward>Unroll.Forward",
        "helper>Unroll.helper", "outputs>Unroll.Forward.outputs",
        "Tensor>Tensor", "Forward>Unroll.Forward", "Unroll>Unroll",
        "Cell>Cell",
      ])
  }

  @Test(
    arguments: [
      ("Tensor", "Tensor"), ("Tensor.zeros", "Tensor.zeros"),
      ("Tensor.zeros(_:)", "Tensor.zeros"),
      ("Unroll.Forward", "Unroll.Forward"), ("Walk.twice", "Unroll.twice"),
      ("forward", "Unroll.forward"), ("Tensor.sum", nil), ("count", nil),
      ("sum", nil), ("x", nil), ("Shape", nil), ("a b", nil), ("", nil),
      ("Nothing", nil), ("Tensor.nothing", nil), ("tanh", "tanh"),
    ] as [(String, String?)])
  func prose(code: String, expected: String?) {
    let names = CodeNames(Self.library)
    let lesson = names.inLesson([
      "let u = Unroll(c)\nu.forward(x, from: s)\ntanh(x)",
      "let x = Tensor([1])\nx.sum()\ny.sum()\ny.count",
      "struct Shape {}",
    ])
    #expect(names.inProse(code, of: lesson)?.path == expected)
  }
}
