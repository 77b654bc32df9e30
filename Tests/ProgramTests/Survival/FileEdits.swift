import Fixtures
import Foundation
import SQLite

/// Random things that happen to the files of a store, by a disk or by a hand.
struct FileEdits {
  let household: Household
  private var generator: SplitMix64

  init(_ household: Household, seed: UInt64) {
    self.household = household
    generator = SplitMix64(seed: seed)
  }

  private mutating func number(_ range: Range<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func pick<T>(_ all: [T]) -> T { all[number(0..<all.count)] }

  /// Does one of them; says what, for a failure to name.
  mutating func edit() throws -> String {
    switch number(0..<10) {
    case 0...2: try bytes()
    case 3...6: try row()
    case 7: try statement(Self.schemaEdits)
    case 8: try definition()
    default: try statement(Self.headerEdits)
    }
  }

  /// The words of a command that reads or writes.
  mutating func command() -> [String] { pick(Self.commands) }
}

// MARK: - Bytes

extension FileEdits {
  private mutating func bytes() throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: household.store).sorted()
    let name = number(0..<3) == 0 ? pick(names) : "accord.db"
    let url = URL(fileURLWithPath: household.store).appendingPathComponent(name)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
      !isFolder.boolValue
    else { return "nothing" }
    var data = try Data(contentsOf: url)
    guard !data.isEmpty else { return "nothing" }
    // The header and the first page say how all the others are read.
    let most = number(0..<3) == 0 ? min(data.count, 200) : data.count
    let place = number(0..<most)
    let what: String
    switch number(0..<6) {
    case 0...2:
      let bit = number(0..<8)
      data[place] ^= 1 << UInt8(bit)
      what = "bit \(bit) of \(place)"
    case 3:
      let end = min(data.count, place + number(1..<64))
      data.replaceSubrange(
        place..<end, with: Data(repeating: UInt8(number(0..<256)), count: end - place))
      what = "\(place)..<\(end)"
    case 4:
      data = data.prefix(place)
      what = "cut at \(place)"
    default:
      data += Data(repeating: UInt8(number(0..<256)), count: number(1..<5_000))
      what = "longer"
    }
    try Inheritance.whileNothingStarts { try data.write(to: url) }
    return "\(name): \(what)"
  }
}

// MARK: - Rows

extension FileEdits {
  /// As anybody with `sqlite3` opens it.
  private func raw<T>(_ body: (Database) throws -> T) throws -> T {
    let database = try Database(path: household.database, access: .readWrite)
    defer { database.close() }
    try database.script("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
    return try body(database)
  }

  /// What a file that is broken already does not let be done is done to nobody.
  private func unlessBroken(_ what: String, _ body: (Database) throws -> Void) -> String {
    do {
      try Inheritance.whileNothingStarts { try raw(body) }
      return what
    } catch {
      return "not \(what)"
    }
  }

  /// One value of a table becomes another, or a row is gone, or all rows say the same; the triggers
  /// are there again after it.
  private mutating func row() throws -> String {
    let numbers: [Int64] = [0, 1, -1, 2, 9, 300, 1 << 31, 1 << 53, .max, .min, 99_999_999_999]
    let texts = [
      "", "x", "active", "ended", "both", "\u{0}", "🌱", String(repeating: "长", count: 10_000),
    ]
    let values: [Value] = [
      .null, .integer(pick(numbers)), .text(pick(texts)), .real(.infinity),
      .blob([UInt8](repeating: 0xff, count: pick([0, 16, 64, 1_000]))),
    ]
    // The first that the column can hold.
    let tried = values.shuffled(using: &generator)
    let (kind, place, which) = (number(0..<6), Int64(number(0..<400)), number(0..<1_000))
    let piece = (from: Int64(number(0..<600)), byte: UInt8(number(0..<256)))
    return unlessBroken("row \(kind) \(place) \(which)") { database in
      try database.unguarded {
        let tables: [String] = try database.values(
          """
          SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'
          ORDER BY name
          """)
        let table = tables[which % tables.count]
        let columns: [String] = try database.values("SELECT name FROM pragma_table_info(\(table))")
        let column = columns[which / tables.count % columns.count]
        let one: SQL = """
          \(identifier: column) IN (
            SELECT \(identifier: column) FROM \(identifier: table) LIMIT 1
            OFFSET \(place) % (SELECT max(1, count(*)) FROM \(identifier: table)))
          """
        switch kind {
        case 0: try database.run("DELETE FROM \(identifier: table) WHERE \(sql: one)")
        case 1, 2:
          // A byte within what is stored as text or bytes.
          let bytes: SQL = "CAST(\(identifier: column) AS BLOB)"
          let changed: SQL = """
            CAST(substr(\(sql: bytes), 1, \(piece.from)) || \([piece.byte])
              || substr(\(sql: bytes), \(piece.from) + 2) AS BLOB)
            """
          let type = try database.value(
            "SELECT type FROM pragma_table_info(\(table)) WHERE name = \(column)", as: String.self)
          try database.run(
            """
            UPDATE OR REPLACE \(identifier: table)
            SET \(identifier: column) = CAST(\(sql: changed) AS \(identifier: type ?? "BLOB"))
            WHERE \(sql: one)
            """)
        default:
          let all = kind == 3
          try Self.first(of: tried) { value in
            try database.run(
              """
              UPDATE OR REPLACE \(identifier: table) SET \(identifier: column) = \(value)
              WHERE \(all) OR \(sql: one)
              """)
          }
        }
      }
    }
  }

  /// Does it with the first that fits.
  private static func first(of values: [Value], _ body: (Value) throws -> Void) throws {
    for value in values {
      do { return try body(value) } catch let error as SQLiteError {
        guard [.constraint, .mismatch].contains(error.code.primary) else { throw error }
      }
    }
  }
}

// MARK: - The schema

extension FileEdits {
  private mutating func statement(_ all: [String]) throws -> String {
    let text = pick(all)
    return unlessBroken(text) { try $0.script(text) }
  }

