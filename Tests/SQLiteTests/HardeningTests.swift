import Fixtures
import Foundation
import Testing

@testable import SQLite

struct HardeningTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func open(_ access: Database.Access = .create) throws -> Database {
    let database = try Database(path: folder.file(), access: access)
    try database.harden()
    return database
  }

  static let settings: [(SQL, Value)] = [
    ("PRAGMA foreign_keys", .integer(1)), ("PRAGMA trusted_schema", .integer(0)),
    ("PRAGMA cell_size_check", .integer(1)), ("PRAGMA secure_delete", .integer(1)),
    ("PRAGMA temp_store", .integer(2)), ("PRAGMA journal_mode", .text("delete")),
    ("PRAGMA synchronous", .integer(3)), ("PRAGMA fullfsync", .integer(1)),
  ]

  @Test(arguments: settings)
  func `a setting is in effect`(setting: (SQL, Value)) throws {
    #expect(try open().value(setting.0) == setting.1)
  }

  @Test func `a file left in WAL mode is brought back`() throws {
    let other = try Database(path: folder.file(), access: .create)
    try other.script("PRAGMA journal_mode = WAL; CREATE TABLE t (v)")
    other.close()
    #expect(try open().value("PRAGMA journal_mode") == "delete")
  }

  @Test func `a read-only connection leaves a file in WAL mode as it is`() throws {
    let other = try Database(path: folder.file(), access: .create)
    try other.script("PRAGMA journal_mode = WAL; CREATE TABLE t (v)")
    other.close()
    let before = try bytes(of: folder.file())
    #expect(try open(.readOnly).value("SELECT count(*) FROM t") == 0)
    #expect(try bytes(of: folder.file()) == before)
  }

  @Test func `the schema cannot be written by hand`() throws {
    let database = try open()
    try database.script("CREATE TABLE t (v); PRAGMA writable_schema = ON")
    #expect(refusal { try database.run("UPDATE sqlite_schema SET sql = ''") } != nil)
  }

  @Test func `double quotes never make a text`() throws {
    let database = try open()
    #expect(refusal { try database.run(#"SELECT "no such column""#) }?.stage == .prepare)
    let error = refusal { try database.run(#"CREATE TABLE t (v CHECK (v <> "x"))"#) }
    #expect(error?.stage == .prepare)
  }

  @Test func `foreign keys hold`() throws {
    let database = try open()
    try database.script("CREATE TABLE q (id INTEGER PRIMARY KEY); CREATE TABLE t (q REFERENCES q)")
    #expect(refusal { try database.run("INSERT INTO t VALUES (1)") }?.code == .constraintForeignKey)
  }

  @Test func `what was deleted is gone from the file`() throws {
    let database = try open()
    let secret = "a sentence nobody should find again"
    try database.script("CREATE TABLE t (v)")
    try database.run("INSERT INTO t VALUES (\(secret))")
    #expect(try bytes(of: folder.file()).range(of: Data(secret.utf8)) != nil)
    try database.run("DELETE FROM t")
    #expect(try bytes(of: folder.file()).range(of: Data(secret.utf8)) == nil)
  }

  @Test func `a read-only connection changes no byte and leaves no file`() throws {
    try open().script("CREATE TABLE t (v); INSERT INTO t VALUES (1)")
    let before = try bytes(of: folder.file())
    let modified = try FileManager.default.attributesOfItem(atPath: folder.file())
    let reader = try open(.readOnly)
    #expect(try reader.value("SELECT v FROM t") == 1)
    #expect(try bytes(of: folder.file()) == before)
    #expect(try folder.names == ["some.db"])
    reader.close()
    #expect(try bytes(of: folder.file()) == before)
    let after = try FileManager.default.attributesOfItem(atPath: folder.file())
    #expect(after[.modificationDate] as? Date == modified[.modificationDate] as? Date)
  }

  @Test func `a read-only connection tells of a journal left by a crash`() throws {
    let database = try open()
    try database.script("CREATE TABLE t (v); INSERT INTO t VALUES (1)")
    // A crash is a copy of both files, taken after the database file was written to.
    let other = try TemporaryFolder()
    try database.transaction(.immediate) {
      try database.script("PRAGMA cache_size = 1; PRAGMA cache_spill = 1")
      for n in 0..<200 {
        try database.run("INSERT INTO t VALUES (\([UInt8](repeating: UInt8(n), count: 3_000)))")
      }
      for name in try folder.names {
        try FileManager.default.copyItem(atPath: folder.file(name), toPath: other.file(name))
      }
    }
    #expect(try other.names == ["some.db", "some.db-journal"])
    let error = refusal {
      let reader = try Database(path: other.file(), access: .readOnly)
      try reader.harden()
      try reader.run("SELECT count(*) FROM t")
    }
    #expect(error?.code == .readOnlyRollback)
    let writer = try Database(path: other.file(), access: .readWrite)
    #expect(try writer.value("SELECT count(*) FROM t") == 1)
  }

  @Test func `a file of something else is told at once`() throws {
    try Data(repeating: 0x61, count: 5_000).write(to: URL(fileURLWithPath: folder.file()))
    let error = refusal { _ = try open(.readWrite) }
    #expect(error?.code == .notADatabase)
    #expect(error?.stage == .configure)
  }

  @Test func `it is refused inside a transaction`() throws {
    let database = try open()
    let error = refusal { try database.transaction(.immediate) { try database.harden() } }
    #expect(error?.stage == .configure)
  }
}
