import Crypto
import Foundation
import Sealing
import Testing

/// The vectors by which implementations of age are compared: C2SP/CCTV, folder `age/testdata`.
///
/// They are not part of this project. With `ACCORD_AGE_TESTKIT` naming that folder they are run;
/// those that are compressed need `python3`.
@Suite(.enabled(if: Testkit.folder != nil, "ACCORD_AGE_TESTKIT names no folder"))
struct TestkitTests {
  @Test(arguments: Testkit.vectors)
  func `a vector is opened, or refused, as it expects`(vector: Testkit.Vector) throws {
    let file = try vector.file()
    for secret in vector.secrets {
      let result = Result { () throws(AgeError) in try secret.open(file) }
      switch vector.expected {
      case "success":
        let bytes = try #require(try? result.get(), "\(result)")
        let hash = SHA256.hash(data: bytes).map { byte in
          String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
        #expect(hash == vector.fields["payload"]?.first)
      case "no match":
        #expect(result.refusal == .noMatchingKey || result.refusal == .wrongPassphrase)
      case "HMAC failure": #expect(result.refusal == .damaged(.headerMAC))
      case "payload failure": #expect(result.refusal == .damaged(.payload))
      case "armor failure":
        #expect(result.refusal == .damaged(.armor) || result.refusal == .notAge)
      case "header failure":
        let refusal = try #require(result.refusal)
        let isTooMuch = if case .tooMuchWork = refusal { true } else { false }
        // The nonce, which they count with the header, is part of the payload here.
        let isNonce = vector.name.hasSuffix("_nonce") && refusal == .damaged(.payload)
        #expect(refusal == .damaged(.header) || refusal == .notAge || isTooMuch || isNonce)
      case let other: Issue.record("an unknown expectation: \(other)")
      }
    }
  }

  @Test func `most of the vectors are for what we have`() {
    #expect(Testkit.vectors.count > 100)
    #expect(Set(Testkit.vectors.map(\.expected)).count == 6)
  }
}

extension Result where Failure == AgeError {
  fileprivate var refusal: AgeError? {
    if case .failure(let error) = self { error } else { nil }
  }
}
