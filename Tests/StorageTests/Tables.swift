import Journal
import SQLite

@testable import Storage

extension Store {
  /// Every row of every table that the journal is projected into, sorted, as one line each.
  func tables() throws -> [String: [String]] {
    var tables: [String: [String]] = [:]
    for table in Store.projections {
      // What each computer has of a feed is its own.
      if table == "feed" { continue }
      tables[table] = try database.all("SELECT * FROM \(identifier: table)") { row in
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
