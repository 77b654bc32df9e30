import Journal
import Migrations
import SQLite

// The schema is ours: what a file brings along of tables, views and triggers is looked at before
// anything in it is read, so that none but ours ever runs.

extension Store {
  /// What the steps of each version make, as SHA-256 of its listing; a version once released is
  /// never changed.
  static let schemas = [
    "48ffead70d3b8ec576e528c514c9785033cf8e77ae057a51f338a0a8c8486b97",
    "327d6b2558d11e2f5a46a9df99b5122aea79d4bf15dfefb0f774668173e17345",
    "7544b078c2973580978135436b3c982da1549c950cb67fe3ebe9b1f4f5e0d5b8",
    "1df9bcde73fb74f6e29a40babd799e51821d16ef98f936f9e0e8a0318c4bc07c",
    "dda2dd464dd6297df3cfb5d2881ac556baa6a6004344c5f0d6c6f342330c5dac",
    "b3991e7bc1e8e802de5749dc11550ac068017fb25dc61457262b219dc895e0b6",
    "5e92d9454cf1f131d1a32b241112a5dcb3382e0bd827a7996244d3296225ca35",
  ]

  /// Checks that a file has the tables, indices and triggers of its version, each exactly as we
  /// made it, and nothing else.
  ///
  /// - Throws: `StoreError.damaged` where it has not.
  static func checkSchema(of database: Database) throws {
    let version = try database.userVersion
    guard (1...schemas.count).contains(version) else { throw StoreError.damaged }
    let found = try fingerprint(of: database)
    if found == schemas[version - 1] { return }
    // Another version of SQLite may write what it alters a little differently.
    guard try found == fingerprint(ofVersion: version) else { throw StoreError.damaged }
  }

  /// SHA-256 over every row of the schema, sorted.
  static func fingerprint(of database: Database) throws -> String {
    let rows = try database.all(
      "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    ) { row in
      try (0..<4).map { try row.value($0, as: String?.self) ?? "" }.joined(separator: "\u{1f}")
    }
    return Hex.text(Digest.sha256(Array(rows.joined(separator: "\u{1e}").utf8)))
  }

  /// The same of what this computer's SQLite makes of the steps.
  static func fingerprint(ofVersion version: Int) throws -> String {
    let blank = try Database.inMemory()
    defer { blank.close() }
    try blank.migrate(
      to: Schema.steps.prefix(version).map { Migration(name: $0.name, script: $0.script) },
      applicationID: Schema.applicationID, before: { _ in })
    return try fingerprint(of: blank)
  }
}
