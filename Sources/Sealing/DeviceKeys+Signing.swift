import Crypto

extension DeviceKeys {
  /// Signs these bytes, Ed25519; what is signed must begin with a context of its own, so that it
  /// never passes for something else.
  ///
  /// On Linux the same bytes give the same signature, on Apple's systems another each time.
  package func signature(of bytes: [UInt8]) -> [UInt8]? {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: signingSeed),
      let signature = try? key.signature(for: bytes)
    else { return nil }
    return [UInt8](signature)
  }

  /// Whether whoever has the key to this public one signed these bytes.
  package static func isSignature(
    _ signature: [UInt8], of bytes: [UInt8], by signingPublicKey: [UInt8]
  ) -> Bool {
    let key = try? Curve25519.Signing.PublicKey(rawRepresentation: signingPublicKey)
    return key?.isValidSignature(signature, for: bytes) ?? false
  }
}
