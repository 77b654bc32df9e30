import Crypto
import Files

/// What was sealed, in chunks of 64 KiB: the STREAM construction with ChaCha20-Poly1305.
///
/// A chunk's nonce holds its number and whether it is the last, so that none can be left out,
/// moved or added without notice.
enum Payload {
  private static let chunkSize = 65_536
  private static let tagSize = 16
  private static let nonceSize = 16

  /// The nonce of the file, new each time, and the sealed chunks.
  static func seal(_ bytes: [UInt8], under key: FileKey) throws(AgeError) -> [UInt8] {
    let nonce = (0..<nonceSize).map { _ in UInt8.random(in: .min ... .max) }
    let key = key.payloadKey(nonce: nonce)
    var sealed = nonce
    let chunks = max(1, (bytes.count + chunkSize - 1) / chunkSize)
    sealed.reserveCapacity(nonceSize + bytes.count + chunks * tagSize)
    for number in 0..<chunks {
      let start = number * chunkSize
      let chunk = bytes[start..<min(start + chunkSize, bytes.count)]
      guard let nonce = Self.nonce(of: number, isLast: number == chunks - 1),
        let box = try? ChaChaPoly.seal(chunk, using: key, nonce: nonce)
      else { throw .outOfMemory }
      sealed += box.ciphertext
      sealed += box.tag
    }
    return sealed
  }

  /// All that was sealed; if anything is wrong anywhere, nothing of it.
  ///
  /// What is handed out is the only copy, for the caller to wipe where it is a secret.
  static func open(_ payload: [UInt8], under key: FileKey) throws(AgeError) -> [UInt8] {
    guard payload.count >= nonceSize + tagSize else { throw .damaged(.payload) }
    let key = key.payloadKey(nonce: Array(payload.prefix(nonceSize)))
    let sealed = payload.dropFirst(nonceSize)
    let step = chunkSize + tagSize
    let chunks = (sealed.count + step - 1) / step
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sealed.count - chunks * tagSize)
    for number in 0..<chunks {
      let chunk = sealed.dropFirst(number * step).prefix(step)
      // Only a payload that is empty as a whole has an empty chunk.
      guard chunk.count > tagSize || chunk.count == tagSize && chunks == 1,
        let nonce = nonce(of: number, isLast: number == chunks - 1),
        let box = try? ChaChaPoly.SealedBox(
          nonce: nonce, ciphertext: chunk.dropLast(tagSize), tag: chunk.suffix(tagSize)),
        var opened = try? ChaChaPoly.open(box, using: key)
      else {
        bytes.wipe()
        throw .damaged(.payload)
      }
      bytes += opened
      opened.wipe()
    }
    return bytes
  }

  /// The number in 11 bytes, the most significant first, and one byte for the end.
  private static func nonce(of number: Int, isLast: Bool) -> ChaChaPoly.Nonce? {
    let number = withUnsafeBytes(of: UInt64(number).bigEndian) { Array($0) }
    return try? ChaChaPoly.Nonce(data: [0, 0, 0] + number + [isLast ? 1 : 0])
  }
}
