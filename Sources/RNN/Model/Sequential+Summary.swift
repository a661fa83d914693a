// The table of a model's layers. Next: Training/Sequential+Fit.swift.

import Tensors

extension Sequential {
  /// The model's layers, shapes and parameters as a table.
  ///
  /// It is Keras' table on a terminal of 80 columns, to the character. A
  /// model that is not built does not know its shapes yet: `?`.
  ///
  /// - Source: Keras 3.15.1, `keras/src/utils/summary_utils.py`.
  public func summary() -> String {
    var table = Table(
      header: ["Layer (type)", "Output Shape", "Param #"],
      widths: [31, 22, 13])
    for layer in layers {
      table.rows.append([
        layer.name + " (" + layer.kind + ")",
        layer.outputShape?.text(batch: firstBatch) ?? "?",
        layer.isBuilt ? grouped(layer.parameterCount) : "0 (unbuilt)",
      ])
    }
    let trainable = parameterCount
    var optimizing = 0
    if let optimizer, optimizer.iterations > 0 {
      optimizing =
        trainable * optimizer.numbersPerParameter + optimizer.numbersBesides
    }
    var lines = ["Model: \"" + name + "\""]
    lines += table.lines
    lines.append(total("Total", trainable + optimizing))
    lines.append(total("Trainable", trainable))
    lines.append(total("Non-trainable", 0))
    if optimizing > 0 { lines.append(total("Optimizer", optimizing)) }
    var text = ""
    for line in lines { text += text.isEmpty ? line : "\n" + line }
    return text
  }

  private func total(_ name: String, _ count: Int) -> String {
    // Keras' numbers take four bytes, and so we say in either build.
    " " + name + " params: " + grouped(count) + " (" + memory(4 * count)
      + ")"
  }
}

/// 3203 as `3,203`.
func grouped(_ number: Int) -> String {
  var text = ""
  let digits = Array("\(number)".unicodeScalars)
  for (index, digit) in digits.enumerated() {
    if index > 0 && (digits.count - index) % 3 == 0 { text += "," }
    text.unicodeScalars.append(digit)
  }
  return text
}

/// 12812 bytes as `12.51 KB`.
private func memory(_ bytes: Int) -> String {
  var size = Swift.Double(bytes)
  for unit in ["B", "KB", "MB", "GB", "TB"] {
    if size < 1024 { return fixed(wide: size, 2) + " " + unit }
    size /= 1024
  }
  return fixed(wide: size, 2) + " PB"
}
