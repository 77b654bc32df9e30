import Agreements
import Testing

@testable import Journal

struct EntryTests {
  let key: SigningKey
  let entry: Entry

  init() throws {
    key = try SigningKey(seed: Array(1...32))
    entry = try Entry.sign(
      Body(
        at: Sample.moment,
        act: .note(on: Sample.agreement, revision: Sample.revision, try Note("我想想"))),
      place: Place(
        couple: Sample.couple, sequence: 7, previous: Entry.ID(String(repeating: "0f", count: 32)),
        seen: [
          Device.ID("00112233445566ff"): Head(
            sequence: 3, id: Entry.ID(String(repeating: "f0", count: 32)))
        ],
        tick: 12),
      salt: Array(0..<16), with: key)
  }

  private func read(
    header: [UInt8]? = nil, signature: [UInt8]? = nil, salt: [UInt8]? = nil, body: [UInt8]? = nil
  ) throws -> Entry {
    let content = try #require(entry.content)
    let read = try Entry(
      headerBytes: header ?? entry.headerBytes, signature: signature ?? entry.signature,
      content: (salt ?? content.salt, body ?? content.bytes))
    try read.verify(with: key.verifying)
    return read
  }

  @Test func `what is signed reads back and verifies`() throws {
    #expect(try read() == entry)
    #expect(entry.header.sequence == 7)
    #expect(entry.order == JournalOrder(tick: 12, device: key.verifying.device, sequence: 7))
  }

