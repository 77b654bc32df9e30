import Fixtures
import Foundation
import SQLite

/// One change of a database's file, as a line of text that can be kept and done again.
enum FileEdit: Hashable, CustomStringConvertible {
  /// Bits of one byte turned over.
  case flip(byte: Int, mask: UInt8)
  /// Cut off there.
  case cut(bytes: Int)
  /// Statements, as `sqlite3` runs them.
  case sql(String)
  /// Statements past our triggers, which are made again to the letter.
  case rows(String)

  var description: String {
    switch self {
    case .flip(let byte, let mask): "flip \(byte) \(mask)"
    case .cut(let bytes): "cut \(bytes)"
    case .sql(let text): "sql \(text)"
    case .rows(let text): "rows \(text)"
    }
  }

  /// Nil for what is none.
  init?(_ line: some StringProtocol) {
    let words = line.split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { return nil }
    let numbers = words[1].split(separator: " ").compactMap { Int($0) }
    switch (words[0], numbers.count) {
    case ("flip", 2): self = .flip(byte: numbers[0], mask: UInt8(truncatingIfNeeded: numbers[1]))
    case ("cut", 1): self = .cut(bytes: numbers[0])
    case ("sql", _): self = .sql(String(words[1]))
    case ("rows", _): self = .rows(String(words[1]))
    default: return nil
    }
  }

  /// Changes the file; what SQLite itself refuses by then is left out.
  func apply(to path: String) throws {
    switch self {
    case .flip(let byte, let mask):
      try change(path) { bytes in
        if bytes.indices.contains(byte) { bytes[byte] ^= mask }
      }
    case .cut(let count): try change(path) { $0 = $0.prefix(count) }
    case .sql(let text): run(text, on: path, keepsTriggers: false)
    case .rows(let text): run(text, on: path, keepsTriggers: true)
    }
  }

  private func change(_ path: String, _ body: (inout Data) -> Void) throws {
    let file = URL(fileURLWithPath: path)
    var bytes = try Data(contentsOf: file)
    body(&bytes)
    try bytes.write(to: file)
  }

  private func run(_ text: String, on path: String, keepsTriggers: Bool) {
    guard let database = try? Database(path: path, access: .readWrite) else { return }
    defer { database.close() }
    try? database.run("PRAGMA ignore_check_constraints = ON")
    try? database.run("PRAGMA writable_schema = ON")
    let triggers =
      keepsTriggers
      ? (try? database.all("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") {
        (name: try $0.value(0, as: String.self), sql: try $0.value(1, as: String.self))
      }) ?? [] : []
    for trigger in triggers { try? database.run("DROP TRIGGER \(identifier: trigger.name)") }
    try? database.script(text)
    for trigger in triggers { try? database.script(trigger.sql) }
  }
}

// MARK: - At random

