import CSQLite

/// The statements of one connection by their text, ready to be used again.
struct StatementCache {
  static let limit = 64

  private var statements: [String: Statement] = [:]
  private var uses: UInt64 = 0

  var count: Int { statements.count }

  func keeps(_ text: String) -> Bool { statements[text] != nil }

  /// A statement nobody is using, marked as in use; `release` gives it back.
  ///
  /// Where `text` is itself in use, as inside its own `each`, that is a second one, not kept.
  mutating func take(_ text: String, on connection: OpaquePointer) throws(SQLiteError) -> Statement
  {
    uses += 1
    if let statement = statements[text] {
      guard statement.isInUse else {
        statement.isInUse = true
        statement.lastUse = uses
        return statement
      }
      return try Statement(text, on: connection)
    }
    let statement = try Statement(text, on: connection, flags: SQLITE_PREPARE_PERSISTENT)
    statement.isInUse = true
    statement.lastUse = uses
    if makeRoom() { statements[text] = statement }
    return statement
  }

  /// Drops the statement unused for longest; false where all are in use.
  private mutating func makeRoom() -> Bool {
    guard statements.count >= Self.limit else { return true }
    let idle = statements.values.lazy.filter { !$0.isInUse }
    guard let oldest = idle.min(by: { $0.lastUse < $1.lastUse }) else { return false }
    statements[oldest.text] = nil
    return true
  }

  mutating func removeAll() {
    statements = [:]
  }
}
