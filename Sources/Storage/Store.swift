package import Agreements
package import Files
package import Journal
import Migrations
import SQLite
import SystemPackage

/// The repository: what two partners agreed, in one SQLite file in one private folder.
///
/// Everything is read from tables that the journal was projected into, and everything is written by
/// recording an act in the journal: one path, one transaction.
package final class Store {
  package let folder: Folder
  let database: Database
  package let couple: Couple.ID
  package let pair: Pair
  /// Agreements whose row is out of date in the running transaction.
  var dirty: Set<Agreement.ID> = []
  /// Needs of which something may have to be erased in the running transaction.
  var dirtyNeeds: Set<Need.ID> = []
  /// Whether texts were erased that still lie in free pages.
  var erased = false

  static let fileName = "accord.db"
  // What lies beside it is not opened here.
  static let keySuffix = ".key"
  static let vaultSuffix = ".vault"
  /// What the copies begin with that migrations keep.
  static let copyPrefix = "accord-schema-"

  init(folder: Folder, database: Database) throws {
    self.folder = folder
    self.database = database
    guard
      let couple = try database.first("SELECT id FROM couple", { try $0.value(0, as: String.self) })
    else { throw StoreError.noStore }
    self.couple = Couple.ID(couple)
    guard let pair = try Self.pair(in: database) ?? Self.foundingPair(in: database) else {
      throw StoreError.damaged
    }
    self.pair = pair
  }

  private static func pair(in database: Database) throws -> Pair? {
    let partners = try database.all("SELECT id, name FROM partner ORDER BY joined, id") { row in
      (id: Partner.ID(try row.value(0)), name: try row.value(1, as: String.self))
    }
    guard partners.count == 2, let first = try? Partner.Name(partners[0].name),
      let second = try? Partner.Name(partners[1].name)
    else { return nil }
    return Pair(Partner(id: partners[0].id, name: first), Partner(id: partners[1].id, name: second))
  }

  /// Both partners, where the table of them is damaged and waits for a rebuild.
  private static func foundingPair(in database: Database) throws -> Pair? {
    let bodies: [[UInt8]] = try database.values(
      "SELECT body FROM body JOIN entry ON number = entry WHERE seq = 1 ORDER BY number LIMIT 2")
    let partners = bodies.compactMap { bytes -> Partner? in
      guard let json = try? JSON(canonical: bytes),
        case .join(let member)? = (try? Body(json: json))?.act
      else { return nil }
      return member.partner
    }
    return partners.count == 2 ? Pair(partners[0], partners[1]) : nil
  }

  /// How long one process waits for another, in milliseconds.
  package static let patience = 15_000

  /// Opens for reading: not one byte is changed.
  ///
  /// Only after a crash, where SQLite has to roll back what was half-written, is the file opened
  /// for writing first.
  package static func reading(_ folder: Folder) throws -> Store {
    try told {
      let path = try file(in: folder)
      do {
        return try open(path, in: folder)
      } catch let error as SQLiteError where error.code == .readOnlyRollback {
        try alone(in: folder) { try mend(path) }
        return try open(path, in: folder)
      }
    }
  }

  private static func open(_ path: FilePath, in folder: Folder) throws -> Store {
    let database = try Database(path: path.string, access: .readOnly)
    try database.harden()
    let store = try database.reading {
      try isCurrent(database) ? try Store(folder: folder, database: database) : nil
    }
    return try store ?? writing(folder)
  }

  /// Opens for writing; the schema is brought up to date after a copy was kept.
  package static func writing(_ folder: Folder) throws -> Store {
    try told {
      let path = try file(in: folder)
      let database = try Database(path: path.string, access: .readWrite)
      try database.harden()
      if try !isCurrent(database) {
        // What a killed `init` left is not worth a copy, which would be in the way of the next.
        guard try isBegun(database) else { throw StoreError.noStore }
        try alone(in: folder) { try migrate(database, in: folder) }
      }
      return try Store(folder: folder, database: database)
    }
  }

  private static func file(in folder: Folder) throws -> FilePath {
    if let marker = SyncedFolder.marker(above: folder.path) {
      throw StoreError.syncedFolder(marker.engine)
    }
    let path = folder.path.appending(fileName)
    do throws(Errno) { _ = try Stat(path) } catch {
      // What this account may not look at is no missing store.
      guard error == .noSuchFileOrDirectory || error == .notDirectory else {
        throw FileError(.inspect, error)
      }
      throw StoreError.noStore
    }
    return path
  }

  /// Lets SQLite take back what a killed writer left half-done.
  private static func mend(_ path: FilePath) throws {
    let database = try Database(path: path.string, access: .readWrite)
    try database.harden()
    _ = try database.first("SELECT count(*) FROM sqlite_schema") { try $0.value(0, as: Int.self) }
    database.close()
  }

  private static func isCurrent(_ database: Database) throws -> Bool {
    let version = try database.userVersion
    if version == 0 {
      let tables = try database.first("SELECT count(*) FROM sqlite_schema") {
        try $0.value(0, as: Int.self)
      }
      throw tables == 0 ? StoreError.noStore : StoreError.foreign
    }
    guard try database.applicationID == Schema.applicationID else { throw StoreError.foreign }
    if version > Schema.steps.count { throw StoreError.newer }
    return version == Schema.steps.count
  }

  private static func migrate(_ database: Database, in folder: Folder) throws {
    try migrate(database) { version in
      let path = folder.path.appending("\(copyPrefix)\(version).db")
      if (try? Stat(path)) == nil { try PrivateFile.createNew([], at: path) }
      let copy = try Database(path: path.string, access: .readWrite)
      try database.backup(to: copy)
      copy.close()
    }
  }

  private static func migrate(_ database: Database, before: (Int) throws -> Void) throws {
    do {
      try database.migrate(
        to: Schema.steps.map { Migration(name: $0.name, script: $0.script) },
        applicationID: Schema.applicationID, before: before)
    } catch let error as MigrationError {
      switch error {
      case .newer: throw StoreError.newer
      case .foreign: throw StoreError.foreign
      }
    }
  }

  package func close() {
    database.close()
  }
}

