// A matrix that turns and does not stretch. Next: ParameterSet.swift.

import Tensors

extension Initializer {
  /// A random matrix whose columns are perpendicular and of length 1; its
  /// rows are, if there are fewer rows than columns.
  ///
  /// As a recurrent kernel it turns the state without making it longer or
  /// shorter. It is the Q of a random normal matrix's QR, its signs chosen so
  /// that every rotation is equally likely.
  ///
  /// - Source: A. Saxe, J. McClelland and S. Ganguli, "Exact solutions to the
  ///   nonlinear dynamics of learning in deep linear neural networks", 2014.
  public static var orthogonal: Initializer {
    Initializer { shape, generator in
      require(shape.rank == 2, "expected [rows, columns]; got \(shape)")
      let (long, short) = (max(shape[0], shape[1]), min(shape[0], shape[1]))
      let normal = Tensor.normal([long, short], using: &generator)
      let q = orthonormalColumns(normal)
      return shape[0] < shape[1] ? q.transposed() : q
    }
  }
}

/// Gram and Schmidt: from each column take what points along the earlier
/// ones, and scale the rest to length 1.
///
/// That is the QR with a positive diagonal, which Keras reaches by giving Q
/// the signs of R's diagonal. Taking twice keeps it exact in Float.
private func orthonormalColumns(_ matrix: Tensor) -> Tensor {
  var columns = matrix.transposed()  // each column is a row here
  let (count, length) = (columns.shape[0], columns.shape[1])
  for current in 0..<count {
    for _ in 0..<2 {
      for earlier in 0..<current {
        var dot: Scalar = 0
        for index in 0..<length {
          dot += columns[current, index] * columns[earlier, index]
        }
        for index in 0..<length {
          columns[current, index] -= dot * columns[earlier, index]
        }
      }
    }
    var square: Scalar = 0
    for index in 0..<length {
      square += columns[current, index] * columns[current, index]
    }
    for index in 0..<length {
      columns[current, index] /= square.squareRoot()
    }
  }
  return columns.transposed()
}
