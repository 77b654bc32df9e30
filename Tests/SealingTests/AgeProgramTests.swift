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

  // MARK: What is sealed here

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 300_000])
  func `age opens what we sealed for a key, armored or not`(size: Int) throws {
    let bytes = content(size, seed: 7)
    let binary = try Age.seal(bytes, to: [recipient(.generate()), recipient(keys)])
    for sealed in [binary, Armor.encode(binary)] {
      let path = temporary.path.appending("sealed")
      try PrivateFile.write(sealed, to: path)
      #expect(try run("age", "-d", "-i", file.string, path.string) == Data(bytes))
    }
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 300_000], [false, true])
  func `we open what age sealed for a key, armored or not`(size: Int, armored: Bool) throws {
    let bytes = content(size, seed: 8)
    let path = temporary.path.appending("plain")
    try PrivateFile.write(bytes, to: path)
    let others = ["-r", DeviceKeys.generate().recipient] + (armored ? ["-a"] : [])
    let sealed = try run("age", ["-r", keys.recipient] + others + [path.string])
    #expect(Age.isSealed(Array(sealed)))
    #expect(try Age.open(Array(sealed), with: keys) == bytes)
    if armored { #expect(try Armor.encode(Armor.decode(Array(sealed))) == Array(sealed)) }
  }

  @Test(.enabled(if: AgeAtTerminal.isPossible, "no setsid, which keeps age from our terminal"))
  func `age opens what we sealed with a passphrase, a locked key file too`() throws {
    let bytes = content(70_000, seed: 9)
    let sealed = temporary.path.appending("sealed")
    let word = "correct horse 口令"
    try PrivateFile.write(Age.seal(bytes, with: passphrase(word), work: 10), to: sealed)
    let plain = temporary.path.appending("opened")
    try AgeAtTerminal.run(["-d", "-o", plain.string, sealed.string], typing: [word])
    #expect(try PrivateFile.read(plain, atMost: 100_000) == bytes)

    let before = try PrivateFile.read(file, atMost: 1024)
    try keys.replace(in: temporary.folder, passphrase: passphrase(word), work: 10)
    try AgeAtTerminal.run(["-d", "-o", plain.string, file.string], typing: [word])
    #expect(try PrivateFile.read(plain, atMost: 1024) == before)
  }

  @Test(.enabled(if: AgeAtTerminal.isPossible, "no setsid, which keeps age from our terminal"))
  func `we open what age sealed with a passphrase, a key file too`() throws {
    let word = "correct horse 口令"
    let sealed = temporary.path.appending("sealed")
    try AgeAtTerminal.run(["-p", "-o", sealed.string, file.string], typing: [word, word])
    let bytes = try PrivateFile.read(sealed, atMost: 1024)
    try PrivateFile.write(bytes, to: file)
    let loaded = try DeviceKeys.load(
      from: temporary.folder, fingerprint: keys.fingerprint, passphrase: passphrase(word))
    #expect(loaded == keys)
  }

  private func run(_ program: String, _ arguments: String...) throws -> Data {
    try run(program, arguments)
  }

  private func run(_ program: String, _ arguments: [String]) throws -> Data {
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
