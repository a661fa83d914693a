// What one step hands to the next. Next: Cell.swift.

import Tensors

/// What one step hands to the next, sample by sample: the simple cell's
/// output, or the LSTM's output and cell.
///
/// The gradient of a state has its type. Both can be scaled for each sample
/// and added, and so a masked step can keep the state before it:
///
///     keep * new + (1 - keep) * old  // keep is [B, 1], of ones and zeros
public protocol CellState {
  /// Every sample times its factor, `[B, 1]`.
  static func * (factors: Tensor, state: Self) -> Self
  /// Both states, element by element.
  static func += (a: inout Self, b: Self)
}

/// A state of one tensor, `[B, U]`.
extension Tensor: CellState {}
