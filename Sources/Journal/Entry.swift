package import Agreements

/// One act of one device, signed, and chained to the one before.
///
/// The header is what is hashed and signed, and is kept for good. The body lies beside it: its text
/// can be erased while the chain still verifies, and its salt keeps the hash in the header from
/// being guessed.
package struct Entry: Hashable, Sendable {
  package typealias ID = Identifier<Entry>

  package let id: ID
  package let header: Header
  /// The stored bytes are the truth and are never written anew.
  package let headerBytes: [UInt8]
  package let signature: [UInt8]
  /// Nil once erased.
  package let content: Content?

  /// The part that can be erased.
  package struct Content: Hashable, Sendable {
    package let salt: [UInt8]
    package let bytes: [UInt8]
    package let body: Body
  }
}

/// When, by its writer's clock, and what.
package struct Body: Hashable, Sendable {
  package let at: Instant
  package let act: Act

  package init(at: Instant, act: Act) {
    self.at = at
    self.act = act
  }
}

/// What is wrong with an entry; never carries its text.
package enum EntryProblem: Error, Hashable, Sendable {
  case malformed
  case notCanonical
  case tooLarge
  case wrongHash
  case wrongSignature
  case weakKey
  /// Written for another format than this program knows.
  case newerFormat
}

extension Entry {
  static let idContext = Array("accord/1 entry\n".utf8)
  static let signatureContext = Array("accord/1 signature\n".utf8)
  package static let saltLength = 16
  /// All of one act, in bytes.
  package static let mostBodyBytes = 16 * 1_024
  package static let mostHeaderBytes = 8 * 1_024

  /// Writes the next entry of a feed.
  package static func sign(
    _ body: Body, place: Place, salt: [UInt8], with key: SigningKey
  ) throws -> Entry {
    let bytes = body.json.bytes
    guard bytes.count <= mostBodyBytes, place.seen.count <= Header.mostSeen else {
      throw EntryProblem.tooLarge
    }
    guard Instant.writable.contains(body.at) else { throw EntryProblem.malformed }
    let header = Header(
      couple: place.couple, device: key.verifying.device, sequence: place.sequence,
      previous: place.previous, seen: place.seen, tick: place.tick,
      bodyHash: Hex.text(Digest.sha256(salt, bytes)), isErasable: body.act.isErasable)
    let headerBytes = header.json.bytes
    return Entry(
      id: id(of: headerBytes), header: header, headerBytes: headerBytes,
      signature: try key.sign(signatureContext + headerBytes),
      content: Content(salt: salt, bytes: bytes, body: body))
  }

  /// Reads stored or received bytes; the signature is checked by `verify(with:)`.
  package init(
    headerBytes: [UInt8], signature: [UInt8], content: (salt: [UInt8], bytes: [UInt8])?
  ) throws(EntryProblem) {
    guard headerBytes.count <= Self.mostHeaderBytes else { throw .tooLarge }
    self.id = Self.id(of: headerBytes)
    self.headerBytes = headerBytes
    self.header = try Header(json: try Self.parse(headerBytes))
    self.signature = signature
    self.content = try content.map { (salt, bytes) throws(EntryProblem) in
      guard bytes.count <= Self.mostBodyBytes else { throw .tooLarge }
      guard salt.count == Self.saltLength else { throw .malformed }
      return Content(salt: salt, bytes: bytes, body: try Body(json: try Self.parse(bytes)))
    }
    if let content = self.content {
      let hash = Hex.text(Digest.sha256(content.salt, content.bytes))
      guard hash == header.bodyHash else { throw .wrongHash }
      guard header.isErasable == content.body.act.isErasable || content.body.act.isUnknown else {
        throw .malformed
      }
    }
  }

  package func verify(with key: VerifyingKey) throws(EntryProblem) {
    guard key.device == header.device,
      key.accepts(signature, of: Self.signatureContext + headerBytes)
    else { throw .wrongSignature }
  }

  package var order: JournalOrder {
    JournalOrder(tick: header.tick, device: header.device, sequence: header.sequence)
  }

  private static func id(of headerBytes: [UInt8]) -> ID {
    ID(Hex.text(Digest.sha256(idContext, headerBytes)))
  }

  private static func parse(_ bytes: [UInt8]) throws(EntryProblem) -> JSON {
    do { return try JSON(canonical: bytes) } catch {
      throw error == .notCanonical ? .notCanonical : .malformed
    }
  }
}

/// Where the next entry of a feed goes.
package struct Place: Hashable, Sendable {
  package let couple: Couple.ID
  package let sequence: Int64
  package let previous: Entry.ID?
  package let seen: [Device.ID: Head]
  package let tick: Int64

  package init(
    couple: Couple.ID, sequence: Int64, previous: Entry.ID?, seen: [Device.ID: Head], tick: Int64
  ) {
    self.couple = couple
    self.sequence = sequence
    self.previous = previous
    self.seen = seen
    self.tick = tick
  }
}

/// The last entry of a feed.
package struct Head: Hashable, Sendable {
  package let sequence: Int64
  package let id: Entry.ID

  package init(sequence: Int64, id: Entry.ID) {
    self.sequence = sequence
    self.id = id
  }
}
