// Matrix products, as fast as they come.

import Peak
import Tensors

/// Billions of operations a second in products of square matrices.
func productSpeed(_ size: Int, seconds: Double = 0.3) -> Double {
  let numbers = (0..<size * size).map { Scalar($0 % 7) * 0.1 }
  let a = Tensor(numbers, shape: [size, size])
  let b = Tensor(numbers.reversed(), shape: [size, size])
  // Enough products between two looks at the clock that it does not count.
  let rounds = max(1, 4_000_000 / (size * size * size))
  var best = Double.infinity
  var total = 0.0
  while total < seconds {
    let time = timed {
      for _ in 0..<rounds { keep(matmul(a, b)) }
    }
    best = min(best, time / Double(rounds))
    total += time
  }
  let operations = 2 * Double(size) * Double(size) * Double(size)
  return operations / best / 1e9
}

/// Lets no optimizer leave out what nobody looks at.
@inline(never)
private func keep(_ tensor: Tensor) {}
