// Switches of the processor and of the memory.

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

/// Keeps memory that is no longer used for whatever is made next.
///
/// Every batch needs as much as the one before; to hand it to the system and
/// ask for it again would cost as much as the arithmetic. Training calls this
/// when it starts.
public func keepMemory() {
  #if !arch(wasm32)
    unrolled_keep_memory()
  #endif
}
