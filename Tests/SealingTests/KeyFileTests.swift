import Agreements
import Files
import Fixtures
import Foundation
import Journal
import SystemPackage
import Testing

@testable import Sealing

struct KeyFileTests {
  let temporary: TemporaryFolder
  let keys: DeviceKeys
  var folder: Folder { temporary.folder }
  var file: FilePath { temporary.path.appending("\(keys.fingerprint).key") }

  init() throws {
    temporary = try TemporaryFolder()
    keys = DeviceKeys.generate()
  }

  private func refusal() -> KeyFileError? {
    do throws(KeyFileError) {
      _ = try DeviceKeys.load(from: folder, fingerprint: keys.fingerprint)
      return nil
    } catch {
      return error
    }
  }

  // MARK: Keys

  @Test func `the fingerprint is taken from the SHA-256 of the signing public key`() throws {
    // RFC 8032, test 1.
    let seed: [UInt8] = [
      0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c,
      0xc4, 0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae,
      0x7f, 0x60,
    ]
    let keys = try #require(DeviceKeys(identity: seed, signingSeed: seed))
    #expect(keys.signingPublicKey.prefix(4) == [0xd7, 0x5a, 0x98, 0x01])
    #expect(keys.fingerprint == "21fe31dfa154a261")
    #expect(DeviceKeys.fingerprint(of: keys.signingPublicKey) == keys.fingerprint)
  }

  @Test func `the journal calls the device by the same fingerprint`() throws {
    let key = try keys.withSigningSeed { try SigningKey(seed: $0).verifying }
    #expect(key.device.text == keys.fingerprint)
    #expect(key.bytes == keys.signingPublicKey)
  }

  @Test func `new keys differ`() {
    let other = DeviceKeys.generate()
    #expect(other.identity != keys.identity)
    #expect(other.signingSeed != keys.signingSeed)
    #expect(other.signingSeed != other.identity)
    #expect(other != keys)
    #expect(other.withSigningSeed(\.count) == 32 && other.withIdentity(\.count) == 32)
  }

  @Test(arguments: [(0, 32), (31, 32), (32, 31), (33, 32), (32, 64)])
  func `secrets of another length are refused`(identity: Int, seed: Int) {
    let keys = DeviceKeys(
      identity: [UInt8](repeating: 1, count: identity),
      signingSeed: [UInt8](repeating: 1, count: seed))
    #expect(keys == nil)
  }

  @Test func `printing keys shows no secret`() {
    var dumped = ""
    dump(keys, to: &dumped)
    let (identity, seed) = (keys.withIdentity { $0 }, keys.withSigningSeed { $0 })
    for text in ["\(keys)", String(reflecting: keys), String(describing: [keys]), dumped] {
      #expect(text.contains(keys.fingerprint))
      #expect(!text.contains("\(identity[0]), \(identity[1])"))
      #expect(!text.contains("\(seed[0]), \(seed[1])"))
      #expect(text.count < 100)
    }
  }

  // MARK: Files

  @Test func `saved keys are loaded again from a private file`() throws {
    try keys.save(in: folder)
    #expect(try DeviceKeys.load(from: folder, fingerprint: keys.fingerprint) == keys)
    #expect(try Stat(file).permissions == [.ownerRead, .ownerWrite])
    #expect(try DeviceKeys.available(in: folder) == [keys.fingerprint])
  }

  @Test func `the file is three lines`() throws {
    try keys.save(in: folder)
    let text = String(decoding: try PrivateFile.read(file, atMost: 1024), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4)
    #expect(lines[0] == "# accord key 1, keep it to yourself: whoever has it can act as you")
    #expect(lines[1].hasPrefix("# signing ACCORD-SIGNING-KEY-1"))
    #expect(lines[2].hasPrefix("AGE-SECRET-KEY-1"))
    #expect(lines[3].isEmpty)
  }

  @Test func `a key file is never replaced`() throws {
    try keys.save(in: folder)
    let before = try PrivateFile.read(file, atMost: 1024)
    #expect(throws: FileError(.create, .fileExists)) { try keys.save(in: folder) }
    #expect(try PrivateFile.read(file, atMost: 1024) == before)
  }

  @Test func `only names that are a fingerprint are listed`() throws {
    let names = [
      "00000000000000ab.key", "0123456789abcdef.key", "0123456789ABCDEF.key", "0123.key",
      "0123456789abcdef.key.bak", "0123456789abcdef", ".0123456789abcdef.key.1f.tmp",
      "0123456789abcdeg.key", "notes.txt", ".key",
    ]
    for name in names { try PrivateFile.write([], to: temporary.path.appending(name)) }
    #expect(try DeviceKeys.available(in: folder) == ["00000000000000ab", "0123456789abcdef"])
  }

