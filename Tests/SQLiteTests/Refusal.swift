@testable import SQLite

/// The SQLiteError that `body` throws; nil for success or another kind of error.
func refusal(_ body: () throws -> Void) -> SQLiteError? {
  do {
    try body()
    return nil
  } catch {
    return error as? SQLiteError
  }
}
