// From layers to records, and back. Next: LayerRecord+Shapes.swift.

import RNN
import Tensors

extension LayerRecord {
  /// The record of a built layer; nil for kinds that cannot be written down,
  /// as those of one's own.
  init?(_ layer: Layer) {
    guard let kind = Kind(layer) else { return nil }
    self.init(name: layer.name, kind: kind)
  }

  /// A new layer like the one that was written down.
  ///
  /// - Precondition: its shapes have been looked at
  ///   (`LayerRecord+Shapes.swift`).
  var layer: Layer {
    let layer = kind.layer
    layer.name = name
    return layer
  }
}

extension LayerRecord.Kind {
  fileprivate init?(_ layer: Layer) {
    switch layer {
    case let layer as Dense:
      self = .dense(units: layer.units, activation: Name(layer.activation))
    case let layer as Embedding:
      self = .embedding(
        words: layer.words, size: layer.size, maskZero: layer.maskZero)
    case let layer as Dropout: self = .dropout(rate: Double(layer.rate))
    case let layer as Masking: self = .masking(value: Double(layer.value))
    case is GlobalAveragePooling1D: self = .globalAveragePooling1D
    case let layer as SimpleRNN: self = .recurrent(RecurrentRecord(layer))
    case let layer as LSTM: self = .recurrent(RecurrentRecord(layer))
    case let layer as GRU: self = .recurrent(RecurrentRecord(layer))
    case let layer as Bidirectional<SimpleRNNCell>:
      self = .bidirectional(
        RecurrentRecord(layer.forwardLayer), merge: Name(layer.merge))
    case let layer as Bidirectional<LSTMCell>:
      self = .bidirectional(
        RecurrentRecord(layer.forwardLayer), merge: Name(layer.merge))
    case let layer as Bidirectional<GRUCell>:
      self = .bidirectional(
        RecurrentRecord(layer.forwardLayer), merge: Name(layer.merge))
    default: return nil
    }
  }

  fileprivate var layer: Layer {
    switch self {
    case .dense(let units, let activation):
      Dense(units, activation: activation.choice)
    case .embedding(let words, let size, let maskZero):
      Embedding(words: words, size: size, maskZero: maskZero)
    case .dropout(let rate): Dropout(Scalar(rate))
    case .masking(let value): Masking(value: Scalar(value))
    case .globalAveragePooling1D: GlobalAveragePooling1D()
    case .recurrent(let record):
      switch record.cell {
      case .simpleRNN: record.simpleRNN
      case .lstm: record.lstm
      case .gru: record.gru
      }
    case .bidirectional(let record, let merge):
      switch record.cell {
      case .simpleRNN:
        Bidirectional(record.simpleRNN, merge: merge.choice)
      case .lstm: Bidirectional(record.lstm, merge: merge.choice)
      case .gru: Bidirectional(record.gru, merge: merge.choice)
      }
    }
  }
}

extension RecurrentRecord {
  fileprivate init(_ layer: SimpleRNN) {
    self.init(
      .simpleRNN, layer.units, layer.reading, layer.cell.activation,
      useBias: layer.cell.parameters.learnsBias)
  }

  fileprivate init(_ layer: LSTM) {
    self.init(
      .lstm, layer.units, layer.reading, layer.cell.activation,
      useBias: layer.cell.parameters.learnsBias)
    recurrentActivation = Name(layer.cell.recurrentActivation)
  }

  fileprivate init(_ layer: GRU) {
    self.init(
      .gru, layer.units, layer.reading, layer.cell.activation,
      useBias: layer.cell.parameters.learnsBias)
    recurrentActivation = Name(layer.cell.recurrentActivation)
    resetAfter = layer.cell.resetAfter
  }

  private init(
    _ cell: Cell, _ units: Int, _ reading: Reading, _ activation: Activation,
    useBias: Bool
  ) {
    self.init(
      cell: cell, units: units, activation: Name(activation),
      useBias: useBias, returnsSequences: reading.returnsSequences,
      goBackwards: reading.goBackwards, stateful: reading.stateful,
      zeroOutputForMask: reading.zeroOutputForMask,
      dropout: Double(reading.dropout),
      recurrentDropout: Double(reading.recurrentDropout))
  }

  fileprivate var simpleRNN: SimpleRNN {
    SimpleRNN(
      units, activation: activation.choice, useBias: useBias,
      dropout: Scalar(dropout), recurrentDropout: Scalar(recurrentDropout),
      returnsSequences: returnsSequences, goBackwards: goBackwards,
      stateful: stateful, zeroOutputForMask: zeroOutputForMask)
  }

  fileprivate var lstm: LSTM {
    LSTM(
      units, activation: activation.choice,
      recurrentActivation: recurrentActivation.choice, useBias: useBias,
      dropout: Scalar(dropout), recurrentDropout: Scalar(recurrentDropout),
      returnsSequences: returnsSequences, goBackwards: goBackwards,
      stateful: stateful, zeroOutputForMask: zeroOutputForMask)
  }

  fileprivate var gru: GRU {
    GRU(
      units, activation: activation.choice,
      recurrentActivation: recurrentActivation.choice, useBias: useBias,
      resetAfter: resetAfter, dropout: Scalar(dropout),
      recurrentDropout: Scalar(recurrentDropout),
      returnsSequences: returnsSequences, goBackwards: goBackwards,
      stateful: stateful, zeroOutputForMask: zeroOutputForMask)
  }
}
