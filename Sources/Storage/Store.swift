package import Agreements
package import Files
import Journal
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
  /// Who left, and when, as far as it was looked at.
  var left: [Partner.ID: Instant]?
  /// How many entries there were, after so many changes of our own.
  var counted: (changes: Int64, entries: Int64)?
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
  /// Only after a crash, where SQLite has to roll back what was half-written, or where an earlier
  /// version wrote the file last, which is then brought up to date, is it opened for writing first.
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

  /// The store's file, if there is one that can be opened without waiting: what is no regular file,
  /// or larger than any store, is not.
  static func file(in folder: Folder) throws -> FilePath {
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
  static func isCurrent(_ database: Database) throws -> Bool {
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
    // What was in tables that are gone was overwritten as they went; only the file is larger than
    // it has to be.
    try? database.run("VACUUM")
  }

  private static func keepCopy(of database: Database, version: Int, in folder: Folder) throws {
    let path = folder.path.appending("\(copyPrefix)\(version).db")
    if (try? Stat(path)) == nil { try PrivateFile.createNew([], at: path) }
    let copy = try Database(path: path.string, access: .readWrite)
    try database.backup(to: copy)
    copy.close()
  }

  static let migrations = Schema.steps.map { Migration(name: $0.name, script: $0.script) }

  static func inMigrationWords<Result>(_ body: () throws -> Result) throws -> Result {
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
