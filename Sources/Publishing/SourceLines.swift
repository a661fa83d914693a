// The code of a source page, line by line. Next: SourcePage.swift.

import Literate

/// What the lines of a file's page are made of.
struct SourceLines {
  let listing: SourceListing
  /// Every line, coloured and linked.
  private let code: [String]
  private let starts: [Int: [Declaration]]
  private let signs: [Character: [SourceListing.Chunk]]

  init(_ listing: SourceListing, shelf: Shelf) {
    self.listing = listing
    code = swiftLines(
      listing.spans,
      links: shelf.links(
        shelf.names.inFile(listing.file), on: listing.address))
    starts = Dictionary(grouping: listing.file.declarations, by: \.line)
    signs = Dictionary(
      grouping: listing.chunks.filter { $0.sign != nil }, by: { $0.sign! })
  }

  var hasSigns: Bool { signs.values.contains { $0.count > 1 } }

  /// The declarations that a chunk begins, in order.
  func declarations(_ chunk: SourceListing.Chunk) -> [Declaration] {
    chunk.lines.flatMap { starts[$0] ?? [] }
  }

  /// By what a chunk is found: the first declaration on its first line.
  func anchor(_ chunk: SourceListing.Chunk) -> String? {
    guard let line = chunk.lines.first, let first = starts[line]?.first,
      let anchor = listing.anchors[first], anchor != "L\(line)"
    else { return nil }
    return anchor
  }

  func markup(_ chunk: SourceListing.Chunk) -> String {
    let own = anchor(chunk)
    return chunk.lines.enumerated().map { position, line in
      let isSigned = chunk.signed?.contains(line) ?? false
      let others = (starts[line] ?? []).compactMap { listing.anchors[$0] }
        .filter { $0 != own && $0 != "L\(line)" }
      return "<span class=\"ln\(isSigned ? " marked" : "")\" id=\"L\(line)\">"
        + others.map { "<span id=\"\($0.escaped)\"></span>" }.joined()
        + number(line, isFirst: position == 0, anchor: own)
        + (position == 0 && isSigned ? sign(chunk) : "")
        + (line <= code.count ? code[line - 1] : "") + "</span>"
    }.joined()
  }

  /// Of each chunk, the first number leads to it: a link each would make the
  /// page long for those who walk it with the keyboard.
  private func number(_ line: Int, isFirst: Bool, anchor: String?) -> String {
    isFirst
      ? "<a class=\"no\" href=\"#\((anchor ?? "L\(line)").escaped)\" "
        + "aria-label=\"Line \(line)\">\(line)</a>"
      : "<span class=\"no\" aria-hidden=\"true\">\(line)</span>"
  }

  // MARK: - Signs

  /// The sign in front of a line, which leads to its fellow: the first one to
  /// the second, the others to the first.
  private func sign(_ chunk: SourceListing.Chunk) -> String {
    guard let sign = chunk.sign, let all = signs[sign],
      let position = all.firstIndex(of: chunk)
    else { return "" }
    let id = "sign-\(sign.number)-\(position + 1)"
    let fellow = position == 0 ? 1 : 0
    guard all.indices.contains(fellow), let line = all[fellow].lines.first
    else { return "<span class=\"mark\" id=\"\(id)\">\(sign)</span>" }
    let place = function(around: line).map { ", in \($0)" } ?? ""
    return "<a class=\"mark\" id=\"\(id)\" "
      + "href=\"#sign-\(sign.number)-\(fellow + 1)\" "
      + "aria-label=\"Mark \(sign.number): over to line \(line)"
      + "\(place.escaped)\">\(sign)</a>"
  }

  private func function(around line: Int) -> String? {
    listing.file.declarations.last {
      $0.kind == .function && ($0.line...$0.lastLine).contains(line)
    }?.name
  }
}

extension Character {
  /// 1 for `①`
  fileprivate var number: Int {
    Int(unicodeScalars.first!.value) - 0x2460 + 1
  }
}
