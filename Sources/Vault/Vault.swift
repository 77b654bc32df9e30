package import Agreements
package import Files
import Migrations
import SQLite
package import Sealing

/// One partner's private side, opened into memory: its questions.
///
/// A SQLite image, sealed for its partner's keys in one file of the store's folder. The plain text
/// is in no file, not even for a moment. What is asked here is as of the moment of opening; to
/// write, see ``change(in:of:with:_:)``.
package struct Vault {
  let database: Database

  /// Opens one partner's vault, and writes nothing. Where there is no file, it is empty.
  ///
  /// - Throws: `VaultError`.
  package static func read(
    in folder: Folder, of partner: Partner.ID, with keys: DeviceKeys
  ) throws -> Vault {
    guard let sealed = try VaultFile(in: folder, of: partner).read() else { return try empty() }
    return try Vault(sealed, with: keys)
  }

  /// Whether a partner has a vault's file; it is not opened.
  package static func isThere(in folder: Folder, of partner: Partner.ID) -> Bool {
    (try? VaultFile(in: folder, of: partner).isThere) ?? false
  }
}

// MARK: - Images

extension Vault {
  /// A vault with nothing in it.
  static func empty() throws -> Vault {
    try told {
      let vault = Vault(database: try Database.inMemory())
      try vault.setUp()
      try Self.migrate(vault.database)
      return vault
    }
  }

  /// Opens what a file holds, looks at all of it, and brings its schema up to date.
  ///
  /// Whoever knows the partner's recipient can seal for it: an image that opens may still be
  /// anybody's. One that has any table, index or trigger of its own is refused.
  init(_ sealed: [UInt8], with keys: DeviceKeys) throws {
    let image = try Frame.image(in: Seal.open(sealed, with: keys))
    self = try told {
      let vault = Vault(database: try Database.deserialize(image))
      try vault.setUp()
      try vault.checkOrigin()
      // SQLite passes over what follows its pages.
      guard try vault.database.size == image.count, try vault.database.integrityCheck().isEmpty
      else { throw VaultError.damaged }
      try Self.migrate(vault.database)
      guard try vault.database.schema == Self.schema.get() else { throw VaultError.damaged }
      return vault
    }
  }

  /// What a file is to hold.
  func sealed(for keys: DeviceKeys) throws -> [UInt8] {
    // What was removed or written anew leaves the image altogether.
    try told { try database.run("VACUUM") }
    return try Seal.seal(Frame.fill(told { try database.serialize() }), for: keys)
  }

  private func setUp() throws(SQLiteError) {
    try database.harden()
    // An image in memory passes for a file by what it is asked; its journal is in memory too.
    try database.run("PRAGMA journal_mode = MEMORY")
  }

  private func checkOrigin() throws {
    let version = try database.userVersion
    guard try database.applicationID == Schema.vaultApplicationID, version > 0 else {
      throw VaultError.foreign
    }
    guard version <= Schema.vault.count else { throw VaultError.newer }
  }

  private static func migrate(_ database: Database) throws {
    try database.migrate(
      to: Schema.vault.map { Migration(name: $0.name, script: $0.script) },
      applicationID: Schema.vaultApplicationID, before: { _ in })
  }

  /// What the steps make of an empty database.
  private static let schema = Result {
    let database = try Database.inMemory()
    try migrate(database)
    return try database.schema
  }
}

extension Database {
  /// The bytes of all pages.
  fileprivate var size: Int? {
    get throws(SQLiteError) {
      try value("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    }
  }

  /// Every table, index, view and trigger, as it was made.
  fileprivate var schema: [[String?]] {
    get throws {
      try all("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name") { row in
        [try row.value(0), try row.value(1), try row.value(2), try row.value(3)]
      }
    }
  }
}
