// The library's page: the walk through it, and every file by room. Next:
// Glossary.swift.

import Literate

/// What the library template is filled in with.
struct LibraryPage: Sendable {
  let walk: [WalkStep]
  let rooms: [RoomView]
  let count: String
  let lines: String

  struct WalkStep: Sendable {
    let stepName: String
    let stepAddress: String
    let stepSummary: String
  }

  struct RoomView: Sendable {
    let roomAnchor: String
    let roomName: String
    let roomSummary: String
    let folders: [FolderView]
  }

  struct FolderView: Sendable {
    /// Nil for the files that stand in the room itself.
    let folderName: String?
    let files: [FileView]
  }

  struct FileView: Sendable {
    let fileAddress: String
    let fileName: String
    let fileSummary: String
    let fileLines: String
  }

  init(_ shelf: Shelf) {
    walk = shelf.walk
    count = shelf.listings.count.of("file")
    lines = shelf.listings.map(\.count).reduce(0, +).of("line")
    rooms = shelf.library.rooms.map { room in
      RoomView(
        roomAnchor: room.folder.roomAnchor, roomName: room.folder,
        roomSummary: room.summary,
        folders: LibraryPage.folders(of: room.folder, shelf))
    }
  }

  private static func folders(of room: String, _ shelf: Shelf) -> [FolderView] {
    let all = shelf.listings.filter {
      $0.file.folder == room || $0.file.folder.hasPrefix(room + "/")
    }
    var names: [String] = []
    for name in all.map(\.file.folder) where !names.contains(name) {
      names.append(name)
    }
    return names.map { name in
      FolderView(
        folderName: name == room ? nil : String(name.dropFirst(room.count + 1)),
        files: all.filter { $0.file.folder == name }.map { listing in
          FileView(
            fileAddress: listing.address, fileName: listing.file.name,
            fileSummary: listing.summary,
            fileLines: listing.count.grouped)
        })
    }
  }
}

extension Shelf {
  /// The files to read first.
  var walk: [LibraryPage.WalkStep] {
    library.walk.compactMap { step in
      listing(step.file).map {
        LibraryPage.WalkStep(
          stepName: step.name, stepAddress: $0.address,
          stepSummary: $0.summary)
      }
    }
  }
}
