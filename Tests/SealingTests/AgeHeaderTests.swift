import Crypto
import Foundation
import Testing

@testable import Sealing

/// Headers written by somebody who knows the format, and the file key, but does not keep to it.
struct AgeHeaderTests {
  static let keys = DeviceKeys.generate()
  let key = FileKey()

  /// A file with these lines before the MAC, and a right MAC over them.
  private func file(_ text: String) throws -> [UInt8] {
    let covered = Array("age-encryption.org/v1\n\(text)---".utf8)
    let mac = HMAC<SHA256>.authenticationCode(for: covered, using: key.headerKey)
    let line = [UInt8(ascii: " ")] + Base64.encode(Array(mac)) + [0x0a]
    return try covered + line + Payload.seal([1, 2, 3], under: key)
  }

  private func ours() throws -> String {
    let stanza = try X25519Stanza(wrapping: key, for: recipient(Self.keys)).stanza
    return String(decoding: stanza.text, as: UTF8.self)
  }

  private func worded(logN: Int = 2) throws -> String {
    let stanza = try ScryptStanza(wrapping: key, with: passphrase(), logN: logN).stanza
    return String(decoding: stanza.text, as: UTF8.self)
  }

  // MARK: Stanzas of other kinds

  static let full = String(repeating: "QUJD", count: 16)

  @Test(arguments: [
    "-> a\n\n", "-> example.com/x a b !\"#$%&'()*+,-./:;<=>?@[]^_`{|}~\nAA\n", "-> x25519 a\n\n",
    "-> B\n\(full)\n\n", "-> B\n\(full)\n\(full)\nQUI\n", "-> mlkem768x25519 x\n\n",
  ])
  func `a stanza of another kind is passed over`(other: String) throws {
    for text in [try other + ours(), try ours() + other] {
      #expect(try Age.open(file(text), with: Self.keys) == [1, 2, 3])
    }
    #expect(throws: AgeError.noMatchingKey) { try Age.open(file(other), with: Self.keys) }
  }

  @Test(arguments: [
    "->\n\n", "-> \n\n", "->  a\n\n", "-> a  b\n\n", "-> a \n\n", "->a\n\n", "-> a\tb\n\n",
    "-> a\u{7f}\n\n", "-> é\n\n", "-> a\r\n\n", "-> a\n", "-> a\n\(full)\n", "-> a\nQUJ\n\n",
    "-> a\nA\n", "-> a\nAB\n", "-> a\nAA==\n", "-> a\nAA-_\n", "-> a\nQUI\r\n", "-> a\n QUI\n",
    "-> a\n\(full)QUJD\n", "-> a\nQUJD\nQUJD\n", "a\n\n", "- a\n\n", "\n", "-> a\n\u{0}\n",
  ])
  func `a stanza in any other form is damage`(other: String) throws {
    for text in [try other + ours(), try ours() + other] {
      #expect(throws: AgeError.damaged(.header)) { try Age.open(file(text), with: Self.keys) }
    }
  }

  @Test func `a header without a stanza is damage`() {
    #expect(throws: AgeError.damaged(.header)) { try Age.open(file(""), with: Self.keys) }
  }

  // MARK: Ours

  enum Change: String, CaseIterable {
    case noShare, more, shortShare, longShare, padded, lowerCase, shortBody, longBody, noBody
  }

  @Test(arguments: Change.allCases)
  func `a stanza of our own kind in another form is damage, beside a good one too`(
    change: Change
  ) throws {
    let good = try X25519Stanza(wrapping: key, for: recipient(Self.keys))
    let share = good.stanza.arguments[1]
    let (arguments, body): ([String], [UInt8]) =
      switch change {
      case .noShare: (["X25519"], good.wrapped)
      case .more: (["X25519", share, "a"], good.wrapped)
      case .shortShare: (["X25519", String(share.dropLast(3))], good.wrapped)
      case .longShare: (["X25519", share.dropLast() + "AAA"], good.wrapped)
      case .padded: (["X25519", share + "="], good.wrapped)
      case .lowerCase: (["x25519", share], good.wrapped)
      case .shortBody: (["X25519", share], good.wrapped.dropLast())
      case .longBody: (["X25519", share], good.wrapped + [0])
      case .noBody: (["X25519", share], [])
      }
    let text = String(decoding: Stanza(arguments, body: body).text, as: UTF8.self)
    let error: AgeError = change == .lowerCase ? .noMatchingKey : .damaged(.header)
    #expect(throws: error) { try Age.open(file(text), with: Self.keys) }
    if change == .lowerCase { return }
    #expect(throws: error) { try Age.open(file(ours() + text), with: Self.keys) }
  }

