import CSQLite

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One connection to one database file, or to one in memory; for one thread at a time.
package final class Database {
  package enum Access: Sendable {
    case readOnly
    /// The file must exist and be writable.
    case readWrite
    /// Opens the file, or makes it.
    case create
  }

  /// Nil once closed.
  private(set) var connection: OpaquePointer?
  var statements = StatementCache()
  /// Set while the body of `transaction` runs.
  var isInTransactionBody = false

  /// Opens the file at `path`, which is never read as a URI.
  ///
  /// - Parameter busyTimeout: how long to wait for another connection's lock, in milliseconds.
  /// - Throws: `.cantOpen` and its family; `.cantOpenSymlink` if the file itself is a symbolic
  ///   link (its folder may be one); `.readOnly` if it cannot be written but is to be. Whether it
  ///   holds a database shows only when it is first read.
  package convenience init(
    path: String, access: Access, busyTimeout: Int32 = 5_000
  ) throws(SQLiteError) {
    let flags =
      switch access {
      case .readOnly: SQLITE_OPEN_READONLY
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    try self.init(
      name: Database.absolute(path), flags: flags | SQLITE_OPEN_NOFOLLOW, busyTimeout: busyTimeout)
    // SQLite falls back to reading where it may not write.
    if access != .readOnly, isReadOnly {
      throw SQLiteError(code: .readOnly, stage: .open)
    }
  }

  /// A new and empty database that lives as long as its connection.
  package static func inMemory() throws(SQLiteError) -> Database {
    try Database(
      name: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, busyTimeout: 0)
  }

  private init(name: String, flags: Int32, busyTimeout: Int32) throws(SQLiteError) {
    var connection: OpaquePointer?
    let code = sqlite3_open_v2(
      name, &connection, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let connection else {
      let error = SQLiteError(code, .open, on: connection)
      sqlite3_close_v2(connection)
      throw error
    }
    self.connection = connection
    sqlite3_busy_timeout(connection, busyTimeout)
  }

  deinit {
    close()
  }

  /// Ends the connection; a transaction in progress is rolled back. Closing again does nothing.
  package func close() {
    statements.removeAll()
    // Where a statement is still being stepped through, SQLite waits for its end.
    sqlite3_close_v2(connection)
    connection = nil
  }

  /// The path with its folder resolved, so that NOFOLLOW judges the file alone, and a name such as
  /// `:memory:` or `file:x` is a file's name.
  private static func absolute(_ path: String) throws(SQLiteError) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
    guard !name.isEmpty, !path.utf8.contains(0) else {
      throw SQLiteError(code: .cantOpen, stage: .open, systemError: ENOENT)
    }
    guard let resolved = realpath(slash.map { String(path[...$0]) } ?? ".", nil) else {
      throw SQLiteError(code: .cantOpen, stage: .open, systemError: errno)
    }
    defer { free(resolved) }
    return String(cString: resolved) + "/" + name
  }
}

extension Database {
  /// The connection, or `.misuse` once it is closed.
  func opened(_ stage: SQLiteError.Stage) throws(SQLiteError) -> OpaquePointer {
    guard let connection else {
      throw SQLiteError(code: .misuse, stage: stage, detail: "the database is closed")
    }
    return connection
  }

  var isReadOnly: Bool {
    connection.map { sqlite3_db_readonly($0, "main") == 1 } ?? false
  }

  /// Whether another file, or none, bears the path that was opened (`SQLITE_FCNTL_HAS_MOVED`).
  package var hasMoved: Bool {
    var moved: Int32 = 0
    guard let connection,
      sqlite3_file_control(connection, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK
    else { return false }
    return moved != 0
  }

  /// How many rows the last INSERT, UPDATE or DELETE changed.
  package var changes: Int64 {
    connection.map { sqlite3_changes64($0) } ?? 0
  }

  /// How many rows the connection has inserted, updated or deleted so far, rolled back or not.
  package var totalChanges: Int64 {
    connection.map { sqlite3_total_changes64($0) } ?? 0
  }

  /// Whose format the file has, `PRAGMA application_id`; 0 where nobody said.
  package var applicationID: Int32 {
    get throws(SQLiteError) {
      Int32(truncatingIfNeeded: try value("PRAGMA application_id", as: Int.self) ?? 0)
    }
  }

  /// How many migrations the database has seen, `PRAGMA user_version`.
  package var userVersion: Int {
    get throws(SQLiteError) {
      try value("PRAGMA user_version") ?? 0
    }
  }
}
