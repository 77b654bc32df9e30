import Fixtures
import Foundation
import SystemPackage
import Testing

@testable import SQLite

struct OpeningTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func makeFile(_ name: String = "some.db") throws -> String {
    let path = folder.file(name)
    let database = try Database(path: path, access: .create)
    try database.script("CREATE TABLE t (v UNIQUE); INSERT INTO t VALUES (1)")
    return path
  }

  @Test(arguments: [
    "a?b.db", "a%20b.db", "a b.db", "约定.db", "file:x?mode=memory", ":memory:", "a#b", "-", "a'\"b",
  ])
  func `a path is a path and nothing else`(name: String) throws {
    let path = try makeFile(name)
    #expect(try folder.names == [name])
    let database = try Database(path: path, access: .readOnly)
    #expect(try database.value("SELECT v FROM t") == 1)
  }

  @Test(arguments: [Database.Access.readOnly, .readWrite])
  func `a file that is not there is not made`(access: Database.Access) throws {
    let error = refusal { _ = try Database(path: folder.file(), access: access) }
    #expect(error?.stage == .open)
    #expect(error?.code.primary == .cantOpen)
    #expect(error?.systemError == ENOENT)
    #expect(try folder.names == [])
  }

  @Test(arguments: ["", "/", "no/such/folder.db", "a\u{0}b"])
  func `a path that names no file is refused`(name: String) throws {
    let error = refusal { _ = try Database(path: folder.file(name), access: .create) }
    #expect(error?.code.primary == .cantOpen)
    #expect(error?.systemError == ENOENT)
    #expect(try folder.names == [])
  }

  @Test func `a folder is not a database`() {
    let error = refusal { _ = try Database(path: folder.path.string, access: .create) }
    #expect(error?.code.primary == .cantOpen)
  }

  @Test(arguments: [Database.Access.readOnly, .readWrite, .create])
  func `a symbolic link to a file is refused`(access: Database.Access) throws {
    let path = try makeFile()
    let link = folder.file("link.db")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let error = refusal { _ = try Database(path: link, access: access) }
    #expect(error?.code == .cantOpenSymlink)
  }

  @Test func `a symbolic link to its folder is followed`() throws {
    _ = try makeFile()
    let other = try TemporaryFolder()
    let link = other.file("folder")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.path.string)
    let database = try Database(path: link + "/some.db", access: .readOnly)
    #expect(try database.value("SELECT v FROM t") == 1)
  }

  @Test func `a read-only connection does not write`() throws {
    let database = try Database(path: try makeFile(), access: .readOnly)
    let error = refusal { try database.run("INSERT INTO t VALUES (2)") }
    #expect(error?.code == .readOnly)
    #expect(error?.stage == .step)
  }

  @Test(arguments: [Database.Access.readWrite, .create])
  func `a file that cannot be written is not opened for writing`(
    access: Database.Access
  ) throws {
    let path = try makeFile()
    chmod(path, 0o444)
    chmod(folder.path.string, 0o755)
    try withoutPrivileges {
      #expect(refusal { _ = try Database(path: path, access: access) }?.code == .readOnly)
    }
  }

  @Test func `a file of something else is not a database`() throws {
    let path = folder.file()
    try Data(repeating: 0x61, count: 5_000).write(to: URL(fileURLWithPath: path))
    let error = refusal {
      try Database(path: path, access: .readWrite).run("SELECT count(*) FROM sqlite_schema")
    }
    #expect(error?.code == .notADatabase)
  }

  @Test func `another connection's lock is waited for, then told`() throws {
    let path = try makeFile()
    let first = try Database(path: path, access: .readWrite)
    let second = try Database(path: path, access: .readWrite, busyTimeout: 60)
    try first.transaction(.immediate) {
      let start = ContinuousClock.now
      let error = refusal { try second.transaction(.immediate) {} }
      #expect(error?.code == .busy)
      #expect(error?.stage == .begin)
      #expect(error?.rolledBack == true)
      #expect(ContinuousClock.now - start >= .milliseconds(50))
    }
    try second.transaction(.immediate) { try second.run("INSERT INTO t VALUES (2)") }
    #expect(try first.value("SELECT count(*) FROM t") == 2)
  }

  @Test func `a deferred transaction that only reads takes no write lock`() throws {
    let path = try makeFile()
    let writer = try Database(path: path, access: .readWrite)
    let reader = try Database(path: path, access: .readOnly, busyTimeout: 0)
    try writer.transaction(.immediate) {
      let value = try reader.transaction(.deferred) {
        try reader.value("SELECT v FROM t", as: Int.self)
      }
      #expect(value == 1)
    }
  }
}
