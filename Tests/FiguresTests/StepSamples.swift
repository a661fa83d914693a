// Steps of a cell that nobody trained.

import Tensors

@testable import Figures

/// What one step of a simple cell computed.
struct Step: StepTrace {
  var x: Tensor
  var previous: Tensor
  var a: Tensor
  var h: Tensor
  var name: String

  init(h: Tensor, name: String = "h", x: Tensor? = nil) {
    self.h = h
    self.name = name
    self.x = x ?? .zeros(h.shape)
    previous = .zeros(h.shape)
    a = h
  }

  init(h: [Scalar], name: String = "h", x: Tensor? = nil) {
    self.init(
      h: Tensor(h).reshaped([1, h.count]), name: name, x: x)
  }

  var named: [NamedTensor] {
    [
      NamedTensor("x", x), NamedTensor("previous", previous),
      NamedTensor("a", a), NamedTensor(name, h),
    ]
  }
}

/// Tensors of any names.
struct Group: TensorGroup {
  var named: [NamedTensor]
}

/// What came back through a step.
struct StepBack: StepGradients {
  var dh: Tensor
  var dx: Tensor
  var share: Group

  var named: [NamedTensor] {
    [
      NamedTensor("dL/dh", dh), NamedTensor("dL/da", dh),
      NamedTensor("dL/dx", dx), NamedTensor("dL/dprevious", dh),
    ]
  }
}

extension Sample {
  static let traces = [
    Step(h: [0.5, 0], x: Tensor([[1, 0]])),
    Step(h: [1.5, -2], x: Tensor([[0, 1]])),
  ]

  static let gradients = [
    StepBack(
      dh: Tensor([[3, 4]]), dx: Tensor([[1, 1]]),
      share: Group(named: [NamedTensor("kernel", Tensor([[3, 0], [0, 0]]))])),
    StepBack(
      dh: Tensor([[6, 8]]), dx: Tensor([[1, 1]]),
      share: Group(named: [NamedTensor("kernel", Tensor([[0, 0], [0, 4]]))])),
  ]

  static let parameters = Group(named: [
    NamedTensor("kernel", Tensor([[0.25, 0.5], [-1, 1.5]])),
    NamedTensor("recurrent_kernel", Tensor([[0, 1], [1, 0]])),
    NamedTensor("bias", Tensor([0, 0.125])),
  ])

  static let views = [
    StepView(traces), StepView(gradients), StepView(traces, gradients),
    StepView(traces, parameters: parameters, inputs: ["a", "b"]),
    StepView(
      traces + traces + traces + traces + traces, labels: ["x", "<y>"]),
    StepView((0..<30).map { Step(h: [Scalar($0), -1]) }),
    StepView((0..<9).map { _ in Step(h: .ones([2, 30])) }),
    StepView([Step(h: [.nan, .infinity])]),
  ]
}
