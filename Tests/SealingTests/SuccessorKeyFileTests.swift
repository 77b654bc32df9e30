import Files
import Fixtures
import Foundation
import SystemPackage
import Testing

@testable import Sealing

/// The text of key files that hold earlier keys and a memory.
struct SuccessorKeyFileTests {
  static let couple = String(repeating: "0a", count: 16)
  static let partner = String(repeating: "1b", count: 16)
  static let founders = [String(repeating: "2c", count: 32), String(repeating: "3d", count: 32)]

  /// Keys that are the same every time.
  static func keys(_ number: UInt8) -> DeviceKeys {
    let first = DeviceKeys(
      identity: (0..<32).map { number &* 3 &+ $0 }, signingSeed: (1...32).map { number &+ $0 })
    guard let first else { preconditionFailure("no keys") }
    return first
  }

  static func memory(_ head: Int64? = 7, _ vault: Int64? = 12) -> KeyFile.Memory? {
    KeyFile.Memory(
      couple: couple, partner: partner, founders: founders,
      head: head.flatMap { KeyFile.Head(sequence: $0, id: String(repeating: "4e", count: 32)) },
      vault: vault.flatMap { VaultMark(counter: $0, device: "0123456789abcdef") })
  }

  /// One of every shape.
  static let files = [
    KeyFile(keys: keys(0)), KeyFile(keys: keys(0), earlier: [keys(1)]),
    KeyFile(keys: keys(0), memory: memory()),
    KeyFile(keys: keys(0), earlier: [keys(1), keys(2)], memory: memory(nil)),
    KeyFile(keys: keys(0), earlier: [keys(1)], memory: memory(1, nil)),
    KeyFile(keys: keys(0), memory: memory(nil, nil)),
    KeyFile(keys: keys(0), memory: memory((1 << 53) - 1, (1 << 53) - 1)),
    KeyFile(keys: keys(0), earlier: (1...64).map { keys($0) }, memory: memory()),
  ]

  private func text(_ file: KeyFile) -> [UInt8] { file.withText { $0 } }

  // What is pinned here lies in people's folders.
  @Test func `a file with an earlier key and a memory has the pinned text`() throws {
    let file = KeyFile(keys: Self.keys(0), earlier: [Self.keys(1)], memory: Self.memory())
    let pinned = """
      # accord key 2, keep it to yourself: whoever has it can act as you
      # signing ACCORD-SIGNING-KEY-1QYPQXPQ9QCRSSZG2PVXQ6RS0ZQG3YYC5Z5TPWXQERGD3C8G7RUSQ6EZX22
      AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SWRYDWG
      # signing ACCORD-SIGNING-KEY-1QGPSGPGXQUYQJZSTPSXSURCSZYFPX9Q4ZCT3SXG6RVWP68SLYQSSSKLJUT
      AGE-SECRET-KEY-1QVZQ2PS8PQYS5ZCVP58Q7YQ3ZGF3G9GKZUVPJXSMRSW3U8EQYY3QL4AXKM
      # couple 0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a
      # partner 1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b
      # founders 2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c2c 3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d
      # head 7 4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e
      # vault 12 0123456789abcdef

      """
    #expect(String(decoding: text(file), as: UTF8.self) == pinned)
    #expect(try KeyFile(text: Array(pinned.utf8)) == file)
  }

  @Test func `keys alone are written as they always were`() {
    let text = String(decoding: text(KeyFile(keys: Self.keys(0))), as: UTF8.self)
    #expect(text.hasPrefix("# accord key 1, keep it to yourself: whoever has it can act as you\n"))
    #expect(text.split(separator: "\n").count == 3)
  }

