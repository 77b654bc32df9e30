import Crypto

/// The file key wrapped for an X25519 recipient.
struct X25519Stanza {
  static let name = "X25519"

  /// The ephemeral public key, 32 bytes.
  let share: [UInt8]
  /// 32 bytes.
  let wrapped: [UInt8]

  /// Reads a stanza of this name.
  init(_ stanza: Stanza) throws(AgeError) {
    guard stanza.arguments.count == 2, let share = Base64.decode(stanza.arguments[1].utf8),
      share.count == 32, stanza.body.count == FileKey.wrappedSize
    else { throw .damaged(.header) }
    self.share = share
    wrapped = stanza.body
  }

  /// Wraps the key with an ephemeral secret that serves this once.
  init(wrapping key: FileKey, for recipient: AgeRecipient) throws(AgeError) {
    let ephemeral = Curve25519.KeyAgreement.PrivateKey()
    share = Array(ephemeral.publicKey.rawRepresentation)
    guard
      let wrapping = ephemeral.wrappingKey(
        with: recipient.publicKey, salt: share + recipient.publicKey)
    else { throw .recipients(count: 1) }
    wrapped = try key.wrapped(under: wrapping)
  }

  var stanza: Stanza {
    Stanza([Self.name, String(decoding: Base64.encode(share), as: UTF8.self)], body: wrapped)
  }
}

/// The secret key with which the X25519 stanzas meant for it are opened.
struct X25519Identity {
  private let secret: Curve25519.KeyAgreement.PrivateKey

  init(_ keys: DeviceKeys) throws(AgeError) {
    guard let secret = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: keys.identity)
    else { throw .noMatchingKey }
    self.secret = secret
  }

  /// The file key, or nil when the stanza is meant for somebody else.
  func unwrap(_ stanza: X25519Stanza) throws(AgeError) -> FileKey? {
    let recipient = Array(secret.publicKey.rawRepresentation)
    guard
      let wrapping = secret.wrappingKey(with: stanza.share, salt: stanza.share + recipient)
    else { throw .damaged(.header) }
    return FileKey(wrapped: stanza.wrapped, under: wrapping)
  }
}

extension Curve25519.KeyAgreement.PrivateKey {
  /// The key between this secret and a public one; nil when the secret agreed on is all zeros.
  ///
  /// Then the public key is a point of low order, and anybody knows the key.
  fileprivate func wrappingKey(with publicKey: [UInt8], salt: [UInt8]) -> SymmetricKey? {
    guard let other = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey),
      let shared = try? sharedSecretFromKeyAgreement(with: other),
      shared.withUnsafeBytes({ $0.reduce(0, |) }) != 0
    else { return nil }
    return shared.hkdfDerivedSymmetricKey(
      using: SHA256.self, salt: salt, sharedInfo: Array("age-encryption.org/v1/X25519".utf8),
      outputByteCount: 32)
  }
}
