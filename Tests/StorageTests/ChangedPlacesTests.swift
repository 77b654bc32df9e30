import Agreements
import Files
import Fixtures
import Foundation
import Sealing
import Storage
import SystemPackage
import Testing

/// One store in the place of another while others are at work, and what killed runs leave.
struct ChangedPlacesTests {
  let home: Household
  let backup: Folder

  init() throws {
    home = try Household()
    backup = Folder(home.temporary.path.appending("backup"))
    try home.agree(try Wording("一起做饭"))
    try home.saveKeys()
    _ = try home.store.backUp(to: backup.path)
  }

  private var names: [String] { get throws { try Folder(home.temporary.path).entries() } }

  @Test func `whoever opened the store before does not write to what was laid aside`() throws {
    let done = try Store.restore(.folder(backup), to: home.folder, asideName: "aside")
    let aside = try Folder(try #require(done.aside)).contents()
    #expect(throws: StoreError.replaced) {
      try home.act(home.anna) { try $0.propose(try Wording("too late")) }
    }
    #expect(throws: StoreError.replaced) { try home.store.receive([]) }
    #expect(throws: StoreError.replaced) { try home.store.archive(at: 0) }
    #expect(throws: StoreError.replaced) {
      try home.store.backUp(to: home.temporary.path.appending("second"))
    }
    #expect(try Folder(try #require(done.aside)).contents() == aside)
    try home.reopen()
    try home.act(home.anna) { try $0.propose(try Wording("in time")) }
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `of eight restores at once each leaves a whole store, and says where the old one is`()
    async throws
  {
    home.store.close()
    let folder = home.folder
    let backup = backup
    let asides = try await withThrowingTaskGroup(of: FilePath?.self) { group in
      for _ in 1...8 {
        group.addTask {
          try Store.restore(.folder(backup), to: folder, asideName: "aside").aside
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(asides).count == 8 && !asides.contains(nil))
    for path in asides.compactMap({ $0 }) + [home.folder.path] {
      #expect(try Folder(path).entries() == backup.entries())
      #expect(try Store.reading(Folder(path)).diagnose().findings.isEmpty)
    }
    #expect(try !names.contains { $0.hasPrefix(".") })
  }

  @Test func `of eight into an empty place one finds it empty`() async throws {
    let folder = Folder(home.temporary.path.appending("elsewhere"))
    let backup = backup
    let asides = try await withThrowingTaskGroup(of: FilePath?.self) { group in
      for _ in 1...8 {
        group.addTask {
          try Store.restore(.folder(backup), to: folder, asideName: "aside").aside
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(asides.filter { $0 == nil }.count == 1)
    #expect(try Store.reading(folder).diagnose().findings.isEmpty)
  }

  @Test func `of eight backups of one name exactly one is made`() async throws {
    home.store.close()
    let folder = home.folder
    let path = home.temporary.path.appending("copy")
    let outcomes = await withTaskGroup(of: StoreError?.self) { group in
      for _ in 1...8 {
        group.addTask {
          do { _ = try Store.reading(folder).backUp(to: path) } catch {
            return error as? StoreError ?? .fault
          }
          return nil
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.filter { $0 == nil }.count == 1)
    #expect(outcomes.filter { $0 == .folderInUse }.count == 7)
    #expect(try Folder(path).entries() == backup.entries())
    #expect(try !names.contains { $0.hasPrefix(".") })
  }

  // MARK: What is left

  /// As if a run had been killed at work on a draft.
  private func leave(_ name: String, _ step: String) throws -> FilePath {
    let draft = home.temporary.path.appending(name)
    let folder = Folder(draft.appending(step))
    try folder.create()
    try home.annasKeys.save(in: folder)
    return draft
  }

  @Test(arguments: [".store.restoring-ab12", ".backup.unfinished-ab12", ".x.y.unfinished-0"])
  func `a draft that a killed run left is named, and removed by the next`(name: String) throws {
    let draft = try leave(name, "filling")
    #expect(Store.leftovers(beside: home.folder) == [draft])
    _ = try home.store.backUp(to: home.temporary.path.appending("second"))
    #expect(try names == ["backup", "second", "store"])
    #expect(Store.leftovers(beside: home.folder) == [])
    _ = try leave(name, "source")
    home.store.close()
    _ = try Store.restore(.folder(backup), to: home.folder, asideName: "aside")
    #expect(try names == ["aside", "backup", "second", "store"])
  }

  @Test func `a draft that somebody works on is left alone`() throws {
    let draft = try leave(".store.restoring-ab12", "filling")
    let lock = try FolderLock(on: Folder(draft), timeout: 0)
    #expect(Store.leftovers(beside: home.folder) == [])
    _ = try home.store.backUp(to: home.temporary.path.appending("second"))
    #expect(try Folder(draft.appending("filling")).entries() == [home.annasKeys.file])
    lock.release()
    #expect(Store.leftovers(beside: home.folder) == [draft])
  }

  @Test func `what is no draft of ours is left alone, whatever its name`() throws {
    let parent = home.temporary.path
    let folder = Folder(parent.appending(".store.restoring-1"))
    try folder.create()
    try PrivateFile.createNew([1], at: folder.path.appending("letter"))
    try PrivateFile.createNew([1], at: parent.appending(".store.restoring-2"))
    #expect(symlink("store", parent.appending(".store.restoring-3").string) == 0)
    try Folder(parent.appending(".store.restoring-later")).create()
    let before = try names
    #expect(Store.leftovers(beside: home.folder) == [])
    _ = try home.store.backUp(to: parent.appending("second"))
    #expect(try names.filter { $0 != "second" } == before)
    #expect(try folder.entries() == ["letter"])
  }

  @Test func `a store that a killed restore had in hand is kept where it can be seen`() throws {
    let draft = try leave(".store.restoring-ab12", "whole")
    #expect(Store.leftovers(beside: home.folder) == [draft])
    home.store.close()
    let done = try Store.restore(.folder(backup), to: home.folder, asideName: "aside")
    let kept = home.temporary.path.appending("store-replaced-left")
    #expect(done.recovered == [kept])
    #expect(try Folder(kept).entries() == [home.annasKeys.file])
    #expect(try names == ["aside", "backup", "store", "store-replaced-left"])
  }

  @Test func `a half-written key in the store is named, and removed by the next`() throws {
    let name = ".\(try home.annasKeys.file).1f.tmp"
    try home.save([1], as: name)
    try home.save([1], as: ".notes.1f.tmp")
    #expect(Store.leftovers(beside: home.folder) == [home.folder.path.appending(name)])
    let lock = try FolderLock(on: home.folder, timeout: 0)
    #expect(Store.leftovers(beside: home.folder) == [])
    lock.release()
    _ = try home.store.backUp(to: home.temporary.path.appending("second"))
    #expect(try home.folder.entries().filter { $0.hasPrefix(".") } == [".notes.1f.tmp"])
  }
}
