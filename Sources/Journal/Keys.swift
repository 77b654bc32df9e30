package import Agreements
import Crypto

/// The key a device signs its feed with: Ed25519.
package struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey
  package let verifying: VerifyingKey

  /// - Parameter seed: 32 bytes.
  package init(seed: [UInt8]) throws(EntryProblem) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
      throw .weakKey
    }
    self.key = key
    self.verifying = try VerifyingKey([UInt8](key.publicKey.rawRepresentation))
  }

  func sign(_ bytes: [UInt8]) throws -> [UInt8] {
    [UInt8](try key.signature(for: bytes))
  }
}

/// The public half of a device's key.
package struct VerifyingKey: Sendable {
  private let key: Curve25519.Signing.PublicKey
  package let bytes: [UInt8]
  /// The first 16 hexadecimal digits of the key's SHA-256.
  ///
  /// `DeviceKeys.fingerprint` must agree, by which the program finds a device's key file.
  package let device: Device.ID

  /// - Throws: `weakKey` for keys under which anyone can make a signature.
  package init(_ bytes: [UInt8]) throws(EntryProblem) {
    guard !WeakKeys.refuses(signingKey: bytes),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    else { throw .weakKey }
    self.key = key
    self.bytes = bytes
    self.device = Device.ID(Hex.text(Digest.sha256(bytes).prefix(8)))
  }

  func accepts(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
    key.isValidSignature(signature, for: bytes)
  }
}
