// Sequences of one length. Next: OneHot.swift.

import Tensors

/// Which end of a sequence.
public enum SequenceEnd: Equatable, Sendable {
  /// The beginning.
  case pre
  /// The end.
  case post
}

/// Sequences as rows of one length.
///
///     print(padSequences([[1, 2, 3, 5], [6, 7, 4]], maxLength: 5))
///     // [[0 1 2 3 5]
///     //  [0 0 6 7 4]]
///
/// Padding and truncating are chosen apart: `padding: .post` alone still cuts
/// long sequences at their beginning.
///
/// - Parameters:
///   - maxLength: the length of all rows; that of the longest, if nil.
///   - padding: where short sequences are filled.
///   - truncating: where long ones are cut.
///   - value: what they are filled with.
/// - Source: Keras 3.15.1, `keras/src/utils/sequence_utils.py`.
public func padSequences(
  _ sequences: [[Int]], maxLength: Int? = nil, padding: SequenceEnd = .pre,
  truncating: SequenceEnd = .pre, value: Int = 0
) -> IntTensor {
  var longest = 0
  for sequence in sequences { longest = max(longest, sequence.count) }
  let length = maxLength ?? longest
  require(length >= 0, "expected a length of at least 0; got \(length)")
  var rows: [Int] = []
  rows.reserveCapacity(sequences.count * length)
  for sequence in sequences {
    let kept =
      truncating == .pre
      ? sequence.suffix(length) : sequence.prefix(length)
    let filling = [Int](repeating: value, count: length - kept.count)
    rows += padding == .pre ? filling + kept : kept + filling
  }
  return IntTensor(rows, shape: [sequences.count, length])
}
