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

/// A restore never takes a password away, whatever became of what is in place.
struct RestoringKeysTests {
  let home: Household
  let backup: Folder
  /// A key Anna made later; a copy from before does not know it.
  let later: DeviceKeys

  init() throws {
    home = try Household()
    backup = Folder(home.temporary.path.appending("backup"))
    later = try Household.keys(0x77)
    try home.agree(try Wording("一起做饭"))
    try home.saveKeys()
    try home.save(home.sealedVault([1]), as: home.vaultName(home.anna))
    try home.save(home.sealedVault([2]), as: home.vaultName(home.bo))
  }

  /// A backup of the store as it is, all of it open; then the store is closed.
  private func backUp() throws {
    _ = try home.store.backUp(to: backup.path)
    home.store.close()
  }

  private func restore() throws -> Restoration {
    try Store.restore(.folder(backup), to: home.folder, asideName: "aside")
  }

  private var aside: Folder { Folder(home.temporary.path.appending("aside")) }

  /// What can become of a database, so that it cannot be read.
  enum Fate: CaseIterable {
    case cutShort, text, empty, missing, newer, pipe, folder, link

    func happen(to home: Household) throws {
      let bytes = try PrivateFile.read(home.file, atMost: 1 << 24)
      func write(_ bytes: [UInt8]) throws { try PrivateFile.write(bytes, to: home.file) }
      switch self {
      case .cutShort: try write(Array(bytes.prefix(5_000)))
      case .text: try write(Array("no store".utf8))
      case .empty: try write([])
      case .newer: try home.raw().script("PRAGMA user_version = 9999")
      case .missing: try home.folder.remove("accord.db")
      case .pipe:
        try home.folder.remove("accord.db")
        #expect(mkfifo(home.file.string, 0o600) == 0)
      case .folder:
        try home.folder.remove("accord.db")
        try Folder(home.file).create()
      case .link:
        try home.folder.remove("accord.db")
        #expect(symlink("nowhere", home.file.string) == 0)
      }
    }
  }

