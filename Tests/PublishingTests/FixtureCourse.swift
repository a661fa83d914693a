// A course with everything in it that a page can show: the lesson of the first
// design, and one that has the rest.

import Literate

extension Fixture {
  /// Two lessons, with pictures.
  static func everything() throws -> Fixture {
    var fixture = try Fixture(
      [
        "05-backpropagation-through-time.md": backpropagation,
        "06-hi.md": rest,
      ])
    fixture.outcomes[0] = .asRecorded(
      fixture.course.lessons[0], pictures: pictures)
    return fixture
  }

  static let backpropagation = #"""
    # Backpropagation through time

    A recurrent network reads forward, one step at a time. To learn, it walks the same steps backward and hands the blame for its mistake from each step to the one before. This page runs that walk on a network small enough to show you every number.

    ## The first letter

    Our network reads a five-letter word over the alphabet `a`, `b`, `c`, one letter at a time, and is then asked for the *first* letter.[^1] The other four say nothing about the answer. They are only there to be in the way.

    The cell has three inputs, one per letter, and four units. Its weights are still the random ones it was born with; the seed fixes them, so you will get the same.

    ```swift hidden
    let alphabet: [Character] = ["a", "b", "c"]

    func oneHot(_ letter: Character) -> Tensor {
      Tensor([1, 3], alphabet.map { $0 == letter ? 1 : 0 })
    }
    ```

    ```swift
    var generator = SeededGenerator(seed: 8)
    let cell = SimpleRNNCell(inputs: 3, units: 4, using: &generator)
    let readout = Dense(inputs: 4, outputs: 3, using: &generator)

    let word = "bacca".map(oneHot)
    let forward = cell.unroll(word, from: cell.zeroState(batch: 1))
    show(forward.states)
    note("weights", cell.parameters.count)
    ```

    ```output
    heat map, 4 units over 5 steps, from -0.6683 (unit 1, step 1) to 0.8074 (unit 2, step 2)
    ```

    Every step adds up three things and squashes the sum:

    ```math
    \begin{aligned}
    a_t &= x_t W + h_{t-1} U + b\\
     h_t &= \tanh(a_t)
    \end{aligned}
    ```

    Notice what carries no $`t`$: the weights. The same [32](value:weights) numbers serve all five steps.[^2] After the last step a readout, $`V`$, turns $`h_5`$ into three probabilities.

    ```swift
    let guess = softmax(readout(forward.last))
    let (loss, blame) = crossEntropy(guess, answer: alphabet.index("b"))
    for (letter, p) in zip(alphabet, guess.scalars) { print(letter, p) }
    note("b", guess[0, 1]); note("loss", loss); note("blind", log(3))
    ```

    ```output
    a 0.4949
    b 0.2916
    c 0.2135
    ```

    The right answer, `b`, gets [0.2916](value:b). A blind guess would give it a third, so the network starts out worse than ignorance: its loss is [1.2325](value:loss) where guessing costs $`\ln 3`$ = [1.0986](value:blind).

    ## Walking back

    To improve a weight we must know how the loss answers to it, and for that, how the loss answers to each state: $`\partial L/\partial h_t`$. For the last state the readout knows. For every other, ask the step that came after it:

    ```math
    \begin{aligned}
    \frac{\partial L}{\partial a_t} &= \frac{\partial L}{\partial h_t}\odot\bigl(1-h_t^2\bigr)\\[10pt]
     \frac{\partial L}{\partial h_{t-1}} &= \frac{\partial L}{\partial a_t}\,U^{\top}
    \end{aligned}
    ```

    The first line undoes the squashing. The second crosses $`U`$ the other way. In the library they stand right under the step they undo:

    ```swift illustration="it stands in the library"
    /// The same two lines, last one first: all that this step owes.
    public func backward(_ trace: Trace, dh: Tensor) -> StepGradient {
      // ② The slope of tanh is 1 - tanh², and tanh(a) is the h we kept.
      let da = dh * (1 - trace.h * trace.h)
      // ① A product hands each factor the other, transposed: to the
      // weights…
      let share = Parameters(
        w: matmul(trace.x.transposed, da),
        u: matmul(trace.previous.transposed, da),
        b: da.sum(axis: 0))
      // ① …and to what they were multiplied with. `dPrevious` will be the
      // `dh` of the step before: the one thread back through time.
      return StepGradient(
        da: da,
        dx: matmul(da, parameters.w.transposed),
        dPrevious: matmul(da, parameters.u.transposed),
        share: share)
    }
    ```

