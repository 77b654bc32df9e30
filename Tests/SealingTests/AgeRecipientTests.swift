import Testing

@testable import Sealing

struct AgeRecipientTests {
  @Test func `the recipient of new keys is admitted`() throws {
    for _ in 1...50 {
      let text = DeviceKeys.generate().recipient
      let recipient = try #require(AgeRecipient(text))
      #expect(recipient.text == text)
      #expect(AgeRecipient(publicKey: recipient.publicKey) == recipient)
    }
  }

  /// From the documentation of age, and 9, the base point of X25519.
  @Test(arguments: [
    "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
    text(of: [9] + [UInt8](repeating: 0, count: 31)),
    text(of: [0xeb] + [UInt8](repeating: 0xff, count: 30) + [0x7f]),
  ])
  func `a usable key is admitted`(text: String) {
    #expect(AgeRecipient(text) != nil)
  }

  /// Computed from the curve equation apart from this program: u whose multiple by 8 is zero.
  @Test(arguments: [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ])
  func `a point of low order is refused, with the unused bit too`(hex: String) {
    var key = stride(from: 0, to: 64, by: 2).map { place in
      let start = hex.index(hex.startIndex, offsetBy: place)
      return UInt8(hex[start..<hex.index(start, offsetBy: 2)], radix: 16) ?? 0
    }
    #expect(AgeRecipient(text(of: key)) == nil)
    key[31] |= 0x80
    #expect(AgeRecipient(text(of: key)) == nil)
  }

  @Test func `a second spelling of a key is refused`() {
    let nine = [9] + [UInt8](repeating: 0, count: 30)
    #expect(AgeRecipient(text(of: nine + [0x80])) == nil)
    // 2^255 - 19 + 9.
    #expect(AgeRecipient(text(of: [0xf6] + [UInt8](repeating: 0xff, count: 30) + [0x7f])) == nil)
  }

  @Test(arguments: [
    "", "age1", "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8q",
    "AGE1QL3Z7HJY54PW3HYWW5AYYFG7ZQGVC7W3J2ELW8ZMRJ2KG5SFN9AQMCAC8P",
    " age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
    text(of: [UInt8](repeating: 7, count: 31)), text(of: [UInt8](repeating: 7, count: 33)),
    Bech32(prefix: "agf", bytes: [UInt8](repeating: 7, count: 32)).text,
  ])
  func `anything but the one text of a key is refused`(text: String) {
    #expect(AgeRecipient(text) == nil)
  }
}

private func text(of key: [UInt8]) -> String { Bech32(prefix: "age", bytes: key).text }
