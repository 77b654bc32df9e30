import Files

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
    var checksum = Checksum(over: prefix)
    for group in groups { checksum.add(group) }
    guard checksum.remainder == 1 else { throw .checksum }
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
    var checksum = Checksum(over: Array(prefix.utf8))
    for group in groups { checksum.add(group) }
    let characters = (groups + checksum.groups).map { Self.alphabet[Int($0)] }
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

  /// The BCH code over GF(32), fed with one value after the other.
  private struct Checksum {
    /// 30 bits; 1 once a right checksum was fed as well.
    private(set) var remainder: UInt32 = 1

    /// - Parameter prefix: lower case. The code sees the high bits of each character, a zero, and
    ///   the low bits.
    init(over prefix: some Collection<UInt8>) {
      for character in prefix { add(character >> 5) }
      add(0)
      for character in prefix { add(character & 31) }
    }

    mutating func add(_ value: UInt8) {
      let top = remainder >> 25
      remainder = (remainder & 0x1ff_ffff) << 5 ^ UInt32(value)
      for (bit, term) in Self.generator.enumerated() where top >> bit & 1 == 1 {
        remainder ^= term
      }
    }

    /// The six groups that stand behind all that was fed.
    var groups: [UInt8] {
      var last = self
      for _ in 0..<6 { last.add(0) }
      return stride(from: 25, through: 0, by: -5).map { UInt8((last.remainder ^ 1) >> $0 & 31) }
    }

    private static let generator: [UInt32] = [
      0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3,
    ]
  }
}

// MARK: - Secrets

extension Bech32 {
  /// Writes a secret in capitals at the end of a text.
  ///
  /// Nothing of it is left elsewhere, where the text has room for it: a string could not be wiped,
  /// and a text that grows leaves its old bytes behind.
  static func append(
    _ secret: UnsafeRawBufferPointer, prefix: String, to text: inout [UInt8]
  ) {
    var checksum = Checksum(over: prefix.utf8)
    text += start(prefix)
    var held: UInt32 = 0
    var bits = 0
    func put(_ group: UInt32) {
      checksum.add(UInt8(group))
      text.append(capitals[Int(group)])
    }
    for byte in secret {
      held = (held << 8 | UInt32(byte)) & 0xfff
      bits += 8
      while bits >= 5 {
        bits -= 5
        put(held >> bits & 31)
      }
    }
    if bits > 0 { put(held << (5 - bits) & 31) }
    text += checksum.groups.map { capitals[Int($0)] }
  }

  /// The secret in a text that ``append(_:prefix:to:)`` wrote, for the caller to wipe; nil for any
  /// other text.
  static func secret(in text: ArraySlice<UInt8>, prefix: String) -> [UInt8]? {
    let start = start(prefix)
    guard text.starts(with: start), text.count >= start.count + 6 else { return nil }
    let body = text.dropFirst(start.count).dropLast(6)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count * 5 / 8)
    var held: UInt32 = 0
    var bits = 0
    for character in body {
      // What is no character of the alphabet is found below, like all else that is wrong.
      held = (held << 5 | UInt32(capitals.firstIndex(of: character) ?? 0)) & 0xfff
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(held >> bits & 0xff))
      }
    }
    var again: [UInt8] = []
    again.reserveCapacity(text.count + 8)
    defer { again.wipe() }
    bytes.withUnsafeBytes { append($0, prefix: prefix, to: &again) }
    guard again.elementsEqual(text) else {
      bytes.wipe()
      return nil
    }
    return bytes
  }

  private static func start(_ prefix: String) -> [UInt8] { Array((prefix + "1").uppercased().utf8) }

  private static let capitals = Array(String(decoding: alphabet, as: UTF8.self).uppercased().utf8)
}
