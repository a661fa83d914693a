// A model's parameters by name, to be kept and put back.
// Next: Sequential+Summary.swift.

import Tensors

extension Sequential {
  /// All parameters, each named after its layer: `dense/kernel`.
  ///
  ///     let before = model.namedWeights
  ///     try model.fit(x, y, epochs: 20)
  ///     try model.setWeights(before)  // as if nothing had been learnt
  public var namedWeights: [NamedTensor] {
    var list: [NamedTensor] = []
    for layer in layers {
      for item in layer.parameters {
        list.append(NamedTensor(layer.name + "/" + item.name, item.tensor))
      }
    }
    return list
  }

  /// The gradients the last `backward` left, by the names of `namedWeights`.
  public var namedGradients: [NamedTensor] {
    var list: [NamedTensor] = []
    for layer in layers {
      for item in layer.gradients {
        list.append(NamedTensor(layer.name + "/" + item.name, item.tensor))
      }
    }
    return list
  }

  /// Replaces all parameters, by name; their order does not matter.
  ///
  /// - Precondition: the model is built.
  /// - Throws: `DataError` where a weight is missing, unknown, or has
  ///   another shape; nothing is replaced then.
  public func setWeights(_ weights: [NamedTensor]) throws(DataError) {
    let mine = namedWeights
    require(
      layers.allSatisfy { $0.isBuilt },
      "expected a built model to set weights of; build(_:) makes one")
    for item in weights where !mine.contains(where: { $0.name == item.name }) {
      throw DataError(.unknownWeight(item.name))
    }
    var ordered: [Tensor] = []
    for item in mine {
      guard let other = weights.first(where: { $0.name == item.name }) else {
        throw DataError(.missingWeight(item.name))
      }
      guard other.tensor.shape == item.tensor.shape else {
        throw DataError(
          .weightShape(
            name: item.name, expected: item.tensor.shape,
            found: other.tensor.shape))
      }
      ordered.append(other.tensor)
    }
    restore(ordered)
  }

  /// Puts back tensors in the order of `namedWeights`.
  func restore(_ tensors: [Tensor]) {
    var rest = tensors[...]
    for layer in layers {
      let count = layer.parameters.count
      layer.setParameters(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
  }
}
