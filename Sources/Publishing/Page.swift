// A page before it is laid out. Next: Layout.swift, what stands around it.

import Dispatch
import Synchronization

/// One page of the site: what is said about it, and how its text is made.
struct Page: Sendable {
  /// `home`, `lesson`, …: the class of its body.
  let kind: String
  let address: String
  /// Nil for the first page, which is called as the site is.
  var title: String?
  let description: String
  /// Where every other page links to it, if they do.
  var link: Link?
  /// It has a list of contents, which may be folded away.
  var hasContents = false
  /// It may run a program of its own: WebAssembly, in a worker.
  var isLive = false
  /// It is shown wherever something is missing, whatever the address.
  var standsAnywhere = false
  /// Readers find it by links, not by searching the web.
  var isListed: Bool { !standsAnywhere }
  /// Called once, on any thread.
  let text: @Sendable () -> String

  /// A link that every page has, and the word for it.
  enum Link: Equatable, Sendable {
    case header(String)
    case footer(String)
  }
}

extension [Page] {
  /// The bytes of each page, by its address. They are made side by side.
  func rendered(in site: Layout.Site) -> [String: [UInt8]] {
    let files = Mutex<[String: [UInt8]]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let bytes = [UInt8](Layout(self[index], in: site).html.utf8)
      files.withLock { $0[self[index].address] = bytes }
    }
    return files.withLock { $0 }
  }
}
