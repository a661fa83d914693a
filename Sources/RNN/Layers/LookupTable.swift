// The matrix behind an embedding. Next: Optimizers/Arrears.swift.

import Tensors

/// A matrix of which a batch looks at few rows.
///
/// It is an object, for two know it: the layer that looks rows up, and the
/// optimizer that may still owe some rows the steps in which nobody looked at
/// them. Who looks asks the optimizer first.
final class LookupTable {
  /// `[words, D]`.
  var rows: Tensor

  init(_ rows: Tensor) {
    self.rows = rows
  }
}
