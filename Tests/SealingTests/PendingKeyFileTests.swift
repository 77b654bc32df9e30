import Files
import Fixtures
import Foundation
import SystemPackage
import Testing

@testable import Sealing

/// A key whose file lies under a hidden name until it counts.
struct PendingKeyFileTests {
  let temporary: TemporaryFolder
  let content = KeyFile(
    keys: SuccessorKeyFileTests.keys(0), earlier: [SuccessorKeyFileTests.keys(1)],
    memory: SuccessorKeyFileTests.memory())
  var folder: Folder { temporary.folder }
  var fingerprint: String { content.keys.fingerprint }
  var hidden: String { ".\(fingerprint).key.next" }
  var named: String { "\(fingerprint).key" }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func adopt() throws -> Bool {
    try KeyFile.adoptPending(in: folder, fingerprint: fingerprint)
  }

  private func create(_ content: KeyFile? = nil) throws {
    try (content ?? self.content).create(
      in: folder, asPending: true, passphrase: passphrase("first"), work: 2)
  }

  private func path(_ name: String) -> FilePath { temporary.path.appending(name) }

  @Test func `nothing acts with a pending key until it has its name`() throws {
    try create()
    #expect(try folder.entries() == [hidden])
    #expect(try Stat(path(hidden)).permissions == [.ownerRead, .ownerWrite])
    #expect(try KeyFile.pending(in: folder) == [fingerprint])
    #expect(try DeviceKeys.available(in: folder) == [])
    #expect(throws: KeyFileError.missing) {
      try KeyFile.load(from: folder, fingerprint: fingerprint, passphrase: passphrase("first"))
    }
    #expect(try adopt())
    #expect(try folder.entries() == [named])
    #expect(try KeyFile.pending(in: folder) == [])
    let loaded = try KeyFile.load(
      from: folder, fingerprint: fingerprint, passphrase: passphrase("first"))
    #expect(loaded == content)
  }

  @Test func `who made it can rewrite it once it has its name`() throws {
    var opened = try content.create(
      in: folder, asPending: true, passphrase: passphrase("first"), work: 2)
    #expect(throws: KeyFileError.missing) { try opened.rewrite { $0.memory = nil } }
    #expect(try adopt())
    try opened.rewrite { $0.memory = nil }
    #expect(opened.content.memory == nil)
  }

  @Test func `without a pending file nothing is adopted`() throws {
    #expect(try !adopt())
    try content.create(in: folder, passphrase: nil)
    #expect(try !adopt())
    for fingerprint in ["", "..", "../0123456789abcd"] {
      #expect(try !KeyFile.adoptPending(in: folder, fingerprint: fingerprint))
      try KeyFile.removePending(in: folder, fingerprint: fingerprint)
    }
    #expect(try folder.entries() == [named])
  }

  @Test func `a file that bears the name is not replaced`() throws {
    try create()
    try KeyFile(keys: content.keys).create(in: folder, passphrase: nil)
    let before = try PrivateFile.read(path(named), atMost: KeyFile.limit)
    #expect(try !adopt())
    #expect(try PrivateFile.read(path(named), atMost: KeyFile.limit) == before)
    #expect(try folder.entries() == [hidden, named])
    #expect(symlink("nowhere", path("x").string) == 0)
    #expect(rename(path("x").string, path(named).string) == 0)
    #expect(try !adopt())
    #expect(try folder.entries() == [hidden, named])
  }

  @Test func `a death in the middle of naming is made good`() throws {
    try create()
    #expect(link(path(hidden).string, path(named).string) == 0)
    #expect(try adopt())
    #expect(try folder.entries() == [named])
  }

  @Test func `a pending file in other hands is not adopted`() throws {
    try create()
    #expect(chmod(path(hidden).string, 0o640) == 0)
    #expect(throws: KeyFileError.exposed(.openToOthers)) { try adopt() }
    #expect(rename(path(hidden).string, path("moved").string) == 0)
    #expect(symlink("moved", path(hidden).string) == 0)
    #expect(throws: KeyFileError.exposed(.notAFile)) { try adopt() }
    #expect(try folder.entries() == [hidden, "moved"])
  }

  @Test func `a pending file is removed, with what a killed writer left of it`() throws {
    try create()
    let other = KeyFile(keys: SuccessorKeyFileTests.keys(7))
    try create(other)
    try other.create(in: folder, passphrase: nil)
    try PrivateFile.write([1], to: path(".\(hidden).1f.tmp"))
    #expect(
      try KeyFile.pending(in: folder) == [fingerprint, other.keys.fingerprint].sorted())
    try KeyFile.removePending(in: folder, fingerprint: fingerprint)
    try KeyFile.removePending(in: folder, fingerprint: fingerprint)
    #expect(
      try folder.entries() == [
        ".\(other.keys.fingerprint).key.next", "\(other.keys.fingerprint).key",
      ])
  }

  @Test func `only hidden names that are a fingerprint are pending`() throws {
    let names = [
      ".0123456789abcdef.key", "0123456789abcdef.key.next", ".0123456789ABCDEF.key.next",
      ".0123456789abcde.key.next", "..0123456789abcdef.key.next", ".key.next",
      "..0123456789abcdef.key.next.1f.tmp", ".0123456789abcdef.key.next~",
      ".00000000000000ab.key.next",
    ]
    for name in names { try PrivateFile.write([], to: path(name)) }
    #expect(try KeyFile.pending(in: folder) == ["00000000000000ab"])
  }

  @Test func `a pending file is not made twice`() throws {
    try create()
    #expect(throws: KeyFileError.unwritable(FileError(.create, .fileExists))) { try create() }
    #expect(try folder.entries() == [hidden])
  }
}
