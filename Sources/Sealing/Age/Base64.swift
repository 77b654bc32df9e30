/// Base64 of RFC 4648, section 4, in its one canonical spelling.
enum Base64 {
  /// Without padding, as in headers.
  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count * 4 + 2) / 3)
    var held: UInt32 = 0
    var bits = 0
    for byte in bytes {
      held = (held << 8 | UInt32(byte)) & 0xffff
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(alphabet[Int(held >> bits & 63)])
      }
    }
    if bits > 0 { text.append(alphabet[Int(held << (6 - bits) & 63)]) }
    return text
  }

  /// Reads a text without padding; nil for anything that ``encode(_:)`` would not have written.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    // One character is less than a byte.
    guard text.count % 4 != 1 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 3 / 4)
    var held: UInt32 = 0
    var bits = 0
    for character in text {
      let value = values[Int(character)]
      guard value < 64 else { return nil }
      held = (held << 6 | UInt32(value)) & 0xfff
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(held >> bits & 0xff))
      }
    }
    return held & (1 << bits - 1) == 0 ? bytes : nil
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// For each byte its place in the alphabet, or 64.
  private static let values = (0...UInt8.max).map { character in
    UInt8(alphabet.firstIndex(of: character) ?? 64)
  }
}
