import Agreements
import Files
import Fixtures
import Foundation
import SQLite
import Sealing
import Storage
import SystemPackage
import Testing

/// What lies in a copy is looked at as far as that is possible without opening it.
struct CheckedCopyTests {
  let home: Household
  let backup: Folder

  init() throws {
    home = try Household()
    backup = Folder(home.temporary.path.appending("backup"))
    try home.agree(try Wording("一起做饭"))
    try home.saveKeys()
    try home.save(home.sealedVault([1]), as: home.vaultName(home.anna))
    try home.seal(home.bosKeys)
  }

  /// What can be wrong with a file, and which.
  enum Wrong: CaseIterable {
    case brokenKey, foreignBytes, brokenSeal, costlySeal, keyForKeys, emptyKey, renamedKey, oddName
    case brokenVault, emptyVault, passwordVault, cutVault

    var reason: FileFault.Reason {
      switch self {
      case .costlySeal: .tooMuchWork
      case .renamedKey: .misnamed
      case .oddName: .unknownName
      default: .damaged
      }
    }

    /// Makes it so in a folder, and returns the name of the file.
    func happen(in folder: Folder, of home: Household) throws -> String {
      let anna = try home.annasKeys.file
      let bo = try home.bosKeys.file
      let vault = home.vaultName(home.anna)
      let open = try PrivateFile.read(folder.path(to: anna), atMost: 9_999)
      let sealed = try PrivateFile.read(folder.path(to: bo), atMost: 9_999)
      let costly = String(decoding: sealed, as: UTF8.self)
      switch self {
      case .brokenKey: try home.save(open.dropLast(9) + [0x0a], as: anna, in: folder)
      case .foreignBytes: try home.save(Array("a letter".utf8), as: anna, in: folder)
      case .emptyKey: try home.save([], as: anna, in: folder)
      case .renamedKey:
        try home.save(open, as: "0123456789abcdef.key", in: folder)
        return "0123456789abcdef.key"
      case .oddName:
        try home.save(open, as: "anna.key", in: folder)
        return "anna.key"
      case .brokenSeal: try home.save(Array(sealed.prefix(60)), as: bo, in: folder)
      case .costlySeal:
        let header = try #require(costly.range(of: " 2\n"))
        let place = costly.utf8.distance(from: costly.startIndex, to: header.lowerBound)
        try home.save(
          sealed[..<place] + Array(" 40\n".utf8) + sealed[(place + 3)...], as: bo, in: folder)
      case .keyForKeys: try home.save(home.sealedVault([1]), as: bo, in: folder)
      case .brokenVault: try home.save([0, 1, 2], as: vault, in: folder)
      case .emptyVault: try home.save([], as: vault, in: folder)
      case .passwordVault: try home.save(sealed, as: vault, in: folder)
      case .cutVault:
        let whole = try home.sealedVault([1])
        try home.save(Array(whole.dropLast(17)), as: vault, in: folder)
      }
      switch self {
      case .brokenKey, .foreignBytes, .emptyKey: return anna
      case .brokenSeal, .costlySeal, .keyForKeys: return bo
      default: return vault
      }
    }
  }

  @Test func `what is whole is taken, sealed or open`() throws {
    #expect(try home.store.backUp(to: backup.path).faults == [])
    #expect(try home.store.archive(at: 0).check.faults == [])
  }

  @Test(arguments: Wrong.allCases)
  func `a file that is not what its name says is named by a backup`(wrong: Wrong) throws {
    let name = try wrong.happen(in: home.folder, of: home)
    let expected = [FileFault(name, wrong.reason)]
    #expect(try home.store.archive(at: 0).check.faults == expected)
    #expect(try home.store.backUp(to: backup.path).faults == expected)
    #expect(try backup.entries().contains(name) == (wrong != .oddName))
  }