  @Test(arguments: ["0123456789abcdef", "", "../secret", "0123456789ABCDEF"])
  func `keys that are not there are missing`(fingerprint: String) {
    #expect(throws: KeyFileError.missing) {
      try DeviceKeys.load(from: folder, fingerprint: fingerprint)
    }
  }

  @Test(arguments: [0o640, 0o604, 0o660, 0o610, 0o601, 0o666] as [mode_t])
  func `a key file others have a permission for is refused`(mode: mode_t) throws {
    try keys.save(in: folder)
    #expect(chmod(file.string, mode) == 0)
    #expect(refusal() == .exposed(.openToOthers))
    #expect(chmod(file.string, 0o400) == 0)
    #expect(refusal() == nil)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
  func `a key file of another user is refused`() throws {
    try keys.save(in: folder)
    #expect(chown(file.string, 65534, 65534) == 0)
    #expect(refusal() == .exposed(.ownedByAnother))
  }

  @Test func `a link to a key file is refused`() throws {
    try keys.save(in: folder)
    #expect(rename(file.string, file.string + ".moved") == 0)
    #expect(symlink(file.string + ".moved", file.string) == 0)
    #expect(refusal() == .exposed(.notAFile))
  }

  @Test func `a folder or a pipe by the name of a key file is refused`() throws {
    try Folder(file).create()
    #expect(refusal() == .exposed(.notAFile))
    #expect(rmdir(file.string) == 0)
    #expect(mkfifo(file.string, 0o600) == 0)
    #expect(refusal() == .exposed(.notAFile))
  }

  @Test func `a key file by another's name is refused`() throws {
    let other = DeviceKeys.generate()
    try other.save(in: folder)
    #expect(rename(temporary.path.appending("\(other.fingerprint).key").string, file.string) == 0)
    #expect(refusal() == .otherDevice(fingerprint: other.fingerprint))
  }

  // MARK: Damage

  @Test func `no changed, missing or additional character passes`() throws {
    try keys.save(in: folder)
    let bytes = try PrivateFile.read(file, atMost: 1024)
    for place in bytes.indices {
      for mask: UInt8 in [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80] {
        var changed = bytes
        changed[place] ^= mask
        try expectDamaged(changed)
      }
      var shorter = bytes
      shorter.remove(at: place)
      try expectDamaged(shorter)
      for extra in [UInt8(ascii: "Q"), UInt8(ascii: "\n"), UInt8(ascii: " ")] {
        try expectDamaged(bytes[..<place] + [extra] + bytes[place...])
      }
    }
  }

  enum Damage: String, CaseIterable {
    case empty, windowsLines, noLastLineFeed, lineAfter, lineBefore, twice, swapped, lowerCase
    case tooLong, byteOrderMark, zeros, withoutSigning
  }

  @Test(arguments: Damage.allCases)
  func `a key file in any other form is refused`(damage: Damage) throws {
    try keys.save(in: folder)
    let text = String(decoding: try PrivateFile.read(file, atMost: 1024), as: UTF8.self)
    let lines = text.split(separator: "\n").map { "\($0)\n" }
    let changed =
      switch damage {
      case .empty: ""
      case .windowsLines: text.replacingOccurrences(of: "\n", with: "\r\n")
      case .noLastLineFeed: String(text.dropLast())
      case .lineAfter: text + "# a note\n"
      case .lineBefore: "\n" + text
      case .twice: text + text
      case .swapped: lines[0] + lines[2] + lines[1]
      case .lowerCase: lines[0] + lines[1] + lines[2].lowercased()
      case .tooLong: text + String(repeating: "#", count: KeyFile.limit)
      case .byteOrderMark: "\u{feff}" + text
      case .zeros: String(repeating: "\0", count: text.utf8.count)
      case .withoutSigning: lines[0] + lines[2]
      }
    try expectDamaged(Array(changed.utf8))
  }

  /// Without the sync of `PrivateFile.write`, there are thousands of these.
  private func expectDamaged(_ bytes: some Sequence<UInt8>) throws {
    let descriptor = try FileDescriptor.open(file, .writeOnly, options: [.truncate])
    try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
    #expect(refusal() == .damaged)
  }
}