  @Test(arguments: Fate.allCases)
  func `S24 a sealed key and each private side stay, whatever became of the database`(
    fate: Fate
  ) throws {
    try backUp()
    try home.seal(home.annasKeys)
    try home.save(home.sealedVault([3]), as: home.vaultName(home.anna))
    try home.save(home.sealedVault([4]), as: home.vaultName(home.bo))
    let names = [try home.annasKeys.file, home.vaultName(home.anna), home.vaultName(home.bo)]
    let before = try names.map { try PrivateFile.read(home.folder.path(to: $0), atMost: 9_999) }
    try fate.happen(to: home)
    let done = try restore()
    #expect(done.guarded == [home.anna.partner.id] && done.leftOut.isEmpty)
    #expect(done.withoutKey.isEmpty)
    let after = try names.map { try PrivateFile.read(home.folder.path(to: $0), atMost: 9_999) }
    #expect(before == after)
    #expect(try DeviceKeys.isLocked(in: home.folder, fingerprint: home.annasKeys.fingerprint))
    #expect(
      try DeviceKeys.load(from: home.folder, fingerprint: home.bosKeys.fingerprint) == home.bosKeys)
    #expect(try Store.reading(home.folder).diagnose().findings.isEmpty)
  }

  @Test func `S24 where it can be read, only what is theirs stays who have a password`() throws {
    try backUp()
    try home.seal(home.annasKeys)
    try home.save(home.sealedVault([3]), as: home.vaultName(home.anna))
    try home.save(home.sealedVault([4]), as: home.vaultName(home.bo))
    let annas = try home.folder.contents()[home.vaultName(home.anna)]
    let done = try restore()
    #expect(done.guarded == [home.anna.partner.id])
    #expect(try home.folder.contents()[home.vaultName(home.anna)] == annas)
    #expect(
      try home.folder.contents()[home.vaultName(home.bo)]
        == backup.contents()[home.vaultName(home.bo)])
    #expect(try DeviceKeys.isLocked(in: home.folder, fingerprint: home.annasKeys.fingerprint))
  }

  @Test func `S17 a private side they have erased does not come back`() throws {
    try backUp()
    try home.seal(home.annasKeys)
    try home.folder.remove(home.vaultName(home.anna))
    _ = try restore()
    #expect(try !home.folder.entries().contains(home.vaultName(home.anna)))
    #expect(try home.folder.entries().contains(home.vaultName(home.bo)))
  }

  @Test func `where nobody has a password all is as in the backup`() throws {
    try backUp()
    try home.save(home.sealedVault([3]), as: home.vaultName(home.anna))
    let done = try restore()
    #expect(done.guarded.isEmpty && done.withoutKey.isEmpty)
    #expect(
      try home.folder.contents().filter { $0.key != "accord.db" }
        == backup.contents().filter { $0.key != "accord.db" })
  }

  @Test func `S24 of two sealed keys the one in place stays`() throws {
    try home.seal(home.annasKeys, with: "old")
    try backUp()
    try home.seal(home.annasKeys, with: "new")
    let sealed = try home.folder.contents()[home.annasKeys.file]
    _ = try restore()
    #expect(try home.folder.contents()[home.annasKeys.file] == sealed)
  }

  @Test(arguments: [0o644, 0o400])
  func `S24 a sealed key counts whatever its permissions`(mode: mode_t) throws {
    try backUp()
    try home.seal(home.annasKeys)
    #expect(chmod(home.folder.path.appending(try home.annasKeys.file).string, mode) == 0)
    _ = try restore()
    #expect(try DeviceKeys.isLocked(in: home.folder, fingerprint: home.annasKeys.fingerprint))
  }

  // MARK: A password that made a new key

  /// As a password does: a new key of Anna's, sealed, in the place of the old.
  private func giveAnnaANewKey() throws {
    try later.save(in: home.folder)
    try home.seal(later)
    try home.folder.remove(try home.annasKeys.file)
  }

  @Test func `S24 an open key is left out where its partner has a new, sealed one`() throws {
    try backUp()
    try giveAnnaANewKey()
    let writing = try Store.writing(home.folder)
    defer { writing.close() }
    try writing.replaceKey(
      of: home.anna.partner, from: home.anna.key,
      to: later.withSigningSeed { try SigningKey(seed: $0) }, recipient: later.recipient,
      at: Household.start)
    let done = try restore()
    #expect(done.guarded == [home.anna.partner.id] && done.leftOut.isEmpty)
    #expect(done.withoutKey == [home.anna.partner.id])
    let names = try home.folder.entries()
    #expect(try names.contains(later.file) && names.contains(home.bosKeys.file))
    #expect(names.contains(home.vaultName(home.anna)))
    #expect(try !names.contains(home.annasKeys.file))
  }

  @Test(arguments: Fate.allCases)
  func `S24 where nobody knows whose a sealed key is, no open key comes back that was not here`(
    fate: Fate
  ) throws {
    try backUp()
    try giveAnnaANewKey()
    try fate.happen(to: home)
    let done = try restore()
    #expect(done.guarded.isEmpty && done.leftOut == [home.anna.partner.id])
    #expect(done.withoutKey == [home.anna.partner.id])
    let names = try home.folder.entries()
    #expect(try names.contains(later.file) && names.contains(home.bosKeys.file))
    #expect(try !names.contains(home.annasKeys.file))
    #expect(names.contains(home.vaultName(home.anna)) && names.contains(home.vaultName(home.bo)))
  }

  @Test func `S24 where nobody knows whose a sealed key is, it may be that of either`() throws {
    try backUp()
    try giveAnnaANewKey()
    try home.folder.remove(try home.bosKeys.file)
    try Fate.cutShort.happen(to: home)
    let done = try restore()
    #expect(done.leftOut == [home.anna.partner.id, home.bo.partner.id])
    #expect(try home.folder.entries().filter { $0.hasSuffix(".key") } == [later.file])
  }

  @Test func `S24 a key sealed with an earlier password is left out too`() throws {
    try home.seal(home.annasKeys, with: "old")
    try backUp()
    try giveAnnaANewKey()
    try Fate.cutShort.happen(to: home)
    let done = try restore()
    #expect(done.leftOut == [home.anna.partner.id])
    #expect(try !home.folder.entries().contains(home.annasKeys.file))
  }

  @Test func `S24 a sealed key under another name is nobody's, and is not passed over`() throws {
    try backUp()
    try home.seal(home.annasKeys)
    let path = home.folder.path
    try Folder(path.appending(try home.annasKeys.file)).rename(to: path.appending("anna.key"))
    let done = try restore()
    #expect(done.leftOut == [home.anna.partner.id])
    let names = try home.folder.entries()
    #expect(try names.contains("anna.key") && !names.contains(home.annasKeys.file))
  }

  // MARK: Another couple

  @Test func `a sealed key stays over a backup of another couple, its private side does not`()
    throws
  {
    let other = try Household()
    try other.saveKeys()
    _ = try other.store.backUp(to: backup.path)
    home.store.close()
    try home.folder.remove(try home.annasKeys.file)
    try later.save(in: home.folder)
    try home.seal(later)
    let done = try restore()
    let names = try home.folder.entries()
    #expect(names.contains(later.file) && !names.contains { $0.hasSuffix(".vault") })
    #expect(done.leftOut == [other.anna.partner.id])
    #expect(try aside.entries().contains(home.vaultName(home.anna)))
  }

  @Test func `S24 going back over another couple's store takes no password away either`() throws {
    let other = try Household()
    let others = Folder(home.temporary.path.appending("others"))
    try other.saveKeys()
    _ = try other.store.backUp(to: others.path)
    try backUp()
    try home.seal(home.annasKeys)
    _ = try Store.restore(.folder(others), to: home.folder, asideName: "aside")
    let done = try restore()
    #expect(done.guarded.contains(home.anna.partner.id))
    #expect(try DeviceKeys.isLocked(in: home.folder, fingerprint: home.annasKeys.fingerprint))
  }
}