    Around them runs the forward loop, reversed. One variable carries the blame:

    ```swift
    var carried = readout.backward(forward.last, blame).dh   // dL/dh5
    var total = cell.parameters.zeros
    for (t, step) in forward.steps.enumerated().reversed() {
      print("step \(t + 1)  \(carried.norm)")
      note("norm\(t + 1)", carried.norm)
      let gradient = cell.backward(step, dh: carried)
      total += gradient.share
      carried = gradient.dPrevious
    }
    ```

    ```output
    step 5  0.9465
    step 4  0.8215
    step 3  0.7876
    step 2  0.7375
    step 1  0.3164
    ```

    By the first letter two thirds are gone: [0.3164](value:norm1) is left of [0.9465](value:norm5). Only the squashing can have eaten it. The factor $`1-h_t^2`$ is below one wherever a unit is awake, while this $`U`$ is orthogonal: it turns and mirrors, and keeps every length.[^3]

    ## Every number of it

    Here is one step in full. Forward, each row of $`W`$ and $`U`$ is weighted by the number on its left, and the columns are added up. Backward, the same table fills with this step’s share of the gradient, and its left column is what the step hands on.

    ```swift
    show(cell.walk(forward, blame: blame))   // every tensor, both ways
    ```

    ```output
    walk of 5 steps, forward and backward: 4 units, 32 weights, gradient norms 0.3164 0.7375 0.7876 0.8215 0.9465
    ```

    Go back to step 1 and look at its share of $`U`$: nothing but zeros. A share of $`U`$ is the old state times $`\partial L/\partial a_t`$, and before the first letter there was no old state. Keep that in mind. It is about to mislead us.

    ## Five votes, one set of weights

    The weights are used five times, so each step has its own opinion on how they should change. The gradient is the sum of the five:

    ```math
    \frac{\partial L}{\partial W} = \sum_{t=1}^{5} x_t^{\top}\,\frac{\partial L}{\partial a_t} \quad\; \frac{\partial L}{\partial U} = \sum_{t=1}^{5} h_{t-1}^{\top}\,\frac{\partial L}{\partial a_t}
    ```

    Step 1 has the faintest voice, and on $`U`$ it says nothing at all. Could we stop one step early and save the trouble? Let us train both ways, on all 243 words.

    ```swift hidden
    func train(steps: Int, rate: Scalar, keeping kept: Int = 5) -> Run {
      var (cell, readout, run) = (cell, readout, Run())
      for _ in 0..<steps {
        let forward = cell.unroll(words, from: cell.zeroState(batch: 243))
        let (loss, blame) = crossEntropy(softmax(readout(forward.last)), answers)
        let top = readout.backward(forward.last, blame)
        var (carried, total) = (top.dh, cell.parameters.zeros)
        for step in forward.steps.reversed().prefix(kept) {
          let gradient = cell.backward(step, dh: carried)
          total += gradient.share
          carried = gradient.dPrevious
        }
        cell.parameters -= rate * total
        readout.parameters -= rate * top.share
        run.record(loss, cell, readout)
      }
      return run
    }
    ```

    ```swift
    let rate = knob("learning rate", 0.2, in: 0.01...3)
    let all = train(steps: 1000, rate: rate)
    let four = train(steps: 1000, rate: rate, keeping: 4)
    show(lines(("all five steps", all.losses), ("last four", four.losses)))
    note("all", all); note("four", four)
    note("one", train(steps: 1000, rate: rate, keeping: 1))
    ```

    ```output
    kept         loss    right       rows of W differ by
    all five    0.0029   243 of 243    0.7153
    last four   1.0980    81 of 243    0.0005
    ```

    With all five votes the loss falls [below 0.01](claim:all.loss<0.01) and all [243](value:all.right) answers are right. Without the first it ends [within 0.001](claim:abs(four.loss-blind)<0.001) of $`\ln 3`$, with [81](value:four.right) right answers out of 243. A thousand steps have taught this network that it knows nothing.

    Look at $`W`$ to see why. For this task, letters two to five are noise, so those four steps vote to make letters matter less; and since $`W`$ is shared, they silence the first letter too.[^4] The rows of $`W`$, one per letter, drift together until they differ by [less than 0.001](claim:four.spread<0.001); in the healthy network they stay [0.7153](value:all.spread) apart. The one step that could have objected had been cut off. With shared weights, the faintest vote can decide.

