import Agreements
import Files
import Fixtures
import Foundation
import SQLite
import Sealing
import Storage
import SystemPackage
import Testing

struct ArchiveTests {
  let home: Household

  init() throws {
    home = try Household()
    try home.agree(try Wording("一起做饭"))
    try home.annasKeys.save(in: home.folder)
    try PrivateFile.createNew(
      try home.sealedVault([0, 1, 2]), at: home.folder.path.appending(home.vaultName(home.anna)))
    try PrivateFile.createNew([9], at: home.folder.path.appending("notes.txt"))
  }

  private var key: String { get throws { try home.annasKeys.file } }
  private var files: [String] {
    get throws { [try key, "accord.db", home.vaultName(home.anna)].sorted() }
  }

  private func empty(_ name: String) throws -> Folder {
    let folder = Folder(home.temporary.path.appending(name))
    try folder.create()
    return folder
  }

  @Test func `what is unpacked is the store with its keys and private sides, and no more`() throws {
    let archive = try home.store.archive(at: 0)
    #expect(archive.check.diagnosis.findings.isEmpty && archive.check.diagnosis.agreements == 1)
    #expect(archive.check.faults.isEmpty)
    let folder = try empty("unpacked")
    try Store.unpack(archive.bytes, into: folder)
    #expect(try folder.entries() == files)
    #expect(try folder.widerThanPrivate().isEmpty)
    let copy = try Store.reading(folder)
    #expect(try copy.tables() == home.store.tables())
    #expect(try copy.entries() == home.store.entries())
    for name in try files where name != "accord.db" {
      #expect(try folder.contents()[name] == home.folder.contents()[name])
    }
  }

  @Test func `making one changes nothing and writes nothing`() throws {
    home.store.close()
    let before = try home.folder.contents()
    _ = try Store.reading(home.folder).archive(at: 0)
    #expect(try home.folder.contents() == before)
    #expect(try Folder(home.temporary.path).entries() == ["store"])
  }

  @Test func `a damaged store is not archived`() throws {
    try home.raw().script("UPDATE agreement SET title = 'Other'")
    #expect(throws: StoreError.damaged) { try home.store.archive(at: 0) }
  }

  @Test func `sqlite3 unpacks it`() throws {
    let file = home.temporary.path.appending("archive.sqlar")
    try PrivateFile.createNew(try home.store.archive(at: 0).bytes, at: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sqlite3", file.string, "-At"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let listed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let names = String(decoding: listed, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(try names.sorted() == files)
  }

  @Test(arguments: [
    "UPDATE sqlar SET name = '../a0.key' WHERE name = 'KEY'",
    "UPDATE sqlar SET name = '/tmp/a0.key' WHERE name = 'KEY'",
    "UPDATE sqlar SET name = 'a0.key/x.key' WHERE name = 'KEY'",
    "UPDATE sqlar SET name = 'accord.db-journal' WHERE name = 'KEY'",
    "UPDATE sqlar SET name = '.key' WHERE name = 'KEY'",
    "UPDATE sqlar SET name = 'A0.key' WHERE name = 'KEY'",
    "UPDATE sqlar SET name = NULL WHERE name = 'KEY'",
    "UPDATE sqlar SET name = x'61302e6b6579' WHERE name = 'KEY'",
    "UPDATE sqlar SET sz = sz + 1 WHERE name = 'KEY'",
    "UPDATE sqlar SET data = NULL WHERE name = 'KEY'",
    "DELETE FROM sqlar WHERE name = 'accord.db'",
    "DROP TABLE sqlar",
    "ALTER TABLE sqlar RENAME COLUMN data TO bytes",
  ])
  func `an archive that was changed is refused`(change: String) throws {
    let archive = try Database.deserialize(try home.store.archive(at: 0).bytes)
    try archive.script(change.replacing("KEY", with: try key))
    let bytes = try archive.serialize()
    let folder = try empty("unpacked")
    #expect(throws: StoreError.damaged) { try Store.unpack(bytes, into: folder) }
    #expect(try Folder(home.temporary.path).entries() == ["store", "unpacked"])
  }

  @Test(arguments: [0, 1, 100, 4_096])
  func `what is no archive is refused`(length: Int) throws {
    let bytes = Array(try home.store.archive(at: 0).bytes.prefix(length))
    let folder = try empty("unpacked")
    #expect(throws: StoreError.damaged) { try Store.unpack(bytes, into: folder) }
    #expect(try folder.entries().isEmpty)
  }
}
