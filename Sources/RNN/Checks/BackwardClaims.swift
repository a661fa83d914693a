// What a loop backward says it found. Next: GradientCheck+Cell.swift.

import Tensors

/// The gradients a loop backward claims to have found, for each step and in
/// all; a check wants to see them.
///
/// Say as much as the loop knows. A gradient is called `dL/dx`,
/// `dL/dprevious`, or by the name of its parameter: `kernel`. Where a state
/// has several parts they are `dL/dprevious h`, `dL/dprevious c`.
public struct BackwardClaims: Sendable {
  /// For each step, in order: dL/dx `[B, D]`, dL/dprevious, and the step's
  /// share of parameters' gradients.
  public var steps: [[NamedTensor]]
  /// The parameters' gradients, summed over all steps.
  public var sums: [NamedTensor]

  /// These claims.
  public init(steps: [[NamedTensor]], sums: [NamedTensor] = []) {
    self.steps = steps
    self.sums = sums
  }

  /// The claims of a loop that keeps the input's gradient `[B, T, D]` and the
  /// sums.
  public init(dx: Tensor, sums: [NamedTensor] = []) {
    require(dx.rank == 3, "expected a gradient [B, T, D]; got \(dx.shape)")
    steps = (0..<dx.shape[1]).map { [NamedTensor("dL/dx", dx.step($0))] }
    self.sums = sums
  }

  /// What `Unroll` says.
  init<C: Cell>(_ backward: Unroll<C>.Backward) where C.State: TensorState {
    steps = backward.steps.map { step in
      var claims = [NamedTensor("dL/dx", step.dx)]
      claims += step.share.named
      for part in step.dPrevious.parts {
        claims.append(NamedTensor(previousName(part.name), part.tensor))
      }
      return claims
    }
    sums = backward.parameters.named
  }
}

/// What the gradient of a part of the state before a step is called.
func previousName(_ part: String) -> String {
  part.isEmpty ? "dL/dprevious" : "dL/dprevious " + part
}
