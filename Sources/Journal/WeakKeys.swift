/// Signing keys under which a signature proves nothing.
package enum WeakKeys {
  /// Whether an Ed25519 public key must not be admitted.
  ///
  /// Refused are the 14 encodings of the points of small order, under which anybody can sign (RFC
  /// 8032 does not ask verifiers to look, and swift-crypto on Linux does not), every second
  /// spelling of another key, and what is not 32 bytes long.
  package static func refuses(signingKey key: [UInt8]) -> Bool {
    guard key.count == 32 else { return true }
    // The highest bit is the sign of x, the rest is y, little-endian.
    let y = key[..<31] + [key[31] & 0x7f]
    return !isReduced(y) || yOfSmallOrder.contains(Array(y))
  }

  /// Whether y is less than 2^255 - 19.
  private static func isReduced(_ y: ArraySlice<UInt8>) -> Bool {
    y[31] < 0x7f || y[0] < 0xed || y[1..<31].contains { $0 != 0xff }
  }

  /// The reduced y of the eight points whose multiple by 8 is neutral: 0, 1, -1, and the two of
  /// order 8. With either sign these are ten encodings; the other four are not reduced.
  private static let yOfSmallOrder: [[UInt8]] = [
    [UInt8](repeating: 0, count: 32),
    [1] + [UInt8](repeating: 0, count: 31),
    [0xec] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
    [
      0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98,
      0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53,
      0xfc, 0x05,
    ],
    [
      0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67,
      0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac,
      0x03, 0x7a,
    ],
  ]
}
