import Fixtures
import Sealing
import Testing

struct AgeTests {
  let keys = DeviceKeys.generate()

  static let chunk = 65_536
  static let sizes =
    [0, 1, 15, 16, 17, 100] + [1, 2, 3].flatMap { [$0 * chunk - 1, $0 * chunk, $0 * chunk + 1] }

  // MARK: Both directions

  @Test(arguments: sizes)
  func `what was sealed for a key is opened with it`(size: Int) throws {
    let bytes = content(size, seed: 1)
    let sealed = try Age.seal(bytes, to: [recipient(keys)])
    #expect(try Age.open(sealed, with: keys) == bytes)
  }

  @Test(arguments: sizes)
  func `what was sealed with a passphrase is opened with it`(size: Int) throws {
    let bytes = content(size, seed: 2)
    let sealed = try Age.seal(bytes, with: passphrase(), work: 2)
    #expect(try Age.open(sealed, with: passphrase()) == bytes)
  }

  @Test(arguments: Seed.runs(40))
  func `whatever was sealed is opened, armored or not`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let size = Int.random(in: 0...(3 * Self.chunk), using: &random) >> Int.random(in: 0...16)
    let bytes = content(size, seed: seed)
    let forKeys = try Age.seal(bytes, to: [recipient(keys)])
    let word = try #require(Passphrase("口令 \(seed)"))
    let logN = Int.random(in: 1...6, using: &random)
    let withWord = try Age.seal(bytes, with: word, work: logN)
    for (first, second) in [(forKeys, withWord), (Armor.encode(forKeys), Armor.encode(withWord))] {
      #expect(try Age.open(first, with: keys) == bytes, "\(Seed.replay)")
      #expect(try Age.open(second, with: word) == bytes, "\(Seed.replay)")
    }
  }

  @Test func `each of the recipients opens the file, and nobody else`() throws {
    let all = (0..<5).map { _ in DeviceKeys.generate() }
    let sealed = try Age.seal([1, 2, 3], to: all.map(recipient))
    for one in all { #expect(try Age.open(sealed, with: one) == [1, 2, 3]) }
    #expect(throws: AgeError.noMatchingKey) { try Age.open(sealed, with: keys) }
  }

  @Test func `the same bytes are never sealed the same way twice`() throws {
    let first = try Age.seal([7], to: [recipient(keys)])
    let second = try Age.seal([7], to: [recipient(keys)])
    #expect(first != second)
    #expect(first.suffix(33) != second.suffix(33))
    let third = try Age.seal([7], with: passphrase(), work: 2)
    let fourth = try Age.seal([7], with: passphrase(), work: 2)
    #expect(third != fourth)
    #expect(third.suffix(33) != fourth.suffix(33))
  }

  @Test func `a sealed file holds nothing of the text or of the recipient`() throws {
    let text = Array("Friday evenings are ours".utf8)
    let sealed = try Age.seal(text, to: [recipient(keys)])
    #expect(!sealed.contains(text))
    #expect(!sealed.contains(Array(keys.recipient.utf8)))
  }

  // MARK: The wrong secret

  @Test(arguments: ["a", "correct horse ", "Correct horse", "correct hors", "口令"])
  func `another passphrase opens nothing`(word: String) throws {
    let sealed = try Age.seal([1], with: passphrase(), work: 2)
    let other = try #require(Passphrase(word))
    #expect(throws: AgeError.wrongPassphrase) { try Age.open(sealed, with: other) }
  }

  @Test func `a key does not open what a passphrase sealed, nor the reverse`() throws {
    let forKeys = try Age.seal([1], to: [recipient(keys)])
    let withWord = try Age.seal([1], with: passphrase(), work: 2)
    #expect(throws: AgeError.noMatchingKey) { try Age.open(forKeys, with: passphrase()) }
    #expect(throws: AgeError.noMatchingKey) { try Age.open(withWord, with: keys) }
  }

  // MARK: Bounds

  @Test(arguments: [0, 257])
  func `nobody, or too many, is nobody to seal for`(count: Int) {
    let all = [AgeRecipient](repeating: recipient(keys), count: count)
    #expect(throws: AgeError.recipients(count: count)) { try Age.seal([], to: all) }
  }

  @Test func `the most recipients still fit what is read`() throws {
    let all = [AgeRecipient](repeating: recipient(DeviceKeys.generate()), count: 255)
    let sealed = try Age.seal([5], to: all + [recipient(keys)])
    #expect(try Age.open(sealed, with: keys) == [5])
  }

  @Test(arguments: [Int.min, -1, 0, 21, 63, 64, Int.max])
  func `no file is sealed at a cost that would be refused`(logN: Int) {
    #expect(throws: AgeError.tooMuchWork(logN: logN)) {
      try Age.seal([], with: passphrase(), work: logN)
    }
  }

  @Test func `a sealed file is recognised by how it begins`() throws {
    let sealed = try Age.seal([1], to: [recipient(keys)])
    #expect(Age.isSealed(sealed))
    #expect(Age.isSealed(Armor.encode(sealed)))
    #expect(Age.isSealed(Array(" \r\n".utf8) + Armor.encode(sealed)))
    #expect(Age.isSealed(Array("age-encryption.org/v2\n".utf8)))
    for text in ["", "age", "# accord key 1", " age-encryption.org/v1\n", "-----BEGIN AGE"] {
      #expect(!Age.isSealed(Array(text.utf8)))
      #expect(throws: AgeError.notAge) { try Age.open(Array(text.utf8), with: keys) }
    }
  }

  // MARK: Passphrases

  @Test func `a passphrase has 1 to 1,024 bytes`() throws {
    #expect(Passphrase("") == nil)
    #expect(Passphrase(String(repeating: "x", count: 1025)) == nil)
    #expect(Passphrase(String(repeating: "码", count: 342)) == nil)
    let longest = try #require(Passphrase(String(repeating: "x", count: 1024)))
    let sealed = try Age.seal([1], with: longest, work: 1)
    #expect(try Age.open(sealed, with: longest) == [1])
  }

  @Test func `printing a passphrase does not show it`() throws {
    let word = try #require(Passphrase("correct horse"))
    var dumped = ""
    dump(word, to: &dumped)
    for text in ["\(word)", String(reflecting: word), String(describing: [word]), dumped] {
      #expect(text.contains("passphrase"))
      #expect(!text.contains("correct") && !text.contains("99, 111"))
      #expect(text.count < 60)
    }
  }
}

func recipient(_ keys: DeviceKeys) -> AgeRecipient {
  guard let recipient = AgeRecipient(keys.recipient) else {
    preconditionFailure("no recipient of its own")
  }
  return recipient
}

func passphrase(_ text: String = "correct horse") -> Passphrase {
  guard let passphrase = Passphrase(text) else { preconditionFailure("no passphrase") }
  return passphrase
}

/// Bytes that a seed repeats.
func content(_ size: Int, seed: UInt64) -> [UInt8] {
  var random = SplitMix64(seed: seed)
  return (0..<size).map { _ in UInt8(truncatingIfNeeded: random.next()) }
}
