/// The header of one file that a passphrase opened, with the key in it: enough to read the file
/// again, and to seal other content under it, without the work a passphrase costs.
///
/// Other content gets a fresh nonce of 16 random bytes, and the key of a payload is
/// HKDF(file key, nonce): no two payloads are sealed with one key, unless the same nonce is drawn
/// twice, which 2^32 writings do with a chance of about 2^-65. Inside a payload each chunk has a
/// nonce of its own, as ever. So the result is a file of age like any other, and its header, which
/// holds nothing of the content, may stay as it is.
///
/// What it does not give: whoever once had the passphrase, or the file key, opens what is sealed
/// later too. So it serves the next content of the same file for the same person; another
/// passphrase means a new header and a new key.
struct UnlockedHeader: Sendable {
  /// As it stands in the file.
  let bytes: [UInt8]
  private let key: FileKey

  /// A new header.
  init(with passphrase: Passphrase, work logN: Int) throws(AgeError) {
    key = FileKey()
    let stanza = try ScryptStanza(wrapping: key, with: passphrase, logN: logN).stanza
    bytes = Header.bytes(of: [stanza], under: key)
  }

  /// The header of a binary file.
  init(of file: [UInt8], with passphrase: Passphrase) throws(AgeError) {
    let header = try Header(of: file)
    guard case .passphrase(let stanza) = header.lock else { throw .noMatchingKey }
    guard let key = try stanza.unwrap(with: passphrase) else { throw .wrongPassphrase }
    guard header.isAuthentic(under: key) else { throw .damaged(.headerMAC) }
    self.key = key
    bytes = Array(file[..<header.size])
  }

  /// A file with this header.
  func seal(_ content: [UInt8]) throws(AgeError) -> [UInt8] {
    try bytes + Payload.seal(content, under: key)
  }

  /// The content of a file, or nil when it has another header.
  func open(_ file: [UInt8]) throws(AgeError) -> [UInt8]? {
    guard file.starts(with: bytes) else { return nil }
    return try Payload.open(Array(file[bytes.count...]), under: key)
  }
}

// Whatever prints a value, a failed test or a log, must not print the key.
extension UnlockedHeader: CustomStringConvertible, CustomReflectable {
  var description: String { "an unlocked header" }

  var customMirror: Mirror { Mirror(self, children: []) }
}
