import CSQLite

/// What SQLite, or this layer over it, refused.
///
/// Holds statements and names of tables and columns, never a value: no bound parameter, and no
/// `sqlite3_errmsg` of a running statement, because a function or a full-text query may quote
/// what people wrote.
package struct SQLiteError: Error, Hashable, Sendable {
  package enum Stage: String, Hashable, Sendable {
    case open, configure, prepare, bind, step, decode
    case begin, commit, rollback
    case backup, serialize, migrate
  }

  /// The extended result code.
  package var code: ResultCode
  package var stage: Stage
  /// The statement, with `?` where values were bound.
  package var sql: String?
  /// A name or a position: which column, which migration, or what the parser stumbled over.
  package var detail: String?
  /// The `errno` behind an I/O error or a file that does not open; 0 for all else.
  package var systemError: Int32
  /// What a failed transaction left behind.
  ///
  /// `true`: nothing was kept. `false`: COMMIT itself reported the error, or the transaction was
  /// ended from within, so the change may be there or not. `nil`: there was no `transaction`
  /// around it; a single writing statement that reports an I/O error is as uncertain as a COMMIT.
  package var rolledBack: Bool?

  package init(
    code: ResultCode, stage: Stage, sql: String? = nil, detail: String? = nil,
    systemError: Int32 = 0, rolledBack: Bool? = nil
  ) {
    self.code = code
    self.stage = stage
    self.sql = sql
    self.detail = detail
    self.systemError = systemError
    self.rolledBack = rolledBack
  }
}

extension SQLiteError {
  /// The error of a call that returned `code` on a connection.
  init(
    _ code: Int32, _ stage: Stage, on connection: OpaquePointer?, sql: String? = nil,
    detail: String? = nil
  ) {
    let code = ResultCode(rawValue: code)
    // sqlite3_system_errno() is never reset, so it speaks of this error only in these families.
    let fromSystem = code.primary == .ioError || code.primary == .cantOpen
    self.init(
      code: code, stage: stage, sql: sql, detail: detail,
      systemError: fromSystem && connection != nil ? sqlite3_system_errno(connection) : 0)
  }
}

extension SQLiteError: CustomStringConvertible {
  package var description: String {
    var text = "sqlite \(stage.rawValue): \(code)"
    if systemError != 0 { text += ", errno \(systemError)" }
    if let detail { text += ", \(detail)" }
    if rolledBack == false { text += ", the change may have been kept" }
    if let sql { text += ", in: \(sql)" }
    return text
  }
}
