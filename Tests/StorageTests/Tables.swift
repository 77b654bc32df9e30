import Journal
import SQLite

@testable import Storage

extension Store {
  /// Every row of every table that the journal is projected into, sorted, as one line each.
  ///
  /// An entry's number in the file is replaced by its id, because it tells the order of arrival.
  func tables() throws -> [String: [String]] {
    var tables: [String: [String]] = [:]
    for table in Store.projections {
      let sql: SQL =
        table == "mention"
        ? "SELECT agreement, id FROM mention JOIN entry ON number = entry"
        : "SELECT * FROM \(identifier: table)"
      tables[table] = try database.all(sql) { row in
        var line: [String] = []
        for column in 0..<row.columnCount {
          line.append("\(try row.value(column, as: Value.self))")
        }
        return line.joined(separator: " | ")
      }.sorted()
    }
    return tables
  }
}
