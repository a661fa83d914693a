// One workload on some threads, everyone in turn. Next: Agreement.swift.

import Foundation
import Workloads

/// What came of one workload on a number of threads.
struct Comparison: Codable {
  let workload: Workload
  let threads: Int
  var measured: [Program: Measured] = [:]
  /// Why a program is not among them.
  var missing: [Program: String] = [:]

  /// `(a) SimpleRNN, 10,000 words, 1 thread`.
  var place: String { "\(workload.title), \(counted(threads, "thread"))" }

  /// One program's numbers.
  struct Measured: Codable {
    var versions = ""
    /// Milliseconds a step of training.
    var step = Summary()
    /// Seconds of predicting for all samples: computing, and the whole call.
    var computing = Summary()
    var wall = Summary()
    /// MiB.
    var memory = 0.0
    /// The loss after twenty steps, and outputs.
    var loss = 0.0
    var outputs: [Double] = []
  }

  /// Starts all programs, and lets them train and predict in turn.
  ///
  /// Each is one process for all rounds, so that starting and compiling are
  /// paid once; the others wait, blocked, while one works.
  init(
    _ workload: Workload, threads: Int, programs: [Program], rounds: Int,
    in house: House
  ) {
    self.workload = workload
    self.threads = threads
    var sessions: [(Program, Session)] = []
    for program in programs {
      do { sessions.append((program, try start(program, in: house))) } catch {
        leaveOut(program, error)
      }
    }
    for round in 0...rounds {
      for (program, session) in sessions where measured[program] != nil {
        do {
          if round < rounds {
            try work(program, session)
          } else {
            measured[program]!.memory = try session.ask("end").memory ?? .nan
            try session.wait()
          }
        } catch { leaveOut(program, error) }
      }
    }
  }

  /// Starts a program, and lets it do everything once: the loss that is
  /// compared, and what is compiled.
  private mutating func start(
    _ program: Program, in house: House
  ) throws -> Session {
    let folder = house.data.appending(path: workload.name).path
    let session = try Session(
      program, .serve, [folder], threads: threads, in: house)
    var mine = Measured()
    mine.versions = try session.ask().versions ?? ""
    _ = try session.ask("train \(Workload.checkedSteps)")
    let check = try session.ask("check")
    mine.loss = check.loss ?? .nan
    mine.outputs = check.outputs ?? []
    if workload.predicts { _ = try session.ask("predict 256") }
    measured[program] = mine
    return session
  }

  /// One round.
  private mutating func work(_ program: Program, _ session: Session) throws {
    let train = try session.ask("train \(workload.stepsARound)")
    measured[program]!.step.values.append(train.step ?? .nan)
    guard workload.predicts else { return }
    let prediction = try session.ask("predict 256")
    measured[program]!.wall.values.append(prediction.wall ?? .nan)
    measured[program]!.computing.values.append(prediction.computing ?? .nan)
  }

  /// A program that fails is left out, and it is said why.
  private mutating func leaveOut(_ program: Program, _ error: any Error) {
    measured[program] = nil
    missing[program] = "\(error)"
  }
}

extension Workload {
  /// After how many steps the losses are compared.
  static var checkedSteps: Int { 20 }

  /// How many steps of training are timed at once: a second or two, in tens,
  /// since Keras takes ten at a time.
  var stepsARound: Int {
    switch (kind, cell) {
    case (.reviews, .simpleRNN): 100
    case (.reviews, _): 50
    case (.characters, _): 20
    }
  }

  /// Whether predictions are measured as well.
  var predicts: Bool { kind == .reviews }
}
