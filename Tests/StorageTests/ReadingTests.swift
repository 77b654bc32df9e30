import Agreements
import Files
import Fixtures
import Foundation
import Journal
import Migrations
import SQLite
import Storage
import SystemPackage
import Testing

struct ReadingTests {
  let home: Household

  init() throws {
    home = try Household()
    try home.agree(try Wording("一起做饭"))
    try home.act(home.anna) { _ = try $0.propose(try Wording("Waits")) }
  }

  @Test func `S5 reading changes no byte of the store, nor its times`() throws {
    home.store.close()
    let past = Date(timeIntervalSince1970: 1_600_000_000)
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: home.file.string)
    try FileManager.default.setAttributes(
      [.modificationDate: past], ofItemAtPath: home.folder.path.string)
    let before = try home.folder.contents()
    let store = try Store.reading(home.folder)
    let all = try store.everything()
    #expect(all.count == 2)
    for summary in all {
      #expect(try store.agreement(summary.id) != nil)
      #expect(try !store.events(on: summary.id).isEmpty)
    }
    _ = try store.inForce(at: Household.day(300))
    _ = try store.waiting(at: Household.start)
    #expect(store.matching("做饭", among: all) { $0 }.count == 1)
    _ = try store.devices()
    _ = try store.founding()
    #expect(try store.diagnose().findings.isEmpty)
    #expect(throws: StoreError.readOnly) {
      try store.write(as: home.anna, at: Household.start, in: .utc) {
        try $0.propose(try Wording("More"))
      }
    }
    store.close()
    #expect(try home.folder.contents() == before)
    for path in [home.file.string, home.folder.path.string] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.modificationDate] as? Date == past)
    }
  }

  @Test func `a folder without a store, or no folder, says so`() throws {
    let temporary = try TemporaryFolder()
    for folder in [temporary.folder, Folder(temporary.path.appending("missing"))] {
      #expect(throws: StoreError.noStore) { try Store.reading(folder) }
      #expect(throws: StoreError.noStore) { try Store.writing(folder) }
    }
    #expect(try temporary.folder.entries().isEmpty)
    try PrivateFile.createNew([], at: temporary.path.appending("accord.db"))
    #expect(throws: StoreError.noStore) { try Store.reading(temporary.folder) }
  }

  @Test func `a store of a newer version is left alone`() throws {
    try home.raw().script("PRAGMA user_version = 99")
    try expectRefused(.newer)
  }

  @Test func `a database of another program is left alone`() throws {
    try home.raw().script("PRAGMA application_id = 1")
    try expectRefused(.foreign)
  }

  @Test func `a database that nobody marked is left alone`() throws {
    try home.raw().script("PRAGMA application_id = 0; PRAGMA user_version = 0")
    try expectRefused(.foreign)
  }

  private func expectRefused(
    _ error: StoreError, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    home.store.close()
    let before = try home.folder.contents()
    #expect(throws: error, sourceLocation: sourceLocation) { try Store.reading(home.folder) }
    #expect(throws: error, sourceLocation: sourceLocation) { try Store.writing(home.folder) }
    #expect(throws: error, sourceLocation: sourceLocation) {
      try Household.create(in: home.folder)
    }
    #expect(try home.folder.contents() == before, sourceLocation: sourceLocation)
  }

  @Test(arguments: [15, 16, 99, 100, 500, 4_095])
  func `a file cut short inside its first page is damaged`(length: Int) throws {
    let bytes = try bytes()
    try PrivateFile.write(Array(bytes.prefix(length)), to: home.file)
    #expect(throws: StoreError.damaged) { try Store.reading(home.folder) }
    #expect(throws: StoreError.damaged) { try Store.writing(home.folder) }
  }

  @Test(arguments: [1, 2, 3, 5, 9])
  func `a file cut short later on is damaged, when opened or when checked`(pages: Int) throws {
    let bytes = try bytes()
    try PrivateFile.write(Array(bytes.dropLast(pages * 4_096)), to: home.file)
    let findings = Result {
      let store = try Store.reading(home.folder)
      return try store.diagnose().findings
    }
    switch findings {
    case .success(let findings): #expect(findings.contains(.file))
    case .failure(let error): #expect(error as? StoreError == .damaged)
    }
  }

  @Test(arguments: ["This is no database.\n", String(repeating: "文本\n", count: 5_000)])
  func `a text file is damaged`(text: String) throws {
    home.store.close()
    try PrivateFile.write(Array(text.utf8), to: home.file)
    #expect(throws: StoreError.damaged) { try Store.reading(home.folder) }
    #expect(throws: StoreError.damaged) { try Store.writing(home.folder) }
    #expect(try PrivateFile.read(home.file, atMost: 1 << 20) == Array(text.utf8))
  }

  private func bytes() throws -> [UInt8] {
    home.store.close()
    return try PrivateFile.read(home.file, atMost: 1 << 24)
  }

  @Test func `what a killed writer left half-done is taken back at the next reading`() throws {
    home.store.close()
    let whole = try home.folder.contents()
    try leaveHotJournal()
    let half = try home.folder.contents()
    #expect(half["accord.db-journal"]?.isEmpty == false)
    #expect(half["accord.db"] != whole["accord.db"])
    let store = try Store.reading(home.folder)
    #expect(try store.everything().map(\.title) == ["一起做饭", "Waits"])
    #expect(try store.diagnose().findings.isEmpty)
    store.close()
    #expect(try home.folder.contents() == whole)
  }

  @Test func `what a killed writer left half-done is taken back at the next writing`() throws {
    home.store.close()
    let whole = try home.folder.contents()
    try leaveHotJournal()
    try Store.writing(home.folder).close()
    #expect(try home.folder.contents() == whole)
  }

  @Test(arguments: [
    ("PRAGMA user_version = 99", StoreError.newer), ("PRAGMA application_id = 7", .foreign),
  ])
  func `a hot journal in a store that is not ours to read opens no way around that`(
    setting: String, error: StoreError
  ) throws {
    try home.raw().script(setting)
    home.store.close()
    try leaveHotJournal()
    #expect(throws: error) { try Store.reading(home.folder) }
  }

  private func leaveHotJournal() throws {
    try HotJournal.leave(in: home.folder) { database in
      try database.script("UPDATE agreement SET title = 'half'")
      for number in 0..<200 {
        let text = String(repeating: "half-written ", count: 50)
        try database.run(
          """
          INSERT INTO fork_entry (device, seq, id, header, signature)
          VALUES ('0123456789abcdef', \(number), \(text + String(number)), X'', X'')
          """)
      }
    }
  }

  @Test func `another program that holds the store for long is waited for, then named`() throws {
    let other = try home.raw()
    try other.script("BEGIN EXCLUSIVE")
    #expect(throws: StoreError.busy) { try Store.reading(home.folder) }
    try other.script("ROLLBACK")
    #expect(try Store.reading(home.folder).everything().count == 2)
  }

  @Test func `before a migration a private copy is kept, where there is anything to keep`() throws {
    let temporary = try TemporaryFolder()
    let path = temporary.path.appending("accord.db")
    let old = try Database(path: path.string, access: .create)
    try old.migrate(
      to: Schema.steps.prefix(1).map { Migration(name: $0.name, script: $0.script) },
      applicationID: Schema.applicationID, before: { _ in })
    _ = try temporary.folder.tighten()
    #expect(throws: StoreError.noStore) { try Store.writing(temporary.folder) }
    #expect(try temporary.folder.entries() == ["accord.db"])
    // A couple without partners, which no program ever wrote, is enough to be kept.
    try old.script("INSERT INTO couple (one, id) VALUES (1, printf('%032d', 7))")
    old.close()
    #expect(throws: StoreError.damaged) { try Store.writing(temporary.folder) }
    #expect(try temporary.folder.entries() == ["accord-schema-1.db", "accord.db"])
    #expect(try temporary.folder.widerThanPrivate().isEmpty)
    let copy = try Database(
      path: temporary.path.appending("accord-schema-1.db").string, access: .readOnly)
    #expect(try copy.userVersion == 1)
    #expect(try copy.value("SELECT id FROM couple", as: String.self)?.hasSuffix("7") == true)
  }
}
