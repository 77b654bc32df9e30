import Agreements
import Journal
import SQLite

/// The journal's tables: appends signed entries, and hands each to the projection.
///
/// Lives inside one write transaction.
struct Ledger {
  let database: Database
  let couple: Couple.ID

  /// Begins the feed of a device: its first entry says whose it is.
  func begin(_ member: Membership, with key: SigningKey, at now: Instant) throws {
    let heads = try heads()
    let entry = try Entry.sign(
      Body(at: now, act: .join(member)),
      place: Place(
        couple: couple, sequence: 1, previous: nil,
        seen: seen(heads, besides: key.verifying.device), tick: (heads.first?.tick ?? 0) + 1),
      salt: Store.random(Entry.saltLength), with: key)
    try begin(member, with: entry)
  }

  /// Begins a feed with the entry that says whose it is.
  func begin(_ member: Membership, with first: Entry) throws {
    guard let key = Hex.bytes(member.signingKey) else { throw StoreError.damaged }
    try database.run(
      """
      INSERT INTO feed (device, partner, signing_key, recipient, head_seq, head_id, head_tick)
      VALUES (\(first.header.device.text), \(member.partner.id.text), \(key),
        \(member.recipient), 1, \(first.id.text), \(first.header.tick))
      """)
    try insert(first)
    try Projection(database: database).project(first, by: member.partner.id)
  }

  /// Signs an act as the next of a partner's feed, and keeps it.
  func append(
    _ act: Act, by partner: Partner.ID, with key: SigningKey, at now: Instant
  ) throws -> Entry {
    let device = key.verifying.device
    let heads = try heads()
    guard let own = heads.first(where: { $0.device == device && $0.partner == partner }) else {
      throw StoreError.unknownDevice
    }
    let entry = try Entry.sign(
      Body(at: now, act: act),
      place: Place(
        couple: couple, sequence: own.head.sequence + 1, previous: own.head.id,
        seen: seen(heads, besides: device), tick: (heads.first?.tick ?? 0) + 1),
      salt: Store.random(Entry.saltLength), with: key)
    try insert(entry)
    return entry
  }

  /// Keeps an entry at the end of its feed.
  func insert(_ entry: Entry) throws {
    let header = entry.header
    let number: Int64? = try database.first(
      """
      INSERT INTO entry (device, seq, tick, id, header, signature)
      VALUES (\(header.device.text), \(header.sequence), \(header.tick), \(entry.id.text),
        \(entry.headerBytes), \(entry.signature))
      RETURNING number
      """
    ) { try $0.value(0) }
    guard let number else { throw StoreError.damaged }
    if let content = entry.content {
      try database.run(
        """
        INSERT INTO body (entry, salt, body)
        VALUES (\(number), \(content.salt), \(content.bytes))
        """)
    }
    if header.sequence > 1 {
      try database.run(
        """
        UPDATE feed SET head_seq = \(header.sequence), head_id = \(entry.id.text),
          head_tick = \(header.tick) WHERE device = \(header.device.text)
        """)
    }
  }

  private struct FeedHead {
    let device: Device.ID
    let partner: Partner.ID
    let head: Head
    let tick: Int64
  }

  /// The last entries of all feeds, newest first.
  private func heads() throws -> [FeedHead] {
    try database.all(
      "SELECT device, partner, head_seq, head_id, head_tick FROM feed ORDER BY head_tick DESC"
    ) { row in
      FeedHead(
        device: Device.ID(try row.value(0)), partner: Partner.ID(try row.value(1)),
        head: Head(sequence: try row.value(2), id: Entry.ID(try row.value(3))),
        tick: try row.value(4))
    }
  }

  /// The newest heads, as many as a header holds: more devices than that stop nobody from acting.
  private func seen(_ heads: [FeedHead], besides device: Device.ID) -> [Device.ID: Head] {
    let others = heads.lazy.filter { $0.device != device }.prefix(Header.mostSeen)
    return Dictionary(others.map { ($0.device, $0.head) }) { first, _ in first }
  }

  func lastTick() throws -> Int64 {
    try database.first("SELECT coalesce(max(head_tick), 0) FROM feed") { try $0.value(0) } ?? 0
  }
}
