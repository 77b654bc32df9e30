import CSQLite

/// A compiled statement: prepared once, then bound, stepped and reset for every use.
final class Statement {
  let text: String
  let handle: OpaquePointer
  /// Set while someone steps through it; the same text then needs a statement of its own.
  var isInUse = false
  /// When it was last taken from the cache, counted in uses.
  var lastUse: UInt64 = 0

  /// Compiles the only statement in `text`.
  ///
  /// Throws `.misuse` where there is no statement, or anything but white space, comments and
  /// semicolons after it: a prepared text silently loses what follows its first statement.
  init(_ text: String, on connection: OpaquePointer, flags: Int32 = 0) throws(SQLiteError) {
    var script = try Script(text, on: connection)
    guard let handle = try script.next(flags: flags) else {
      throw SQLiteError(code: .misuse, stage: .prepare, sql: text, detail: "no statement")
    }
    self.text = text
    self.handle = handle
    var leftover: OpaquePointer?
    do throws(SQLiteError) {
      leftover = try script.next()
    } catch {
      throw SQLiteError(
        code: .misuse, stage: .prepare, sql: text, detail: "more than one statement")
    }
    if leftover != nil {
      sqlite3_finalize(leftover)
      throw SQLiteError(
        code: .misuse, stage: .prepare, sql: text, detail: "more than one statement")
    }
  }

  /// Takes over a statement that `Script` compiled.
  init(_ handle: OpaquePointer) {
    text = sqlite3_sql(handle).map { String(cString: $0) } ?? ""
    self.handle = handle
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Goes to the next row; false when there is none.
  func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw error(code, .step)
    }
  }

  /// Makes it ready for its next use and lets go of the values bound to it.
  func reset() {
    // The code repeats the failure that step() has already thrown.
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// Goes to the end where rows are left of a statement that writes, as of INSERT … RETURNING:
  /// only there it has written, or says that it could not.
  func finishWriting() throws(SQLiteError) {
    guard sqlite3_stmt_readonly(handle) == 0 else { return }
    while try step() {}
  }

  func bind(_ values: [Value]) throws(SQLiteError) {
    guard sqlite3_bind_parameter_count(handle) == values.count else {
      throw error(SQLITE_RANGE, .bind)
    }
    var position: Int32 = 0
    for value in values {
      position += 1
      let code = bind(value, at: position)
      guard code == SQLITE_OK else { throw error(code, .bind) }
    }
  }

  /// Binds one value by its length in bytes; SQLite takes its only copy.
  private func bind(_ value: Value, at position: Int32) -> Int32 {
    switch value {
    case .null:
      return sqlite3_bind_null(handle, position)
    case .integer(let integer):
      return sqlite3_bind_int64(handle, position, integer)
    case .real(let real):
      // SQLite would store NULL in its place.
      return real.isNaN ? SQLITE_MISMATCH : sqlite3_bind_double(handle, position, real)
    case .text(var text):
      return text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) { bytes in
          // A null pointer would store NULL.
          guard let start = bytes.baseAddress else {
            return sqlite3_bind_text64(handle, position, "", 0, csqlite_transient(), utf8Encoding)
          }
          return sqlite3_bind_text64(
            handle, position, start, UInt64(bytes.count), csqlite_transient(), utf8Encoding)
        }
      }
    case .blob(let blob):
      guard !blob.isEmpty else { return sqlite3_bind_zeroblob(handle, position, 0) }
      return blob.withUnsafeBytes { bytes in
        sqlite3_bind_blob64(
          handle, position, bytes.baseAddress, UInt64(bytes.count), csqlite_transient())
      }
    }
  }

  func error(_ code: Int32, _ stage: SQLiteError.Stage, detail: String? = nil) -> SQLiteError {
    SQLiteError(code, stage, on: sqlite3_db_handle(handle), sql: text, detail: detail)
  }
}

private let utf8Encoding = UInt8(SQLITE_UTF8)
