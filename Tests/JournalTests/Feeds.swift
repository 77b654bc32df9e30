import Agreements

@testable import Journal

/// Whose key signs.
enum Who: UInt8, CaseIterable {
  case anna = 0xa
  case bo = 0xb
  case third = 0x31
  case fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth

  /// Eight that are none of the first four.
  static let further = Array(allCases.dropFirst(4))
}

/// The feeds of a couple, written past every rule.
struct Feeds {
  static let salt = String(repeating: "5a", count: 16)

  let couple: Couple.ID
  private(set) var entries: [Entry] = []

  /// - Parameters:
  ///   - couple: nil for the name that both founders' keys make.
  ///   - founders: who has begun.
  init(couple: Couple.ID? = nil, founders: [Who] = [.anna, .bo]) throws {
    self.couple =
      try couple ?? Naming.couple(of: [Self.member(.anna), Self.member(.bo)], salt: Self.salt)
    for (number, who) in founders.enumerated() {
      let member = try Self.member(who)
      try begin(number == 0 ? member.with(salt: Self.salt) : member, by: who)
    }
  }

  // The seeds are fixed, and of 32 bytes: their keys are there.
  private static let keys: [Who: SigningKey] = Dictionary(
    Who.allCases.compactMap { who in
      (try? SigningKey(seed: [UInt8](repeating: who.rawValue, count: 32))).map { (who, $0) }
    }
  ) { first, _ in first }

  static func key(_ who: Who) throws -> SigningKey {
    guard let key = keys[who] else { throw EntryProblem.weakKey }
    return key
  }

  static func partner(_ who: Who, name: String? = nil) throws -> Partner {
    let isAnna = who == .anna
    return Partner(
      id: isAnna ? Sample.anna : Sample.bo,
      name: try Partner.Name(name ?? (isAnna ? "Anna" : "小波")))
  }

  static func member(_ who: Who, of partner: Who? = nil, name: String? = nil) throws -> Membership {
    Membership(
      partner: try Self.partner(partner ?? who, name: name),
      signingKey: Hex.text(try key(who).verifying.bytes), recipient: "age1\(who)")
  }
}

// MARK: - Writing

extension Feeds {
  /// - Parameters:
  ///   - tick: nil for the one that an honest program would take.
  ///   - signedBy: nil for no signature of anybody.
  @discardableResult
  mutating func append(
    _ act: Act, by who: Who, signedBy signer: Who?? = .none, of other: Couple.ID? = nil,
    tick: Int64? = nil, at place: Place? = nil
  ) throws -> Entry {
    let key = try Self.key(who)
    let last = entries.last { $0.header.device == key.verifying.device }
    let place =
      place
      ?? Place(
        couple: other ?? couple, sequence: (last?.header.sequence ?? 0) + 1, previous: last?.id,
        seen: [:], tick: tick ?? (entries.map(\.header.tick).max() ?? 0) + 1)
    var entry = try Entry.sign(
      Body(at: Sample.moment, act: act), place: place, salt: Vectors.salt, with: key)
    if let signer {
      let signature = try signer.map {
        try Self.key($0).sign(Entry.signatureContext + entry.headerBytes)
      }
      entry = try Entry(
        headerBytes: entry.headerBytes, signature: signature ?? [UInt8](repeating: 0, count: 64),
        content: entry.content.map { ($0.salt, $0.bytes) })
    }
    entries.append(entry)
    return entry
  }

  /// A first entry that has seen what there is.
  mutating func begin(_ member: Membership, by who: Who) throws {
    let seen = entries.map { ($0.header.device, $0.head) }
    try append(
      .join(member), by: who,
      at: Place(
        couple: couple, sequence: 1, previous: nil,
        seen: Dictionary(seen) { first, _ in first }, tick: Int64(entries.count) + 1))
  }

  @discardableResult
  mutating func join(_ who: Who, of partner: Who, name: String? = nil) throws -> Entry {
    try append(.join(try Self.member(who, of: partner, name: name)), by: who)
  }

  @discardableResult
  mutating func admit(_ device: Who, by who: Who, tick: Int64? = nil) throws -> Entry {
    let key = try Self.key(device).verifying
    return try append(.admit(Admission(key, recipient: "age1\(device)")), by: who, tick: tick)
  }

  mutating func retire(_ device: Who, by who: Who, last: Head?, tick: Int64? = nil) throws {
    guard let last else { throw EntryProblem.malformed }
    try append(
      .retire(
        Retirement(
          device: try Self.key(device).verifying.device, lastSequence: last.sequence,
          lastEntry: last.id.text)), by: who, tick: tick)
  }
}

// MARK: - Reading

extension Feeds {
  func roster(_ arrived: [Entry]? = nil) throws -> Roster {
    let known = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
    return try Roster(arrived ?? entries, of: couple) { device, entry, last in
      var next: Entry.ID? = last.id
      while let id = next, let one = known[id], one.header.device == device {
        if one.head == entry { return true }
        next = one.header.previous
      }
      return false
    }
  }

  func device(_ who: Who) -> Device.ID {
    Self.keys[who]?.verifying.device ?? Device.ID("none")
  }

  func last(_ who: Who) -> Head? {
    let device = device(who)
    return entries.last { $0.header.device == device }?.head
  }

  /// Every device that began a feed.
  var joined: Set<Device.ID> { Set(entries.filter { $0.introduction != nil }.map(\.header.device)) }
}

extension Entry {
  var head: Head { Head(sequence: header.sequence, id: id) }
}

extension Admission {
  init(_ key: VerifyingKey, recipient: String) {
    self.init(device: key.device, signingKey: Hex.text(key.bytes), recipient: recipient)
  }
}

extension Membership {
  func with(salt: String) -> Membership {
    Membership(partner: partner, signingKey: signingKey, recipient: recipient, salt: salt)
  }

  func with(recipient: String) -> Membership {
    Membership(partner: partner, signingKey: signingKey, recipient: recipient, salt: salt)
  }

  func with(partner: Partner) -> Membership {
    Membership(partner: partner, signingKey: signingKey, recipient: recipient, salt: salt)
  }
}
