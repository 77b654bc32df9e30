import Fixtures
import Foundation
import Migrations
import SQLite
import Testing

@testable import Vault

/// An image has the tables of its version, and nothing in it runs before that is known.
struct SchemaTests {
  let room: Room

  init() throws {
    room = try Room()
  }

  /// A database as the vault's first steps make it, with tables alone.
  private static func database(version: Int) throws -> Database {
    let database = try Database.inMemory()
    for step in Schema.vault.prefix(version) { try database.script(step.script) }
    try database.script(
      "PRAGMA application_id = \(Schema.vaultApplicationID); PRAGMA user_version = \(version)")
    return database
  }

  @Test(arguments: 1...Schema.vault.count)
  func `the tables of a released version are what they were`(version: Int) throws {
    let database = try Self.database(version: version)
    try #require(VaultSchema.released.count == Schema.vault.count)
    #expect(try VaultSchema.digest(of: database) == VaultSchema.released[version - 1])
  }

  @Test(arguments: 1...Schema.vault.count)
  func `an image of each version opens and is brought up to date`(version: Int) throws {
    let database = try Self.database(version: version)
    try database.script("INSERT INTO setting (name, is_on) VALUES ('hints', 0)")
    let image = try database.serialize()
    for frame in [try room.framed(image), Room.unsigned(image)] {
      try room.seal(frame)
      let vault = try room.read()
      #expect(try !vault.showsHints)
      #expect(try vault.database.userVersion == Schema.vault.count)
      #expect(try VaultSchema.digest(of: vault.database) == VaultSchema.released.last)
    }
  }

  private static let endless = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n
    """

  static let additions = [
    "CREATE VIEW more AS SELECT nowhere(text) FROM need",
    "CREATE VIEW more AS \(endless)",
    "CREATE VIEW more AS SELECT * FROM more",
    "CREATE TRIGGER more AFTER INSERT ON setting BEGIN SELECT nowhere(new.name); END",
    "CREATE TRIGGER more AFTER INSERT ON setting BEGIN INSERT INTO footing (one) \(endless); END",
    "CREATE TABLE more (one, two AS (nowhere(one)))",
    "CREATE TABLE more (one CHECK (one IN (SELECT 1)))",
    "CREATE TABLE more (one, two AS (abs(one)) UNIQUE); INSERT INTO more VALUES (1)",
    "CREATE INDEX more ON need (text COLLATE NOCASE) WHERE category = 'time'",
    "CREATE VIRTUAL TABLE more USING fts5 (text)",
    "CREATE VIRTUAL TABLE more USING nothing (text)",
    "ANALYZE",
    "CREATE TABLE more (one INTEGER PRIMARY KEY AUTOINCREMENT)",
    "DROP TABLE setting; CREATE VIEW setting AS SELECT 'hints' AS name, 1 AS is_on",
    "DROP TABLE need; CREATE VIEW need AS \(endless)",
    "ALTER TABLE need ADD COLUMN more",
    "ALTER TABLE setting RENAME COLUMN is_on TO is_off",
    "DROP TABLE footing",
  ]

  /// What no step makes, as somebody writes it who can: with checks off, and by hand where SQLite
  /// would not take it.
  private func image(_ script: String, version: Int) throws -> [UInt8] {
    let database = try Self.database(version: version)
    do { try database.script(script) } catch {
      let quoted = script.replacingOccurrences(of: "'", with: "''")
      try database.script(
        """
        PRAGMA writable_schema = ON;
        INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql)
        VALUES ('table', 'more', 'more', 0, '\(quoted)')
        """)
    }
    return try database.serialize()
  }

  @Test(arguments: additions, 1...Schema.vault.count)
  func `S13 nothing but our own tables is let in, and nothing of them runs`(
    script: String, version: Int
  ) throws {
    let image = try image(script, version: version)
    for frame in [try room.framed(image), Room.unsigned(image)] {
      try room.seal(frame)
      let start = ContinuousClock.now
      #expect(throws: VaultError.damaged) { try room.read() }
      #expect(throws: VaultError.damaged) { try room.change { try $0.showHints(false) } }
      #expect(ContinuousClock.now - start < .seconds(5))
    }
  }

  @Test func `a list of tables without an end is refused in a moment`() throws {
    let database = try Self.database(version: 2)
    try database.script(
      """
      PRAGMA writable_schema = ON;
      INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000)
      SELECT 'view', 'v' || i, 'v' || i, 0, 'CREATE VIEW v' || i || ' AS SELECT 1' FROM n
      """)
    try room.seal(Room.unsigned(database.serialize()))
    let start = ContinuousClock.now
    #expect(throws: VaultError.damaged) { try room.read() }
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  /// Opens an image without a seal, and asks for all that is in it.
  private func expectASentence(_ image: [UInt8], _ comment: Comment) throws {
    do {
      let database = try Vault.database(of: image)
      _ = try Contents(
        Vault(database: database, mark: nil, isSigned: false, standing: .asRemembered))
    } catch let error as VaultError {
      #expect([.damaged, .foreign, .newer].contains(error), comment)
    }
  }

  @Test(arguments: Seed.runs(20))
  func `whatever bytes an image has, it opens or is refused in a sentence`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    _ = try room.change { try $0.add(Samples.need("mine"), at: .on(day: 0)) }
    let image = try room.image()
    for round in 0..<60 {
      var changed = image
      // The header, where one byte decides most, the list of tables, and the rest.
      let places = [0..<100, 100..<4_096, 0..<image.count]
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: places[round % 3], using: &generator)
        changed[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      try expectASentence(changed, "\(Seed.replay)")
      try expectASentence(
        Array(changed.prefix(Int.random(in: 0...image.count, using: &generator))),
        "\(Seed.replay)")
    }
  }

  @Test func `every byte of the header decides in a sentence`() throws {
    _ = try room.change { try $0.add(Samples.need("mine"), at: .on(day: 0)) }
    let image = try room.image()
    for place in 0..<100 {
      for byte: UInt8 in [0, 1, 2, 3, 5, 0x7f, 0x80, 0xff] {
        var changed = image
        changed[place] = byte
        try expectASentence(changed, "byte \(place): \(byte)")
      }
    }
  }
}