  @Test(arguments: files)
  func `every text comes back, and fits`(file: KeyFile) throws {
    let text = text(file)
    #expect(try KeyFile(text: text) == file)
    #expect(text.count + 500 < KeyFile.limit)
    #expect(
      String(decoding: text.prefix(14), as: UTF8.self).last == (file == Self.files[0] ? "1" : "2"))
  }

  @Test func `the newest 64 earlier keys are kept, each once`() {
    let many = KeyFile(
      keys: Self.keys(0),
      earlier: [Self.keys(0), Self.keys(1), Self.keys(1)]
        + (2...70).map { Self.keys($0) })
    #expect(many.earlier == (1...64).map { Self.keys($0) })
    let next = many.succeeded(by: Self.keys(99))
    #expect(next.keys == Self.keys(99))
    #expect(next.earlier == (0...63).map { Self.keys($0) })
  }

  @Test func `what has not its form is no memory`() {
    let (couple, partner, founders) = (Self.couple, Self.partner, Self.founders)
    for (couple, partner, founders) in [
      ("", partner, founders), (couple + "0", partner, founders),
      (couple.uppercased(), partner, founders), (couple, partner.dropLast() + "g", founders),
      (couple, partner, [founders[0]]), (couple, partner, founders + founders),
      (couple, partner, [founders[0], couple]),
    ] {
      #expect(KeyFile.Memory(couple: couple, partner: partner, founders: founders) == nil)
    }
    for number in [Int64.min, -1, 0, 1 << 53, .max] {
      #expect(KeyFile.Head(sequence: number, id: founders[0]) == nil)
      #expect(VaultMark(counter: number, device: "0123456789abcdef") == nil)
    }
    #expect(KeyFile.Head(sequence: 1, id: couple) == nil)
    #expect(VaultMark(counter: 1, device: "0123456789ABCDEF") == nil)
    #expect(VaultMark(counter: 1, device: "0123456789abcde") == nil)
  }

  @Test func `printing a file shows no secret`() throws {
    let file = try #require(Self.files.last)
    var dumped = ""
    dump(file, to: &dumped)
    for text in ["\(file)", String(reflecting: file), dumped] {
      #expect(text.contains(file.keys.fingerprint))
      #expect(!text.contains("SECRET") && !text.contains("1, 2, 3"))
    }
  }

  // MARK: Strictness

  /// Nothing seals an open file: in a memory, one digit in the place of another is another memory.
  private func refuses(_ changed: [UInt8], _ comment: Comment, mayBeMemory: Bool = false) {
    do {
      let read = try KeyFile(text: changed)
      #expect(mayBeMemory && text(read) == changed, comment)
    } catch {
      #expect(error == .damaged, comment)
    }
  }

  @Test(arguments: [files[4]])
  func `no changed, missing or additional byte of a text passes`(file: KeyFile) throws {
    let text = text(file)
    let keys = self.text(KeyFile(keys: file.keys, earlier: file.earlier)).count
    for place in text.indices {
      let isMemory = place >= keys
      var changed = text
      changed[place] ^= 1 << UInt8(place % 8)
      refuses(changed, "byte \(place)", mayBeMemory: isMemory)
      changed.remove(at: place)
      refuses(changed, "without byte \(place)", mayBeMemory: isMemory)
      for extra in ["\n", " ", "g", "Q"] {
        refuses(text[..<place] + Array(extra.utf8) + text[place...], "\(extra) at \(place)")
      }
    }
    for extra in ["\n", "# ", "# a note\n"] { refuses(text + Array(extra.utf8), "\(extra) behind") }
  }

  /// The lines of a whole file, to put together in other ways.
  private func refusesLines(_ change: (inout [String]) -> Void) throws {
    let whole = KeyFile(
      keys: Self.keys(0), earlier: [Self.keys(1), Self.keys(2)], memory: Self.memory())
    var lines = String(decoding: text(whole), as: UTF8.self).split(separator: "\n").map {
      String($0)
    }
    try #require(lines.count == 12)
    change(&lines)
    let changed = Array(lines.map { $0 + "\n" }.joined().utf8)
    #expect(throws: KeyFileError.damaged, "\(lines)") { try KeyFile(text: changed) }
  }

  @Test func `lines in another order, twice, or left out are refused`() throws {
    for place in 0..<12 {
      // A line of keys may change places with its like: then these are other keys.
      for other in (place + 1)..<12 where !(1...6).contains(place) || (other - place) % 2 == 1 {
        try refusesLines { $0.swapAt(place, other) }
      }
      try refusesLines { $0.insert($0[place], at: place) }
      // The last two may be absent, and an earlier key as a whole.
      if place < 10 { try refusesLines { $0.remove(at: place) } }
    }
    try refusesLines { $0.removeSubrange(7..<10) }
  }

  @Test(arguments: [
    "0", "00", "01", "+1", "-1", "1.0", "1e3", "９", "0x1", "9007199254740992",
    "9223372036854775808", "18446744073709551617", "",
  ])
  func `a number that is not written as it should be is refused`(number: String) throws {
    try refusesLines { $0[10] = "# head \(number) \(String(repeating: "4e", count: 32))" }
    try refusesLines { $0[11] = "# vault \(number) 0123456789abcdef" }
  }

  @Test func `a memory of keys that came to be in another greeting is refused`() throws {
    try refusesLines { $0[0] = $0[0].replacing("key 2", with: "key 1") }
    try refusesLines { $0[0] = $0[0].replacing("key 2", with: "key 3") }
    let plain = String(decoding: text(Self.files[0]), as: UTF8.self)
    #expect(throws: KeyFileError.damaged) {
      try KeyFile(text: Array(plain.replacing("key 1", with: "key 2").utf8))
    }
  }

  @Test(arguments: Seed.runs(10))
  func `random bytes and random changes never trap, and are refused`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let file = try #require(Self.files.dropLast().randomElement(using: &generator))
    let text = text(file)
    for _ in 0..<20 {
      let noise = (0..<Int.random(in: 0...600, using: &generator)).map { _ in
        UInt8.random(in: .min ... .max, using: &generator)
      }
      #expect(throws: KeyFileError.damaged) { try KeyFile(text: noise) }
      var changed = text
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: changed.removeLast(Int.random(in: 0..<changed.count, using: &generator))
        case 1: changed += noise
        case 2:
          let place = Int.random(in: 0...changed.count, using: &generator)
          changed.insert(contentsOf: noise.prefix(20), at: place)
        default:
          guard let place = changed.indices.randomElement(using: &generator) else { continue }
          changed[place] = UInt8.random(in: .min ... .max, using: &generator)
        }
        if changed.isEmpty { break }
      }
      guard changed != text else { continue }
      do {
        // Two lines less can be another whole file.
        let read = try KeyFile(text: changed)
        #expect(self.text(read) == changed, "\(Seed.replay)")
      } catch {
        #expect(error == .damaged, "\(Seed.replay)")
      }
    }
  }
}
