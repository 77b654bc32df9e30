import Fixtures
import Foundation
import Testing

@testable import SQLite

struct CopyTests {
  let database: Database

  init() throws {
    database = try Database.inMemory()
    try database.script("CREATE TABLE t (n INTEGER PRIMARY KEY, v TEXT) STRICT")
    try database.transaction(.immediate) {
      for n in 0..<1_000 { try database.run("INSERT INTO t VALUES (\(n), \("row \(n)"))") }
    }
  }

  private func rows(_ database: Database) throws -> [String] {
    try database.values("SELECT v FROM t ORDER BY n")
  }

  @Test func `a backup holds everything, in place of what was there`() throws {
    let folder = try TemporaryFolder()
    let copy = try Database(path: folder.file(), access: .create)
    try copy.script("CREATE TABLE old (v); INSERT INTO old VALUES (1)")
    try database.backup(to: copy)
    #expect(try rows(copy) == rows(database))
    #expect(try copy.values("SELECT name FROM sqlite_schema") == ["t"])
    #expect(try copy.integrityCheck() == [])
    copy.close()
    let again = try Database(path: folder.file(), access: .readOnly)
    #expect(try rows(again) == rows(database))
  }

  @Test func `a backup does not wait for ever`() throws {
    let folder = try TemporaryFolder()
    let copy = try Database(path: folder.file(), access: .create, busyTimeout: 0)
    let other = try Database(path: folder.file(), access: .create)
    try other.transaction(.immediate) {
      let error = refusal { try database.backup(to: copy) }
      #expect(error?.stage == .backup)
      #expect(error?.code == .busy)
    }
    try database.backup(to: copy)
  }

  @Test func `a backup onto itself is refused`() {
    #expect(refusal { try database.backup(to: database) }?.stage == .backup)
  }

  @Test func `an image gives the same database, and can be changed`() throws {
    let image = try database.serialize()
    #expect(image.starts(with: Array("SQLite format 3\0".utf8)))
    let copy = try Database.deserialize(image)
    try copy.harden()
    #expect(try rows(copy) == rows(database))
    #expect(try copy.serialize() == image)
    try copy.transaction(.immediate) {
      for n in 1_000..<5_000 { try copy.run("INSERT INTO t VALUES (\(n), \("more"))") }
    }
    #expect(try rows(Database.deserialize(copy.serialize())).count == 5_000)
    #expect(try rows(database).count == 1_000)
  }

  @Test func `an empty database is no bytes`() throws {
    let image = try Database.inMemory().serialize()
    #expect(image == [])
    let copy = try Database.deserialize(image)
    try copy.script("CREATE TABLE t (v)")
    #expect(try copy.serialize().isEmpty == false)
  }

  @Test func `an image is not taken in the middle of a transaction`() throws {
    try database.transaction(.immediate) {
      #expect(refusal { _ = try database.serialize() }?.code == .misuse)
    }
  }

  @Test(arguments: [1, 15, 16, 100, 511, 512, 4_096, 10_000], [UInt8(0), 0x61, 0xff])
  func `other bytes are not a database`(count: Int, byte: UInt8) {
    let error = refusal {
      _ = try Database.deserialize([UInt8](repeating: byte, count: count))
    }
    #expect(error?.code == .notADatabase)
    #expect(error?.stage == .serialize)
  }

  @Test(arguments: [100, 512, 4_096, 8_192, 12_288])
  func `a part of an image is refused`(count: Int) throws {
    let image = try database.serialize()
    let error = refusal { _ = try Database.deserialize(Array(image.prefix(count))) }
    #expect([.corrupt, .notADatabase].contains(error?.code.primary))
  }

  @Test func `a sound database has no faults`() throws {
    #expect(try database.integrityCheck() == [])
  }

  @Test func `a row that refers to none is a fault, named without its values`() throws {
    try database.script(
      """
      CREATE TABLE c (v TEXT, n INTEGER REFERENCES t (n)) STRICT;
      INSERT INTO c VALUES ('private', 77777);
      """)
    #expect(try database.integrityCheck() == ["row 1 of c refers to no row of t"])
  }

  @Test func `a damaged page is a fault`() throws {
    var image = try database.serialize()
    // The second page is the root of the table: its cells point nowhere now.
    for offset in 4_100..<4_300 { image[offset] = 0xee }
    let damaged = try Database.deserialize(image)
    let faults = Result { try damaged.integrityCheck() }
    #expect((try? faults.get()) != [])
  }
}
