import Files
import Fixtures
import Foundation
import SystemPackage
import Testing

struct DraftFolderTests {
  let temporary: TemporaryFolder
  var place: FilePath { temporary.path.appending("place") }

  init() throws {
    temporary = try TemporaryFolder()
  }

  @Test func `it lies beside the place, private, while the work lasts`() throws {
    try DraftFolder.with(beside: place, for: .restoring) { draft in
      let names = try temporary.folder.entries()
      #expect(names.count == 1 && names[0].hasPrefix(".place.restoring-"))
      let folder = try draft.folder(.filling)
      try PrivateFile.createNew([1], at: folder.path.appending("a"))
      #expect(try temporary.folder.widerThanPrivate().isEmpty)
      #expect(DraftFolder.abandoned(in: temporary.folder).isEmpty)
    }
    #expect(try temporary.folder.entries() == [])
  }

  @Test func `what was thrown in it is thrown, and nothing is left`() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try DraftFolder.with(beside: place, for: .unfinished) { draft in
        try PrivateFile.createNew([1], at: draft.folder(.source).path.appending("a"))
        throw Stop()
      }
    }
    #expect(try temporary.folder.entries() == [])
  }

  @Test func `each has a name of its own, and none removes another's`() throws {
    try DraftFolder.with(beside: place, for: .restoring) { first in
      let folder = try first.folder(.filling)
      try DraftFolder.with(beside: place, for: .restoring) { second in
        #expect(first.whole != second.whole)
        DraftFolder.removeAbandoned(in: temporary.folder, keptName: "-left")
        #expect(folder.exists)
      }
      #expect(folder.exists)
    }
  }

  @Test func `a step begun again is empty`() throws {
    try DraftFolder.with(beside: place, for: .restoring) { draft in
      try PrivateFile.createNew([1], at: draft.folder(.filling).path.appending("a"))
      #expect(try draft.folder(.filling).entries() == [])
    }
  }

  @Test func `two folders change places`() throws {
    let one = Folder(temporary.path.appending("one"))
    let other = Folder(temporary.path.appending("other"))
    for folder in [one, other] {
      try folder.create()
      let name = try #require(folder.path.lastComponent).string
      try PrivateFile.createNew([], at: folder.path.appending("was-\(name)"))
    }
    if try one.exchange(with: other) {
      #expect(try one.entries() == ["was-other"] && other.entries() == ["was-one"])
    } else {
      #expect(try one.entries() == ["was-one"] && other.entries() == ["was-other"])
    }
    try other.discard()
    #expect(throws: FileError(.rename, .noSuchFileOrDirectory)) { try one.exchange(with: other) }
    #expect(one.exists)
  }

  @Test func `a name that is taken gets a number`() throws {
    for name in ["old", "old-2"] {
      try PrivateFile.createNew([], at: temporary.path.appending(name))
    }
    let folder = Folder(place)
    try folder.create()
    let path = try folder.renameToUnused(temporary.path.appending("old"))
    #expect(path == temporary.path.appending("old-3"))
    #expect(try temporary.folder.entries() == ["old", "old-2", "old-3"])
  }

  // MARK: Copying

  @Test(arguments: [0, 1, 1 << 20, (1 << 20) + 1])
  func `a copy is the same, and private`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let copy = temporary.path.appending("copy")
    try PrivateFile.createNew(bytes, at: place)
    #expect(chmod(place.string, 0o644) == 0)
    try PrivateFile.copy(place, to: copy, atMost: count)
    let read = try PrivateFile(reading: copy, atMost: count)
    #expect(read.bytes == bytes && read.privacy == .kept)
    #expect(throws: FileError(.create, .fileExists)) {
      try PrivateFile.copy(place, to: copy, atMost: count)
    }
    #expect(try PrivateFile.beginning(of: place, count: 3) == Array(bytes.prefix(3)))
  }

  @Test func `a pipe, a link and what is too large are not copied, and not waited for`() throws {
    let copy = temporary.path.appending("copy")
    #expect(mkfifo(place.string, 0o600) == 0)
    let link = temporary.path.appending("link")
    #expect(symlink(place.string, link.string) == 0)
    let large = temporary.path.appending("large")
    try PrivateFile.createNew([1, 2, 3], at: large)
    for path in [place, link, large] {
      #expect(throws: FileError.self) { try PrivateFile.copy(path, to: copy, atMost: 2) }
    }
    #expect(try !temporary.folder.entries().contains("copy"))
  }
}