// MARK: - A new store

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
    try begin(in: folder, couple: Couple.ID(Hex.text(random(16))), saveKeys: saveKeys) { ledger in
      for founder in founders {
        let member = Membership(
          partner: Partner(id: Partner.ID(Hex.text(random(16))), name: founder.name),
          signingKey: Hex.text(founder.key.verifying.bytes), recipient: founder.recipient)
        try ledger.begin(member, with: founder.key, at: now)
      }
    }
  }

  /// A new store, filled in one transaction.
  static func begin(
    in folder: Folder, couple: Couple.ID, saveKeys: () throws -> Void,
    _ fill: (Ledger) throws -> Void
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
        if (try? Stat(path)) == nil { try PrivateFile.createNew([], at: path) }
        let database = try Database(path: path.string, access: .readWrite)
        try database.harden()
        try migrate(database) { _ in }
        try database.transaction(.immediate) {
          try database.run("INSERT INTO couple (one, id) VALUES (1, \(couple.text))")
          try fill(Ledger(database: database, couple: couple))
        }
        return try Store(folder: folder, database: database)
      }
    }
  }

  /// Whether a folder may become a store: nothing of others is in it, and no store.
  ///
  /// Keys and vaults that lie there stay: they may belong to a store that was lost, and nothing
  /// names them.
  private static func checkUnused(_ folder: Folder) throws {
    let names = try folder.entries()
    let ours = names.filter {
      $0 == fileName || $0 == fileName + "-journal" || $0.hasSuffix(keySuffix)
        || $0.hasSuffix(vaultSuffix) || $0.hasPrefix(".")
    }
    guard ours.count == names.count else { throw StoreError.folderInUse }
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

  private static func isBegun(_ database: Database) throws -> Bool {
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
