import RNN
import Tensors
import Testing

@Suite struct OptimizerTests {
  /// Five steps down f(w) = Σ ½ · c · w², beside Keras' five.
  @Test(arguments: ["SGD", "SGD_mom0.9", "SGD_nesterov", "Adam"])
  func stepsAreKeras(_ name: String) {
    let golden = Golden.cells["optimizers"]
    let optimizer: Optimizer =
      switch name {
      case "SGD": SGD()
      case "SGD_mom0.9": SGD(momentum: 0.9)
      case "SGD_nesterov": SGD(momentum: 0.9, nesterov: true)
      default: Adam()
      }
    let c = golden["c"].tensor
    var w = golden["w0"].tensor
    for expected in golden["traj"][name].list {
      optimizer.beginStep()
      optimizer.update(&w, c * w, slot: 0)
      expectClose(w, expected.tensor, Scalar.isDouble ? 1e-12 : 1e-6)
    }
    #expect(optimizer.iterations == 5)
  }

  @Test func slotsAreApart() {
    let optimizer = SGD(learningRate: 1, momentum: 0.5)
    var (a, b) = (Tensor([0]), Tensor([0, 0]))
    for _ in 0..<2 {
      optimizer.beginStep()
      optimizer.update(&a, Tensor([1]), slot: 0)
      optimizer.update(&b, Tensor([0, -1]), slot: 1)
    }
    #expect(a == Tensor([-2.5]))
    #expect(b == Tensor([0, 2.5]))
  }
}
