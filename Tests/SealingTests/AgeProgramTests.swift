import Files
import Fixtures
import Foundation
import Sealing
import SystemPackage
import Testing

/// What the program `age` makes of our key files. It has to be installed: `apt install age`.
struct AgeProgramTests {
  let temporary: TemporaryFolder
  let keys: DeviceKeys
  let file: FilePath

  init() throws {
    temporary = try TemporaryFolder()
    keys = DeviceKeys.generate()
    try keys.save(in: temporary.folder)
    file = temporary.path.appending("\(keys.fingerprint).key")
  }

  @Test func `age-keygen finds our recipient in the key file`() throws {
    #expect(try run("age-keygen", "-y", file.string) == Data("\(keys.recipient)\n".utf8))
  }

  @Test func `age opens with the key file what it sealed for our recipient`() throws {
    let plain = temporary.path.appending("plain")
    let sealed = temporary.path.appending("sealed")
    let content = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    try PrivateFile.write(content, to: plain)
    _ = try run("age", "-r", keys.recipient, "-o", sealed.string, plain.string)
    #expect(try run("age", "-d", "-i", file.string, sealed.string) == Data(content))
  }

  @Test func `a key made by age-keygen has the recipient age-keygen says`() throws {
    let made = String(decoding: try run("age-keygen"), as: UTF8.self)
    let secret = try #require(made.split(separator: "\n").last)
    // In place of our own identity, in our own file.
    let ours = String(decoding: try PrivateFile.read(file, atMost: 1024), as: UTF8.self)
    let lines = ours.split(separator: "\n")
    try PrivateFile.write(Array("\(lines[0])\n\(lines[1])\n\(secret)\n".utf8), to: file)
    let loaded = try DeviceKeys.load(from: temporary.folder, fingerprint: keys.fingerprint)
    #expect(made.contains("# public key: \(loaded.recipient)\n"))
  }

  private func run(_ program: String, _ arguments: String...) throws -> Data {
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
    return data
  }
}
