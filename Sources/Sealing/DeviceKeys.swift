import Crypto

/// The keys with which one partner acts and reads on one device.
package struct DeviceKeys: Hashable, Sendable {
  /// The X25519 secret of age, 32 bytes.
  package let identity: [UInt8]
  /// The Ed25519 seed, 32 bytes.
  package let signingSeed: [UInt8]
  /// Whom others seal for: `age1…`.
  package let recipient: String
  /// 32 bytes.
  package let signingPublicKey: [UInt8]
  /// The name of the device: the first 16 lower-case hex digits of the SHA-256
  /// of the signing public key.
  package let fingerprint: String

  /// Makes new keys from the system's random source.
  package static func generate() -> DeviceKeys {
    DeviceKeys(identity: .init(), signing: .init())
  }

  /// The keys with these secrets, or nil when either is not 32 bytes long.
  package init?(identity: [UInt8], signingSeed: [UInt8]) {
    guard
      let agreement = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: identity),
      let signing = try? Curve25519.Signing.PrivateKey(rawRepresentation: signingSeed)
    else { return nil }
    self.init(identity: agreement, signing: signing)
  }

  private init(
    identity: Curve25519.KeyAgreement.PrivateKey, signing: Curve25519.Signing.PrivateKey
  ) {
    self.identity = [UInt8](identity.rawRepresentation)
    signingSeed = [UInt8](signing.rawRepresentation)
    recipient = AgeRecipient(publicKey: [UInt8](identity.publicKey.rawRepresentation)).text
    signingPublicKey = [UInt8](signing.publicKey.rawRepresentation)
    fingerprint = Self.fingerprint(of: signingPublicKey)
  }

  /// The name of the device that signs with this public key.
  ///
  /// `VerifyingKey.device` must agree, by which the journal names the device.
  package static func fingerprint(of signingPublicKey: [UInt8]) -> String {
    SHA256.hash(data: signingPublicKey).prefix(8).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}

// Whatever prints a value, a failed test or a log, must not print the secrets.
extension DeviceKeys: CustomStringConvertible, CustomReflectable {
  package var description: String { "keys of device \(fingerprint)" }

  package var customMirror: Mirror {
    Mirror(self, children: ["fingerprint": fingerprint])
  }
}
