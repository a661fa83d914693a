// How much longer a matrix can make a vector. Next: Layers/Layer.swift.

import Tensors

/// The spectral norm of a matrix `[m, n]`: how much longer it can make a
/// vector, at most.
///
///     spectralNorm(Tensor([[3, 0], [0, -2]]))  // 3
///
/// Columns are turned, two at a time, until all are perpendicular. Their
/// lengths are then the singular values, and the norm is the longest.
///
/// - Source: M. Hestenes, "Inversion of matrices by biorthogonalization and
///   related results", 1958, doi:10.1137/0106005: Jacobi's method, one-sided.
public func spectralNorm(_ matrix: Tensor) -> Scalar {
  require(matrix.rank == 2, "expected a matrix; got \(matrix.shape)")
  // Far from 1 squares would become 0 or infinite, so all is scaled.
  guard matrix.count > 0 else { return 0 }
  let largest = abs(matrix).max()
  guard largest > 0 && largest.isFinite else { return largest }
  var columns: [[Scalar]] = []
  let rows = (matrix / largest).transposed()
  for index in 0..<rows.shape[0] { columns.append(rows.row(index).scalars) }
  // Each sweep about squares what is left of the angles: a handful suffice.
  for _ in 0..<60 where turn(&columns) {}
  var norm: Scalar = 0
  for column in columns { norm = max(norm, dot(column, column)) }
  return norm.squareRoot() * largest
}

/// Makes every two columns perpendicular, one pair after the other; whether
/// any were not.
private func turn(_ columns: inout [[Scalar]]) -> Bool {
  var hasTurned = false
  for i in columns.indices {
    for j in columns.indices.dropFirst(i + 1) {
      let (a, b) = (dot(columns[i], columns[i]), dot(columns[j], columns[j]))
      let c = dot(columns[i], columns[j])
      if abs(c) <= Scalar.ulpOfOne * (a * b).squareRoot() { continue }
      hasTurned = true
      // The tangent of the angle that makes them perpendicular.
      let ζ = (b - a) / (2 * c)
      let t = (ζ < 0 ? -1 : 1) / (abs(ζ) + (1 + ζ * ζ).squareRoot())
      let cosine = 1 / (1 + t * t).squareRoot()
      let sine = cosine * t
      for row in columns[i].indices {
        let (x, y) = (columns[i][row], columns[j][row])
        columns[i][row] = cosine * x - sine * y
        columns[j][row] = sine * x + cosine * y
      }
    }
  }
  return hasTurned
}

private func dot(_ a: [Scalar], _ b: [Scalar]) -> Scalar {
  var sum: Scalar = 0
  for index in a.indices { sum += a[index] * b[index] }
  return sum
}
