import Agreements
import Files
import Fixtures
import Foundation
import Journal
import Migrations
import SQLite
import Storage
import Synchronization
import SystemPackage
import Testing

struct CreateTests {
  let temporary: TemporaryFolder
  let folder: Folder

  init() throws {
    temporary = try TemporaryFolder()
    folder = Folder(temporary.path.appending("new").appending("store"))
  }

  @Test func `a new store holds both partners, in the order they were named, and nothing else`()
    throws
  {
    let store = try Household.create(in: folder)
    #expect(store.pair.both.map(\.name.text) == ["Anna", "小波"])
    #expect(try store.everything().isEmpty)
    #expect(try store.events().count == 2)
    let diagnosis = try store.diagnose()
    #expect(diagnosis.findings.isEmpty)
    #expect(diagnosis.entries == 2)
    #expect(try folder.entries() == ["accord.db"])
    #expect(try folder.widerThanPrivate().isEmpty)
    #expect(try Store.reading(folder).pair == store.pair)
  }

  @Test func `of many at once exactly one succeeds`() throws {
    let results = Mutex<[Result<Couple.ID, any Error>]>([])
    let folder = folder
    DispatchQueue.concurrentPerform(iterations: 12) { number in
      let result = Result {
        let store = try Household.create(in: folder) {
          try PrivateFile.write([UInt8(number)], to: folder.path.appending("some.key"))
        }
        defer { store.close() }
        return store.couple
      }
      results.withLock { $0.append(result) }
    }
    let all = results.withLock { $0 }
    let made = all.compactMap { try? $0.get() }
    #expect(made.count == 1)
    for case .failure(let error) in all { #expect(error as? StoreError == .alreadyThere) }
    let store = try Store.reading(folder)
    #expect(store.couple == made.first)
    #expect(try store.diagnose().findings.isEmpty)
    #expect(try folder.entries() == ["accord.db", "some.key"])
  }

  @Test(arguments: ["nothing", "empty", "first step", "all steps", "half a step"])
  func `what a killed attempt left does not hinder the next`(leftover: String) throws {
    try folder.create()
    let path = folder.path.appending("accord.db")
    try PrivateFile.createNew([1], at: folder.path.appending("old.key"))
    try PrivateFile.createNew([1], at: folder.path.appending(".accord.db.1f.tmp"))
    if leftover != "nothing" { try PrivateFile.createNew([], at: path) }
    let steps = Schema.steps.map { Migration(name: $0.name, script: $0.script) }
    switch leftover {
    case "first step":
      let database = try Database(path: path.string, access: .readWrite)
      try database.migrate(
        to: Array(steps.prefix(1)), applicationID: Schema.applicationID, before: { _ in })
    case "all steps":
      let database = try Database(path: path.string, access: .readWrite)
      try database.migrate(to: steps, applicationID: Schema.applicationID, before: { _ in })
    case "half a step":
      try HotJournal.leave(in: folder) { database in
        try database.script(steps[0].script)
      }
    default: break
    }
    let store = try Household.create(in: folder) {
      try PrivateFile.createNew([2], at: folder.path.appending("new.key"))
    }
    #expect(try store.diagnose().findings.isEmpty)
    let names = try folder.entries()
    #expect(names.filter { !$0.hasPrefix(".") } == ["accord.db", "new.key", "old.key"])
    #expect(throws: StoreError.alreadyThere) { try Household.create(in: folder) }
  }

  @Test func `a folder with other things in it is left alone`() throws {
    try folder.create()
    try PrivateFile.createNew([1], at: folder.path.appending("holiday.jpg"))
    try PrivateFile.createNew([1], at: folder.path.appending("some.key"))
    #expect(throws: StoreError.folderInUse) { try Household.create(in: folder) }
    #expect(try folder.entries() == ["holiday.jpg", "some.key"])
  }

  @Test func `a store that is there stays, and so do its keys`() throws {
    try Household.create(in: folder) {
      try PrivateFile.createNew([1], at: folder.path.appending("some.key"))
    }.close()
    let before = try folder.contents()
    #expect(throws: StoreError.alreadyThere) { try Household.create(in: folder) }
    #expect(try folder.contents() == before)
  }

  @Test func `keys that cannot be kept leave no store`() throws {
    struct NoSpace: Error {}
    #expect(throws: NoSpace.self) { try Household.create(in: folder) { throw NoSpace() } }
    #expect(throws: StoreError.noStore) { try Store.reading(folder) }
    #expect(try Household.create(in: folder).pair.both.count == 2)
  }

  @Test(arguments: [".stfolder", ".dropbox.cache"])
  func `a store is not made or opened where a sync engine carries files away`(
    marker: String
  ) throws {
    try Household.create(in: folder).close()
    try Folder(temporary.path.appending(marker)).create()
    let refusal = try #require(throws: StoreError.self) { try Store.reading(folder) }
    guard case .syncedFolder = refusal else {
      Issue.record("\(refusal)")
      return
    }
    #expect(throws: refusal) { try Store.writing(folder) }
    let other = Folder(temporary.path.appending("other"))
    #expect(throws: refusal) { try Household.create(in: other) }
    #expect(!other.exists)
  }

  @Test func `a couple's agreements are named apart from another's`() throws {
    let one = try Household()
    let two = try Household()
    let wording = try Wording("Same words")
    #expect(one.store.couple != two.store.couple)
    #expect(try one.agree(wording).id != two.agree(wording).id)
  }
}
