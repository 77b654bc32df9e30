import CSQLite

/// A value that a column can be read as.
///
/// Reading never coerces: '12' is not 12, 1 is not 1.0, NULL is only ever an optional.
package protocol Readable {
  init(from row: borrowing Row, at column: Int) throws(SQLiteError)
}

extension String: Readable {
  /// Well-formed UTF-8 only; a NUL is a character like any other.
  package init(from row: borrowing Row, at column: Int) throws(SQLiteError) {
    self = try row.text(column)
  }
}

extension Int64: Readable {
  package init(from row: borrowing Row, at column: Int) throws(SQLiteError) {
    self = try row.integer(column)
  }
}

extension Int: Readable {
  package init(from row: borrowing Row, at column: Int) throws(SQLiteError) {
    guard let value = Int(exactly: try row.integer(column)) else { throw row.mismatch(column) }
    self = value
  }
}

extension Bool: Readable {
  /// 0 or 1; no other integer is a truth.
  package init(from row: borrowing Row, at column: Int) throws(SQLiteError) {
    switch try row.integer(column) {
    case 0: self = false
    case 1: self = true
    default: throw row.mismatch(column)
    }
  }
}

extension Double: Readable {
  package init(from row: borrowing Row, at column: Int) throws(SQLiteError) {
    self = try row.real(column)
  }
}

extension [UInt8]: Readable {
  package init(from row: borrowing Row, at column: Int) throws(SQLiteError) {
    self = try row.blob(column)
  }
}

extension Optional: Readable where Wrapped: Readable {
  package init(from row: borrowing Row, at column: Int) throws(SQLiteError) {
    self = try row.storedType(column) == SQLITE_NULL ? nil : Wrapped(from: row, at: column)
  }
}

extension Value: Readable {
  package init(from row: borrowing Row, at column: Int) throws(SQLiteError) {
    switch try row.storedType(column) {
    case SQLITE_INTEGER: self = .integer(try row.integer(column))
    case SQLITE_FLOAT: self = .real(try row.real(column))
    case SQLITE_TEXT: self = .text(try row.text(column))
    case SQLITE_BLOB: self = .blob(try row.blob(column))
    default: self = .null
    }
  }
}

extension Readable where Self: RawRepresentable, RawValue: Readable {
  /// A raw value that stands for nothing is a mismatch.
  package init(from row: borrowing Row, at column: Int) throws(SQLiteError) {
    guard let value = Self(rawValue: try row.value(column)) else { throw row.mismatch(column) }
    self = value
  }
}
