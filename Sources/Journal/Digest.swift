package import Agreements
import Crypto

/// SHA-256 with a context, so that no hash of one thing is ever the hash of another.
package enum Digest {
  package static func sha256(_ parts: [UInt8]...) -> [UInt8] {
    var hash = SHA256()
    for part in parts { hash.update(data: part) }
    return Array(hash.finalize())
  }

  static func sha256(context: String, _ parts: [UInt8]...) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: Array(context.utf8))
    for part in parts { hash.update(data: part) }
    return Array(hash.finalize())
  }
}

/// Bytes as lower-case hexadecimal digits.
package enum Hex {
  package static func text(_ bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
      for (index, byte) in bytes.enumerated() {
        buffer[2 * index] = digit(byte >> 4)
        buffer[2 * index + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }

  /// Only the lower-case form reads.
  package static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

/// Bytes as letters and digits that people can type: no i, l, o or u (Crockford's alphabet).
package enum Base32 {
  package static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

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

/// The names of agreements and texts: hashes of what they say.
///
/// The couple's random id is in each, so that the same words of another couple have another name.
package enum Naming {
  package static func agreement(
    of couple: Couple.ID, after: Agreement.ID?, wording: Wording
  ) -> Agreement.ID {
    agreement(of: couple, after: after, text: wording.json.bytes)
  }

  /// - Parameter text: the wording's canonical bytes.
  package static func agreement(
    of couple: Couple.ID, after: Agreement.ID?, text: [UInt8]
  ) -> Agreement.ID {
    let place = JSON.object([
      "after": .some(after.map { .string($0.text) } ?? .null),
      "couple": .string(couple.text),
    ])
    return Agreement.ID(hash("accord/1 agreement\n", place, text))
  }

  package static func revision(
    of couple: Couple.ID, on agreement: Agreement.ID, parents: [Revision.ID], wording: Wording
  ) -> Revision.ID {
    revision(of: couple, on: agreement, parents: parents, text: wording.json.bytes)
  }

  /// - Parameter text: the wording's canonical bytes.
  package static func revision(
    of couple: Couple.ID, on agreement: Agreement.ID, parents: [Revision.ID], text: [UInt8]
  ) -> Revision.ID {
    let place = JSON.object([
      "agreement": .string(agreement.text),
      "couple": .string(couple.text),
      "parents": .array(parents.sorted().map { .string($0.text) }),
    ])
    return Revision.ID(hash("accord/1 revision\n", place, text))
  }

  /// Hashes the place with a last member `text`, which sorts after all others, without building
  /// the text's value for it.
  private static func hash(_ context: String, _ place: JSON, _ text: [UInt8]) -> String {
    var named = place.bytes
    named.removeLast()
    named += #","text":"#.utf8
    named += text
    named.append(UInt8(ascii: "}"))
    return Base32.text(Digest.sha256(context: context, named))
  }
}
