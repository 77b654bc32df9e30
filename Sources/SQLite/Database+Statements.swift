import CSQLite

extension Database {
  /// Runs one statement to its end; rows it yields are passed over.
  package func run(_ sql: SQL) throws(SQLiteError) {
    let statement = try start(sql)
    defer { release(statement) }
    while try statement.step() {}
  }

  /// Reads every row.
  ///
  /// What `decode` throws ends the reading, whatever its kind.
  package func all<T>(_ sql: SQL, _ decode: (borrowing Row) throws -> T) throws -> [T] {
    let statement = try start(sql)
    defer { release(statement) }
    let row = Row(of: statement)
    var rows: [T] = []
    while try statement.step() {
      rows.append(try decode(row))
    }
    return rows
  }

  /// Reads the first row; nil where there is none.
  package func first<T>(_ sql: SQL, _ decode: (borrowing Row) throws -> T) throws -> T? {
    let statement = try start(sql)
    defer { release(statement) }
    guard try statement.step() else { return nil }
    let result = try decode(Row(of: statement))
    try statement.finishWriting()
    return result
  }

  /// Reads the first column of every row.
  package func values<T: Readable>(_ sql: SQL) throws(SQLiteError) -> [T] {
    let statement = try start(sql)
    defer { release(statement) }
    let row = Row(of: statement)
    var values: [T] = []
    while try statement.step() {
      values.append(try row.value(0))
    }
    return values
  }

  /// Reads the first column of the first row; nil where there is no row.
  package func value<T: Readable>(
    _ sql: SQL, as type: T.Type = T.self
  ) throws(SQLiteError) -> T? {
    let statement = try start(sql)
    defer { release(statement) }
    guard try statement.step() else { return nil }
    let value = try T(from: Row(of: statement), at: 0)
    try statement.finishWriting()
    return value
  }

  /// Goes through the rows one at a time, so that any number of them takes no memory.
  ///
  /// What a body that throws has passed of a writing statement may stay written: use a
  /// transaction for that.
  package func each(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
    let statement = try start(sql)
    defer { release(statement) }
    let row = Row(of: statement)
    while try statement.step() {
      try body(row)
    }
  }

  /// Runs every statement of a text, for migrations and settings; takes no values.
  ///
  /// What came before a failing statement stays, unless a transaction is around it.
  package func script(_ text: String) throws(SQLiteError) {
    let connection = try opened(.prepare)
    var script = try Script(text, on: connection)
    while let next = try script.next() {
      let statement = Statement(next)
      try refuseOutsideLostTransaction(statement.text)
      while try statement.step() {}
    }
  }

  private func start(_ sql: SQL) throws(SQLiteError) -> Statement {
    try refuseOutsideLostTransaction(sql.text)
    let statement = try statements.take(sql.text, on: try opened(.prepare))
    do throws(SQLiteError) {
      try statement.bind(sql.values)
    } catch {
      release(statement)
      throw error
    }
    return statement
  }

  private func release(_ statement: Statement) {
    statement.reset()
    statement.isInUse = false
  }
}
