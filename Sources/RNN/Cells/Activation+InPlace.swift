// Activations of what is there already, for loops that make nothing new.
// Next: SimpleRNNCell.swift.

import Tensors

extension LaneView {
  /// Takes over all scalars of a tensor.
  fileprivate func copy(_ tensor: Tensor) {
    let (rows, units) = (tensor.shape[0], tensor.shape[1])
    withExtendedLifetime(tensor) {
      copy(tensor.lanes(), rows: rows, units: units)
    }
  }

  fileprivate func copy(_ other: LaneView, rows: Int, units: Int) {
    forEachLanes(rows: rows, units: units) { self[$0] = other[$0] }
  }
}

extension Activation {
  // MARK: - Forward

  /// Pre-activations become outputs, in some of the equal parts of the
  /// columns.
  func apply(
    to a: inout Tensor, _ parts: Range<Int> = 0..<1, of count: Int = 1
  ) {
    let (rows, units) = (a.shape[0], a.shape[1] / count)
    for part in parts {
      let y = a.mutableLanes(part)
      switch self {
      case .linear: break
      case .tanh:
        forEachLanes(rows: rows, units: units) { y[$0] = Tensors.tanh(y[$0]) }
      case .sigmoid:
        forEachLanes(rows: rows, units: units) {
          y[$0] = Tensors.sigmoid(y[$0])
        }
      case .relu:
        forEachLanes(rows: rows, units: units) {
          y[$0] = y[$0].replacing(with: 0, where: .!(y[$0] .> 0))
        }
      case .softmax:
        y.copy(Tensors.softmax(a.part(part, of: count)))
      }
    }
  }

  // MARK: - Backward

  /// dL/dy becomes dL/da, for some of the equal parts of the columns.
  ///
  /// - Parameter y: the outputs, in parts as `d` is; of one part only, they
  ///   belong to each of the parts.
  func turnBack(
    _ d: inout Tensor, _ parts: Range<Int> = 0..<1, of count: Int = 1,
    output y: Tensor
  ) {
    let (rows, units) = (d.shape[0], d.shape[1] / count)
    for part in parts {
      let source = y.shape[1] == units ? 0 : part
      let (d, y1) = (d.mutableLanes(part), y.lanes(source))
      switch self {
      case .linear: break
      case .tanh:
        forEachLanes(rows: rows, units: units) {
          d[$0] = d[$0] * (1 - y1[$0] * y1[$0])
        }
      case .sigmoid:
        forEachLanes(rows: rows, units: units) {
          d[$0] = d[$0] * y1[$0] * (1 - y1[$0])
        }
      case .relu:
        forEachLanes(rows: rows, units: units) {
          d[$0] = d[$0].replacing(with: 0, where: .!(y1[$0] .> 0))
        }
      case .softmax:
        var dy = Tensor.zeros([rows, units])
        dy.mutableLanes().copy(d, rows: rows, units: units)
        let shares = y.shape[1] == units ? y : y.part(part, of: count)
        d.copy(backward(dy, output: shares))
      }
    }
  }
}