    | Who answers | Right | Loss | Seconds |
    |---|---:|---:|---:|
    | Chance | 0.333 | 1.0986 | |
    | Majority | 0.333 | 1.0986 | |
    | Best without order | 0.556 | 0.8533 | |
    | Paper | | | |
    | Ours, last four steps | 0.333 | 1.0980 | 0.37 |
    | **Ours, all five** | 1.000 | 0.0029 | 0.37 |

    ## Two mistakes you cannot make

    State is never optional in this library. Forget it, and the program does not compile:

    ```swift fails
    let first = cell.step(word[0])
    ```

    ```output
    error: missing argument for parameter 'from' in call
    ```

    Pass one of the wrong shape, and it stops, in a release build too, with both shapes and your line:

    ```swift traps
    let two = cell.zeroState(batch: 2)
    let first = cell.step(word[0], from: two)
    ```

    ```output
    fatal error: step: the state is [2, 4] and x is [1, 3]; the state must be [1, 4]: a row for each row of x, a column for each unit
    ```

    ## Do not take our word for it

    A derivative is a promise about small changes, so make some. Nudge each of the 32 weights up and down by $`10^{-5}`$, run forward twice, and compare the change in the loss with what we walked back for:

    ```swift
    let report = compare(total, nudging: cell.parameters, by: 1e-5) {
      crossEntropy(softmax(readout($0.unroll(word).last)), b).loss
    }
    print(report)
    note("worst", report.worst)
    ```

    ```output
    32 weights agree; the worst is U[0, 3], relative error 2.7e-9
    ```

    The worst of them is off by [2.7e-9](value:worst), which is rounding, and [below 1e-6](claim:worst<1e-6), which is our bar.[^5] Every cell in the library has to pass this before it may appear in a lesson.

    ## What Keras does

    The same walk, out of sight. On TensorFlow, a tape records the forward pass and is played backward; you are handed the three sums, and the five shares never have names.

    ```python
    layer = keras.layers.SimpleRNN(4)   # tanh; Glorot, orthogonal, zeros: as here
    with tf.GradientTape() as tape:
        loss = cost(layer(x), y)        # always back through every step of x
    dW, dU, db = tape.gradient(loss, layer.trainable_variables)
    ```

    There is no argument for stopping early. To cut the walk you feed the sequence in pieces to a layer made with `stateful=True`: the state crosses from piece to piece, the gradient does not. You now know what that can cost.

    [^1]: Holding one early fact through noise is called *latching*. Bengio, Simard and Frasconi (1994) showed why it gets harder with every letter in between.

    [^2]: *W* has 3 × 4, *U* 4 × 4 and *b* 4. A sixth letter would add a step, and not one weight.

    [^3]: That is why Keras starts *U* this way, and so do we. Lesson 16 tries other matrices and watches the gradient vanish for good, or explode.

    [^4]: Odder still: keep only the *last* vote, and [216](value:one.right) of 243 come out right. One vote against the letters does less harm than four.

    [^5]: Checked in `Double`. In `Float` the nudge itself would drown in rounding.

    """#

  /// What the first lesson has none of.
  static let rest = #"""
    # Text & \<numbers>: “hi”

    Text becomes numbers & $`x_t`$; see [lesson 5](05-backpropagation-through-time.md), [32](value:weights).

    ## A *timed* block

    Second paragraph, with a [section](05-backpropagation-through-time.md#walking-back) elsewhere and [one](#lists) here, and <https://example.org/?a=1&b=2>. <b>raw</b>

    ```swift hidden
    // words become ids
    let ids = ["hi": 1]
    ```

    ```swift timing
    print(elapsed)
    ```

    ```output
    0.12 s
    ```

    ```swift tolerance=1e-3
    print(0.5 < 1 && true, "<&>")
    ```

    ```output
    true <&>
    ```

    ```swift
    let quiet = 1
    ```

    ### Lists

    - one
    - two, `a < b`

    1. first
    2. second

    > A word of somebody else.

    | Who | Right | Loss |
    |---|--:|--:|
    | Chance | 0.333 | 1.0986 |
    | **Ours** | [1.000](value:right) | $`\ln 3`$ |

    ```sh
    make site   # builds
    ```

    ```
    plain <text>
    ```

    ## A *timed* block

    The same heading again, and one footnote[^a] named twice[^a].

    [^a]: With [0.5](value:half), $`h_t`$ and `code`.

    """#
}
