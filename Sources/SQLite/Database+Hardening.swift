import CSQLite

extension Database {
  /// Sets the connection up for a file that others may have touched and that must survive a
  /// power cut, and checks that every setting took effect.
  ///
  /// Call it right after opening, outside a transaction. It reads the file, so it also reports
  /// `.notADatabase`, `.busy` or `.readOnlyRollback`; on a read-only connection it writes nothing.
  package func harden() throws(SQLiteError) {
    // A crafted schema cannot run what has side effects, and nobody writes to it by hand.
    try configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, on: false)
    try configure(SQLITE_DBCONFIG_DEFENSIVE, on: true)
    try configure(SQLITE_DBCONFIG_ENABLE_FKEY, on: true)
    // A misspelt column in double quotes is an error, not a text.
    try configure(SQLITE_DBCONFIG_DQS_DML, on: false)
    try configure(SQLITE_DBCONFIG_DQS_DDL, on: false)

    try readSchema(.configure)
    try set("PRAGMA cell_size_check = ON", reading: "PRAGMA cell_size_check", .integer(1))
    // What is deleted is overwritten, and nothing spills into temporary files.
    try set("PRAGMA secure_delete = ON", reading: "PRAGMA secure_delete", .integer(1))
    try set("PRAGMA temp_store = MEMORY", reading: "PRAGMA temp_store", .integer(2))

    guard !isReadOnly else { return }
    let journal = isInMemory ? "memory" : "delete"
    try set("PRAGMA journal_mode = DELETE", reading: "PRAGMA journal_mode", .text(journal))
    // Room for a large transaction, in KiB: what does not fit is written, and waited for, early.
    try set("PRAGMA cache_size = -65536", reading: "PRAGMA cache_size", .integer(-65_536))
    try set("PRAGMA synchronous = EXTRA", reading: "PRAGMA synchronous", .integer(3))
    // F_FULLFSYNC on macOS; other systems ignore it.
    try set("PRAGMA fullfsync = ON", reading: "PRAGMA fullfsync", .integer(1))
  }

  /// Reads the list of tables, and gives up with `.interrupt` where it has no end: all of it is
  /// read before the first answer, and a hundred thousand views take half a minute.
  func readSchema(_ stage: SQLiteError.Stage) throws(SQLiteError) {
    let connection = try opened(.configure)
    sqlite3_progress_handler(connection, 20_000, { _ in 1 }, nil)
    defer { sqlite3_progress_handler(connection, 0, nil, nil) }
    do throws(SQLiteError) { try run("SELECT count(*) FROM sqlite_schema") } catch {
      // A format or an encoding that it does not know, SQLite calls no more than an error.
      let code = error.code.primary == .error ? .corrupt : error.code
      throw SQLiteError(code: code, stage: stage, systemError: error.systemError)
    }
  }

  private var isInMemory: Bool {
    connection.flatMap { sqlite3_db_filename($0, "main") }.map { $0.pointee == 0 } ?? true
  }

  private func configure(_ option: Int32, on: Bool) throws(SQLiteError) {
    let connection = try opened(.configure)
    var result: Int32 = -1
    let code = csqlite_db_config_switch(connection, option, on ? 1 : 0, &result)
    guard code == SQLITE_OK, result == (on ? 1 : 0) else {
      throw SQLiteError(
        code == SQLITE_OK ? SQLITE_ERROR : code, .configure, on: connection,
        detail: "option \(option)")
    }
  }

  /// Runs a setting and asks for it again: SQLite passes over what it does not know.
  private func set(
    _ setting: SQL, reading question: SQL, _ expected: Value
  ) throws(SQLiteError) {
    let answer: Value?
    do throws(SQLiteError) {
      try run(setting)
      answer = try value(question)
    } catch {
      throw SQLiteError(
        code: error.code, stage: .configure, sql: setting.text, systemError: error.systemError)
    }
    guard answer == expected else {
      throw SQLiteError(
        code: .error, stage: .configure, sql: setting.text, detail: "it did not take effect")
    }
  }
}
