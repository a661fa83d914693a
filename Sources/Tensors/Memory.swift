// Memory that is used again.

import CShims

/// Lets the process keep the memory of tensors that are gone, for the next.
///
/// Every step of training makes tensors of the same sizes. Given back to the
/// system and asked for again, their pages cost several times what is then
/// calculated in them. Training and prediction call this when they start.
public func keepMemory() {
  #if !arch(wasm32)
    unrolled_keep_memory()
  #endif
}
