import Crypto
import Migrations
import SQLite

/// Whose tables an image has, which is looked at before anything in it is used.
///
/// What an image brings along may run: a trigger when a row is written, a view or a generated
/// column when it is read, and each of them for ever. So nothing but what the steps make is let in.
enum VaultSchema {
  /// SHA-256 of what ``digest(of:)`` reads, for each version that was released, from 1 on. A
  /// version is added and never changed.
  static let released = [
    "9fc1ae02e99eb38a958602cb6265cf7c1642e5633953ebc7fea596883ea7615b",
    "3567c23b9a2a8f4c4e738fc11a6489ad1aad25256da8306cc7db552b0aaf1a4d",
  ]

  /// Refuses a database whose tables, indexes, views and triggers are not those of its version.
  static func check(_ database: Database) throws {
    let version = try database.userVersion
    guard try database.applicationID == Schema.vaultApplicationID, version > 0 else {
      throw VaultError.foreign
    }
    guard version <= released.count else { throw VaultError.newer }
    guard try digest(of: database) == released[version - 1] else { throw VaultError.damaged }
  }

  /// SHA-256 over every row of `sqlite_schema`, by type and name, as they were made.
  ///
  /// Each text is preceded by its length in eight bytes, the most significant first; for NULL
  /// stand eight bytes of 255.
  static func digest(of database: Database) throws -> String {
    // More than any version has, so that an endless list is not read to its end.
    let most = 200
    guard try database.value("SELECT count(*) FROM sqlite_schema") ?? 0 <= most else {
      throw VaultError.damaged
    }
    var hash = SHA256()
    try database.each("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name") {
      row throws(SQLiteError) in
      for column in 0..<4 {
        let text = try row.value(column, as: String?.self).map { Array($0.utf8) }
        hash.update(data: Int64(text?.count ?? -1).bytes)
        hash.update(data: text ?? [])
      }
    }
    return hash.finalize().map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  /// Brings the tables up to date.
  static func migrate(_ database: Database) throws {
    try database.migrate(
      to: Schema.vault.map { Migration(name: $0.name, script: $0.script) },
      applicationID: Schema.vaultApplicationID, before: { _ in })
  }
}
