// Who is measured. Next: Session.swift.

import Foundation

/// A program under measurement: ours, or a peer's script.
enum Program: String, Codable, CaseIterable, CodingKeyRepresentable {
  case unrolled = "Unrolled"
  case tensorFlow = "Keras-TF"
  case jax = "Keras-JAX"
  case torch = "PyTorch"
  case numpy = "NumPy"

  /// Those that train; NumPy only multiplies.
  static let trainers: [Program] = [.unrolled, .tensorFlow, .jax, .torch]

  /// Those that multiply matrices.
  static let multipliers: [Program] = [.unrolled, .numpy, .torch]

  /// Whether it is one of those we compare with.
  var isPeer: Bool { self != .unrolled }

  /// How it is started for a kind of work, `words` being the rest.
  func command(_ job: Job, _ words: [String], in house: House) -> [String] {
    switch (self, job) {
    case (.unrolled, .questions): [house.product("questions")]
    case (.unrolled, _): [house.product("ours"), job.rawValue] + words
    case (_, .products):
      [house.python, house.script("products.py"), rawValue] + words
    case (.tensorFlow, _), (.jax, _):
      [house.python, house.script(job.script("keras"))] + words
    case (.torch, _), (.numpy, _):
      [house.python, house.script(job.script("torch"))] + words
    }
  }

  /// What pins its threads and names its backend.
  func environment(threads: Int) -> [String: String] {
    let count = "\(threads)"
    var environment = [
      "UNROLLED_THREADS": count, "OMP_NUM_THREADS": count,
      "MKL_NUM_THREADS": count, "OPENBLAS_NUM_THREADS": count,
      "PYTHONDONTWRITEBYTECODE": "1",
    ]
    switch self {
    case .tensorFlow: environment["KERAS_BACKEND"] = "tensorflow"
    case .jax: environment["KERAS_BACKEND"] = "jax"
    case .numpy where House.hasWideRegisters:
      // OpenBLAS does not know every processor that has them.
      environment["OPENBLAS_CORETYPE"] = "SkylakeX"
    default: break
    }
    return environment
  }
}

/// What a program can be started for.
enum Job: String {
  /// Trains and predicts on command.
  case serve
  /// Multiplies matrices.
  case products
  /// The five questions, from start to answer.
  case questions

  func script(_ library: String) -> String {
    self == .questions ? "\(library)_questions.py" : "\(library)_peer.py"
  }
}
