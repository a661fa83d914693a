import Foundation
import Tensors
import Testing

@testable import RNNFiles

@Suite struct SafetensorsTests {
  /// A vector, a matrix, three axes, none, and nothing at all.
  let file = Safetensors(
    [
      NamedTensor("dense/kernel", fill([4, 3])),
      NamedTensor("dense/bias", fill([3], 2)),
      NamedTensor("x", fill([2, 5, 3], 1, 7)),
      NamedTensor("scalar", Tensor([0.5], shape: [])),
      NamedTensor("empty", .zeros([0, 6])),
      NamedTensor("odd \"names\" \\ \n é", Tensor([1, -2])),
    ], metadata: ["made by": "a \"test\"", "b": "\u{1}\t/"])

  /// A file with this header and so many bytes behind it.
  private func bytes(_ header: String, scalars: Int) -> [UInt8] {
    let length = UInt64(header.utf8.count).littleEndian
    return withUnsafeBytes(of: length) { Array($0) } + Array(header.utf8)
      + [UInt8](repeating: 0, count: scalars)
  }

  @Test func whatIsWrittenIsRead() throws {
    #expect(try Safetensors(bytes: file.bytes, path: "t") == file)
    try withFolder { folder in
      let path = folder + "/a.safetensors"
      try file.write(to: path)
      #expect(try Safetensors(path: path) == file)
      try Safetensors([]).write(to: path)
      #expect(try Safetensors(path: path) == Safetensors([]))
    }
    #expect(file["dense/bias"] == fill([3], 2))
    #expect(file["bias"] == nil)
    let start = 8 + Int(file.bytes[0]) + 256 * Int(file.bytes[1])
    #expect(start % 8 == 0)
  }

  @Test func everyBitIsKept() throws {
    let odd: [Scalar] = [
      0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude,
      .greatestFiniteMagnitude, 0.1, Scalar(bitPattern: 0x7fc0_1234),
    ]
    let back = try Safetensors(
      bytes: Safetensors([NamedTensor("x", Tensor(odd))]).bytes, path: "t")
    #expect(
      back.tensors[0].tensor.scalars.map(\.bitPattern)
        == odd.map(\.bitPattern))
  }

  /// Tensors `a` of two and `b` of one scalar, told in these ways.
  static let lies: [(header: String, scalars: Int, words: String)] = [
    ("", 0, "expected a header in JSON"),
    ("[]", 0, "expected a header in JSON"),
    ("{", 0, "expected a header with dtype, shape and data_offsets"),
    (
      "{\"a\":3}", 0, "expected a header with dtype, shape and data_offsets"
    ),
    (
      "{\"__metadata__\":{\"a\":1}}", 0,
      "expected a header with dtype, shape and data_offsets"
    ),
    (
      a("F32", "[2]", "[0,8]"), 4, "expected 'a' to end by byte 4; it ends at 8"
    ),
    (a("F32", "[2]", "[0,8]"), 9, "expected 8 bytes of scalars; got 9"),
    (a("F32", "[3]", "[0,8]"), 8, "expected 12 bytes for 'a' [3]; got 8"),
    (
      a("F32", "[2]", "[4,12]"), 12,
      "expected 'a' to start at byte 0; it starts at 4"
    ),
    (
      a("F32", "[2]", "[8,0]"), 8, "expected 'a' to have a place; got [8, 0]"
    ),
    (a("F32", "[2]", "[8]"), 8, "expected 'a' to have a place; got [8]"),
    (
      a("F32", "[2]", "[-8,0]"), 8,
      "expected 'a' to have a place; got [-8, 0]"
    ),
    (
      a("F32", "[-2]", "[0,8]"), 8, "expected 'a' to have a shape; got [-2]"
    ),
    (
      a("F32", "[0,4611686018427387904,4]", "[0,0]"), 0,
      "expected 'a' to have a shape; got [0, 4611686018427387904, 4]"
    ),
    (
      a("I64", "[1]", "[0,8]"), 8,
      "expected 'a' as \(Safetensors.scalarType); it is I64"
    ),
    (
      a("F32", "[2.5]", "[0,8]"), 8,
      "expected a header with dtype, shape and data_offsets"
    ),
    (
      both("[0,8]", "[4,8]"), 8,
      "expected 'b' to start at byte 8; it starts at 4"
    ),
    (
      both("[0,8]", "[12,16]"), 16,
      "expected 'b' to start at byte 8; it starts at 12"
    ),
  ]

  private static func a(
    _ type: String, _ shape: String, _ place: String
  ) -> String {
    "{\"a\":{\"dtype\":\"\(type)\",\"shape\":\(shape),"
      + "\"data_offsets\":\(place)}}"
  }

  private static func both(_ first: String, _ second: String) -> String {
    a("F32", "[2]", first).dropLast()
      + ",\"b\":{\"dtype\":\"F32\",\"shape\":[1],"
      + "\"data_offsets\":\(second)}}"
  }

  @Test(arguments: lies.indices)
  func whatAHeaderSaysIsNotBelieved(_ index: Int) {
    let lie = Self.lies[index]
    #expect(throws: FileError("t", lie.words)) {
      try Safetensors(
        bytes: bytes(lie.header, scalars: lie.scalars), path: "t")
    }
  }

  @Test func aHeaderThatIsLongerThanTheFile() {
    #expect(
      throws: FileError("t", "expected at least 8 bytes; the file has 7")
    ) { try Safetensors(bytes: [0, 0, 0, 0, 0, 0, 0], path: "t") }
    #expect(
      throws: FileError(
        "t",
        "expected a header of 18446744073709551615 bytes; the file has 1 more")
    ) {
      try Safetensors(
        bytes: [UInt8](repeating: 255, count: 8) + [123], path: "t")
    }
    #expect(throws: FileError("/no/such", "cannot be read")) {
      try Safetensors(path: "/no/such")
    }
    #expect(throws: FileError("/no/such/file", "cannot be written")) {
      try file.write(to: "/no/such/file")
    }
  }

  #if !Double
    @Test func aDoubleWouldHaveToBeRounded() {
      #expect(throws: FileError("t", "expected 'a' as F32; it is F64")) {
        try Safetensors(
          bytes: bytes(Self.a("F64", "[1]", "[0,8]"), scalars: 8), path: "t")
      }
    }
  #endif

  /// Flipped, cut off and grown files are refused or read, and never stop the
  /// program.
  @Test func brokenFilesAreErrors() {
    var generator = SeededGenerator(seed: 11)
    let whole = file.bytes
    var refused = 0
    var read = 0
    for _ in 0..<4000 {
      var bytes = whole
      switch generator.below(4) {
      case 0: bytes.removeLast(generator.below(bytes.count) + 1)
      case 1:
        let count = generator.below(40) + 1
        bytes += (0..<count).map { _ in UInt8(generator.below(256)) }
      default:
        // Mostly in the header, where it hurts.
        for _ in 0..<generator.below(4) + 1 {
          let end = generator.below(5) == 0 ? bytes.count : 500
          bytes[generator.below(end)] ^= 1 << UInt8(generator.below(8))
        }
      }
      do {
        let found = try Safetensors(bytes: bytes, path: "t")
        // What was read is a file again.
        #expect((try? Safetensors(bytes: found.bytes, path: "t")) != nil)
        read += 1
      } catch {
        #expect(error.path == "t")
        refused += 1
      }
    }
    #expect(refused > 1000 && read > 100)
  }
}

