extension Age {
  /// What opens a file, as its header says; whether anything does, only opening shows.
  package enum Form: Hashable, Sendable {
    case passphrase
    /// The X25519 keys it is sealed for; how many.
    case keys(Int)
  }

  /// Reads a file as far as that is possible without a key.
  ///
  /// A passphrase may cost no more than ``costs``. The content must be long enough to be one.
  package static func form(of file: [UInt8]) throws(AgeError) -> Form {
    let file = Armor.begins(file) ? try Armor.decode(file) : file
    let header = try Header(of: file)
    // A nonce, and of at least one chunk the tag.
    guard file.count - header.size >= 16 + 16 else { throw .damaged(.payload) }
    switch header.lock {
    case .passphrase(let stanza):
      guard costs.contains(stanza.logN) else { throw .tooMuchWork(logN: stanza.logN) }
      return .passphrase
    case .keys(let stanzas): return .keys(stanzas.count)
    }
  }
}
