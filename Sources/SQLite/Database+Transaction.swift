import CSQLite

/// When a transaction takes its lock.
package enum TransactionKind: Sendable {
  /// At the first read or write: for reading several things as of one moment.
  case deferred
  /// At once, for writing: what is read inside cannot change before it is written.
  case immediate
}

extension Database {
  package var isInTransaction: Bool {
    connection.map { sqlite3_get_autocommit($0) == 0 } ?? false
  }

  /// Runs `body` in one transaction: all of it is kept, or nothing.
  ///
  /// - Throws: the body's error after a rollback; otherwise an `SQLiteError` at stage `.begin` or
  ///   `.commit`. Its `rolledBack`, also where the body's error is an `SQLiteError`, tells whether
  ///   nothing was kept. A transaction inside another is refused with `.misuse`.
  package func transaction<T>(_ kind: TransactionKind, _ body: () throws -> T) throws -> T {
    try begin(kind)
    isInTransactionBody = true
    let result: T
    do {
      result = try body()
    } catch {
      isInTransactionBody = false
      throw abandon(error)
    }
    isInTransactionBody = false
    try commit()
    return result
  }

  /// Runs several reads as of one moment; inside a transaction they are so already.
  ///
  /// It is quicker too: each read alone takes and drops the file's locks.
  package func reading<T>(_ body: () throws -> T) throws -> T {
    isInTransaction ? try body() : try transaction(.deferred, body)
  }

  private func begin(_ kind: TransactionKind) throws(SQLiteError) {
    guard !isInTransaction, !isInTransactionBody else {
      throw SQLiteError(code: .misuse, stage: .begin, detail: "a transaction inside another")
    }
    do throws(SQLiteError) {
      switch kind {
      case .deferred: try run("BEGIN DEFERRED")
      case .immediate: try run("BEGIN IMMEDIATE")
      }
    } catch {
      throw error.at(.begin, rolledBack: true)
    }
  }

  /// Rolls back after the body failed, and says so where its error can.
  private func abandon(_ error: any Error) -> any Error {
    // Ended by the body or by SQLite: a COMMIT in the body cannot be told from a rollback.
    let wasOpen = isInTransaction
    // ROLLBACK ends the transaction even where it reports an error: a journal that could not be
    // played back now is played back by whoever opens the file next.
    if wasOpen { try? run("ROLLBACK") }
    guard let error = error as? SQLiteError else { return error }
    // An error that is uncertain already came from another database: it stays so.
    let certain = error.rolledBack != false && (wasOpen || error.endsTransaction)
    return error.at(error.stage, rolledBack: certain)
  }

  private func commit() throws(SQLiteError) {
    guard isInTransaction else {
      throw SQLiteError(
        code: .abortRollback, stage: .commit, detail: "the transaction had ended",
        rolledBack: false)
    }
    do throws(SQLiteError) {
      try run("COMMIT")
    } catch {
      // A full disk is met while writing, before the journal goes: SQLite has rolled back then.
      // An I/O error can also come after the journal went, and then the change is there.
      let certain = isInTransaction || error.code.primary == .full
      if isInTransaction { try? run("ROLLBACK") }
      throw error.at(.commit, rolledBack: certain && error.code.primary != .ioError)
    }
  }

  /// Refuses a statement where the transaction it was meant for is gone: SQLite ends it by itself
  /// on a full disk or an I/O error, and what then followed would be kept at once.
  func refuseOutsideLostTransaction(_ sql: String) throws(SQLiteError) {
    guard isInTransactionBody, !isInTransaction else { return }
    throw SQLiteError(
      code: .abortRollback, stage: .step, sql: sql, detail: "the transaction had ended")
  }
}

extension SQLiteError {
  fileprivate func at(_ stage: Stage, rolledBack: Bool) -> SQLiteError {
    var error = self
    error.stage = stage
    error.rolledBack = rolledBack
    return error
  }

  /// The errors after which SQLite itself may have rolled back
  /// (<https://sqlite.org/lang_transaction.html>, "Response To Errors Within A Transaction").
  fileprivate var endsTransaction: Bool {
    stage == .step && [.full, .ioError, .noMemory, .busy, .interrupt].contains(code.primary)
  }
}
