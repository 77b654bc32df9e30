import CSQLite

/// A text of statements, compiled one after the other, because each may need what the one before
/// it created.
struct Script {
  private let bytes: [CChar]
  private let connection: OpaquePointer
  private var offset = 0

  /// Throws `.misuse` for a text with a NUL: SQLite would silently ignore what follows it.
  init(_ text: String, on connection: OpaquePointer) throws(SQLiteError) {
    guard !text.utf8.contains(0) else {
      throw SQLiteError(code: .misuse, stage: .prepare, detail: "a NUL in the statement")
    }
    bytes = Array(text.utf8CString)
    self.connection = connection
  }

  /// The next statement, for the caller to finalise; nil where only white space, comments and
  /// semicolons are left.
  mutating func next(flags: Int32 = 0) throws(SQLiteError) -> OpaquePointer? {
    while bytes[offset] != 0 {
      let start = offset
      var statement: OpaquePointer?
      let code = bytes.withUnsafeBufferPointer { bytes -> Int32 in
        guard let base = bytes.baseAddress else { return SQLITE_MISUSE }
        var tail: UnsafePointer<CChar>?
        let code = sqlite3_prepare_v3(
          connection, base + start, -1, UInt32(bitPattern: flags), &statement, &tail)
        if let tail { offset = tail - base }
        return code
      }
      guard code == SQLITE_OK else { throw error(code, from: start) }
      if let statement { return statement }
    }
    return nil
  }

  /// Nothing is bound yet, so here `sqlite3_errmsg` can only quote the statement and the schema.
  private func error(_ code: Int32, from start: Int) -> SQLiteError {
    let statement = bytes[start...].prefix { $0 != 0 && $0 != CChar(bitPattern: UInt8(ascii: ";")) }
    let sql = String(decoding: statement.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return SQLiteError(
      code, .prepare, on: connection, sql: sql, detail: String(cString: sqlite3_errmsg(connection)))
  }
}
