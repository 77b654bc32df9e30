/// Bytes as letters and digits that people can type: no i, l, o or u (Crockford's alphabet).
package enum Base32 {
  package static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// Whether a byte is one of its digits: asked for each character of each name in a journal.
  package static func isDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "h"),
      UInt8(ascii: "j")...UInt8(ascii: "k"), UInt8(ascii: "m")...UInt8(ascii: "n"),
      UInt8(ascii: "p")...UInt8(ascii: "t"), UInt8(ascii: "v")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  package static func text(_ bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity((bytes.count * 8 + 4) / 5)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 5 {
        count -= 5
        digits.append(alphabet[Int(bits >> UInt32(count) & 31)])
      }
      bits &= 1 << UInt32(count) - 1
    }
    if count > 0 { digits.append(alphabet[Int(bits << UInt32(5 - count) & 31)]) }
    return String(decoding: digits, as: UTF8.self)
  }
}
