// A layer that unrolls a cell. Next: Reading.swift, SimpleRNN.swift,
// LSTM.swift, GRU.swift, then Dense.swift.

import Tensors

/// A layer that reads sequences step by step with one cell.
///
/// `[B, T, D]` in; out comes the last output `[B, U]`, or all of them
/// `[B, T, U]` if it returns sequences. Masked steps are skipped: the state
/// stays as it was, and the output is that of the step before.
///
/// - Source: Keras 3.15.1, `keras/src/layers/rnn/rnn.py`.
public final class Recurrent<C: Cell>: Layer {
  /// How many numbers come out of a step.
  public let units: Int
  /// How sequences are read.
  public let reading: Reading
  /// What the next `forward` starts from; nil for zeros.
  ///
  /// A stateful layer leaves its last state here. No gradient goes back
  /// through it: what the state meant for the loss is in
  /// `lastBackward.initial`.
  public var initialState: C.State?
  /// Masks to be used, instead of drawing some in training: for checking
  /// gradients.
  public var fixedDropout: CellDropout?
  /// Set this to find every step's gradients in `lastBackward`.
  public var keepsSteps = false
  /// What the last `forward` computed, step by step, in the order of reading.
  ///
  /// Nil where several threads each read a part of a large batch; with
  /// `keepsSteps`, a batch is read whole. After training, traces have no room
  /// for what the way back does not need, as pre-activations: call the layer,
  /// or `forward` of its model, to look at all.
  public var lastForward: Unroll<C>.Forward? {
    passes.count == 1 ? passes[0] : nil
  }
  /// What the last `backward` found.
  public internal(set) var lastBackward: Unroll<C>.Backward?

  /// The last `forward`, for each part of the samples.
  private var passes: [Unroll<C>.Forward] = []
  private var parts: [Range<Int>] = []
  /// Whether the last traces keep all there is to be looked at.
  private var isLookedAt = true
  /// What the loops of each part write to.
  private(set) var rooms: [Room<C>] = []
  private let makeCell: (Int, inout SeededGenerator) -> C
  var unroll: Unroll<C>?

  /// A layer of cells of one's own.
  ///
  /// - Parameters:
  ///   - units: how many numbers come out of a step.
  ///   - reading: how sequences are read.
  ///   - makeCell: a new cell for so many features.
  public init(
    units: Int, reading: Reading = Reading(),
    makeCell: @escaping (Int, inout SeededGenerator) -> C
  ) {
    require(units > 0, "expected a positive number of units; got \(units)")
    requireDropoutRate(reading.dropout)
    requireDropoutRate(reading.recurrentDropout)
    self.units = units
    self.reading = reading
    self.makeCell = makeCell
    super.init()
  }

  /// Whether all outputs are returned, or only the last.
  public var returnsSequences: Bool { reading.returnsSequences }

  /// The cell.
  ///
  /// - Precondition: the layer is built.
  public var cell: C {
    get {
      guard let unroll else { stop("expected a built layer; got \(kind)") }
      return unroll.cell
    }
    set { unroll = Unroll(newValue) }
  }

  public override var kind: String { C.layerName }

  public override func output(for inputShape: SampleShape) -> SampleShape {
    returnsSequences
      ? inputShape.replacingLast(with: units) : [units]
  }

  public override func makeParameters(
    for inputShape: SampleShape, using generator: inout SeededGenerator
  ) {
    require(
      inputShape.rank == 2,
      "expected sequences [batch, steps, features] for \(kind); got "
        + "\(inputShape). A layer before it may have to return sequences")
    unroll = Unroll(makeCell(inputShape.features, &generator))
  }

  /// The same layer with parameters of its own, still to be built.
  func copy(reading: Reading) -> Recurrent<C> {
    Recurrent(units: units, reading: reading, makeCell: makeCell)
  }

  /// Forgets the state a stateful layer kept: the next batch starts from
  /// zeros.
  public func resetState() { initialState = nil }

  // MARK: - Forward

  public override func forward(
    _ x: Tensor, in context: inout Context
  ) throws(DataError) -> Tensor {
    guard unroll != nil else { stop("expected a built layer; got \(kind)") }
    require(
      x.rank == 3,
      "expected sequences [batch, steps, features]; got \(x.shape)")
    requireSameBatch(x.shape[0])
    unroll!.cell.dropout = dropout(for: x.shape, &context.chance)
    let mask = context.mask.map { inReadingOrder($0) }
    if !returnsSequences { context.mask = nil }
    parts = parts(of: x.shape)
    clear()
    if context.keeps == .outputs && !reading.stateful {
      return outputs(inReadingOrder(x), mask, parts)
    }
    isLookedAt = context.keeps == .all || keepsSteps
    passes = passes(
      inReadingOrder(x), mask, parts, forLooking: isLookedAt)
    if reading.stateful { initialState = passes[0].state }
    return returnsSequences
      ? Tensor(steps: passes.map { $0.stepOutputs })
      : Tensor(joiningRows: passes.map { $0.last })
  }