  /// Some words of a definition become others, or a page of a table is another's.
  private mutating func definition() throws -> String {
    let (old, new) = pick([
      ("TEXT", "BLOB"), ("STRICT", ""), ("NOT NULL", ""), ("INTEGER PRIMARY KEY", "INTEGER"),
      ("CHECK", "/* CHECK"), ("CREATE", "create"), ("UNIQUE", ""), ("BLOB", "TEXT COLLATE nocase"),
    ])
    let pages = number(0..<4) == 0
    let page = Int64(number(0..<40))
    return unlessBroken("definition \(old) \(new) \(pages) \(page)") { database in
      try database.script("PRAGMA writable_schema = ON")
      if pages {
        try database.run(
          """
          UPDATE sqlite_schema SET rootpage = \(page) WHERE name = (
            SELECT name FROM sqlite_schema WHERE rootpage > 0 LIMIT 1 OFFSET \(page) % 5)
          """)
      } else {
        try database.run(
          "UPDATE sqlite_schema SET sql = replace(sql, \(old), \(new)) WHERE sql LIKE '%' || \(old) || '%'"
        )
      }
    }
  }

  private static let schemaEdits = [
    "CREATE TRIGGER more AFTER INSERT ON entry BEGIN UPDATE agreement SET status = 'active'; END",
    "CREATE TRIGGER fewer BEFORE INSERT ON entry BEGIN SELECT raise(IGNORE); END",
    "CREATE TRIGGER loop AFTER UPDATE ON agreement BEGIN UPDATE agreement SET title = title || 'x'; END",
    "CREATE VIEW seen AS SELECT * FROM entry",
    "CREATE TABLE more (x)", "CREATE INDEX more ON entry (header)",
    "CREATE TEMP TABLE more (x)", "DROP INDEX IF EXISTS body_by_agreement",
    "DROP TABLE IF EXISTS wording", "DROP TABLE IF EXISTS body", "DROP TABLE entry",
    "DROP TABLE IF EXISTS feed", "DROP TABLE IF EXISTS couple", "DROP TABLE IF EXISTS agreement",
    "ALTER TABLE entry RENAME COLUMN header TO head", "ALTER TABLE agreement ADD COLUMN more TEXT",
    "ALTER TABLE body RENAME TO entry_body",
    """
    DROP TABLE IF EXISTS agreement;
    CREATE VIEW agreement AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
    SELECT x AS id FROM n
    """,
    "CREATE VIRTUAL TABLE more USING fts5 (x)",
    "CREATE TABLE one (x AS (unheard_of(1)))",
    "CREATE INDEX two ON feed (length(device)) WHERE seq > 0",
  ]

  private static let headerEdits =
    [
      "PRAGMA journal_mode = WAL", "PRAGMA auto_vacuum = FULL; VACUUM",
      "PRAGMA page_size = 512; VACUUM",
      "PRAGMA encoding = 'UTF-16'; VACUUM", "PRAGMA application_id = 1",
      "PRAGMA schema_version = 9999",
      "VACUUM",
    ] + [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 1 << 30].map { "PRAGMA user_version = \($0)" }

  private static let commands: [[String]] = [
    ["list"], ["list", "--all", "--json"], ["list", "--status", "ended"], ["today"],
    ["today", "--as", "Lin"], ["show", "1"], ["show", "Words for busy days", "--json"], ["log"],
    ["log", "--json"], ["doctor"], ["doctor", "--json"], ["doctor", "--rebuild"],
    ["report", "--markdown"], ["calendar"], ["say"], ["trend", "--as", "Mei"],
    ["trend", "--as", "Lin"],
    ["triggers", "--as", "Lin"], ["draft"], ["need", "list", "--as", "Mei"],
    ["need", "list", "--as", "Lin"], ["need", "list", "--shared"],
    ["reflect", "list", "--as", "Mei"],
    ["end", "Stop for half an hour", "--as", "Lin"], ["end", "1", "--as", "Mei"],
    ["decline", "Before we sleep", "--as", "Lin"],
    ["accept", "Before we sleep", "--yes", "--as", "Lin"],
    ["withdraw", "Before we sleep", "--as", "Mei"],
    ["amend", "Stop for half an hour", "--minutes", "45", "--yes", "--as", "Lin"],
    ["review", "Stop for half an hour", "--helped", "yes", "--keep", "--as", "Mei"],
    ["pause", "--as", "Lin"], ["pause", "back", "--as", "Lin"],
    ["propose", "cool-down", "New", "--minutes", "20", "--as", "Mei"],
    ["forget", "A walk on Saturdays", "--yes", "--as", "Mei"],
    ["boundary", "add", "--when", "I am tired", "--then", "I say so", "--yes", "--as", "Lin"],
    ["lock", "--remove", "--as", "Lin"], ["checkin", "open", "--as", "Mei"],
    ["repair", "open", "--as", "Lin"], ["backup", "copy"],
  ]
}