@Suite(
  .enabled(
    if: Python.interpreter != nil,
    "no python3 with venv and network: safetensors cannot be installed"),
  .serialized)
struct SafetensorsPythonTests {
  private func python(_ program: String, _ path: String) throws -> String {
    let text = Python.run([
      try #require(Python.interpreter), "-c", program, path,
    ])
    return try #require(text, "Python fails: \(program)")
  }

  /// The bytes of all scalars, the lowest first.
  private func hex(_ tensor: Tensor) -> String {
    tensor.scalars.map { scalar in
      withUnsafeBytes(of: scalar.bitPattern.littleEndian) { bytes in
        bytes.map { String(format: "%02x", $0) }.joined()
      }
    }.joined()
  }

  @Test func pythonReadsWhatWeWrite() throws {
    let file = SafetensorsTests().file
    try withFolder { folder in
      let path = folder + "/ours.safetensors"
      try file.write(to: path)
      let said = try python(
        """
        import sys, json
        from safetensors import safe_open
        with safe_open(sys.argv[1], framework="np") as f:
          tensors = {k: f.get_tensor(k) for k in f.keys()}
          print(json.dumps([f.metadata(), {
            k: [list(t.shape), t.tobytes().hex()]
            for k, t in tensors.items()}]))
        """, path)
      let parts = try #require(
        try JSONSerialization.jsonObject(with: Data(said.utf8)) as? [Any])
      #expect(parts[0] as? [String: String] == file.metadata)
      let tensors = try #require(parts[1] as? [String: [Any]])
      #expect(tensors.count == file.tensors.count)
      for item in file.tensors {
        let found = try #require(tensors[item.name])
        #expect(found[0] as? [Int] == item.tensor.shape.sizes)
        #expect(found[1] as? String == hex(item.tensor))
      }
    }
  }

  @Test func weReadWhatPythonWrites() throws {
    try withFolder { folder in
      let path = folder + "/theirs.safetensors"
      _ = try python(
        """
        import sys, numpy as np
        from safetensors.numpy import save_file
        save_file({
          "dense/kernel": np.arange(12, dtype="float32").reshape(4, 3) / 7,
          "a": np.array(0.1, dtype="float32"),
          "empty": np.zeros((0, 6), dtype="float32"),
          "é": np.float32([[-0.0, np.inf]]),
        }, sys.argv[1], metadata={"epoch": "3"})
        """, path)
      let file = try Safetensors(path: path)
      #expect(file.metadata == ["epoch": "3"])
      #expect(file.tensors.count == 4)
      let sevenths = (0..<12).map { Scalar(Float($0) / 7) }
      #expect(
        file["dense/kernel"] == Tensor(sevenths, shape: [4, 3]))
      #expect(file["a"] == Tensor([Scalar(Float(0.1))], shape: []))
      #expect(file["empty"] == .zeros([0, 6]))
      #expect(file["é"]?.scalars == [0, .infinity])
    }
  }

  @Test func anotherTypeIsNamed() throws {
    try withFolder { folder in
      let path = folder + "/ids.safetensors"
      _ = try python(
        """
        import sys, numpy as np
        from safetensors.numpy import save_file
        save_file({"ids": np.arange(3)}, sys.argv[1])
        """, path)
      #expect(
        throws: FileError(
          path, "expected 'ids' as \(Safetensors.scalarType); it is I64")
      ) { try Safetensors(path: path) }
    }
  }
}
