import Agreements
import Journal
import SQLite

/// The journal's tables: appends signed entries.
///
/// Lives inside one write transaction. Where the next entry goes is read from signed ones; the
/// table of feeds repeats it, so that a check can tell that something is missing.
struct Ledger {
  let database: Database
  let couple: Couple.ID

  /// Signs an act, reads it back as everybody will, and keeps it.
  ///
  /// - Parameter ends: where all feeds that count end.
  func append(
    _ act: Act, after own: FeedEnd?, among ends: [FeedEnd], with key: SigningKey, at now: Instant
  ) throws -> Entry {
    let entry = try Entry.sign(
      Body(at: now, act: act),
      place: Place(
        couple: couple, sequence: (own?.head.sequence ?? 0) + 1, previous: own?.head.id,
        seen: seen(ends, besides: key.verifying.device), tick: (ends.map(\.tick).max() ?? 0) + 1),
      salt: Store.random(Entry.saltLength), with: key)
    guard entry.isReadable else { throw StoreError.unreadable }
    try insert(entry)
    return entry
  }

  /// Begins a feed with the entry that says whose it is.
  func begin(_ member: Membership, with first: Entry) throws {
    guard let key = Hex.bytes(member.signingKey) else { throw StoreError.damaged }
    let device = first.header.device.text
    try database.run("DELETE FROM feed WHERE device = \(device)")
    try database.run(
      """
      INSERT INTO feed (device, partner, signing_key, recipient, head_seq, head_id, head_tick)
      VALUES (\(device), \(member.partner.id.text), \(key), \(member.recipient), 1,
        \(first.id.text), \(first.header.tick))
      """)
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
    try database.run(
      """
      UPDATE feed SET head_seq = \(header.sequence), head_id = \(entry.id.text),
        head_tick = \(header.tick) WHERE device = \(header.device.text)
      """)
  }

  /// The newest ends, as many as a header holds: more devices than that stop nobody from acting.
  private func seen(_ ends: [FeedEnd], besides device: Device.ID) -> [Device.ID: Head] {
    let others = ends.lazy.filter { $0.device != device }.prefix(Header.mostSeen)
    return Dictionary(others.map { ($0.device, $0.head) }) { first, _ in first }
  }
}

extension Entry {
  /// Whether what was signed reads as it is to be read.
  fileprivate var isReadable: Bool {
    let read = try? Entry(
      headerBytes: headerBytes, signature: signature,
      content: content.map { ($0.salt, $0.bytes) })
    return read == self
  }
}

extension Store {
  /// Signs an act as the next of a partner's feed, and keeps it.
  func append(
    _ act: Act, by partner: Partner.ID, with key: SigningKey, at now: Instant
  ) throws -> Entry {
    let device = key.verifying.device
    guard let member = roster[device], member.partner == partner else {
      throw StoreError.unknownDevice
    }
    let ends = try feedEnds()
    let own = ends.first { $0.device == device }
    // A device that was only admitted so far begins with its own first entry, by `join`.
    guard own != nil || act.isJoin else { throw StoreError.unknownDevice }
    let entry = try Ledger(database: database, couple: couple)
      .append(act, after: own, among: ends, with: key, at: now)
    genuine.insert(entry.id)
    self.ends =
      [FeedEnd(device: device, head: entry.head, tick: entry.header.tick)]
      + ends.filter { $0.device != device }
    try notice(entry)
    return entry
  }

  /// Begins the feed of a device that was admitted.
  func join(_ member: Membership, with key: SigningKey, at now: Instant) throws {
    let entry = try append(.join(member), by: member.partner.id, with: key, at: now)
    try Ledger(database: database, couple: couple).begin(member, with: entry)
  }

  /// Marks what an entry concerns as out of date.
  func notice(_ entry: Entry) throws {
    guard let act = entry.content?.body.act else { return }
    if let agreement = act.agreement { dirty.insert(agreement) }
    if let need = act.need { dirtyNeeds.insert(need) }
    switch act {
    case .join, .admit: try readMembers()
    // What counts of everything may be another thing after it.
    case .retire, .leave:
      try readMembers()
      dirty.formUnion(try known())
    default: break
    }
  }

  /// Every agreement that is known here.
  func known() throws -> [Agreement.ID] {
    try database.all("SELECT id FROM agreement") { Agreement.ID(try $0.value(0)) }
  }
}

extension Act {
  fileprivate var isJoin: Bool {
    if case .join = self { true } else { false }
  }
}
