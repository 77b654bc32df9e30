import Crypto
import Files

/// The keys with which one partner acts and reads on one device.
package struct DeviceKeys: Sendable {
  /// The X25519 secret of age, 32 bytes; wiped by the library when the last copy goes.
  let identity: SymmetricKey
  /// The Ed25519 seed, 32 bytes; wiped likewise.
  let signingSeed: SymmetricKey
  /// Whom others seal for: `age1…`.
  package let recipient: String
  /// 32 bytes.
  package let signingPublicKey: [UInt8]
  /// The name of the device: the first 16 lower-case hex digits of the SHA-256
  /// of the signing public key.
  package let fingerprint: String

  /// Makes new keys from the system's random source.
  package static func generate() -> DeviceKeys {
    // Any 32 bytes are a secret of either kind.
    while true {
      let keys = DeviceKeys(SymmetricKey(size: .bits256), SymmetricKey(size: .bits256))
      if let keys { return keys }
    }
  }

  /// The keys with these secrets, or nil when either is not 32 bytes long.
  package init?(identity: [UInt8], signingSeed: [UInt8]) {
    self.init(SymmetricKey(data: identity), SymmetricKey(data: signingSeed))
  }

  private init?(_ identity: SymmetricKey, _ signingSeed: SymmetricKey) {
    guard
      let agreement = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: identity),
      let signing = try? Curve25519.Signing.PrivateKey(rawRepresentation: signingSeed)
    else { return nil }
    self.identity = identity
    self.signingSeed = signingSeed
    recipient = AgeRecipient(publicKey: [UInt8](agreement.publicKey.rawRepresentation)).text
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

// MARK: - Secrets

extension DeviceKeys {
  /// Runs what needs the X25519 secret of age, 32 bytes, which are wiped afterwards.
  package func withIdentity<Result, Failure>(
    _ body: ([UInt8]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Self.with(identity, body)
  }

  /// Runs what needs the Ed25519 seed, 32 bytes, which are wiped afterwards.
  package func withSigningSeed<Result, Failure>(
    _ body: ([UInt8]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Self.with(signingSeed, body)
  }

  private static func with<Result, Failure>(
    _ secret: SymmetricKey, _ body: ([UInt8]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var bytes = secret.withUnsafeBytes { [UInt8]($0) }
    defer { bytes.wipe() }
    return try body(bytes)
  }
}

extension DeviceKeys: Hashable {
  package static func == (left: DeviceKeys, right: DeviceKeys) -> Bool {
    left.identity == right.identity && left.signingSeed == right.signingSeed
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(recipient)
    hasher.combine(signingPublicKey)
  }
}

// Whatever prints a value, a failed test or a log, must not print the secrets.
extension DeviceKeys: CustomStringConvertible, CustomReflectable {
  package var description: String { "keys of device \(fingerprint)" }

  package var customMirror: Mirror {
    Mirror(self, children: ["fingerprint": fingerprint])
  }
}
