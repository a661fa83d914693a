// Whether a record can be believed. Next: ModelRecord.swift.

import RNN
import Tensors

extension LayerRecord {
  /// The shape of one sample coming out, if the record and the weights beside
  /// it make a layer for samples of this shape; else nil.
  ///
  /// A record may say anything, and a layer of a billion units would fill the
  /// memory before its weights were found missing. So the weights are looked
  /// at first: a layer needs no more than what is in the file.
  func output(
    for sizes: [Int?], weights: Safetensors
  ) -> [Int?]? {
    func has(_ parameter: String, _ shape: [Int]) -> Bool {
      weights[name + "/" + parameter]?.shape.sizes == shape
    }
    let features = sizes.last ?? nil
    switch kind {
    case .dense(let units, _):
      guard let features, units > 0, has("kernel", [features, units]),
        has("bias", [units])
      else { return nil }
      return sizes.dropLast() + [units]
    case .embedding(let words, let size, _):
      guard words > 0, size > 0, has("embeddings", [words, size]) else {
        return nil
      }
      return sizes + [size]
    case .dropout(let rate): return isRate(rate) ? sizes : nil
    case .masking(let value):
      return value.isFinite && !sizes.isEmpty ? sizes : nil
    case .globalAveragePooling1D:
      return sizes.count == 2 ? [features] : nil
    case .recurrent(let record):
      guard sizes.count == 2, let features,
        record.shapes(features).allSatisfy({ has($0.name, $0.sizes) })
      else { return nil }
      return record.output(for: sizes, units: record.units)
    case .bidirectional(let record, let merge):
      guard sizes.count == 2, let features,
        record.shapes(features).allSatisfy({
          has("forward_" + $0.name, $0.sizes)
            && has("backward_" + $0.name, $0.sizes)
        })
      else { return nil }
      return record.output(
        for: sizes,
        units: merge.choice == .concat ? 2 * record.units : record.units)
    }
  }
}

extension RecurrentRecord {
  /// The shapes its kernels must have; one that no tensor has, if the record
  /// makes no sense.
  fileprivate func shapes(
    _ features: Int
  ) -> [(name: String, sizes: [Int])] {
    guard units > 0, units <= Int(Int32.max), isRate(dropout),
      isRate(recurrentDropout)
    else { return [("kernel", [-1])] }
    let width = gates * units
    return [
      ("kernel", [features, width]), ("recurrent_kernel", [units, width]),
    ]
  }

  fileprivate func output(for sizes: [Int?], units: Int) -> [Int?] {
    returnsSequences ? [sizes[0], units] : [units]
  }
}

/// Whether such a share can be dropped, in `Float` too.
private func isRate(_ rate: Double) -> Bool {
  rate >= 0 && Scalar(rate) < 1
}
