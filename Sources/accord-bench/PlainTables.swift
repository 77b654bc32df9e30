import CSQLite
import Files
import SystemPackage

/// The tables of a store before something was done to it, to be filled by SQLite's C API alone with
/// the rows that it left: the same file, the same indexes, the same settings.
struct PlainTables {
  private let path: FilePath

  static func copy(of folder: Folder) throws -> PlainTables {
    let path = folder.path.appending("plain.db")
    try PrivateFile.createNew(
      PrivateFile(reading: folder.path.appending(file), atMost: 1 << 30).bytes, at: path)
    return PlainTables(path: path)
  }

  /// Copies a store, not its keys.
  static func duplicate(_ folder: Folder, to other: Folder) throws {
    try PrivateFile.createNew(
      PrivateFile(reading: folder.path.appending(file), atMost: 1 << 30).bytes,
      at: other.path.appending(file))
  }

  /// The time of one transaction that writes all the rows which `folder` has more.
  func inserting(rowsOf folder: Folder) throws -> Duration {
    let plain = try Connection(path)
    let full = try Connection(folder.path.appending(Self.file))
    let tables = try Self.tables.map { try Rows($0, in: full) }
    return try ContinuousClock().measure {
      try plain.run("BEGIN IMMEDIATE")
      for table in tables { try table.insert(into: plain) }
      try plain.run("COMMIT")
    }
  }

  private static let file = "accord.db"

  /// Every table that acts write to, and the order its rows came in.
  private static let tables: [(name: String, order: String)] = [
    ("entry", "number"), ("body", "entry"),
    ("wording", "(SELECT number FROM entry WHERE entry.id = t.entry)"),
    ("agreement", "first_tick"),
  ]
}

/// The rows of one table, in memory.
private final class Rows {
  private let statement: String
  private var rows: [[OpaquePointer?]] = []

  init(_ table: (name: String, order: String), in connection: Connection) throws {
    let query = try connection.prepare("SELECT * FROM \(table.name) AS t ORDER BY \(table.order)")
    defer { sqlite3_finalize(query) }
    let columns = sqlite3_column_count(query)
    let places = Array(repeating: "?", count: Int(columns)).joined(separator: ", ")
    statement = "INSERT OR IGNORE INTO \(table.name) VALUES (\(places))"
    while try connection.step(query) {
      rows.append((0..<columns).map { sqlite3_value_dup(sqlite3_column_value(query, $0)) })
    }
  }

  func insert(into connection: Connection) throws {
    let insert = try connection.prepare(statement)
    defer { sqlite3_finalize(insert) }
    for row in rows {
      var place: Int32 = 0
      for value in row {
        place += 1
        sqlite3_bind_value(insert, place, value)
      }
      _ = try connection.step(insert)
      sqlite3_reset(insert)
    }
  }

  deinit {
    for row in rows { for value in row { sqlite3_value_free(value) } }
  }
}

/// SQLite as C programs use it, with the settings of a store.
private final class Connection {
  private var handle: OpaquePointer?

  init(_ path: FilePath) throws {
    try check(sqlite3_open_v2(path.string, &handle, SQLITE_OPEN_READWRITE, nil))
    try run("PRAGMA foreign_keys = ON")
    try run("PRAGMA secure_delete = ON")
    try run("PRAGMA temp_store = MEMORY")
    try run("PRAGMA cache_size = -65536")
    try run("PRAGMA synchronous = EXTRA")
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  func run(_ sql: String) throws {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }

  func prepare(_ sql: String) throws -> OpaquePointer? {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
    return statement
  }

  func step(_ statement: OpaquePointer?) throws -> Bool {
    let code = sqlite3_step(statement)
    guard code == SQLITE_ROW || code == SQLITE_DONE else { throw Unfair.sqlite(code) }
    return code == SQLITE_ROW
  }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw Unfair.sqlite(code) }
  }
}
