import CSQLite

/// The row a statement stands on; it cannot be kept beyond that.
package struct Row: ~Copyable {
  private let statement: Statement

  init(of statement: Statement) {
    self.statement = statement
  }

  package var columnCount: Int {
    Int(sqlite3_data_count(statement.handle))
  }

  /// The name a column has in the statement; nil where there is no such column.
  package func columnName(_ column: Int) -> String? {
    guard (0..<columnCount).contains(column) else { return nil }
    return sqlite3_column_name(statement.handle, Int32(column)).map { String(cString: $0) }
  }

  /// The value of a column, counted from 0, if it is exactly a `T`.
  ///
  /// Throws at stage `.decode`: `.mismatch` for a value of another kind, `.range` where there is
  /// no such column.
  package func value<T: Readable>(
    _ column: Int, as type: T.Type = T.self
  ) throws(SQLiteError) -> T {
    try T(from: self, at: column)
  }

  // What most columns hold, spelled out. A generic reader finds out anew for every value how the
  // type is read, and that takes longer than reading it.

  package func value(_ column: Int, as _: Int64.Type = Int64.self) throws(SQLiteError) -> Int64 {
    try integer(column)
  }

  package func value(
    _ column: Int, as _: Int64?.Type = Int64?.self
  ) throws(SQLiteError) -> Int64? {
    try storedType(column) == SQLITE_NULL ? nil : integer(column)
  }

  package func value(_ column: Int, as _: String.Type = String.self) throws(SQLiteError) -> String {
    try text(column)
  }

  package func value(
    _ column: Int, as _: String?.Type = String?.self
  ) throws(SQLiteError) -> String? {
    try storedType(column) == SQLITE_NULL ? nil : text(column)
  }

  /// The error of a value that is not what its reader takes, naming the column.
  package func mismatch(_ column: Int) -> SQLiteError {
    statement.error(
      SQLITE_MISMATCH, .decode, detail: "column \(columnName(column) ?? String(column))")
  }
}

extension Row {
  /// One of SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB, SQLITE_NULL, as stored.
  func storedType(_ column: Int) throws(SQLiteError) -> Int32 {
    guard (0..<columnCount).contains(column) else {
      throw statement.error(SQLITE_RANGE, .decode, detail: "column \(column)")
    }
    return sqlite3_column_type(statement.handle, Int32(column))
  }

  func integer(_ column: Int) throws(SQLiteError) -> Int64 {
    guard try storedType(column) == SQLITE_INTEGER else { throw mismatch(column) }
    return sqlite3_column_int64(statement.handle, Int32(column))
  }

  func real(_ column: Int) throws(SQLiteError) -> Double {
    guard try storedType(column) == SQLITE_FLOAT else { throw mismatch(column) }
    return sqlite3_column_double(statement.handle, Int32(column))
  }

  func text(_ column: Int) throws(SQLiteError) -> String {
    guard try storedType(column) == SQLITE_TEXT else { throw mismatch(column) }
    // The length is that of the UTF-8 form only after it was asked for.
    guard let start = sqlite3_column_text(statement.handle, Int32(column)) else {
      throw statement.error(SQLITE_NOMEM, .decode)
    }
    let count = Int(sqlite3_column_bytes(statement.handle, Int32(column)))
    let utf8 = UnsafeBufferPointer(start: start, count: count)
    // ASCII is well-formed, and seen to be so in a fraction of the time.
    if utf8.reduce(0, |) < 0x80 { return String(decoding: utf8, as: UTF8.self) }
    guard let text = String(validating: utf8, as: UTF8.self) else { throw mismatch(column) }
    return text
  }

  func blob(_ column: Int) throws(SQLiteError) -> [UInt8] {
    guard try storedType(column) == SQLITE_BLOB else { throw mismatch(column) }
    // An empty blob is a null pointer; so is one there was no memory for, but that has a length.
    let start = sqlite3_column_blob(statement.handle, Int32(column))
    let count = Int(sqlite3_column_bytes(statement.handle, Int32(column)))
    guard start != nil || count == 0 else { throw statement.error(SQLITE_NOMEM, .decode) }
    return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
  }
}
