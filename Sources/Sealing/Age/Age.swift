/// Files that only the holder of a key, or whoever knows a passphrase, can read: age v1.
///
/// The format is C2SP's `age.md`; the program `age` opens what is sealed here, and the reverse.
/// Everything is done in memory and as a whole: nothing is handed out before all of it was
/// verified.
package enum Age {
  /// How a passphrase is made expensive to guess when nobody says otherwise: 2^17 steps, 128 MiB.
  package static let usualWork = 17
  /// What a passphrase may cost; at 20 it is 1 GiB. A header beyond is refused before any work.
  package static let costs = 1...20
  /// How many one file is sealed for at most, and how many stanzas are read.
  package static let mostRecipients = 256

  /// Seals for each of the recipients; none of them learns who the others are.
  package static func seal(
    _ bytes: [UInt8], to recipients: [AgeRecipient]
  ) throws(AgeError) -> [UInt8] {
    guard (1...mostRecipients).contains(recipients.count) else {
      throw .recipients(count: recipients.count)
    }
    let key = FileKey()
    var stanzas: [Stanza] = []
    for recipient in recipients {
      stanzas.append(try X25519Stanza(wrapping: key, for: recipient).stanza)
    }
    return try Header.bytes(of: stanzas, under: key) + Payload.seal(bytes, under: key)
  }

  /// Seals with a passphrase that costs 2^`logN` steps each time it is tried.
  package static func seal(
    _ bytes: [UInt8], with passphrase: Passphrase, work logN: Int = usualWork
  ) throws(AgeError) -> [UInt8] {
    try UnlockedHeader(with: passphrase, work: logN).seal(bytes)
  }

  /// Opens what was sealed for the recipient of these keys.
  package static func open(
    _ file: [UInt8], with keys: DeviceKeys
  ) throws(AgeError) -> [UInt8] {
    try open(file, withOneOf: [keys]).content
  }

  /// Opens what was sealed for the recipient of one of these keys, the first that fits.
  package static func open(
    _ file: [UInt8], withOneOf all: [DeviceKeys]
  ) throws(AgeError) -> (content: [UInt8], keys: DeviceKeys) {
    let file = try AgeFile(file)
    guard case .keys(let stanzas) = file.header.lock else { throw .noMatchingKey }
    for keys in all {
      let identity = try X25519Identity(keys)
      for stanza in stanzas {
        guard let key = try identity.unwrap(stanza) else { continue }
        return (try file.open(with: key), keys)
      }
    }
    throw .noMatchingKey
  }

  /// Opens what was sealed with this passphrase.
  package static func open(
    _ file: [UInt8], with passphrase: Passphrase
  ) throws(AgeError) -> [UInt8] {
    let file = try AgeFile(file)
    guard case .passphrase(let stanza) = file.header.lock else { throw .noMatchingKey }
    guard let key = try stanza.unwrap(with: passphrase) else { throw .wrongPassphrase }
    return try file.open(with: key)
  }

  /// Whether the file begins as one of age, of whatever version; it may still be damaged.
  package static func isSealed(_ file: [UInt8]) -> Bool {
    AgeFile.isBinary(file) || Armor.begins(file)
  }
}
