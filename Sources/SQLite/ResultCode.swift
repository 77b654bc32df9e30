import CSQLite

/// What SQLite answered, as an extended result code.
///
/// An open set: SQLite adds codes. See <https://sqlite.org/rescode.html>.
package struct ResultCode: RawRepresentable, Hashable, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// The family of an extended code: `.constraint` for `.constraintUnique`.
  package var primary: ResultCode {
    ResultCode(rawValue: rawValue & 0xff)
  }
}

extension ResultCode {
  package static let ok = ResultCode(rawValue: SQLITE_OK)
  package static let error = ResultCode(rawValue: SQLITE_ERROR)
  package static let busy = ResultCode(rawValue: SQLITE_BUSY)
  package static let locked = ResultCode(rawValue: SQLITE_LOCKED)
  package static let noMemory = ResultCode(rawValue: SQLITE_NOMEM)
  package static let readOnly = ResultCode(rawValue: SQLITE_READONLY)
  package static let interrupt = ResultCode(rawValue: SQLITE_INTERRUPT)
  package static let ioError = ResultCode(rawValue: SQLITE_IOERR)
  package static let corrupt = ResultCode(rawValue: SQLITE_CORRUPT)
  package static let full = ResultCode(rawValue: SQLITE_FULL)
  package static let cantOpen = ResultCode(rawValue: SQLITE_CANTOPEN)
  package static let tooBig = ResultCode(rawValue: SQLITE_TOOBIG)
  package static let constraint = ResultCode(rawValue: SQLITE_CONSTRAINT)
  package static let mismatch = ResultCode(rawValue: SQLITE_MISMATCH)
  package static let misuse = ResultCode(rawValue: SQLITE_MISUSE)
  package static let range = ResultCode(rawValue: SQLITE_RANGE)
  package static let notADatabase = ResultCode(rawValue: SQLITE_NOTADB)
  package static let row = ResultCode(rawValue: SQLITE_ROW)
  package static let done = ResultCode(rawValue: SQLITE_DONE)
}

// Extended codes: the family in the low byte, the member above it.
extension ResultCode {
  /// The transaction ended underneath, so what was to follow is refused.
  package static let abortRollback = ResultCode(rawValue: SQLITE_ABORT | 2 << 8)
  /// A crash left a journal that a read-only connection may not play back.
  package static let readOnlyRollback = ResultCode(rawValue: SQLITE_READONLY | 3 << 8)
  /// Another file bears the path of the one that was opened.
  package static let readOnlyMoved = ResultCode(rawValue: SQLITE_READONLY | 4 << 8)
  package static let ioErrorFsync = ResultCode(rawValue: SQLITE_IOERR | 4 << 8)
  package static let ioErrorDelete = ResultCode(rawValue: SQLITE_IOERR | 10 << 8)
  package static let cantOpenSymlink = ResultCode(rawValue: SQLITE_CANTOPEN | 6 << 8)
  package static let constraintCheck = ResultCode(rawValue: SQLITE_CONSTRAINT | 1 << 8)
  package static let constraintForeignKey = ResultCode(rawValue: SQLITE_CONSTRAINT | 3 << 8)
  package static let constraintNotNull = ResultCode(rawValue: SQLITE_CONSTRAINT | 5 << 8)
  package static let constraintPrimaryKey = ResultCode(rawValue: SQLITE_CONSTRAINT | 6 << 8)
  /// A trigger said RAISE(ABORT, …).
  package static let constraintTrigger = ResultCode(rawValue: SQLITE_CONSTRAINT | 7 << 8)
  package static let constraintUnique = ResultCode(rawValue: SQLITE_CONSTRAINT | 8 << 8)
  /// A STRICT table refused a value of another type.
  package static let constraintDatatype = ResultCode(rawValue: SQLITE_CONSTRAINT | 12 << 8)
}

extension ResultCode: CustomStringConvertible {
  /// SQLite's own words for the code, `sqlite3_errstr`; they never quote data.
  package var description: String {
    "\(String(cString: sqlite3_errstr(rawValue))) (\(rawValue))"
  }
}
