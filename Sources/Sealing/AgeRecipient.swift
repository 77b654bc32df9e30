/// Whom something can be sealed for: an X25519 public key in the text form of age.
package struct AgeRecipient: Hashable, Sendable {
  /// `age1…`, lower case.
  package let text: String
  /// 32 bytes.
  package let publicKey: [UInt8]

  /// Reads a recipient; nil for anything that is not the one text of a usable key.
  ///
  /// The points of low order are refused: with them every agreed secret is zero, so that whatever
  /// is sealed for them, anybody can open. So is a second spelling of another key.
  package init?(_ text: String) {
    guard let parsed = try? Bech32(text), parsed.prefix == Self.prefix, parsed.text == text,
      let key = parsed.bytes, key.count == 32,
      Self.isCanonical(key), !Self.pointsOfLowOrder.contains(key)
    else { return nil }
    self.text = text
    publicKey = key
  }

  /// - Parameter publicKey: the 32 bytes of a key made here.
  init(publicKey: [UInt8]) {
    self.publicKey = publicKey
    text = Bech32(prefix: Self.prefix, bytes: publicKey).text
  }

  private static let prefix = "age"

  /// Whether the little-endian number is less than 2^255 - 19.
  private static func isCanonical(_ key: [UInt8]) -> Bool {
    key[31] < 0x7f || key[31] == 0x7f && (key[0] < 0xed || key[1..<31].contains { $0 != 0xff })
  }

  /// The canonical coordinates whose multiple by 8 is zero, on the curve and on its twist: 0, 1,
  /// -1, and the two of order 8.
  ///
  /// Libsodium refuses the same ones; it lists 2^255 - 19 and 2^255 - 18, not canonical, as well.
  private static let pointsOfLowOrder: Set<[UInt8]> = [
    [UInt8](repeating: 0, count: 32),
    [1] + [UInt8](repeating: 0, count: 31),
    [0xec] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
    [
      0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4,
      0x6a, 0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49,
      0xb8, 0x00,
    ],
    [
      0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef,
      0x5b, 0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f,
      0x11, 0x57,
    ],
  ]
}