  @Test(arguments: Wrong.allCases)
  func `a file that is not what its name says refuses a restore`(wrong: Wrong) throws {
    _ = try home.store.backUp(to: backup.path)
    home.store.close()
    let name = try wrong.happen(in: backup, of: home)
    let before = try home.folder.contents()
    #expect(throws: FileFault(name, wrong.reason)) {
      try Store.restore(.folder(backup), to: home.folder, asideName: "aside")
    }
    #expect(try home.folder.contents() == before)
    #expect(try Folder(home.temporary.path).entries() == ["backup", "store"])
  }

  @Test func `so does one in an archive`() throws {
    try home.save([0, 1, 2], as: home.vaultName(home.anna))
    let archive = try home.store.archive(at: 0).bytes
    let place = Folder(home.temporary.path.appending("elsewhere"))
    #expect(throws: FileFault(home.vaultName(home.anna), .damaged)) {
      try Store.restore(.archive(archive), to: place, asideName: "aside")
    }
    #expect(try Folder(home.temporary.path).entries() == ["store"])
  }

  @Test func `what belongs to neither partner is named, and not put in place`() throws {
    let stranger = try Household.keys(0x55)
    let vault = "0123456789abcdef0123456789abcdef.vault"
    try stranger.save(in: home.folder)
    try home.save(home.sealedVault([1]), as: vault)
    let faults = try home.store.backUp(to: backup.path).faults
    #expect(Set(faults) == [FileFault(vault, .ofNobody), FileFault(stranger.file, .ofNobody)])
    let place = Folder(home.temporary.path.appending("elsewhere"))
    let done = try Store.restore(.folder(backup), to: place, asideName: "aside")
    #expect(done.strangers == [vault, stranger.file])
    let names = try place.entries()
    #expect(!names.contains(vault) && !names.contains(stranger.file))
    #expect(try names.contains(home.annasKeys.file))
  }

  // MARK: What is no file

  /// What can lie where a file should.
  enum Thing: CaseIterable {
    case pipe, link, folder, endless

    func lie(at path: FilePath) throws {
      _ = unlink(path.string)
      switch self {
      case .pipe: #expect(mkfifo(path.string, 0o600) == 0)
      case .link:
        let other = path.string + ".elsewhere"
        try PrivateFile.createNew([1], at: FilePath(other))
        #expect(symlink(other, path.string) == 0)
      case .folder: try Folder(path).create()
      case .endless:
        try PrivateFile.createNew([], at: path)
        #expect(truncate(path.string, 3 << 30) == 0)
      }
    }

    var reason: FileFault.Reason { self == .endless ? .tooLarge : .notAFile }
  }

  private static let names = ["x.key", "accord.db", "accord.db-journal", "x.vault"]

  @Test(arguments: Thing.allCases, names)
  func `what is no plain file in a copy is refused at once`(thing: Thing, name: String) throws {
    _ = try home.store.backUp(to: backup.path)
    home.store.close()
    let before = try home.folder.contents()
    try thing.lie(at: backup.path.appending(name))
    let start = ContinuousClock.now
    for look in [
      { try Store.checkBackup(backup) },
      { _ = try Store.restore(.folder(backup), to: home.folder, asideName: "aside") },
    ] {
      #expect(throws: FileFault(name, thing.reason)) { try look() }
    }
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(try home.folder.contents() == before)
    #expect(try Folder(home.temporary.path).entries() == ["backup", "store"])
  }

  @Test(arguments: Thing.allCases, ["x.key", "x.vault"])
  func `what is no plain file in a store is not copied, and nothing is left`(
    thing: Thing, name: String
  ) throws {
    try thing.lie(at: home.folder.path.appending(name))
    let start = ContinuousClock.now
    #expect(throws: FileFault(name, thing.reason)) { try home.store.backUp(to: backup.path) }
    #expect(throws: FileFault(name, thing.reason)) { try home.store.archive(at: 0) }
    #expect(ContinuousClock.now - start < .seconds(2))
    #expect(try Folder(home.temporary.path).entries() == ["store"])
  }

  @Test(arguments: Thing.allCases)
  func `what is no plain file in the place of a key refuses a restore`(thing: Thing) throws {
    _ = try home.store.backUp(to: backup.path)
    home.store.close()
    let name = try home.bosKeys.file
    try thing.lie(at: home.folder.path.appending(name))
    #expect(throws: FileFault(name, thing.reason)) {
      try Store.restore(.folder(backup), to: home.folder, asideName: "aside")
    }
    #expect(try Folder(home.temporary.path).entries() == ["backup", "store"])
  }

  // MARK: Where it lies

  @Test func `the store itself is no backup`() throws {
    home.store.close()
    let before = try home.folder.contents()
    for path in [
      home.folder.path, home.folder.path.appending(".").appending("..").appending("store"),
    ] {
      #expect(throws: RestoreRefusal.sameFolder) {
        try Store.restore(.folder(Folder(path)), to: home.folder, asideName: "aside")
      }
    }
    let link = home.temporary.path.appending("link")
    #expect(symlink(home.folder.path.string, link.string) == 0)
    #expect(throws: RestoreRefusal.sameFolder) {
      try Store.restore(.folder(Folder(link)), to: home.folder, asideName: "aside")
    }
    #expect(try home.folder.contents() == before)
  }

  @Test func `a backup inside the store is not moved away with it`() throws {
    let inside = home.folder.path.appending("backup")
    _ = try home.store.backUp(to: inside)
    home.store.close()
    #expect(throws: RestoreRefusal.insideStore) {
      try Store.restore(.folder(Folder(inside)), to: home.folder, asideName: "aside")
    }
    #expect(try Store.reading(home.folder).diagnose().findings.isEmpty)
  }

  @Test func `what was laid aside can be restored, under the same name even`() throws {
    _ = try home.store.backUp(to: backup.path)
    try home.act(home.anna) { try $0.propose(try Wording("later")) }
    let newer = try home.store.tables()
    home.store.close()
    let aside = home.temporary.path.appending("aside")
    let first = try Store.restore(.folder(backup), to: home.folder, asideName: "aside")
    #expect(first.aside == aside)
    let second = try Store.restore(.folder(Folder(aside)), to: home.folder, asideName: "aside")
    #expect(second.aside == home.temporary.path.appending("aside-2"))
    #expect(try Store.reading(home.folder).tables() == newer)
    #expect(try Store.reading(Folder(aside)).tables() == newer)
  }

  @Test func `a store behind a link is restored where it lies`() throws {
    _ = try home.store.backUp(to: backup.path)
    home.store.close()
    let link = home.temporary.path.appending("link")
    #expect(symlink(home.folder.path.string, link.string) == 0)
    let done = try Store.restore(.folder(backup), to: Folder(link), asideName: "aside")
    #expect(done.aside == home.temporary.path.appending("aside"))
    #expect(try Stat(link, followTargetSymlink: false).type == .symbolicLink)
    #expect(try Store.reading(home.folder).diagnose().findings.isEmpty)
  }
}
