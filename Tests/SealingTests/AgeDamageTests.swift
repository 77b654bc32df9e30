import Crypto
import Testing

@testable import Sealing

/// Nothing that is not, byte for byte, what was sealed is opened.
struct AgeDamageTests {
  static let keys = DeviceKeys.generate()

  enum Form: CaseIterable { case keys, passphrase, armored }

  private func sealed(_ form: Form) throws -> [UInt8] {
    let bytes = Array("ours".utf8)
    return switch form {
    case .keys: try Age.seal(bytes, to: [recipient(Self.keys), recipient(.generate())])
    case .passphrase: try Age.seal(bytes, with: passphrase(), work: 2)
    case .armored: try Armor.encode(Age.seal(bytes, to: [recipient(Self.keys)]))
    }
  }

  private func open(_ file: [UInt8], _ form: Form) throws(AgeError) -> [UInt8] {
    switch form {
    case .passphrase: try Age.open(file, with: passphrase())
    case .keys, .armored: try Age.open(file, with: Self.keys)
    }
  }

  @Test(arguments: Form.allCases)
  func `every flipped bit is noticed`(form: Form) throws {
    let file = try sealed(form)
    #expect(try open(file, form) == Array("ours".utf8))
    for place in file.indices {
      for bit in 0..<8 {
        var changed = file
        changed[place] ^= 1 << bit
        #expect(throws: AgeError.self, "bit \(bit) of byte \(place)") { try open(changed, form) }
      }
    }
  }

  @Test(arguments: Form.allCases)
  func `every missing, doubled or additional byte is noticed`(form: Form) throws {
    var file = try sealed(form)
    // White space around the armor means nothing.
    if form == .armored { file.removeLast() }
    for place in file.indices {
      var shorter = file
      shorter.remove(at: place)
      #expect(throws: AgeError.self, "without byte \(place)") { try open(shorter, form) }
      #expect(throws: AgeError.self, "\(place) bytes") { try open(Array(file[..<place]), form) }
      for extra in Set([file[place], UInt8(ascii: "A"), 0]) {
        let longer = file[..<place] + [extra] + file[place...]
        #expect(throws: AgeError.self, "\(extra) at \(place)") { try open(Array(longer), form) }
      }
    }
    #expect(throws: AgeError.self) { try open(file + [0], form) }
    #expect(throws: AgeError.self) { try open(file + file, form) }
  }

  // MARK: Chunks

  /// Three chunks; the last holds one byte.
  private func threeChunks() throws -> (head: [UInt8], chunks: [[UInt8]]) {
    let file = try Age.seal(content(2 * 65_536 + 1, seed: 3), to: [recipient(Self.keys)])
    let step = 65_536 + 16
    let start = file.count - 2 * step - 17
    return (
      Array(file[..<start]),
      [
        Array(file[start..<(start + step)]), Array(file[(start + step)...].prefix(step)),
        Array(file.suffix(17)),
      ]
    )
  }

  @Test(arguments: [
    [], [0], [1], [2], [0, 1], [0, 2], [1, 2], [1, 0, 2], [0, 2, 1], [0, 0, 1, 2], [0, 1, 1, 2],
    [0, 1, 2, 2], [2, 1, 0],
  ])
  func `chunks left out, moved or repeated are noticed`(order: [Int]) throws {
    let (head, chunks) = try threeChunks()
    #expect(try Age.open(head + chunks.flatMap { $0 }, with: Self.keys).count == 2 * 65_536 + 1)
    let file = head + order.flatMap { chunks[$0] }
    #expect(throws: AgeError.damaged(.payload)) { try Age.open(file, with: Self.keys) }
  }

  @Test func `chunks of another file with the same key are noticed`() throws {
    let key = FileKey()
    let first = try Payload.seal(content(65_537, seed: 4), under: key)
    let second = try Payload.seal(content(65_537, seed: 4), under: key)
    let mixed = first.dropLast(17) + second.suffix(17)
    #expect(try Payload.open(first, under: key).count == 65_537)
    #expect(throws: AgeError.damaged(.payload)) { try Payload.open(Array(mixed), under: key) }
    #expect(throws: AgeError.damaged(.payload)) { try Payload.open(first, under: FileKey()) }
  }

  /// The tag of an empty last chunk is right, but where a whole one came before there is none.
  @Test func `an empty chunk is refused unless all is empty`() throws {
    let fileKey = FileKey()
    let nonce = [UInt8](repeating: 9, count: 16)
    let key = fileKey.payloadKey(nonce: nonce)
    func chunk(_ bytes: [UInt8], _ number: UInt8, isLast: Bool) throws -> [UInt8] {
      let place = [UInt8](repeating: 0, count: 10) + [number, isLast ? 1 : 0]
      let box = try ChaChaPoly.seal(bytes, using: key, nonce: .init(data: place))
      return Array(box.ciphertext) + Array(box.tag)
    }
    let full = content(65_536, seed: 5)
    let alone = try nonce + chunk(full, 0, isLast: true)
    let followed = try nonce + chunk(full, 0, isLast: false) + chunk([], 1, isLast: true)
    let empty = try nonce + chunk([], 0, isLast: true)
    #expect(try Payload.open(alone, under: fileKey) == full)
    #expect(try Payload.open(empty, under: fileKey) == [])
    #expect(throws: AgeError.damaged(.payload)) { try Payload.open(followed, under: fileKey) }
    let open = try nonce + chunk([], 0, isLast: false)
    #expect(throws: AgeError.damaged(.payload)) { try Payload.open(open, under: fileKey) }
  }
}
