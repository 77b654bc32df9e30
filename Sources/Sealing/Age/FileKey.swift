import Crypto
import Files

/// The 128-bit key of one file, new for each; everything else in the file depends on it.
struct FileKey: Sendable {
  static let size = 16
  /// A wrapped key: the encrypted one and the tag of Poly1305.
  static let wrappedSize = size + 16

  private let key: SymmetricKey

  /// Makes a new key from the system's random source.
  init() {
    key = SymmetricKey(size: .bits128)
  }

  /// The key wrapped in a stanza, or nil when the wrapping key is not the right one.
  init?(wrapped: [UInt8], under wrapping: SymmetricKey) {
    guard wrapped.count == Self.wrappedSize,
      let nonce = try? ChaChaPoly.Nonce(data: Self.zeros),
      let box = try? ChaChaPoly.SealedBox(
        nonce: nonce, ciphertext: wrapped.prefix(Self.size), tag: wrapped.suffix(16)),
      var opened = try? ChaChaPoly.open(box, using: wrapping)
    else { return nil }
    key = SymmetricKey(data: opened)
    opened.wipe()
  }

  /// The body of a stanza. The nonce is fixed, so a wrapping key must never serve twice.
  func wrapped(under wrapping: SymmetricKey) throws(AgeError) -> [UInt8] {
    let box = key.withUnsafeBytes { bytes -> ChaChaPoly.SealedBox? in
      guard let nonce = try? ChaChaPoly.Nonce(data: Self.zeros) else { return nil }
      return try? ChaChaPoly.seal(bytes, using: wrapping, nonce: nonce)
    }
    guard let box else { throw .outOfMemory }
    return Array(box.ciphertext) + Array(box.tag)
  }

  /// The key of the header's MAC.
  var headerKey: SymmetricKey { derived(salt: [], info: "header") }

  /// The key of the payload with this nonce.
  func payloadKey(nonce: [UInt8]) -> SymmetricKey { derived(salt: nonce, info: "payload") }

  private func derived(salt: [UInt8], info: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, salt: salt, info: Array(info.utf8), outputByteCount: 32)
  }

  private static let zeros = [UInt8](repeating: 0, count: 12)
}
