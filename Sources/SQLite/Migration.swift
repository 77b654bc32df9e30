import CSQLite

/// One step from one version of a schema to the next; once released it never changes.
package struct Migration: Sendable {
  package let name: String
  /// SQL statements, without BEGIN and COMMIT.
  package let script: String

  package init(name: String, script: String) {
    self.name = name
    self.script = script
  }
}

/// Why a database is left as it is.
package enum MigrationError: Error, Hashable, Sendable {
  /// A newer program has been here: it has seen `found` migrations, this one knows `known`.
  case newer(found: Int, known: Int)
  /// It belongs to another program.
  case foreign
}

extension Database {
  /// Brings the schema up to date, each step in a transaction of its own.
  ///
  /// `user_version` counts the migrations applied. A database that is up to date is only read.
  /// Any number of processes may do this at once, also on a file that did not exist.
  ///
  /// - Parameter before: called once with the current version, outside a transaction, when a
  ///   database that is in use already is about to change; what it throws stops everything.
  /// - Throws: `MigrationError`; an `SQLiteError` at stage `.migrate` naming the migration whose
  ///   script failed, after which the steps before it stay and the version is theirs.
  package func migrate(
    to migrations: [Migration], applicationID: Int32, before: (Int) throws -> Void
  ) throws {
    // Read first without a write lock: most runs find nothing to do.
    var version = try transaction(.deferred) {
      try migratableVersion(known: migrations.count, applicationID: applicationID)
    }
    if version > 0, version < migrations.count { try before(version) }
    while version < migrations.count {
      version = try transaction(.immediate) {
        // Another process may have taken this step since.
        let current = try migratableVersion(known: migrations.count, applicationID: applicationID)
        guard current < migrations.count else { return current }
        try apply(migrations[current], as: current + 1, applicationID: applicationID)
        return current + 1
      }
    }
  }

  /// Takes all steps that are missing, in the transaction that runs.
  package func applyMigrations(
    _ migrations: [Migration], applicationID: Int32
  ) throws {
    let version = try migratableVersion(known: migrations.count, applicationID: applicationID)
    for next in version..<migrations.count {
      try apply(migrations[next], as: next + 1, applicationID: applicationID)
    }
  }

  /// The version to go on from, if it is ours to go on from; to be called inside a transaction,
  /// because it reads several things that must belong together.
  private func migratableVersion(known: Int, applicationID expected: Int32) throws -> Int {
    let version = try userVersion
    let found = try applicationID
    let isBlank = try version == 0 && found == 0 && isEmpty
    guard version >= 0, found == expected || isBlank else { throw MigrationError.foreign }
    guard version <= known else { throw MigrationError.newer(found: version, known: known) }
    return version
  }

  private var isEmpty: Bool {
    get throws(SQLiteError) {
      try value("SELECT 1 FROM sqlite_schema LIMIT 1", as: Bool.self) == nil
    }
  }

  private func apply(
    _ migration: Migration, as version: Int, applicationID: Int32
  ) throws(SQLiteError) {
    do throws(SQLiteError) {
      try script(migration.script)
      // A PRAGMA takes no parameters; these are integers.
      try script("PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
    } catch {
      var error = error
      error.stage = .migrate
      error.detail = [migration.name, error.detail].compactMap { $0 }.joined(separator: ": ")
      throw error
    }
  }
}
