import Agreements
import Crypto
import Sealing

/// Who wrote an image, and which of their states it is: signed inside the seal.
///
/// Whoever knows a recipient can seal for it. So it is the signature that tells an image of the
/// owner's from one that somebody else put there.
struct Origin: Hashable, Sendable {
  /// The bytes of it in a frame.
  static let size = 136

  /// 16 bytes.
  let couple: [UInt8]
  /// 16 bytes.
  let partner: [UInt8]
  /// In `VaultMark.counters`.
  let counter: Int64
  /// The public key of Ed25519, 32 bytes.
  let signer: [UInt8]
  /// 64 bytes.
  let signature: [UInt8]

  /// Signs an image; nil where an id or the counter has not its form.
  init?(
    of image: [UInt8], by owner: Vault.Owner, counter: Int64
  ) {
    guard VaultMark.counters.contains(counter), let couple = Self.bytes(owner.couple.text),
      let partner = Self.bytes(owner.partner.text),
      let signature = owner.keys.signature(
        of: Self.statement(couple, partner, counter, image))
    else { return nil }
    self.couple = couple
    self.partner = partner
    self.counter = counter
    signer = owner.keys.signingPublicKey
    self.signature = signature
  }

  /// Reads what a frame holds; nil where it has not the form.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    let bytes = Array(bytes)
    let counter = bytes[32..<40].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    guard let counter = Int64(exactly: counter), VaultMark.counters.contains(counter) else {
      return nil
    }
    couple = Array(bytes[0..<16])
    partner = Array(bytes[16..<32])
    self.counter = counter
    signer = Array(bytes[40..<72])
    signature = Array(bytes[72..<136])
  }

  var bytes: [UInt8] { couple + partner + counter.bytes + signer + signature }

  func isGenuine(for image: [UInt8]) -> Bool {
    DeviceKeys.isSignature(
      signature, of: Self.statement(couple, partner, counter, image), by: signer)
  }

  func isOf(_ owner: Vault.Owner) -> Bool {
    couple == Self.bytes(owner.couple.text) && partner == Self.bytes(owner.partner.text)
  }

  /// What is signed.
  private static func statement(
    _ couple: [UInt8], _ partner: [UInt8], _ counter: Int64, _ image: [UInt8]
  ) -> [UInt8] {
    Array("accord/1 vault\n".utf8) + couple + partner + counter.bytes
      + Int64(image.count).bytes + Array(SHA256.hash(data: image))
  }

  /// The 16 bytes of an id, or nil where it is none.
  private static func bytes(_ id: String) -> [UInt8]? {
    let digits = Array(id.utf8)
    guard digits.count == 32, digits.allSatisfy({ "0123456789abcdef".utf8.contains($0) }) else {
      return nil
    }
    return stride(from: 0, to: 32, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16)
    }
  }
}

extension Int64 {
  /// Eight bytes, the most significant first.
  var bytes: [UInt8] { withUnsafeBytes(of: bigEndian) { [UInt8]($0) } }
}
