// What goes through a model beside the numbers. Next: Input.swift.

import Tensors

/// What goes through a model beside the numbers, from layer to layer.
public struct Context {
  /// 1 where a step counts, 0 where it is padding, `[B, T]`; nil where all
  /// count.
  ///
  /// `Embedding` and `Masking` make it; layers that keep the steps hand it
  /// on, and the loss uses what is left at the end.
  public var mask: Tensor?

  /// What dropout draws from, in training; nil outside it: nothing is
  /// dropped then.
  public var chance: SeededGenerator?

  /// What layers keep of what they compute.
  public var keeps: Keeping

  /// Nothing masked and nothing dropped, unless one asks otherwise.
  public init(
    mask: Tensor? = nil, chance: SeededGenerator? = nil,
    keeps: Keeping = .all
  ) {
    self.mask = mask
    self.chance = chance
    self.keeps = keeps
  }

  /// What layers keep of what they compute.
  public enum Keeping: Sendable {
    /// The outputs: there is no way back.
    case outputs
    /// What the way back needs.
    case wayBack
    /// All there is to be looked at.
    case all
  }
}
