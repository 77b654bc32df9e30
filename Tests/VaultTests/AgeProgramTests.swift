import Agreements
import Fixtures
import Foundation
import Sealing
import SystemPackage
import Testing
import Vault

/// People open their own vault without Accord. `age` and `sqlite3` have to be installed.
struct AgeProgramTests {
  @Test func `age opens a vault with the key file, and sqlite3 reads what it gives`() throws {
    let room = try Room()
    let keyFolder = try TemporaryFolder()
    try room.keys.save(in: keyFolder.folder)
    let id = try room.change { pen in
      for number in 0..<100 {
        _ = try pen.add(Samples.reflection("note \(number)"), at: .on(day: number))
      }
      return try pen.add(Samples.need("a call on Sunday"), at: .on(day: 0))
    }
    let plain = keyFolder.path.appending("vault.db")
    _ = try run(
      "age", "-d", "-i", keyFolder.path.appending("\(room.keys.fingerprint).key").string, "-o",
      plain.string, room.file.string)
    #expect(
      try run("sqlite3", "-readonly", plain.string, "SELECT id, text FROM need")
        == "\(id.text)|a call on Sunday\n")
    #expect(
      try run("sqlite3", "-readonly", plain.string, "PRAGMA integrity_check") == "ok\n")
    #expect(
      try run("sqlite3", "-readonly", plain.string, "SELECT count(*) FROM reflection") == "100\n")
  }

  private func run(_ program: String, _ arguments: String...) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(program) failed or is not installed")
    return String(decoding: data, as: UTF8.self)
  }
}
