import Files
import Fixtures
import Foundation
import SystemPackage
import Testing

@testable import Sealing

/// Key files sealed with a passphrase.
struct LockedKeyFileTests {
  let temporary: TemporaryFolder
  let keys: DeviceKeys
  var folder: Folder { temporary.folder }
  var file: FilePath { temporary.path.appending("\(keys.fingerprint).key") }

  init() throws {
    temporary = try TemporaryFolder()
    keys = DeviceKeys.generate()
    try keys.save(in: folder)
  }

  private func load(_ word: String? = nil) throws(KeyFileError) -> DeviceKeys {
    try DeviceKeys.load(
      from: folder, fingerprint: keys.fingerprint, passphrase: word.map { passphrase($0) })
  }

  private func isLocked() throws(KeyFileError) -> Bool {
    try DeviceKeys.isLocked(in: folder, fingerprint: keys.fingerprint)
  }

  private func lock(_ word: String?) throws(KeyFileError) {
    try keys.replace(in: folder, passphrase: word.map { passphrase($0) }, work: 2)
  }

  @Test func `a locked key file opens with its passphrase alone`() throws {
    #expect(try !isLocked())
    try lock("first")
    #expect(try isLocked())
    #expect(try load("first") == keys)
    #expect(throws: KeyFileError.locked) { try load() }
    #expect(throws: KeyFileError.wrongPassphrase) { try load("second") }
    #expect(try DeviceKeys.available(in: folder) == [keys.fingerprint])
    #expect(try Stat(file).permissions == [.ownerRead, .ownerWrite])
  }

  @Test func `a passphrase can be changed, and taken away`() throws {
    let plain = try PrivateFile.read(file, atMost: 1024)
    try lock("first")
    try lock("second")
    #expect(try load("second") == keys)
    #expect(throws: KeyFileError.wrongPassphrase) { try load("first") }
    try lock(nil)
    #expect(try !isLocked())
    #expect(try load() == keys)
    #expect(try PrivateFile.read(file, atMost: 1024) == plain)
  }

  @Test func `a passphrase that is not needed does no harm`() throws {
    #expect(try load("any") == keys)
  }

  @Test func `a locked key file holds none of the three lines`() throws {
    let plain = try PrivateFile.read(file, atMost: 1024)
    try lock("first")
    let locked = Data(try PrivateFile.read(file, atMost: 1024))
    for line in plain.split(separator: 0x0a) { #expect(locked.range(of: Data(line)) == nil) }
    #expect(locked.range(of: Data(keys.withIdentity { $0 })) == nil)
    #expect(locked.range(of: Data(keys.withSigningSeed { $0 })) == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path.string).count == 1)
  }

  @Test func `unless told otherwise a try costs 2^17`() throws {
    try keys.replace(in: folder, passphrase: passphrase())
    let header = try Header(of: PrivateFile.read(file, atMost: 1024))
    guard case .passphrase(let stanza) = header.lock else {
      Issue.record("not sealed with a passphrase")
      return
    }
    #expect(stanza.logN == 17)
  }

  // MARK: What is refused

  @Test func `no changed, missing or additional byte passes`() throws {
    try lock("first")
    let bytes = try PrivateFile.read(file, atMost: 1024)
    func expectRefused(_ changed: some Sequence<UInt8>, _ comment: Comment) throws {
      let descriptor = try FileDescriptor.open(file, .writeOnly, options: [.truncate])
      try descriptor.closeAfter { _ = try descriptor.writeAll(changed) }
      #expect(throws: KeyFileError.self, comment) { try load("first") }
    }
    for place in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= 1 << bit
        try expectRefused(changed, "bit \(bit) of byte \(place)")
      }
      try expectRefused(bytes[..<place], "\(place) bytes")
      try expectRefused(bytes[..<place] + [0x0a] + bytes[place...], "a line feed at \(place)")
    }
    try expectRefused(bytes + [0x0a], "a line feed behind")
    try expectRefused([UInt8](repeating: 0x0a, count: KeyFile.limit + 1), "too long")
  }

  @Test func `only a binary file sealed with a passphrase is a key file`() throws {
    let plain = try PrivateFile.read(file, atMost: 1024)
    let sealed = try Age.seal(plain, with: passphrase(), work: 2)
    let others: [[UInt8]] = [
      Armor.encode(sealed), try Age.seal(plain, to: [recipient(keys)]),
      try Age.seal([], with: passphrase(), work: 2),
      try Age.seal(plain + [0x0a], with: passphrase(), work: 2),
      try Age.seal(sealed, with: passphrase(), work: 2),
    ]
    for bytes in others {
      try PrivateFile.write(bytes, to: file)
      #expect(throws: KeyFileError.damaged) { try load("correct horse") }
    }
    try PrivateFile.write(sealed, to: file)
    #expect(try load("correct horse") == keys)
  }

  @Test(arguments: [21, 40, 64])
  func `a key file that asks for too much work is not tried`(logN: Int) throws {
    try lock("first")
    let text = try PrivateFile.read(file, atMost: 1024)
    let place = try #require(Data(text).range(of: Data(" 2\n".utf8)))
    let changed =
      text[..<place.lowerBound] + Array(" \(logN)\n".utf8) + text[place.upperBound...]
    try PrivateFile.write(Array(changed), to: file)
    #expect(throws: KeyFileError.tooMuchWork(logN: logN)) { try load("first") }
  }

  @Test func `a locked key file by another's name is refused`() throws {
    let other = DeviceKeys.generate()
    try other.save(in: folder)
    try other.replace(in: folder, passphrase: passphrase("first"), work: 2)
    #expect(rename(temporary.path.appending("\(other.fingerprint).key").string, file.string) == 0)
    #expect(throws: KeyFileError.otherDevice(fingerprint: other.fingerprint)) {
      try load("first")
    }
  }

  @Test(arguments: [0o640, 0o604] as [mode_t])
  func `a key file others have a permission for stays refused, and as it is`(
    mode: mode_t
  ) throws {
    try lock("first")
    let before = try PrivateFile.read(file, atMost: 1024)
    #expect(chmod(file.string, mode) == 0)
    #expect(throws: KeyFileError.exposed(.openToOthers)) { try load("first") }
    #expect(throws: KeyFileError.exposed(.openToOthers)) { try isLocked() }
    #expect(throws: KeyFileError.exposed(.openToOthers)) { try lock("second") }
    #expect(try PrivateFile.read(file, atMost: 1024) == before)
  }

  @Test func `nothing is locked where there is nothing`() throws {
    #expect(unlink(file.string) == 0)
    #expect(throws: KeyFileError.missing) { try lock("first") }
    #expect(throws: KeyFileError.missing) { try isLocked() }
    #expect(try DeviceKeys.available(in: folder) == [])
  }

  @Test func `a cost that would be refused later is refused at once`() throws {
    let before = try PrivateFile.read(file, atMost: 1024)
    #expect(throws: KeyFileError.tooMuchWork(logN: 21)) {
      try keys.replace(in: folder, passphrase: passphrase(), work: 21)
    }
    #expect(try PrivateFile.read(file, atMost: 1024) == before)
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `a file that cannot be written stays as it was`() throws {
    let before = try PrivateFile.read(file, atMost: 1024)
    #expect(chmod(temporary.path.string, 0o500) == 0)
    #expect(throws: KeyFileError.unwritable(FileError(.open, .permissionDenied))) {
      try lock("first")
    }
    #expect(try PrivateFile.read(file, atMost: 1024) == before)
  }
}
