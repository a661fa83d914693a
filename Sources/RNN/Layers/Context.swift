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

  /// Whether layers keep what they computed: for the way back, or to be
  /// looked at.
  public var isLookedAt: Bool

  /// Nothing masked and nothing dropped, unless one asks otherwise.
  public init(
    mask: Tensor? = nil, chance: SeededGenerator? = nil,
    isLookedAt: Bool = true
  ) {
    self.mask = mask
    self.chance = chance
    self.isLookedAt = isLookedAt
  }
}
