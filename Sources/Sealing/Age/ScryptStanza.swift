import Crypto
import CryptoExtras

/// The file key wrapped with a passphrase.
struct ScryptStanza {
  static let name = "scrypt"

  /// 16 bytes.
  let salt: [UInt8]
  /// How many steps a try costs, as a power of two.
  let logN: Int
  /// 32 bytes.
  let wrapped: [UInt8]

  /// Reads a stanza of this name. Its cost can be anything still, see ``Age/costs``.
  init(_ stanza: Stanza) throws(AgeError) {
    guard stanza.arguments.count == 3,
      let salt = Base64.decode(stanza.arguments[1].utf8), salt.count == 16,
      let logN = Self.number(stanza.arguments[2]), stanza.body.count == FileKey.wrappedSize
    else { throw .damaged(.header) }
    self.salt = salt
    self.logN = logN
    wrapped = stanza.body
  }

  /// Wraps the key with a new salt.
  init(wrapping key: FileKey, with passphrase: Passphrase, logN: Int) throws(AgeError) {
    salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    self.logN = logN
    wrapped = try key.wrapped(
      under: Self.wrappingKey(from: passphrase, salt: salt, logN: logN))
  }

  /// The file key, or nil when it is another passphrase.
  func unwrap(with passphrase: Passphrase) throws(AgeError) -> FileKey? {
    FileKey(
      wrapped: wrapped,
      under: try Self.wrappingKey(from: passphrase, salt: salt, logN: logN))
  }

  var stanza: Stanza {
    let salt = String(decoding: Base64.encode(salt), as: UTF8.self)
    return Stanza([Self.name, salt, String(logN)], body: wrapped)
  }

  /// Takes 128 bytes × 8 × 2^logN of memory; the library sets no limit of its own.
  private static func wrappingKey(
    from passphrase: Passphrase, salt: [UInt8], logN: Int
  ) throws(AgeError) -> SymmetricKey {
    guard Age.costs.contains(logN) else { throw .tooMuchWork(logN: logN) }
    let key = passphrase.withUnsafeBytes { bytes in
      try? KDF.Scrypt.deriveKey(
        from: bytes, salt: Array("age-encryption.org/v1/scrypt".utf8) + salt,
        outputByteCount: 32, rounds: 1 << logN, blockSize: 8, parallelism: 1)
    }
    guard let key else { throw .outOfMemory }
    return key
  }

  /// Decimal digits without a leading zero. So many that no number holds them are refused too.
  private static func number(_ text: String) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.utf8.first != 0x30
    else { return nil }
    return Int(text)
  }
}
