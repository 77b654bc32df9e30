import Agreements
import Files
import Fixtures
import Journal
import SQLite
import SystemPackage
import Testing

@testable import Storage

/// Nothing runs that is not ours.
struct SchemaAttackTests {
  let home: Household
  let attacker: Attacker
  let agreed: Outcome

  init() throws {
    home = try Household()
    try home.saveKeys()
    agreed = try home.agree(try Wording("Walk before we talk"))
    attacker = Attacker(home)
  }

  /// Each leaves a mark in the table of agreements where it runs.
  static let additions: [(name: String, sql: String)] = [
    ("trigger on agreements", "CREATE TRIGGER t AFTER INSERT ON agreement BEGIN SELECT 1; END"),
    (
      "trigger on entries",
      "CREATE TRIGGER t AFTER INSERT ON entry BEGIN UPDATE agreement SET title = 'Marked'; END"
    ),
    (
      "trigger that swallows",
      """
      CREATE TRIGGER t BEFORE INSERT ON body WHEN instr(new.body, CAST('"end"' AS BLOB))
      BEGIN SELECT raise(IGNORE); END
      """
    ),
    (
      "trigger of ours with other words",
      """
      DROP TRIGGER entry_is_kept;
      CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry BEGIN SELECT 1; END
      """
    ),
    ("trigger of ours left out", "DROP TRIGGER body_is_final"),
    ("view", "CREATE VIEW v AS SELECT * FROM agreement"),
    (
      "view in the place of a table",
      """
      CREATE TABLE kept AS SELECT * FROM agreement; DROP TABLE agreement;
      CREATE VIEW agreement AS SELECT * FROM kept
      """
    ),
    (
      "endless view",
      """
      DROP TABLE fork_entry;
      CREATE VIEW fork_entry AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c)
      SELECT 'd' || n AS device, n AS seq, n AS id, n AS header, n AS signature FROM c
      """
    ),
    ("table", "CREATE TABLE other (id INTEGER)"),
    ("statistics", "ANALYZE"),
    ("sequence", "CREATE TABLE other (id INTEGER PRIMARY KEY AUTOINCREMENT)"),
    ("index", "CREATE INDEX other ON agreement (promise)"),
    ("index left out", "DROP INDEX body_by_agreement"),
    ("column", "ALTER TABLE couple ADD COLUMN other INTEGER"),
    ("column of a table left out", "ALTER TABLE agreement DROP COLUMN review_due"),
    ("name of a column", "ALTER TABLE agreement RENAME COLUMN title TO other"),
    (
      "check left out",
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (tick > 0)', '') WHERE name = 'entry'
      """
    ),
    ("earlier version", "PRAGMA user_version = 6"),
    ("first version", "PRAGMA user_version = 1"),
    ("no version of ours", "PRAGMA user_version = -1"),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: additions.indices)
  func `S19 a trigger, a view or a table that is not ours is refused before anything runs`(
    number: Int
  ) throws {
    let addition = Self.additions[number]
    let destination = home.temporary.path.appending("copy")
    _ = try home.store.backUp(to: destination)
    let archive = try home.store.archive(at: 0).bytes
    let open = home.store
    try attacker.script(addition.sql)
    let spoilt = try attacker.copy()

    // A store that was open before it, at its next step.
    #expect(throws: StoreError.damaged, "\(addition.name)") {
      try open.write(as: home.bo, at: Household.day(1), in: .utc) { try $0.end(agreed.id) }
    }
    #expect(throws: StoreError.damaged, "\(addition.name)") { try open.rebuild() }
    open.close()
    #expect(throws: StoreError.damaged, "\(addition.name)") { try Store.reading(home.folder) }
    #expect(throws: StoreError.damaged, "\(addition.name)") { try Store.writing(home.folder) }
    #expect(try attacker.copy() == spoilt, "\(addition.name)")

    // In a copy that is to be put back, and in one that lies in a single file.
    let elsewhere = Folder(home.temporary.path.appending("elsewhere"))
    try PrivateFile.write(spoilt, to: destination.appending("accord.db"))
    #expect(throws: StoreError.damaged, "\(addition.name)") {
      try Store.restore(.folder(Folder(destination)), to: elsewhere, asideName: "aside")
    }
    let unpacked = Folder(home.temporary.path.appending("unpacked"))
    try unpacked.create()
    let packed = try Self.putting(spoilt, into: archive)
    #expect(throws: StoreError.damaged, "\(addition.name)") {
      try Store.restore(.archive(packed), to: elsewhere, asideName: "aside")
    }
    try Store.unpack(packed, into: unpacked)
    #expect(throws: StoreError.damaged, "\(addition.name)") { try Store.reading(unpacked) }
    #expect(!elsewhere.exists)
  }

  private static func putting(_ image: [UInt8], into archive: [UInt8]) throws -> [UInt8] {
    let database = try Database.deserialize(archive)
    defer { database.close() }
    try database.run(
      "UPDATE sqlar SET data = \(image), sz = \(image.count) WHERE name = 'accord.db'")
    return try database.serialize()
  }

  /// What an archive itself may bring along.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      """
      DROP TABLE sqlar;
      CREATE VIEW sqlar AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c)
      SELECT 'a' || n || '.key' AS name, 0 AS mode, 0 AS mtime, 1 AS sz, x'00' AS data FROM c
      """,
      """
      ALTER TABLE sqlar RENAME TO kept; CREATE VIEW sqlar AS SELECT * FROM kept
      """,
      """
      CREATE TRIGGER t AFTER INSERT ON sqlar BEGIN DELETE FROM sqlar; END
      """,
      "CREATE TABLE other (id INTEGER)",
    ])
  func `S19 an archive whose list is not ours is refused`(change: String) throws {
    let database = try Database.deserialize(try home.store.archive(at: 0).bytes)
    try database.script(change)
    let bytes = try database.serialize()
    let unpacked = Folder(home.temporary.path.appending("unpacked"))
    try unpacked.create()
    let duration = ContinuousClock().measure {
      #expect(throws: StoreError.damaged) { try Store.unpack(bytes, into: unpacked) }
    }
    #expect(duration < .seconds(5))
    #expect(try unpacked.entries().isEmpty)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [200, 40_000])
  func `S19 any number of views is refused at once`(count: Int) throws {
    try attacker.raw { database in
      try database.run("PRAGMA writable_schema = ON")
      try database.run(
        """
        INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql)
        WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT \(count))
        SELECT 'view', 'v' || n, 'v' || n, 0, 'CREATE VIEW v' || n || ' AS SELECT 1' FROM c
        """)
    }
    for opening in [Store.reading, Store.writing] {
      let duration = ContinuousClock().measure {
        #expect(throws: StoreError.damaged) { try opening(home.folder) }
      }
      #expect(duration < .seconds(5), "\(count) views, \(duration)")
    }
  }
}
