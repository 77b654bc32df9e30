import Crypto
import Foundation
import Journal
import Testing

struct WeakKeysTests {
  @Test(arguments: smallOrder)
  func `a point of small order is refused with either sign`(y: String) throws {
    var key = try #require(bytes(y))
    #expect(WeakKeys.refuses(signingKey: key))
    key[31] |= 0x80
    #expect(WeakKeys.refuses(signingKey: key))
  }

  @Test(arguments: 0..<19)
  func `a second spelling of a coordinate is refused`(excess: UInt8) {
    // 2^255 - 19 + excess, the numbers that fit into 255 bits and are not reduced.
    var key = [0xed + excess] + [UInt8](repeating: 0xff, count: 30) + [0x7f]
    #expect(WeakKeys.refuses(signingKey: key))
    key[31] = 0xff
    #expect(WeakKeys.refuses(signingKey: key))
  }

  @Test(arguments: [
    // 2^255 - 21, and others that differ from a refused one in one place.
    "ebffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7e",
    "edfffffffffffffffffffffffffffffffffffffffffffffffffffffffffeff7f",
    "edfeffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "27e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "0200000000000000000000000000000000000000000000000000000000000000",
    // The base point.
    "5866666666666666666666666666666666666666666666666666666666666666",
  ])
  func `a neighbour of a refused key is not refused`(key: String) throws {
    #expect(!WeakKeys.refuses(signingKey: try #require(bytes(key))))
  }

  @Test func `keys as they are made are not refused`() {
    for _ in 1...200 {
      let key = Curve25519.Signing.PrivateKey().publicKey
      #expect(!WeakKeys.refuses(signingKey: [UInt8](key.rawRepresentation)))
    }
  }

  @Test(arguments: [0, 31, 33, 64])
  func `a key of another length is refused`(count: Int) {
    #expect(WeakKeys.refuses(signingKey: [UInt8](repeating: 7, count: count)))
  }

  #if os(Linux)  // CryptoKit looks for itself.
    @Test(arguments: ["I accept", "I never said this", ""])
    func `under the neutral point one signature fits every message, so it is refused`(
      message: String
    ) throws {
      // Verifying asks whether S·B = R + k·A. With A and R neutral and S zero that is always so.
      let neutral = try #require(bytes(smallOrder[1]))
      let forged = neutral + [UInt8](repeating: 0, count: 32)
      let key = try Curve25519.Signing.PublicKey(rawRepresentation: neutral)
      #expect(key.isValidSignature(forged, for: Array(message.utf8)))
      #expect(WeakKeys.refuses(signingKey: neutral))
    }

    @Test(arguments: smallOrder)
    func `under any point of small order some message can be signed without a key`(
      y: String
    ) throws {
      // R = -k·A, looked for among the points of small order; k depends on the message.
      let encoded = try #require(bytes(y))
      let candidates = try smallOrder.flatMap { text in
        let point = try #require(bytes(text))
        return [point, point[..<31] + [point[31] | 0x80]]
      }
      let key = try Curve25519.Signing.PublicKey(rawRepresentation: encoded)
      let forged = (0..<200).contains { number in
        candidates.contains { commitment in
          key.isValidSignature(
            commitment + [UInt8](repeating: 0, count: 32), for: Array("\(number)".utf8))
        }
      }
      #expect(forged)
    }
  #endif
}

/// Every y of a point whose multiple by 8 is neutral, reduced or not, little-endian: eight
/// points, computed from the curve equation apart from this program.
private let smallOrder = [
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]

private func bytes(_ hex: String) -> [UInt8]? {
  let digits = Array(hex.utf8).compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
  guard digits.count == hex.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
