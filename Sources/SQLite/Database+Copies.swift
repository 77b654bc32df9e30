import CSQLite

extension Database {
  /// Makes `destination` a copy of this database as of one moment (`sqlite3_backup`).
  package func backup(to destination: Database) throws(SQLiteError) {
    let source = try opened(.backup)
    let target = try destination.opened(.backup)
    guard let backup = sqlite3_backup_init(target, "main", source, "main") else {
      throw SQLiteError(sqlite3_extended_errcode(target), .backup, on: target)
    }
    let step = sqlite3_backup_step(backup, -1)
    let finish = sqlite3_backup_finish(backup)
    // A lock met on the way is reported by the step alone.
    guard step == SQLITE_DONE, finish == SQLITE_OK else {
      throw SQLiteError(step == SQLITE_DONE ? finish : step, .backup, on: target)
    }
  }

  /// The bytes of the database as a file would hold them; none for an empty one.
  ///
  /// Refused with `.misuse` inside a transaction, whose changes may yet be rolled back.
  package func serialize() throws(SQLiteError) -> [UInt8] {
    let connection = try opened(.serialize)
    guard !isInTransaction else {
      throw SQLiteError(code: .misuse, stage: .serialize, detail: "inside a transaction")
    }
    var size: sqlite3_int64 = 0
    guard let bytes = sqlite3_serialize(connection, "main", &size, 0) else {
      guard size == 0 else {
        // The size is known before memory is asked for: without one, reading failed.
        let code = size < 0 ? sqlite3_extended_errcode(connection) : SQLITE_NOMEM
        throw SQLiteError(code, .serialize, on: connection)
      }
      return []
    }
    defer { sqlite3_free(bytes) }
    return [UInt8](UnsafeBufferPointer(start: bytes, count: Int(size)))
  }

  /// A database in memory, made from what `serialize` gave.
  ///
  /// Throws `.notADatabase` for other bytes, `.corrupt` for a part of a database, and `.interrupt`
  /// where its list of tables is longer than any real one; only `integrityCheck` looks at the
  /// whole.
  package static func deserialize(_ image: [UInt8]) throws(SQLiteError) -> Database {
    let database = try Database.inMemory()
    guard !image.isEmpty else { return database }
    let connection = try database.opened(.serialize)
    let size = sqlite3_int64(image.count)
    guard let bytes = sqlite3_malloc64(UInt64(image.count)) else {
      throw SQLiteError(code: .noMemory, stage: .serialize)
    }
    bytes.copyMemory(from: image, byteCount: image.count)
    // SQLite frees the bytes with the connection, and also when this fails.
    let code = sqlite3_deserialize(
      connection, "main", bytes.assumingMemoryBound(to: UInt8.self), size, size,
      UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE))
    guard code == SQLITE_OK else { throw SQLiteError(code, .serialize, on: connection) }
    try database.readSchema(.serialize)
    return database
  }

  /// What is wrong with the database, a line each; empty when nothing is.
  ///
  /// Checks the file's structure, its constraints and its foreign keys. The lines name tables,
  /// columns and pages, never a value.
  package func integrityCheck() throws(SQLiteError) -> [String] {
    let faults = try values("PRAGMA integrity_check") as [String]
    let orphans =
      try values(
        """
        SELECT printf('row %s of %s refers to no row of %s', ifnull(rowid, '?'), "table", parent)
        FROM pragma_foreign_key_check
        """) as [String]
    return (faults == ["ok"] ? [] : faults) + orphans
  }
}
