package import SQLite

extension Database {
  /// Lets somebody with the file in their hands change rows that our triggers guard: these are
  /// taken away meanwhile, and the same ones made again.
  package func unguarded(_ body: () throws -> Void) throws {
    let triggers = try all("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") {
      (name: try $0.value(0, as: String.self), sql: try $0.value(1, as: String.self))
    }
    for trigger in triggers { try run("DROP TRIGGER \(identifier: trigger.name)") }
    try body()
    for trigger in triggers { try script(trigger.sql) }
  }
}
