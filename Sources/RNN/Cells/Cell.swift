// What a recurrent cell is: one step forward, the same step backward.
// Next: SimpleRNNCell.swift, then Unroll/Unroll.swift.

import Tensors

/// A recurrent cell: what happens in one time step, and how a gradient comes
/// back through it.
///
/// A cell knows nothing of sequences. `Unroll` applies it at every step.
public protocol Cell {
  /// What is learnt; gradients have this type too.
  associatedtype Parameters: ParameterSet
  /// What one step hands to the next.
  associatedtype State: TensorState
  /// Everything one step computed.
  associatedtype Trace: CellTrace where Trace.State == State
  /// The gradients of everything one step computed.
  associatedtype StepGradient: CellStepGradient
  where StepGradient.State == State, StepGradient.Parameters == Parameters

  /// What is learnt.
  var parameters: Parameters { get set }
  /// How many features a step takes in.
  var inputSize: Int { get }
  /// How many numbers a step puts out for each sample.
  var units: Int { get }
  /// How many products with the input a step makes: gates and candidate.
  static var gates: Int { get }
  /// What a layer of such cells is called in a summary.
  static var layerName: String { get }

  /// What is dropped of inputs and states; nothing, outside training.
  var dropout: CellDropout { get set }

  /// The state before the first step: zeros.
  ///
  /// It is always passed on, never left out, so that the first step is like
  /// every other.
  func zeroState(batch: Int) -> State

  /// One step: from the input `[B, D]` and the state before it.
  func step(_ x: Tensor, from state: State) -> Trace

  /// The same step backward: from the gradient of the loss with respect to
  /// the state the step left.
  func backward(_ trace: Trace, dState: State) -> StepGradient

  /// Adds the gradient of a step's output `[B, U]` to what later steps say
  /// about the state it left.
  func add(_ outputGradient: Tensor, to dState: inout State)

  // MARK: - The same in place, for loops of many steps

  /// The kernels, laid out once for all steps of a loop.
  associatedtype Kernels = NoKernels
  /// dL/da of a step: what its share of the parameters' gradients, and dL/dx,
  /// are made of. Papers call it δ.
  associatedtype Delta = StepGradient

  /// The kernels as the steps forward use them.
  var kernels: Kernels { get }
  /// The kernels as the steps backward use them.
  var transposedKernels: Kernels { get }

  /// Room for what so many steps compute.
  ///
  /// - Parameter forLooking: whether there is room for what the way back does
  ///   not need.
  func emptyTraces(_ count: Int, batch: Int, forLooking: Bool) -> [Trace]
  /// Room for the deltas of so many steps.
  func emptyDeltas(_ count: Int, batch: Int) -> [Delta]

  /// One step, written over a trace.
  func step(
    _ x: Tensor, from state: State, _ kernels: Kernels,
    into trace: inout Trace)

  /// The same step backward: dL/dstate after the step becomes that before
  /// it, and the delta is written over another.
  func backward(
    _ trace: Trace, dState: inout State, _ transposed: Kernels,
    into delta: inout Delta)

  /// Adds what some steps have to say of the parameters, in the order given.
  func addShares(
    of traces: [Trace], _ deltas: ArraySlice<Delta>, to sums: inout Parameters)

  /// Writes dL/dx of a step to its place in that of all steps, `[B, T, D]`.
  func setInputGradient(
    _ trace: Trace, _ delta: Delta, _ transposed: Kernels,
    in dx: inout Tensor, at time: Int)
}

/// Everything a cell computed in one step.
public protocol CellTrace: StepTrace {
  associatedtype State
  /// The output `[B, U]`.
  var h: Tensor { get }
  /// What the next step starts from.
  var state: State { get }
  /// Lets go of what it shares with others, before it is written over.
  mutating func letGo()
}

extension CellTrace {
  /// Nothing is shared.
  public mutating func letGo() {}
}

/// The gradients of everything a cell computed in one step.
public protocol CellStepGradient: StepGradients {
  associatedtype State
  associatedtype Parameters: ParameterSet
  /// dL/dx `[B, D]`.
  var dx: Tensor { get }
  /// dL/dstate of the step before.
  var dPrevious: State { get }
  /// This step's share of every parameter's gradient.
  ///
  /// The parameters are the same at every step; their gradient is the sum of
  /// all shares.
  var share: Parameters { get }
}

// What a cell of your own need not have: a dropout, gates, a second state.
extension Cell {
  /// How many blocks of U columns the kernels have.
  public static var gates: Int { 1 }

  /// No dropout: nothing is left out of input or state.
  public var dropout: CellDropout {
    get { CellDropout() }
    set {
      require(
        newValue == CellDropout(), "expected a cell that can drop something")
    }
  }
}

extension Cell where State == Tensor {
  /// Adds dL/doutput `[B, U]` to dL/dstate: the output is part of the state.
  public func add(_ outputGradient: Tensor, to dState: inout Tensor) {
    dState += outputGradient
  }
}