  @Test func `any flipped bit of any part is refused`() throws {
    let content = try #require(entry.content)
    for bit: UInt8 in [0x01, 0x20, 0x80] {
      for part in 0..<4 {
        let bytes = [entry.headerBytes, entry.signature, content.salt, content.bytes][part]
        for index in bytes.indices {
          var flipped = bytes
          flipped[index] ^= bit
          #expect(throws: EntryProblem.self, "part \(part), byte \(index), bit \(bit)") {
            switch part {
            case 0: _ = try read(header: flipped)
            case 1: _ = try read(signature: flipped)
            case 2: _ = try read(salt: flipped)
            default: _ = try read(body: flipped)
            }
          }
        }
      }
    }
  }

  @Test(arguments: [0, 63, 65])
  func `a signature of another length is refused`(count: Int) {
    #expect(throws: EntryProblem.wrongSignature) {
      try read(signature: Array((entry.signature + [0]).prefix(count)))
    }
  }

  @Test func `another key's signature is refused, and so is another key for this one`() throws {
    let other = try SigningKey(seed: Array(2...33))
    #expect(throws: EntryProblem.wrongSignature) { try entry.verify(with: other.verifying) }
    let signature = try other.sign(Entry.signatureContext + entry.headerBytes)
    #expect(throws: EntryProblem.wrongSignature) { try read(signature: signature) }
  }

  @Test func `a signature for another purpose is refused`() throws {
    for context in [[], Entry.idContext] {
      let signature = try key.sign(context + entry.headerBytes)
      #expect(throws: EntryProblem.wrongSignature) { try read(signature: signature) }
    }
  }

  @Test func `the id says what was signed, not how`() throws {
    // Apple's signatures are randomised: two devices may hold two signatures of one entry.
    let other = try Entry(
      headerBytes: entry.headerBytes, signature: [UInt8](repeating: 0, count: 64), content: nil)
    #expect(other.id == entry.id)
    var header = entry.headerBytes
    let tick = try #require(String(decoding: header, as: UTF8.self).firstRange(of: #""tick":12"#))
    let text = String(decoding: header, as: UTF8.self)
    header = Array(text.replacingCharacters(in: tick, with: #""tick":13"#).utf8)
    #expect(try Entry(headerBytes: header, signature: entry.signature, content: nil).id != entry.id)
  }

  @Test func `S17 an entry whose body was erased still verifies`() throws {
    let erased = try Entry(
      headerBytes: entry.headerBytes, signature: entry.signature, content: nil)
    try erased.verify(with: key.verifying)
    #expect(erased.id == entry.id)
    #expect(erased.content == nil)
  }

  @Test func `the same act signed with another salt has another hash`() throws {
    let content = try #require(entry.content)
    let again = try Entry.sign(
      content.body, place: place(sequence: 1), salt: [UInt8](repeating: 9, count: 16), with: key)
    #expect(again.header.bodyHash != entry.header.bodyHash)
    #expect(again.content?.bytes == content.bytes)
  }

  @Test func `an act of 16 KiB is kept, one byte more is not`() throws {
    // Each name in the list takes 55 bytes, the note at the end fills up what is left.
    func accept(_ count: Int) -> Body {
      Body(
        at: Sample.moment,
        act: .decline(
          on: Sample.agreement, revisions: Array(repeating: Sample.revision, count: count)))
    }
    let most = (Entry.mostBodyBytes - accept(0).json.bytes.count + 1) / 55
    let kept = try Entry.sign(
      accept(most), place: place(sequence: 1), salt: Array(0..<16), with: key)
    #expect(try #require(kept.content).bytes.count <= 16_384)
    #expect(throws: EntryProblem.tooLarge) {
      try Entry.sign(accept(most + 1), place: place(sequence: 1), salt: Array(0..<16), with: key)
    }
    #expect(throws: EntryProblem.tooLarge) {
      try read(body: accept(most + 1).json.bytes)
    }
    #expect(throws: EntryProblem.tooLarge) {
      try read(header: [UInt8](repeating: 0x20, count: Entry.mostHeaderBytes + 1))
    }
  }

  @Test func `a header with as many heads as are allowed can be read again`() throws {
    func sign(_ count: Int) throws -> Entry {
      let seen = (0..<count).map { number in
        (
          Device.ID(Hex.text([0, 0, 0, 0, 0, 0, 0, UInt8(number)])),
          Head(sequence: JSON.integers.upperBound, id: Entry.ID(String(repeating: "ff", count: 32)))
        )
      }
      return try Entry.sign(
        Body(at: Sample.moment, act: .end(on: Sample.agreement)),
        place: Place(
          couple: Sample.couple, sequence: JSON.integers.upperBound,
          previous: Entry.ID(String(repeating: "ff", count: 32)),
          seen: Dictionary(uniqueKeysWithValues: seen), tick: JSON.integers.upperBound),
        salt: Array(0..<16), with: key)
    }
    let entry = try sign(Header.mostSeen)
    let content = try #require(entry.content)
    #expect(
      try Entry(
        headerBytes: entry.headerBytes, signature: entry.signature,
        content: (content.salt, content.bytes)) == entry)
    #expect(throws: EntryProblem.tooLarge) { try sign(Header.mostSeen + 1) }
  }

  @Test(arguments: [Int64.min, -62_135_596_801, 253_402_300_800, .max])
  func `nothing is written at a moment that could not be read`(second: Int64) {
    #expect(throws: EntryProblem.malformed) {
      try Entry.sign(
        Body(at: Instant(seconds: second), act: .end(on: Sample.agreement)),
        place: place(sequence: 1), salt: Array(0..<16), with: key)
    }
  }

  static let headers: [(String, JSON?)] = [
    ("version", .integer(0)), ("version", .string("1")), ("version", nil),
    ("couple", .string("00")), ("couple", .string(String(repeating: "AB", count: 16))),
    ("couple", nil), ("device", .string("zz")), ("device", nil),
    ("seq", .integer(0)), ("seq", .integer(-1)), ("seq", .integer(1)), ("seq", nil),
    ("tick", .integer(0)), ("tick", nil), ("prev", .null), ("prev", .string("00")), ("prev", nil),
    ("bodyHash", .string("00")), ("bodyHash", nil), ("seen", nil), ("seen", .array([])),
    ("seen", .object(["00112233445566ff": .array([.integer(1)])])),
    ("seen", .object(["00112233445566ff": .array([.integer(0), .string("00")])])),
    ("seen", .object(["short": .array([])])), ("more", .null),
  ]

  @Test(arguments: headers)
  func `a header is read strictly`(key: String, value: JSON?) throws {
    let bytes = entry.header.json.setting([], key, to: value).bytes
    #expect(throws: EntryProblem.malformed) {
      try Entry(headerBytes: bytes, signature: entry.signature, content: nil)
    }
  }

  @Test func `a header of a newer version is told apart`() throws {
    let bytes = entry.header.json.setting([], "version", to: .integer(2)).bytes
    #expect(throws: EntryProblem.newerFormat) {
      try Entry(headerBytes: bytes, signature: entry.signature, content: nil)
    }
  }

  @Test func `a key of small order, or a seed of another length, is no key`() {
    #expect(throws: EntryProblem.weakKey) {
      try VerifyingKey([1] + [UInt8](repeating: 0, count: 31))
    }
    #expect(throws: EntryProblem.weakKey) { try SigningKey(seed: Array(1...31)) }
    #expect(throws: EntryProblem.weakKey) { try SigningKey(seed: []) }
  }

  private func place(sequence: Int64) -> Place {
    Place(couple: Sample.couple, sequence: sequence, previous: nil, seen: [:], tick: 1)
  }
}

extension String {
  fileprivate func firstRange(of part: String) -> Range<Index>? { ranges(of: part).first }

  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
