package import Agreements
package import Files
package import Journal
import Migrations
import SQLite
import SystemPackage

// A new store.

extension Store {
  /// One partner, with the key this computer signs with for them.
  package struct Founder {
    package let name: Partner.Name
    package let key: SigningKey
    package let recipient: String

    package init(name: Partner.Name, key: SigningKey, recipient: String) {
      self.name = name
      self.key = key
      self.recipient = recipient
    }
  }

  /// Makes the store of a new couple. Of many processes at once exactly one succeeds; one that is
  /// killed leaves nothing that hinders the next.
  ///
  /// - Parameter saveKeys: keeps the founders' key files, before anything names them.
  package static func create(
    in folder: Folder, founders: [Founder], at now: Instant, saveKeys: () throws -> Void
  ) throws -> Store {
    let salt = Hex.text(random(16))
    let members = founders.enumerated().map { place, founder in
      Membership(
        partner: Partner(id: Partner.ID(Hex.text(random(16))), name: founder.name),
        signingKey: Hex.text(founder.key.verifying.bytes), recipient: founder.recipient,
        salt: place == 0 ? salt : nil)
    }
    return try create(
      in: folder, couple: Naming.couple(of: members, salt: salt),
      Array(zip(members, founders.map(\.key))), at: now, saveKeys: saveKeys)
  }

  /// The same, where the names of the couple and of both are given.
  static func create(
    in folder: Folder, couple: Couple.ID, _ members: [(Membership, SigningKey)], at now: Instant,
    saveKeys: () throws -> Void
  ) throws -> Store {
    try begin(in: folder, couple: couple, saveKeys: saveKeys) { database in
      let ledger = Ledger(database: database, couple: couple)
      var ends: [FeedEnd] = []
      for (member, key) in members {
        let entry = try ledger.append(.join(member), after: nil, among: ends, with: key, at: now)
        try ledger.begin(member, with: entry)
        let device = entry.header.device
        ends.append(FeedEnd(device: device, head: entry.head, tick: entry.header.tick))
      }
    }
  }

  /// A new store, filled in one transaction.
  static func begin(
    in folder: Folder, couple: Couple.ID, saveKeys: () throws -> Void,
    _ fill: (Database) throws -> Void
  ) throws -> Store {
    try told {
      if let marker = SyncedFolder.marker(above: folder.path) {
        throw StoreError.syncedFolder(marker.engine)
      }
      try folder.create()
      return try alone(in: folder) {
        try checkUnused(folder)
        _ = try folder.tighten()
        try saveKeys()
        let path = folder.path.appending(fileName)
        try PrivateFile.replace(path, with: image(of: couple, fill)) { _ in }
        do throws(FileError) { try folder.sync() } catch { throw StoreError.uncertain }
        return try writing(folder)
      }
    }
  }

  /// A new store, made in memory: it gets its name as a whole, or not at all.
  private static func image(
    of couple: Couple.ID, _ fill: (Database) throws -> Void
  ) throws -> [UInt8] {
    let database = try Database.inMemory()
    defer { database.close() }
    try database.harden()
    try inMigrationWords {
      try database.migrate(
        to: migrations, applicationID: Schema.applicationID, before: { _ in })
    }
    try database.transaction(.immediate) {
      try database.run(
        "INSERT INTO couple (one, id, tables_version) VALUES (1, \(couple.text), \(tablesVersion))"
      )
      try fill(database)
    }
    // The tables that later steps dropped leave room behind.
    try database.run("VACUUM")
    return try database.serialize()
  }

  /// Whether a folder may become a store: nothing of others is in it, and no store.
  ///
  /// Open keys that lie there stay: a killed `init` leaves some. A key under a password, or a
  /// private side, is somebody's whose store was lost: nothing is begun over it.
  private static func checkUnused(_ folder: Folder) throws {
    let names = try folder.entries()
    let ours = names.filter {
      $0 == fileName || $0 == fileName + "-journal" || $0.hasSuffix(keySuffix)
        || $0.hasSuffix(vaultSuffix) || $0.hasPrefix(".")
    }
    guard ours.count == names.count else { throw StoreError.folderInUse }
    if !names.contains(fileName) || (try? isBegun(in: folder)) == false {
      let kept = names.filter { $0.hasSuffix(vaultSuffix) || isSealedKey($0, in: folder) }
      if let first = kept.lazy.compactMap({ FilePath.Component($0) }).first {
        throw StoreError.kept(first)
      }
    }
    if names.contains(fileName) {
      let database = try Database(
        path: folder.path.appending(fileName).string, access: .readWrite)
      defer { database.close() }
      try database.harden()
      if try isBegun(database) { throw StoreError.alreadyThere }
    }
    let journal = fileName + "-journal"
    if !names.contains(fileName), names.contains(journal) {
      // It would be played back into the new file.
      try folder.remove(journal)
    }
  }

  private static func isBegun(in folder: Folder) throws -> Bool {
    let database = try Database(path: file(in: folder).string, access: .readOnly)
    defer { database.close() }
    try database.harden()
    return try isBegun(database)
  }

  static func isBegun(_ database: Database) throws -> Bool {
    do { _ = try isCurrent(database) } catch StoreError.noStore { return false }
    return try database.first("SELECT 1 FROM couple") { _ in true } ?? false
  }

  static func random(_ count: Int) -> [UInt8] {
    // Eight bytes at a time: each number drawn is a call of the system.
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    while bytes.count < count {
      withUnsafeBytes(of: generator.next()) { bytes += $0.prefix(count - bytes.count) }
    }
    return bytes
  }
}
