// A switch of the processor.

import CShims

/// Lets numbers too small to matter become zero on this thread.
///
/// Under vanishing gradients a product soon lies below 1e-38. The processor
/// keeps such *denormal* numbers at four to eight times the usual cost, though
/// nothing that is printed would differ. Training calls this when it starts; it
/// holds for as long as the thread lives, and for those that help it.
public func flushDenormals() {
  unrolled_flush_denormals()
}
