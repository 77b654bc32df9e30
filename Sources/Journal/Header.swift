package import Agreements

/// The signed part of an entry: its place in the feed, and the hash of its body.
package struct Header: Hashable, Sendable {
  package static let version: Int64 = 1
  /// How far a tick may lie ahead of what is known: a Lamport clock grows by one an act.
  package static let mostTickJump: Int64 = 1_000_000

  /// How many other feeds one header names at most.
  package static let mostSeen = 64

  package let couple: Couple.ID
  package let device: Device.ID
  /// Counts from 1 without gaps.
  package let sequence: Int64
  package let previous: Entry.ID?
  /// The last entry of each other feed known when this one was written: a withheld or rolled back
  /// history shows.
  package let seen: [Device.ID: Head]
  /// A Lamport clock: greater than every tick its writer had seen.
  package let tick: Int64
  /// SHA-256 over salt and body, hexadecimal.
  package let bodyHash: String
  /// Whether the body may be erased. Signed, so that a stance or an ending cannot be made away with
  /// as if it had been a text.
  package let isErasable: Bool
}

extension Header {
  var json: JSON {
    .object([
      "bodyHash": .string(bodyHash),
      "couple": .string(couple.text),
      "device": .string(device.text),
      "erasable": isErasable ? .bool(true) : nil,
      "prev": .some(previous.map { .string($0.text) } ?? .null),
      "seen": .object(
        seen.sorted { $0.key < $1.key }.map { device, head in
          JSON.Member(
            key: device.text, value: .array([.integer(head.sequence), .string(head.id.text)]))
        }),
      "seq": .integer(sequence),
      "tick": .integer(tick),
      "version": .integer(Self.version),
    ])
  }

  init(json: JSON) throws(EntryProblem) {
    var fields = Fields(json)
    let version = try fields.integer("version")
    guard version == Self.version else { throw version > Self.version ? .newerFormat : .malformed }
    bodyHash = try fields.hex("bodyHash", bytes: 32)
    couple = Couple.ID(try fields.hex("couple", bytes: 16))
    device = Device.ID(try fields.hex("device", bytes: 8))
    isErasable = try fields.flag("erasable")
    sequence = try fields.integer("seq")
    tick = try fields.integer("tick")
    previous = try fields.null("prev") ? nil : Entry.ID(try fields.hex("prev", bytes: 32))
    guard case .object(let members) = try fields.value("seen"), members.count <= Self.mostSeen
    else {
      throw .malformed
    }
    var seen: [Device.ID: Head] = [:]
    for member in members {
      guard let pair = member.value.array, pair.count == 2,
        let number = pair[0].integer, number > 0,
        let id = pair[1].string, Hex.bytes(id)?.count == 32,
        Hex.bytes(member.key)?.count == 8
      else { throw .malformed }
      seen[Device.ID(member.key)] = Head(sequence: number, id: Entry.ID(id))
    }
    self.seen = seen
    guard sequence >= 1, tick >= 1, (previous == nil) == (sequence == 1) else { throw .malformed }
    try fields.end()
  }
}