extension FileEdit {
  /// - Parameter size: of the file, in bytes.
  static func random(_ size: Int, using generator: inout SplitMix64) -> FileEdit {
    func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }
    switch number(0..<10) {
    case 0: return .flip(byte: number(0..<100), mask: UInt8(number(1..<256)))
    case 1...4: return .flip(byte: number(0..<size), mask: 1 << UInt8(number(0..<8)))
    case 5: return .sql(schema.randomElement(using: &generator) ?? "")
    case 6: return .rows(blobs(using: &generator))
    default: return .rows(column(using: &generator))
    }
  }

  private static let columns = [
    ("agreement", "status"), ("agreement", "status_until"), ("agreement", "status_then"),
    ("agreement", "answer_until"), ("agreement", "review_due"), ("agreement", "first_tick"),
    ("agreement", "kind"), ("agreement", "title"), ("agreement", "promise"),
    ("agreement", "owner"), ("agreement", "revision"), ("agreement", "after"),
    ("agreement", "newer"), ("agreement", "id"), ("feed", "partner"), ("feed", "head_seq"),
    ("feed", "head_id"), ("feed", "head_tick"), ("feed", "device"), ("entry", "device"),
    ("entry", "seq"), ("entry", "tick"), ("entry", "id"), ("entry", "number"), ("body", "entry"),
    ("wording", "entry"), ("wording", "agreement"), ("wording", "title"), ("couple", "id"),
    ("couple", "tables_version"),
  ]

  private static let values = [
    "0", "1", "-1", "9", "9007199254740992", "9223372036854775807", "-9223372036854775808",
    "99999999999", "'active'", "'contested'", "'ended'", "'both'", "'ritual'", "'x'", "''", "NULL",
    "printf('%052d', 1)", "printf('%032d', 1)", "printf('%.900c', 'x')", "char(0, 27, 10, 8238)",
    "(SELECT id FROM agreement ORDER BY id LIMIT 1)", "(SELECT partner FROM feed LIMIT 1)",
    "(SELECT device FROM feed ORDER BY device DESC LIMIT 1)",
  ]

  private static func column(using generator: inout SplitMix64) -> String {
    guard let (table, column) = columns.randomElement(using: &generator),
      let value = values.randomElement(using: &generator)
    else { return "" }
    let place = Int.random(in: 0..<40, using: &generator)
    let all = Int.random(in: 0..<3, using: &generator) == 0
    let condition =
      all
      ? ""
      : " WHERE \(column) = (SELECT \(column) FROM \(table) ORDER BY 1 LIMIT 1 OFFSET \(place)"
        + " % (SELECT max(count(*), 1) FROM \(table)))"
    return "UPDATE OR REPLACE \(table) SET \(column) = \(value)\(condition)"
  }

  /// What is signed, exchanged or changed by some characters.
  private static func blobs(using generator: inout SplitMix64) -> String {
    let one = Int.random(in: 1..<24, using: &generator)
    let other = Int.random(in: 1..<24, using: &generator)
    let all = [
      "DELETE FROM body WHERE entry = \(one)",
      "DELETE FROM body WHERE entry = \(one); DELETE FROM entry WHERE number = \(one)",
      "UPDATE entry SET signature = zeroblob(64) WHERE number = \(one)",
      "UPDATE entry SET header = zeroblob(0) WHERE number = \(one)",
      "UPDATE entry SET header = zeroblob(100000) WHERE number = \(one)",
      "UPDATE entry SET header = (SELECT header FROM entry WHERE number = \(other)), "
        + "signature = (SELECT signature FROM entry WHERE number = \(other)) WHERE number = \(one)",
      "UPDATE body SET entry = -1 WHERE entry = \(one); UPDATE body SET entry = \(one) "
        + "WHERE entry = \(other); UPDATE body SET entry = \(other) WHERE entry = -1",
      "UPDATE body SET body = CAST(replace(body, '\"seq\"', '\"sex\"') AS BLOB)",
      "UPDATE body SET body = CAST(replace(body, 'end', 'eng') AS BLOB)",
      "UPDATE body SET body = CAST(replace(body, ':1795', ':9999999999999991795') AS BLOB)",
      "UPDATE entry SET header = CAST(replace(header, '\"tick\":', '\"tick\":99999') AS BLOB)",
      "UPDATE body SET body = CAST(printf('%.*c', 3000, '[') AS BLOB) WHERE entry = \(one)",
      "UPDATE body SET body = CAST('{\"act\":{\"kind\":\"word\",\"on\":\"' AS BLOB) "
        + "WHERE entry = \(one)",
      "INSERT INTO body SELECT number + 1000, x'00112233445566778899aabbccddeeff', header FROM entry",
      "INSERT OR REPLACE INTO entry SELECT \(other) + 500, device, seq, tick, "
        + "printf('%064d', \(one)), header, signature FROM entry WHERE number = \(one)",
      "DELETE FROM agreement", "DELETE FROM feed", "DELETE FROM couple", "DELETE FROM body",
      "INSERT INTO fork_entry SELECT device, seq, id, header, signature FROM entry",
    ]
    return all.randomElement(using: &generator) ?? ""
  }

  private static let schema = [
    "CREATE TRIGGER t AFTER INSERT ON entry BEGIN UPDATE agreement SET status = 'active'; END",
    "CREATE TRIGGER t BEFORE INSERT ON body BEGIN SELECT raise(IGNORE); END",
    "DROP TRIGGER entry_is_kept", "DROP INDEX body_by_agreement", "DROP INDEX body_apart",
    "DROP TABLE fork_entry", "DROP TABLE agreement", "DROP TABLE body", "DROP TABLE couple",
    "CREATE VIEW v AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n FROM c) SELECT n FROM c",
    "DROP TABLE fork_entry; CREATE VIEW fork_entry AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL "
      + "SELECT n + 1 FROM c) SELECT n AS device, n AS seq FROM c",
    "CREATE TABLE other AS SELECT * FROM entry", "ANALYZE", "REINDEX", "VACUUM",
    "ALTER TABLE couple ADD COLUMN other", "ALTER TABLE agreement RENAME COLUMN title TO name",
    "PRAGMA user_version = 0", "PRAGMA user_version = 1", "PRAGMA user_version = 3",
    "PRAGMA user_version = 6", "PRAGMA user_version = 8", "PRAGMA user_version = -7",
    "PRAGMA application_id = 1", "PRAGMA journal_mode = WAL", "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA auto_vacuum = FULL; VACUUM", "PRAGMA page_size = 512; VACUUM",
    "UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '')",
    "UPDATE sqlite_schema SET rootpage = rootpage + 1 WHERE type = 'index'",
    "UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'body'",
    "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'entry'",
    "UPDATE sqlite_schema SET sql = sql || ' WITHOUT ROWID' WHERE name = 'body'",
    "UPDATE sqlite_schema SET sql = 'CREATE TABLE entry (x)' WHERE name = 'entry'",
    "UPDATE sqlite_schema SET type = 'view' WHERE name = 'agreement'",
    "DELETE FROM sqlite_schema WHERE name = 'agreement_in_force'",
    "DELETE FROM sqlite_schema",
  ]
}
