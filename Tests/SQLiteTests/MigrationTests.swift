import Fixtures
import Foundation
import Synchronization
import Testing

@testable import SQLite

struct MigrationTests {
  static let id: Int32 = 0x4163_7264
  static let one = Migration(name: "0001_one", script: "CREATE TABLE a (v); CREATE TABLE b (v);")
  static let two = Migration(name: "0002_two", script: "ALTER TABLE a ADD COLUMN w;")
  static let wrong = Migration(name: "0002_wrong", script: "CREATE TABLE c (v); INSERT INTO d;")

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func open(_ access: Database.Access = .create) throws -> Database {
    try Database(path: folder.file(), access: access)
  }

  /// Migrates, and gives the versions `before` was called with.
  @discardableResult
  private func migrate(_ database: Database, _ migrations: Migration...) throws -> [Int] {
    var versions: [Int] = []
    try database.migrate(to: migrations, applicationID: Self.id) { version in
      #expect(!database.isInTransaction)
      versions.append(version)
    }
    return versions
  }

  private func tables(_ database: Database) throws -> [String] {
    try database.values("SELECT name FROM sqlite_schema ORDER BY name")
  }

  @Test func `a new file sees every migration`() throws {
    let database = try open()
    #expect(try migrate(database, Self.one, Self.two) == [])
    #expect(try database.userVersion == 2)
    #expect(try database.applicationID == Self.id)
    #expect(try tables(database) == ["a", "b"])
    #expect(try database.value("SELECT count(*) FROM pragma_table_info('a')") == 2)
  }

  @Test func `a database that is up to date is only read`() throws {
    try migrate(try open(), Self.one)
    let before = try bytes(of: folder.file())
    let writer = try open()
    let reader = try open(.readOnly)
    let impatient = try Database(path: folder.file(), access: .create, busyTimeout: 0)
    try writer.transaction(.immediate) {
      for database in [reader, impatient] {
        let announced = try migrate(database, Self.one)
        #expect(announced == [])
      }
    }
    #expect(try bytes(of: folder.file()) == before)
  }

  @Test func `a database in use is announced once before it changes`() throws {
    try migrate(try open(), Self.one)
    let three = Migration(name: "0003_three", script: "CREATE TABLE c (v)")
    let database = try open()
    #expect(try migrate(database, Self.one, Self.two, three) == [1])
    #expect(try database.userVersion == 3)
    #expect(try tables(database) == ["a", "b", "c"])
  }

  struct Stop: Error {}

  @Test func `what is thrown before stops everything`() throws {
    let database = try open()
    try migrate(database, Self.one)
    let before = try bytes(of: folder.file())
    #expect(throws: Stop.self) {
      try database.migrate(to: [Self.one, Self.two], applicationID: Self.id) { _ in throw Stop() }
    }
    #expect(try bytes(of: folder.file()) == before)
  }

  @Test func `a newer database is left alone`() throws {
    let database = try open()
    try migrate(database, Self.one, Self.two)
    let before = try bytes(of: folder.file())
    #expect(throws: MigrationError.newer(found: 2, known: 1)) {
      try migrate(database, Self.one)
    }
    #expect(try bytes(of: folder.file()) == before)
  }

  @Test(arguments: [
    "PRAGMA application_id = 7; CREATE TABLE x (v)",
    "PRAGMA application_id = 7",
    "CREATE TABLE x (v)",
    "PRAGMA user_version = 1",
    "PRAGMA application_id = 0x41637264; PRAGMA user_version = -1",
    "PRAGMA application_id = 7; PRAGMA user_version = 9; CREATE TABLE x (v)",
  ])
  func `a foreign database is left alone`(script: String) throws {
    let database = try open()
    try database.script(script)
    let before = try bytes(of: folder.file())
    #expect(throws: MigrationError.foreign) { try migrate(database, Self.one) }
    #expect(try bytes(of: folder.file()) == before)
  }

  @Test func `a script that fails leaves the version and the schema as they were`() throws {
    let database = try open()
    try migrate(database, Self.one)
    let error = refusal { try migrate(database, Self.one, Self.wrong) }
    #expect(error?.stage == .migrate)
    #expect(error?.detail?.hasPrefix("0002_wrong: ") == true)
    #expect(error?.rolledBack == true)
    #expect(try database.userVersion == 1)
    #expect(try tables(database) == ["a", "b"])
    #expect(!database.isInTransaction)
    #expect(try migrate(database, Self.one, Self.two) == [1])
  }

  @Test func `a first script that fails leaves an empty database`() throws {
    let database = try open()
    #expect(refusal { try migrate(database, Self.wrong) }?.stage == .migrate)
    #expect(try database.userVersion == 0)
    #expect(try database.applicationID == 0)
    #expect(try tables(database) == [])
  }

  @Test func `version and id stand or fall with the script`() throws {
    let script =
      "CREATE TABLE q (id PRIMARY KEY); "
      + "CREATE TABLE r (q REFERENCES q DEFERRABLE INITIALLY DEFERRED); INSERT INTO r VALUES (1)"
    let database = try open()
    try database.script("PRAGMA foreign_keys = ON")
    let error = refusal { try migrate(database, Migration(name: "0001", script: script)) }
    #expect(error?.stage == .commit)
    #expect(error?.rolledBack == true)
    #expect(try database.userVersion == 0)
    #expect(try database.applicationID == 0)
  }

  @Test func `twenty at once on a file that does not exist yet`() throws {
    let path = folder.file()
    let migrations = [Self.one, Self.two]
    let failures = Mutex<[String]>([])
    let group = DispatchGroup()
    let gate = DispatchSemaphore(value: 0)
    for _ in 0..<20 {
      group.enter()
      Thread.detachNewThread {
        defer { group.leave() }
        gate.wait()
        do {
          let database = try Database(path: path, access: .create)
          try database.harden()
          try database.migrate(to: migrations, applicationID: Self.id) { _ in }
          guard try database.userVersion == 2 else { throw Stop() }
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
    }
    for _ in 0..<20 { gate.signal() }
    group.wait()
    #expect(failures.withLock { $0 } == [])
    let database = try open(.readOnly)
    #expect(try tables(database) == ["a", "b"])
    #expect(try database.integrityCheck() == [])
  }
}