  /// Whoever chooses such a share knows the shared secret of every recipient.
  @Test(arguments: [
    String(repeating: "00", count: 32), "01" + String(repeating: "00", count: 31),
    "ec" + String(repeating: "ff", count: 30) + "7f",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    // Second spellings of the first three, and 1 with the bit that is not looked at.
    "ed" + String(repeating: "ff", count: 30) + "7f",
    "ee" + String(repeating: "ff", count: 30) + "7f",
    "01" + String(repeating: "00", count: 30) + "80",
  ])
  func `a share that makes the secret zero is refused`(hex: String) throws {
    let share = bytes(ofHex: hex)
    let wrapping = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: [UInt8](repeating: 0, count: 32)),
      salt: share + recipient(Self.keys).publicKey,
      info: Array("age-encryption.org/v1/X25519".utf8), outputByteCount: 32)
    let argument = String(decoding: Base64.encode(share), as: UTF8.self)
    let stanza = Stanza(["X25519", argument], body: try key.wrapped(under: wrapping))
    let text = String(decoding: stanza.text, as: UTF8.self)
    #expect(throws: AgeError.damaged(.header)) { try Age.open(file(text), with: Self.keys) }
  }

  @Test func `the MAC counts before the payload`() throws {
    let right = try file(ours())
    var changed = try file(ours() + "-> a\n\n")
    let place = try #require(Data(changed).range(of: Data("-> a".utf8)))
    changed[place.lowerBound + 3] = UInt8(ascii: "b")
    #expect(try Age.open(right, with: Self.keys) == [1, 2, 3])
    #expect(throws: AgeError.damaged(.headerMAC)) { try Age.open(changed, with: Self.keys) }
    changed[changed.count - 1] ^= 1
    #expect(throws: AgeError.damaged(.headerMAC)) { try Age.open(changed, with: Self.keys) }
  }

  // MARK: Passphrases

  @Test func `a stanza of a passphrase stands alone`() throws {
    #expect(try Age.open(file(worded()), with: passphrase()) == [1, 2, 3])
    let mixed = [
      try worded() + ours(), try ours() + worded(), try worded() + worded(),
      try worded() + "-> a\n\n", try "-> a\n\n" + worded(),
    ]
    for text in mixed {
      #expect(throws: AgeError.damaged(.header)) { try Age.open(file(text), with: passphrase()) }
      #expect(throws: AgeError.damaged(.header)) { try Age.open(file(text), with: Self.keys) }
    }
  }

  @Test(arguments: Array(21...64) + [100, 1 << 32, Int.max])
  func `a header that asks for too much work is refused before any`(logN: Int) throws {
    let text = try worded().replacing(" 2\n", with: " \(logN)\n")
    // Had any been taken, it would be the wrong passphrase.
    #expect(throws: AgeError.tooMuchWork(logN: logN)) {
      try Age.open(file(text), with: passphrase())
    }
  }

  @Test(arguments: [
    "0", "02", "+2", "-2", "0x2", "2a", "a", "２", "2 2", "", "18446744073709551618",
    "340282366920938463463374607431768211458",
  ])
  func `a cost that is no plain number is damage`(text: String) throws {
    let changed = try worded().replacing(" 2\n", with: text.isEmpty ? "\n" : " \(text)\n")
    #expect(throws: AgeError.damaged(.header)) {
      try Age.open(file(changed), with: passphrase())
    }
  }

  @Test(arguments: [0, 15, 17, 32])
  func `a salt of another length is damage`(count: Int) throws {
    let good = try ScryptStanza(wrapping: key, with: passphrase(), logN: 2)
    let salt = Base64.encode([UInt8](repeating: 1, count: count))
    let stanza = Stanza(
      ["scrypt", String(decoding: salt, as: UTF8.self), "2"], body: good.wrapped)
    let text = String(decoding: stanza.text, as: UTF8.self)
    #expect(throws: AgeError.damaged(.header)) { try Age.open(file(text), with: passphrase()) }
  }

  // MARK: Bounds

  @Test func `more than 256 stanzas, or 64 KiB of them, are not read`() throws {
    let most = String(repeating: "-> a\n\n", count: 255)
    #expect(try Age.open(file(most + ours()), with: Self.keys) == [1, 2, 3])
    #expect(throws: AgeError.damaged(.header)) {
      try Age.open(file(most + "-> a\n\n" + ours()), with: Self.keys)
    }
    let long = "-> a\n" + String(repeating: Self.full + "\n", count: 1000) + "\n"
    #expect(try Age.open(file(long + ours()), with: Self.keys) == [1, 2, 3])
    let tooLong = "-> a\n" + String(repeating: Self.full + "\n", count: 1010) + "\n"
    #expect(throws: AgeError.damaged(.header)) {
      try Age.open(file(tooLong + ours()), with: Self.keys)
    }
  }
}

private func bytes(ofHex text: String) -> [UInt8] {
  let digits = text.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
}
