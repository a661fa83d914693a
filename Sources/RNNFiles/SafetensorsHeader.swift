// The header of a safetensors file. It serves Safetensors+Reading.swift.

import Foundation

/// What a header says, before any of it is believed.
struct SafetensorsHeader: Decodable {
  /// Where a tensor lies, and what it is made of.
  struct Entry: Decodable {
    let dtype: String
    let shape: [Int]
    let data_offsets: [Int]
  }

  var entries: [(name: String, entry: Entry)] = []
  var metadata: [String: String] = [:]

  /// Any name of a tensor.
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Name.self)
    for key in fields.allKeys {
      if key.stringValue == Safetensors.metadataKey {
        metadata = try fields.decode([String: String].self, forKey: key)
      } else {
        entries.append(
          (key.stringValue, try fields.decode(Entry.self, forKey: key)))
      }
    }
  }
}
