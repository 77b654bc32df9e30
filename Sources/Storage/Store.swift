package import Agreements
package import Files
package import Journal
import Migrations
import SQLite
import SystemPackage

/// The repository: what two partners agreed, in one SQLite file in one private folder.
///
/// What stands is read from signed entries; one table says where to look. Everything is written by
/// recording an act in the journal: one path, one transaction.
package final class Store {
  package let folder: Folder
  let database: Database
  package let couple: Couple.ID
  /// Who counts.
  var roster: Roster
  /// The entries that say who counts.
  var membership: [Entry]
  /// Entries whose signature was looked at.
  var genuine: Set<Entry.ID> = []
  let chains: Chains
  /// Where all feeds end, in the running transaction.
  var ends: [FeedEnd]?
  /// What was last looked at and is not as it was signed.
  package internal(set) var notAsSigned: [Summary] = []
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
    chains = Chains(in: database)
    membership = try Self.membership(in: database)
    roster = try Self.roster(membership, of: self.couple, chains, in: folder)
  }

  /// Both partners, as the founding entries name them.
  package var pair: Pair { roster.pair }

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
      guard try isCurrent(database) else { return nil as Store? }
      return try Store(folder: folder, database: database)
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

  /// The store's file, if there is one that can be opened without waiting: what is no regular file, or
  /// larger than any store, is not.
  private static func file(in folder: Folder) throws -> FilePath {
    if let marker = SyncedFolder.marker(above: folder.path) {
      throw StoreError.syncedFolder(marker.engine)
    }
    let path = folder.path.appending(fileName)
    guard let stat = try stat(of: path) else { throw StoreError.noStore }
    guard stat.type == .regular, stat.size <= Int64(mostBytes) else { throw StoreError.damaged }
    for suffix in ["-journal", "-wal", "-shm"] {
      let beside = try Self.stat(of: folder.path.appending(fileName + suffix))
      guard beside.map({ $0.type == .regular && $0.size <= Int64(2 * mostBytes) }) ?? true else {
        throw StoreError.damaged
      }
    }
    return path
  }

  /// What lies at a path, not followed where it is a link; nil where nothing does.
  private static func stat(of path: FilePath) throws -> Stat? {
    do throws(Errno) { return try Stat(path, followTargetSymlink: false) } catch {
      // What this account may not look at is no missing file.
      guard error == .noSuchFileOrDirectory || error == .notDirectory else {
        throw FileError(.inspect, error)
      }
      return nil
    }
  }

  /// Lets SQLite take back what a killed writer left half-done.
  private static func mend(_ path: FilePath) throws {
    let database = try Database(path: path.string, access: .readWrite)
    try database.harden()
    _ = try database.first("SELECT count(*) FROM sqlite_schema") { try $0.value(0, as: Int.self) }
    database.close()
  }

  /// Whether a file is of this program's schema and tables; an older one is brought up to date.
  ///
  /// - Throws: `StoreError` for what is no store of ours, or not as its version makes it.
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
    try checkSchema(of: database)
    return try version == Schema.steps.count && areTablesCurrent(database)
  }

  private static func areTablesCurrent(_ database: Database) throws -> Bool {
    let version = try database.value("SELECT tables_version FROM couple", as: Int64.self)
    guard let version else { throw StoreError.noStore }
    if version > tablesVersion { throw StoreError.newer }
    return version == tablesVersion
  }

  /// Brings a store up to date: its schema, then the rows that are derived, all in one transaction.
  private static func migrate(_ database: Database, in folder: Folder) throws {
    let version = try database.userVersion
    if version < Schema.steps.count { try keepCopy(of: database, version: version, in: folder) }
    try inMigrationWords {
      try database.transaction(.immediate) {
        // Another process may have done it since.
        if try isCurrent(database) { return }
        try database.applyMigrations(migrations, applicationID: Schema.applicationID)
        let store = try Store(folder: folder, database: database)
        try store.deriveAll()
        try store.settleNeeds()
      }
    }
    // What was in tables that are gone was overwritten as they went; only the file is larger than it
    // has to be.
    try? database.run("VACUUM")
  }

  private static func keepCopy(of database: Database, version: Int, in folder: Folder) throws {
    let path = folder.path.appending("\(copyPrefix)\(version).db")
    if (try? Stat(path)) == nil { try PrivateFile.createNew([], at: path) }
    let copy = try Database(path: path.string, access: .readWrite)
    try database.backup(to: copy)
    copy.close()
  }

  private static let migrations = Schema.steps.map { Migration(name: $0.name, script: $0.script) }

  private static func inMigrationWords<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as MigrationError {
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
        try PrivateFile.write(image(of: couple, fill), to: path)
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
  /// Open keys that lie there stay: a killed `init` leaves some. A key under a password, or a private
  /// side, is somebody's whose store was lost: nothing is begun over it.
  private static func checkUnused(_ folder: Folder) throws {
    let names = try folder.entries()
    let ours = names.filter {
      $0 == fileName || $0 == fileName + "-journal" || $0.hasSuffix(keySuffix)
        || $0.hasSuffix(vaultSuffix) || $0.hasPrefix(".")
    }
    guard ours.count == names.count else { throw StoreError.folderInUse }
    if !names.contains(fileName) || (try? isBegun(in: folder)) == false {
      // A killed `init` leaves open keys alone, and goes on.
      let kept = names.filter { $0.hasSuffix(vaultSuffix) || isSealedKey($0, in: folder) }
      if let first = kept.first { throw StoreError.kept(first) }
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
