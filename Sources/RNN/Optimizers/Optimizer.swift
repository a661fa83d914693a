// How gradients change parameters. Next: Optimizer+Options.swift, SGD.swift,
// Adam.swift, then Clipping.swift, Schedules/LearningRate.swift.

import Tensors

/// How gradients change parameters.
///
/// An optimizer keeps what it needs for each parameter in a slot of its own;
/// the slots follow the order in which a model visits its parameters.
///
/// Every step clips the gradients, lets the parameters decay, and then
/// follows the rule of the optimizer: `rule(_:_:slot:)`, which a subclass
/// writes.
///
///     let optimizer = SGD(learningRate: 0.1)
///     optimizer.beginStep()
///     optimizer.update(&weights, gradient, slot: 0)
///
/// - Source: Keras 3.15.1, `keras/src/optimizers/base_optimizer.py`.
open class Optimizer {
  /// How gradients are shortened before they are followed.
  public let clipping: Clipping
  /// The share of every parameter, times the rate, that is lost in a step.
  public let weightDecay: Swift.Double
  /// How many steps were taken.
  public private(set) var iterations = 0
  /// The learning rate of the step that was begun last.
  public private(set) var rate: Scalar = 0

  private var schedule: (Int) -> Swift.Double
  private let isScheduled: Bool
  private var globalNorm: Swift.Double = 0

  /// An optimizer, for subclasses:
  ///
  ///     super.init(Options(learningRate: 0.1))
  public init(_ options: Options) {
    schedule = options.schedule
    isScheduled = options.isScheduled
    clipping = options.clipping
    weightDecay = options.weightDecay
  }

  /// How far the next step goes.
  ///
  /// - Precondition: no schedule decides about it, when it is set.
  public final var learningRate: Swift.Double {
    get { schedule(iterations) }
    set {
      require(
        !isScheduled,
        "expected an optimizer with a number as its learning rate; a "
          + "schedule decides about this one's")
      requireRate(newValue)
      schedule = { _ in newValue }
    }
  }

  /// Whether `beginStep` must be given all gradients.
  public final var needsAllGradients: Bool {
    if case .globalNorm = clipping { return true }
    return false
  }

  /// Begins a step: call it once, before the parameters are updated.
  ///
  /// - Parameter gradients: all of them, where their global norm is clipped.
  public final func beginStep(_ gradients: [Tensor] = []) {
    if needsAllGradients {
      require(
        !gradients.isEmpty,
        "expected all gradients when a step begins: their global norm is "
          + "clipped")
      globalNorm = length(gradients)
    }
    rate = Scalar(learningRate)
    prepareStep()
    iterations += 1
  }

  /// Changes the parameter of a slot by its gradient.
  public final func update(
    _ parameter: inout Tensor, _ gradient: Tensor, slot: Int
  ) {
    let gradient = clipping.clipped(gradient, globalNorm: globalNorm)
    if weightDecay > 0 {
      let share = Scalar(weightDecay)
      parameter = parameter.map { [rate] in $0 - $0 * share * rate }
    }
    rule(&parameter, gradient, slot: slot)
  }

  /// Changes a table by its gradient, as if its zeros were written down: with
  /// the same result, to the last bit.
  final func update(
    _ table: LookupTable, by gradient: RowGradient, slot: Int
  ) {
    let clipped = RowGradient(
      rows: gradient.rows,
      values: clipping.clipped(gradient.values, globalNorm: globalNorm))
    // Scaled by what is no number, zeros are none either.
    let isNumber = !(clipped.values.scalars.first ?? 0).isNaN
    if isNumber && weightDecay == 0 && rule(table, clipped, slot: slot) {
      return
    }
    settle(table)
    let words = table.rows.shape[0]
    update(&table.rows, gradient.dense(words: words), slot: slot)
  }

  // MARK: - What a kind of optimizer says about itself

  /// Moves a parameter; the gradient has been clipped.
  open func rule(_ parameter: inout Tensor, _ gradient: Tensor, slot: Int) {
    stop("expected an optimizer with a rule")
  }

  /// Moves a table by a gradient that has been clipped, if that can be done
  /// without looking at the rows that have none.
  ///
  /// - Returns: whether it was done.
  func rule(
    _ table: LookupTable, _ gradient: RowGradient, slot: Int
  ) -> Bool { false }

  /// Takes rows of a table through the steps they have missed, so that one
  /// can look at them.
  ///
  /// - Parameter rows: which; nil for all.
  func settle(_ table: LookupTable, _ rows: [Int32]? = nil) {}

  /// Whatever is the same for all parameters of a step, which is not counted
  /// yet.
  open func prepareStep() {}

  /// How many numbers are kept for each parameter.
  open var numbersPerParameter: Int { 0 }

  /// How many are kept besides, as Keras counts them: the number of steps,
  /// and the learning rate where no schedule decides about it.
  open var numbersBesides: Int { isScheduled ? 1 : 2 }
}

extension [Tensor] {
  /// Makes room for what an optimizer keeps for one parameter.
  mutating func open(_ slot: Int, like gradient: Tensor, with value: Scalar = 0)
  {
    require(
      slot <= count, "expected the slots in order; got \(slot) after \(count)")
    if slot == count {
      append(Tensor(repeating: value, shape: gradient.shape))
    }
  }
}
