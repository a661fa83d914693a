// The history as a table, line by line. Next: TerminateOnNaN.swift.

import Tensors

/// Writes a line for every epoch, separated by commas.
///
///     let logger = CSVLogger { line in print(line) }
///     // epoch,accuracy,loss,val_accuracy,val_loss
///     // 0,0.25,1.5,NA,NA
///
/// Its columns are those of the first epoch. Without validation they are
/// there all the same, and say `NA`, as in Keras. The end of a line is up to
/// the closure; Keras' files have a carriage return and a line feed.
///
/// - Source: Keras 3.15.1, `keras/src/callbacks/csv_logger.py`.
public final class CSVLogger: Callback {
  private let separator: String
  private let append: Bool
  private let write: (String) -> Void
  private var columns: [String] = []

  /// Writes a line for every epoch.
  ///
  /// - Parameters:
  ///   - separator: stands between two columns.
  ///   - append: whether a header has been written before.
  ///   - write: is given each line.
  public init(
    separator: String = ",", append: Bool = false,
    write: @escaping (_ line: String) -> Void
  ) {
    self.separator = separator
    self.append = append
    self.write = write
    super.init()
  }

  public override func onTrainBegin(_ model: Sequential) { columns = [] }

  public override func onEpochEnd(
    _ epoch: Int, _ logs: inout Scores, _ model: Sequential
  ) {
    if columns.isEmpty {
      columns = CSVLogger.columns(logs)
      if !append { write(line("epoch", columns)) }
    }
    var cells: [String] = []
    for name in columns {
      if let value = logs[name] {
        cells.append("\(value)")
      } else {
        cells.append("NA")
      }
    }
    write(line("\(epoch)", cells))
  }

  private static func columns(_ logs: Scores) -> [String] {
    let names = logs.items.map { $0.name }.sorted()
    if names.contains(where: { $0.hasPrefix("val_") }) { return names }
    return names + names.map { "val_" + $0 }
  }

  private func line(_ first: String, _ rest: [String]) -> String {
    var text = first
    for cell in rest { text += separator + cell }
    return text
  }
}
