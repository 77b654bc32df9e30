package import Agreements
package import Files
import SQLite
package import Sealing

/// One partner's private side, opened into memory: its questions.
///
/// A SQLite image, signed by its partner and sealed for their keys in one file of the store's
/// folder. The plain text is in no file, not even for a moment. What is asked here is as of the
/// moment of opening; to write, see ``change(in:as:kept:_:)``.
package struct Vault {
  let database: Database
  /// The state the file is in; nil where there is no file, or it is not signed.
  package let mark: VaultMark?
  /// Whether the file is sealed for its owner's present keys and signed with them; else
  /// ``sign(in:as:kept:)`` makes it so. True where there is no file.
  package let isSigned: Bool
  package let standing: Standing

  /// Opens one partner's vault, and writes nothing. Where there is no file, it is empty.
  ///
  /// What is older than remembered, or gone, is told in ``standing``, and opens.
  ///
  /// - Throws: `VaultError`.
  package static func read(in folder: Folder, as owner: Owner) throws -> Vault {
    guard let sealed = try VaultFile(in: folder, of: owner.partner).read() else {
      return try empty(for: owner)
    }
    return try Vault(sealed, as: owner)
  }

  /// Whether a partner has a vault's file; it is not opened.
  package static func isThere(in folder: Folder, of partner: Partner.ID) -> Bool {
    (try? VaultFile(in: folder, of: partner).isThere) ?? false
  }
}

// MARK: - Images

extension Vault {
  /// A vault with nothing in it.
  private static func empty(for owner: Owner) throws -> Vault {
    try told {
      let database = try Database.inMemory()
      try setUp(database)
      try VaultSchema.migrate(database)
      return Vault(
        database: database, mark: nil, isSigned: true,
        standing: owner.standing(of: nil, isThere: false))
    }
  }

  /// Opens what a file holds, looks at all of it, and brings its tables up to date.
  ///
  /// Whoever knows the partner's recipient can seal for it: an image that opens may still be
  /// anybody's. So who signed it is looked at first, then what tables it has, then every page.
  init(_ sealed: [UInt8], as owner: Owner) throws {
    let opened = try Seal.open(sealed, with: [owner.keys] + owner.earlier)
    let (image, origin) = try Frame.read(opened.content)
    mark = try owner.mark(of: origin, image: image)
    isSigned =
      mark?.device == owner.keys.fingerprint && opened.keys.fingerprint == owner.keys.fingerprint
    standing = owner.standing(of: mark, isThere: true)
    database = try Self.database(of: image)
  }

  /// Opens an image that may hold anything.
  static func database(of image: [UInt8]) throws -> Database {
    let database = try toldOfImage {
      let database = try Database.deserialize(image)
      try setUp(database)
      try VaultSchema.check(database)
      // SQLite passes over what follows its pages.
      guard try database.size == image.count, try database.integrityCheck().isEmpty else {
        throw VaultError.damaged
      }
      return database
    }
    try told { try VaultSchema.migrate(database) }
    return database
  }

  /// What a file is to hold.
  func sealed(by owner: Owner, counter: Int64) throws -> [UInt8] {
    // What was removed or written anew leaves the image altogether.
    try told { try database.run("VACUUM") }
    let frame = try Frame.fill(told { try database.serialize() }) {
      Origin(of: $0, by: owner, counter: counter)
    }
    return try Seal.seal(frame, for: owner.keys)
  }

  private static func setUp(_ database: Database) throws(SQLiteError) {
    try database.harden()
    // An image in memory passes for a file by what it is asked; its journal is in memory too.
    try database.run("PRAGMA journal_mode = MEMORY")
  }
}

extension Database {
  /// The bytes of all pages.
  fileprivate var size: Int? {
    get throws(SQLiteError) {
      try value("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    }
  }
}
