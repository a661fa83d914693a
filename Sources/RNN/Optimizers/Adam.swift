// Steps of a size that suits each parameter. Next: AdamW.swift, Nadam.swift,
// then Model/Sequential.swift.

import Tensors

/// Steps whose size suits each parameter: small where gradients are large.
///
///     m += (1 - β₁) · (g - m)
///     v += (1 - β₂) · (g² - v)
///     p -= rate · √(1 - β₂ᵗ) / (1 - β₁ᵗ) · m / (√v + ε)
///
/// The paper's main form has ε inside the correction; this is its faster one,
/// where ε is called ε̂, and Keras'. With `amsgrad`, the largest v so far
/// takes the place of v, so that steps cannot grow again.
///
/// - Source: D. Kingma and J. Ba, "Adam: a method for stochastic
///   optimization", 2015, arXiv:1412.6980, section 2; S. Reddi, S. Kale and
///   S. Kumar, "On the convergence of Adam and beyond", 2018,
///   arXiv:1904.09237; Keras 3.15.1, `keras/src/optimizers/adam.py`.
public class Adam: Optimizer {
  /// How slowly the mean gradient changes.
  public final let beta1: Swift.Double
  /// How slowly the mean squared gradient changes.
  public final let beta2: Swift.Double
  /// Keeps the quotient finite where no gradient has been.
  public final let epsilon: Swift.Double
  /// Whether the largest mean square counts.
  public final let amsgrad: Bool

  private final var means: [Tensor] = []
  private final var squares: [Tensor] = []
  private final var peaks: [Tensor] = []
  private final var beta1Power = 1.0
  private final var beta2Power = 1.0
  private final var corrected: Scalar = 0
  private final var arrears: [Arrears?] = []

  /// Adam, with Keras' defaults.
  public convenience init<Rate: LearningRate>(
    learningRate: Rate = 0.001, beta1: Swift.Double = 0.9,
    beta2: Swift.Double = 0.999, epsilon: Swift.Double = 1e-7,
    amsgrad: Bool = false, clipping: Clipping = .none,
    weightDecay: Swift.Double = 0
  ) {
    self.init(
      Options(
        learningRate: learningRate, clipping: clipping,
        weightDecay: weightDecay),
      beta1, beta2, epsilon, amsgrad: amsgrad)
  }

  init(
    _ options: Options, _ beta1: Swift.Double, _ beta2: Swift.Double,
    _ epsilon: Swift.Double, amsgrad: Bool
  ) {
    requireShare(beta1, "beta1")
    requireShare(beta2, "beta2")
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.amsgrad = amsgrad
    super.init(options)
  }

  public override var numbersPerParameter: Int { amsgrad ? 3 : 2 }

  public override func prepareStep() {
    beta1Power *= beta1
    beta2Power *= beta2
    corrected = Scalar(
      learningRate * (1 - beta2Power).squareRoot() / (1 - beta1Power))
  }

  public override func rule(
    _ parameter: inout Tensor, _ gradient: Tensor, slot: Int
  ) {
    settleAll(slot)
    open(slot, like: gradient)
    let (rate, move) = (corrected, move)
    guard amsgrad else {
      parameter.change(&means[slot], &squares[slot], by: gradient) {
        p, m, v, g in
        move(&p, &m, &v, g, rate)
      }
      return
    }
    peaks.open(slot, like: gradient)
    let (share1, share2, ε) = (move.share1, move.share2, move.ε)
    means[slot].change(by: gradient) { m, g in m + share1 * (g - m) }
    squares[slot].change(by: gradient) { v, g in v + share2 * (g * g - v) }
    peaks[slot].change(by: squares[slot]) { peak, v in max(peak, v) }
    parameter.change(&means[slot], by: peaks[slot]) { p, m, peak in
      p -= rate * m / (squareRoot(peak) + ε)
    }
  }

  /// One number's step.
  struct Move {
    let share1, share2, ε: Scalar

    @inline(__always)
    func callAsFunction(
      _ p: inout Scalar, _ m: inout Scalar, _ v: inout Scalar, _ g: Scalar,
      _ rate: Scalar
    ) {
      m += share1 * (g - m)
      v += share2 * (g * g - v)
      p -= rate * m / (squareRoot(v) + ε)
    }

    /// The steps of sixteen numbers whose gradient is 0 in all of them.
    // Inlined where there may be fewer, the compiler takes lanes apart.
    @inline(never)
    func callAsFunction(
      _ p: inout Lanes, _ m: inout Lanes, _ v: inout Lanes,
      rates: Slice<UnsafeBufferPointer<Scalar>>
    ) {
      for rate in rates {
        m += share1 * (0 - m)
        v += share2 * (0 - v)
        p -= rate * m / (squareRoot(v) + ε)
      }
    }
  }

  private var move: Move {
    Move(
      share1: Scalar(1 - beta1), share2: Scalar(1 - beta2),
      ε: Scalar(epsilon))
  }

  private func open(_ slot: Int, like gradient: Tensor) {
    means.open(slot, like: gradient)
    squares.open(slot, like: gradient)
    while arrears.count <= slot { arrears.append(nil) }
  }

  // MARK: - Rows

  override func rule(
    _ table: LookupTable, _ gradient: RowGradient, slot: Int
  ) -> Bool {
    // A row that never had a gradient stays only where 0 · rate / ε is 0.
    let isStill = corrected.isFinite && move.ε >= .leastNormalMagnitude
    guard isStill && !amsgrad else { return false }
    open(slot, like: table.rows)
    if arrears[slot]?.table !== table {
      settle(table, nil)
      settleAll(slot)
      arrears[slot] = Arrears(table)
    }
    settle(table, gradient.rows)
    arrears[slot]!.move(
      gradient, &means[slot], &squares[slot], corrected, move)
    return true
  }

  override func settle(_ table: LookupTable, _ rows: [Int32]?) {
    for slot in arrears.indices where arrears[slot]?.table === table {
      guard let rows else {
        settleAll(slot)
        continue
      }
      arrears[slot]!.settle(rows, &means[slot], &squares[slot], move)
    }
  }

  /// Takes all rows of a slot's table through the steps they have missed.
  private func settleAll(_ slot: Int) {
    guard slot < arrears.count, arrears[slot] != nil else { return }
    let rows = 0..<Int32(means[slot].shape[0])
    arrears[slot]!.settle(rows, &means[slot], &squares[slot], move)
    arrears[slot] = nil
  }
}
