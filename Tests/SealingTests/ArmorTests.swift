import Fixtures
import Foundation
import Testing

@testable import Sealing

struct ArmorTests {
  private static let begin = "-----BEGIN AGE ENCRYPTED FILE-----"
  private static let end = "-----END AGE ENCRYPTED FILE-----"

  private func decode(_ text: String) throws(AgeError) -> [UInt8] {
    try Armor.decode(Array(text.utf8))
  }

  @Test(arguments: [0, 1, 2, 3, 47, 48, 49, 95, 96, 97, 1000])
  func `armor is the PEM that Foundation writes`(size: Int) throws {
    let bytes = content(size, seed: 6)
    let base64 = Data(bytes).base64EncodedString(
      options: [.lineLength64Characters, .endLineWithLineFeed])
    let body = base64.isEmpty ? "" : base64 + "\n"
    let text = "\(Self.begin)\n\(body)\(Self.end)\n"
    #expect(Armor.encode(bytes) == Array(text.utf8))
    #expect(try decode(text) == bytes)
  }

  @Test(arguments: [
    "\(begin)\r\nQUJD\r\n\(end)\r\n", "\(begin)\nQUJD\r\n\(end)", " \t\r\n\(begin)\nQUJD\n\(end)",
    "\(begin)\nQUJD\n\(end) \t\r\n\n",
  ])
  func `line ends of Windows, and white space around, mean nothing`(text: String) throws {
    #expect(try decode(text) == Array("ABC".utf8))
  }

  static let full = String(repeating: "QUJD", count: 16)

  @Test(arguments: [
    "\nQUJD\n", "QUJD\n\n", " QUJD\n", "QUJD \n", "QU JD\n", "QUJ\n", "QUI\n", "QUI==\n",
    "QUJ=\n", "QR==\n", "Q===\n", "====\n", "=\n", "QUJDQ=JD\n", "QUI=\nQUI=\n", "QUJD\nQUJD\n",
    "\(full)QUJD\n", "\(full)\n\n", "QUI\n=\n", "\(full.dropLast())\n\(full)\n", "QU-_\n",
    "QUJD\n=abcd\n", "Comment: a\n\nQUJD\n", "QUJD\r\r\n", "QUJD\rQUJD\n", "QUJD",
  ])
  func `a body in any other form is damage`(body: String) {
    #expect(throws: AgeError.damaged(.armor)) { try decode("\(Self.begin)\n\(body)\(Self.end)\n") }
  }

  @Test(arguments: [
    "", "QUJD", begin, "\(begin)\n", "\(begin)\nQUJD\n", "\(begin)\nQUJD\n-----END-----\n",
    "\(begin)\nQUJD\n\(end)a\n", "\(begin)\nQUJD\n\(end)\na\n", "a\n\(begin)\nQUJD\n\(end)\n",
    "\(begin) \nQUJD\n\(end)\n", "\(begin)\nQUJD\n \(end)\n", "-\(begin)\nQUJD\n\(end)\n",
    "\(begin.lowercased())\nQUJD\n\(end)\n", "\(begin)\nQUJD\n\(end.lowercased())\n",
    "\(begin)\nQUJD\n\(end)\n\(begin)\nQUJD\n\(end)\n", "\u{feff}\(begin)\nQUJD\n\(end)\n",
    "\(begin)\(end)",
  ])
  func `marks in any other form are no armor, or damaged`(text: String) {
    #expect(throws: AgeError.self) { try decode(text) }
  }
}

struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
    ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"),
  ])
  func `the texts of RFC 4648 are written and read, without padding`(
    plain: String, text: String
  ) {
    #expect(Base64.encode(Array(plain.utf8)) == Array(text.utf8))
    #expect(Base64.decode(text.utf8) == Array(plain.utf8))
  }

  @Test(arguments: Seed.runs(50))
  func `whatever is written is read again, and is what Foundation writes`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = content(Int.random(in: 0...300, using: &random), seed: seed)
    let text = Base64.encode(bytes)
    let padded = Data(bytes).base64EncodedString()
    #expect(String(decoding: text, as: UTF8.self) == padded.prefix { $0 != "=" })
    #expect(Base64.decode(text) == bytes, "\(Seed.replay)")
  }

  @Test func `every pair and triple of characters has one meaning or none`() {
    let alphabet = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var read = 0
    for first in alphabet {
      for second in alphabet {
        guard let bytes = Base64.decode([first, second]) else { continue }
        read += 1
        #expect(Base64.encode(bytes) == [first, second])
      }
    }
    #expect(read == 256)
  }

  @Test(arguments: ["A", "AAAAA", "AB", "AAB", "AA==", "AA=", "A A", "AA\n", "AA-_", "é", "AA\0A"])
  func `anything else is refused`(text: String) {
    #expect(Base64.decode(text.utf8) == nil)
  }
}
