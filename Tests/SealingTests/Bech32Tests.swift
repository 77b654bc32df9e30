import Testing

@testable import Sealing

struct Bech32Tests {
  @Test(arguments: [
    "A12UEL5L", "a12uel5l",
    "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
    "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
    "11" + String(repeating: "q", count: 82) + "c8247j",
    "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w", "?1ezyfcl",
  ])
  func `the valid texts of BIP-173 are read and written back`(text: String) throws {
    #expect(try Bech32(text).text == text.lowercased())
  }

  @Test(arguments: [
    (" 1nwldj5", Bech32.Refusal.character), ("\u{7f}1axkwrx", .character),
    ("\u{80}1eym55h", .character), ("pzry9x0s0muk", .separator), ("1pzry9x0s0muk", .separator),
    ("x1b4n0q5v", .character), ("li1dgmt3", .length), ("de1lg7wt\u{ff}", .character),
    ("A1G7SGD8", .checksum), ("10a06t8", .separator), ("1qzzfhee", .separator),
    ("a12UEL5L", .mixedCase), ("", .separator), ("a1", .length),
  ])
  func `the invalid texts of BIP-173 are refused for the right reason`(
    text: String, reason: Bech32.Refusal
  ) {
    #expect(throws: reason) { try Bech32(text) }
  }

  @Test func `a text longer than BIP-173 allows is taken, as age does`() throws {
    let text =
      "an84characterslonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1569pvx"
    #expect(try Bech32(text).groups == [])
    let long = Bech32(prefix: "age", bytes: [UInt8](repeating: 0xa5, count: 500))
    #expect(try Bech32(long.text).bytes == [UInt8](repeating: 0xa5, count: 500))
  }

  @Test func `a known content is read`() throws {
    let parsed = try Bech32("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw")
    #expect(parsed.prefix == "abcdef")
    #expect(parsed.groups == Array(0..<32))
  }

  @Test(arguments: 0...40)
  func `bytes of every length come back`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 7) }
    let text = Bech32(prefix: "age-secret-key-", bytes: bytes).text
    #expect(try Bech32(text).bytes == bytes)
    #expect(try Bech32(text.uppercased()).bytes == bytes)
  }

  @Test(arguments: [
    // More than four bits left over, and bits left over that are not zero.
    "bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du",
    "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3pjxtptv",
  ])
  func `a content that is no whole number of bytes is none`(text: String) throws {
    let parsed = try Bech32(text)
    // The first group of an address is not part of its bytes.
    let program = Bech32(prefix: parsed.prefix, groups: Array(parsed.groups.dropFirst()))
    #expect(program.bytes == nil)
  }
}