  // MARK: - Backward

  public override func backward(
    _ gradient: Tensor, at place: Place
  ) -> Tensor {
    require(
      place == .output,
      "expected the gradient of the output: the activation is in the loop")
    return backward(gradient, dState: nil)
  }

  /// dL/dx, where the last state was used too.
  ///
  /// - Parameters:
  ///   - gradient: dL/doutput, `[B, U]` or `[B, T, U]`.
  ///   - dState: dL/dstate after the last step; nil where it was not used.
  ///     Then the batch has to be read whole: see `keepsSteps`.
  public func backward(_ gradient: Tensor, dState: C.State?) -> Tensor {
    guard let unroll, !passes.isEmpty else {
      stop("expected a forward pass before the backward one")
    }
    require(
      dState == nil || passes.count == 1,
      "expected a batch read whole where its last state was used")
    let (samples, steps) = (parts.last?.upperBound ?? 0, passes[0].traces.count)
    require(
      returnsSequences
        ? gradient.shape == [samples, steps, units]
        : gradient.shape == [samples, units],
      "expected a gradient "
        + (returnsSequences ? "[batch, \(steps), units]" : "[batch, units]")
        + "; got \(gradient.shape)")
    let backs = inParts(parts) { part, samples in
      unroll.backward(
        passes[part], dOutputs: dOutputs(gradient, passes[part], samples),
        dState: dState, keepsSteps: keepsSteps,
        wantsInput: wantsInputGradient, in: rooms[part])
    }
    let back = backs[0].joined(with: backs.dropFirst())
    lastBackward = back
    return wantsInputGradient ? inReadingOrder(back.x) : back.x
  }

  /// Gives back the room of the last batch, and finds some for each part.
  private func clear() {
    while rooms.count < parts.count { rooms.append(Room()) }
    if !isLookedAt {
      for (place, pass) in passes.enumerated() {
        rooms[place].keep(pass.traces, batch: pass.traces[0].h.shape[0])
      }
    }
    passes = []
  }

  // MARK: -

  /// Output and last state, for looking at a layer by itself, and for handing
  /// the state on: Keras' `return_state=True`.
  ///
  ///     let (_, state) = try encoder.returningState(question)
  ///     let (outputs, _) = try decoder.returningState(answer, from: state)
  ///
  /// - Parameters:
  ///   - x: the sequences, `[B, T, D]`.
  ///   - state: what to start from; nil for `initialState`, or zeros.
  ///   - mask: 1 where a step counts, `[B, T]`; nil where all do.
  public func returningState(
    _ x: Tensor, from state: C.State? = nil, mask: Tensor? = nil
  ) throws(DataError) -> (output: Tensor, state: C.State) {
    let before = initialState
    if let state { initialState = state }
    let y = try self(x, mask: mask)
    if !reading.stateful { initialState = before }
    return (y, lastForward!.state)
  }

  /// The sequence as it is read: a layer that goes backwards begins at its
  /// end.
  func inReadingOrder(_ x: Tensor) -> Tensor {
    reading.goBackwards ? x.reversedSteps() : x
  }

  /// What is dropped of this batch.
  ///
  /// With recurrent dropout every gate has masks of its own, for the input
  /// too; without, all see the same input.
  private func dropout(
    for shape: Shape, _ chance: inout SeededGenerator?
  ) -> CellDropout {
    if let fixedDropout { return fixedDropout }
    guard var generator = chance else { return CellDropout() }
    let gates = reading.recurrentDropout > 0 ? C.gates : 1
    let input = DropoutMask(
      [shape[0], shape[2]], rate: reading.dropout, gates: gates,
      using: &generator)
    let recurrent = DropoutMask(
      [shape[0], units], rate: reading.recurrentDropout, gates: gates,
      using: &generator)
    chance = generator
    return CellDropout(input: input, recurrent: recurrent)
  }

  private func requireSameBatch(_ batch: Int) {
    guard reading.stateful, let initialState else { return }
    let before = initialState.output.shape[0]
    require(
      batch == before,
      "expected a batch of \(before), as the one before; got \(batch): "
        + "resetState() lets a stateful layer begin anew")
  }

  public override func visit(
    _ body: (String, inout Tensor, Tensor) -> Void
  ) {
    guard unroll != nil else { return }
    let gradient = lastBackward?.parameters ?? unroll!.cell.parameters.zeros
    unroll!.cell.parameters.visit(gradient, body)
  }
}
