// The same but for one tensor. It serves Replay.swift.

import Tensors

extension TensorState {
  /// The same state with one tensor replaced.
  func replacing(_ place: Int, with part: Tensor) -> Self {
    var copy = self
    var index = 0
    copy.visit { _, tensor in
      if index == place { tensor = part }
      index += 1
    }
    return copy
  }
}

extension ParameterSet {
  /// The same parameters with one tensor replaced.
  func replacing(_ place: Int, with parameter: Tensor) -> Self {
    var copy = self
    var index = 0
    copy.visit(self) { _, tensor, _ in
      if index == place { tensor = parameter }
      index += 1
    }
    return copy
  }
}
