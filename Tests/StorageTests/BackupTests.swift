import Agreements
import Files
import Fixtures
import Foundation
import Journal
import SQLite
import Sealing
import Storage
import SystemPackage
import Testing

struct BackupTests {
  let home: Household
  let agreed: Outcome
  var parent: FilePath { home.temporary.path }
  var destination: FilePath { parent.appending("copies").appending("January") }

  init() throws {
    home = try Household()
    agreed = try home.agree(try Wording("一起做饭"))
    try home.saveKeys()
  }

  /// The files of a store, with the private sides of some.
  private func files(_ vaults: [String] = []) throws -> [String] {
    try (["accord.db"] + home.keys.map(\.file) + vaults).sorted()
  }

  @Test func `a copy opens, equals the store, and is private`() throws {
    let check = try home.store.backUp(to: destination)
    #expect(check.diagnosis.findings.isEmpty && check.faults.isEmpty)
    #expect(check.diagnosis.agreements == 1 && check.recovered.isEmpty)
    let folder = Folder(destination)
    #expect(try folder.entries() == files())
    #expect(try folder.widerThanPrivate().isEmpty)
    for key in try home.keys.map(\.file) {
      #expect(try folder.contents()[key] == home.folder.contents()[key])
    }
    let copy = try Store.reading(folder)
    #expect(try copy.tables() == home.store.tables())
    #expect(try copy.entries() == home.store.entries())
    #expect(copy.couple == home.store.couple && copy.pair == home.store.pair)
    #expect(try Folder(around: destination).entries() == ["January"])
  }

  @Test func `vaults go along, sealed as they are, and come back`() throws {
    let vault = try home.sealedVault([0, 255])
    let name = home.vaultName(home.anna)
    try PrivateFile.createNew(vault, at: home.folder.path.appending(name))
    try PrivateFile.createNew([1], at: home.folder.path.appending(".\(name).1f.tmp"))
    _ = try home.store.backUp(to: destination)
    #expect(try Folder(destination).entries() == files([name]))
    #expect(try Folder(destination).widerThanPrivate().isEmpty)
    let elsewhere = Folder(parent.appending("elsewhere"))
    _ = try Store.restore(.folder(Folder(destination)), to: elsewhere, asideName: "aside")
    #expect(try elsewhere.contents()[name] == vault)
  }

  @Test func `a copy can be made from a store that is only read`() throws {
    home.store.close()
    let before = try home.folder.contents()
    _ = try Store.reading(home.folder).backUp(to: destination)
    #expect(try home.folder.contents() == before)
    #expect(try Store.reading(Folder(destination)).tables() == Store.reading(home.folder).tables())
  }

  @Test(arguments: ["folder", "file", "link"])
  func `a name that is taken is refused and stays`(what: String) throws {
    try Folder(around: destination).create()
    switch what {
    case "folder": try Folder(destination).create()
    case "file": try PrivateFile.createNew([1], at: destination)
    default:
      try FileManager.default.createSymbolicLink(
        atPath: destination.string, withDestinationPath: "nowhere")
    }
    #expect(throws: StoreError.folderInUse) { try home.store.backUp(to: destination) }
    #expect(try Folder(around: destination).entries() == ["January"])
  }

  @Test func `a damaged store is not copied, and nothing is left`() throws {
    try home.raw().script("UPDATE agreement SET title = 'Other'")
    #expect(throws: StoreError.damaged) { try home.store.backUp(to: destination) }
    #expect(try Folder(around: destination).entries().isEmpty)
  }

  @Test func `what an earlier attempt left unfinished gives way`() throws {
    let draft = Folder(Folder(around: destination).path.appending(".January.unfinished"))
    try draft.create()
    try PrivateFile.createNew([1], at: draft.path.appending("accord.db"))
    _ = try home.store.backUp(to: destination)
    #expect(try Folder(around: destination).entries() == ["January"])
  }

  @Test func `restoring puts the copy in place and keeps the old store aside`() throws {
    _ = try home.store.backUp(to: destination)
    let tables = try home.store.tables()
    try home.act(home.bo) { try $0.end(agreed.id) }
    let newer = try home.store.tables()
    home.store.close()
    let aside = try #require(
      try Store.restore(.folder(Folder(destination)), to: home.folder, asideName: "store-before")
        .aside)
    #expect(aside == parent.appending("store-before"))
    #expect(try Store.reading(home.folder).tables() == tables)
    #expect(try Store.reading(Folder(aside)).tables() == newer)
    #expect(try home.folder.entries() == files())
    #expect(try home.folder.widerThanPrivate().isEmpty)
    #expect(try Store.reading(Folder(destination)).tables() == tables)
    #expect(try Folder(parent).entries() == ["copies", "store", "store-before"])
  }

  @Test(arguments: ["text file", "cut short", "missing", "empty folder", "no folder"])
  func `restoring works over whatever became of the store`(state: String) throws {
    _ = try home.store.backUp(to: destination)
    let tables = try home.store.tables()
    home.store.close()
    switch state {
    case "text file": try PrivateFile.write(Array("no store".utf8), to: home.file)
    case "cut short":
      let bytes = try PrivateFile.read(home.file, atMost: 1 << 24)
      try PrivateFile.write(Array(bytes.prefix(5_000)), to: home.file)
    case "missing": try home.folder.remove("accord.db")
    default: try home.folder.discard()
    }
    if state == "empty folder" { try home.folder.create() }
    let aside = try Store.restore(
      .folder(Folder(destination)), to: home.folder, asideName: "before"
    ).aside
    #expect((aside == nil) == state.hasSuffix("folder"))
    #expect(try Store.reading(home.folder).tables() == tables)
  }

  @Test func `a restored store is written to like any other`() throws {
    _ = try home.store.backUp(to: destination)
    home.store.close()
    _ = try Store.restore(.folder(Folder(destination)), to: home.folder, asideName: "before")
    try home.reopen()
    try home.act(home.anna) { try $0.end(agreed.id) }
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test(arguments: ["damaged", "changed", "missing"])
  func `what cannot be restored leaves the store as it was, and nothing beside it`(
    state: String
  ) throws {
    _ = try home.store.backUp(to: destination)
    home.store.close()
    let before = try home.folder.contents()
    let copy = destination.appending("accord.db")
    switch state {
    case "damaged": try PrivateFile.write(Array("no store".utf8), to: copy)
    case "changed":
      try home.raw(copy).script("UPDATE agreement SET title = 'Other'")
    default: try Folder(destination).discard()
    }
    #expect(throws: StoreError.self) {
      try Store.restore(.folder(Folder(destination)), to: home.folder, asideName: "before")
    }
    #expect(try home.folder.contents() == before)
    #expect(try !Folder(parent).entries().contains { $0.hasPrefix(".") })
  }

  @Test func `what was laid aside before is never in the way`() throws {
    _ = try home.store.backUp(to: destination)
    home.store.close()
    try Folder(parent.appending("before")).create()
    try PrivateFile.createNew([1], at: parent.appending("before").appending("kept"))
    let aside = try Store.restore(
      .folder(Folder(destination)), to: home.folder, asideName: "before"
    ).aside
    #expect(aside == parent.appending("before-2"))
    #expect(try Folder(parent.appending("before")).entries() == ["kept"])
  }
}
