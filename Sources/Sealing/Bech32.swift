/// A short byte string as checked text, as keys of the age format are written.
///
/// BIP-173 without its limit of 90 characters: `<prefix>1<five bits per character><checksum>`.
/// A single wrong character never passes.
struct Bech32: Hashable, Sendable {
  /// Why a text is not Bech32.
  enum Refusal: Error, Hashable, Sendable {
    case mixedCase
    /// A character outside the alphabet, or outside printable ASCII.
    case character
    /// No `1` with a prefix before it.
    case separator
    /// Fewer than the six characters of a checksum.
    case length
    case checksum
  }

  /// What the bytes are, lower case.
  let prefix: String
  /// The content, five bits in each element.
  let groups: [UInt8]

  /// - Parameter prefix: lower case, printable ASCII.
  init(prefix: String, groups: [UInt8]) {
    self.prefix = prefix
    self.groups = groups
  }

  /// - Parameter prefix: lower case, printable ASCII.
  init(prefix: String, bytes: [UInt8]) {
    self.init(prefix: prefix, groups: Self.fives(of: bytes))
  }

  init(_ text: String) throws(Refusal) {
    let characters = Array(text.utf8)
    guard characters.allSatisfy({ (33...126).contains($0) }) else { throw .character }
    let lowerCase = characters.map(Self.lowerCase)
    let isUpperCase = !characters.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    guard lowerCase == characters || isUpperCase else { throw .mixedCase }

    guard let separator = lowerCase.lastIndex(of: UInt8(ascii: "1")), separator > 0 else {
      throw .separator
    }
    let prefix = lowerCase[..<separator]
    var groups: [UInt8] = []
    for character in lowerCase[(separator + 1)...] {
      guard let group = Self.alphabet.firstIndex(of: character) else { throw .character }
      groups.append(UInt8(group))
    }
    guard groups.count >= 6 else { throw .length }
    guard Self.remainder(Self.spread(prefix) + groups) == 1 else { throw .checksum }
    self.prefix = String(decoding: prefix, as: UTF8.self)
    self.groups = groups.dropLast(6)
  }

  /// The content as bytes, or nil when it is no whole number of bytes with zeros behind.
  var bytes: [UInt8]? {
    var bytes: [UInt8] = []
    var held: UInt32 = 0
    var bits = 0
    for group in groups {
      held = held << 5 | UInt32(group)
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: held >> bits))
        held &= 1 << bits - 1
      }
    }
    return bits < 5 && held == 0 ? bytes : nil
  }

  /// The lower-case text.
  var text: String {
    let values = Self.spread(Array(prefix.utf8)) + groups
    let checksum = Self.remainder(values + [UInt8](repeating: 0, count: 6)) ^ 1
    let last = stride(from: 25, through: 0, by: -5).map { UInt8(checksum >> $0 & 31) }
    let characters = (groups + last).map { Self.alphabet[Int($0)] }
    return prefix + "1" + String(decoding: characters, as: UTF8.self)
  }

  private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

  private static func lowerCase(_ character: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(character) ? character | 0x20 : character
  }

  private static func fives(of bytes: [UInt8]) -> [UInt8] {
    var groups: [UInt8] = []
    var held: UInt32 = 0
    var bits = 0
    for byte in bytes {
      held = (held << 8 | UInt32(byte)) & 0xfff
      bits += 8
      while bits >= 5 {
        bits -= 5
        groups.append(UInt8(held >> bits & 31))
      }
    }
    if bits > 0 { groups.append(UInt8(held << (5 - bits) & 31)) }
    return groups
  }

  /// The prefix as the checksum sees it: the high bits of each character, a zero, the low bits.
  private static func spread(_ prefix: some Collection<UInt8>) -> [UInt8] {
    prefix.map { $0 >> 5 } + [0] + prefix.map { $0 & 31 }
  }

  /// The remainder of the BCH code over GF(32), 30 bits.
  private static func remainder(_ values: [UInt8]) -> UInt32 {
    let generator: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
    var sum: UInt32 = 1
    for value in values {
      let top = sum >> 25
      sum = (sum & 0x1ff_ffff) << 5 ^ UInt32(value)
      for (bit, term) in generator.enumerated() where top >> bit & 1 == 1 {
        sum ^= term
      }
    }
    return sum
  }
}
