// The number every tensor is made of. Next: Shape.swift.

#if Double
  /// The number a tensor holds: `Double` here, because the package was built
  /// with its `Double` trait.
  ///
  /// Gradients are checked in this build; training runs in `Float`.
  public typealias Scalar = Double
#else
  /// The number a tensor holds: `Float`, unless the package is built with its
  /// `Double` trait.
  ///
  /// One switch for the whole library, so that no type needs a parameter for
  /// it: training runs in `Float`, gradients are checked in `Double`.
  public typealias Scalar = Float
#endif

extension Scalar {
  /// True in the build whose scalars are `Double`.
  public static var isDouble: Bool { MemoryLayout<Scalar>.size == 8 }
}
