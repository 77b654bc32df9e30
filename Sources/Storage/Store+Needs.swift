package import Agreements
import Journal
import SQLite

/// A need that one partner shows the other.
package struct SharedNeed: Hashable, Sendable {
  package let id: Need.ID
  /// Whose need it is.
  package let partner: Partner.ID
  package let need: Need
  /// When this copy was shared.
  package let sharedAt: Instant
  /// Whether the other said thank you for it.
  package let heard: Bool
  /// The agreements in force whose text names it.
  package let servedBy: [Agreement.ID]

  package init(
    id: Need.ID, partner: Partner.ID, need: Need, sharedAt: Instant, heard: Bool,
    servedBy: [Agreement.ID]
  ) {
    self.id = id
    self.partner = partner
    self.need = need
    self.sharedAt = sharedAt
    self.heard = heard
    self.servedBy = servedBy
  }
}

extension SharedNeed {
  fileprivate init?(_ showing: Showing, servedBy: [Agreement.ID]) {
    guard let copy = showing.shown else { return nil }
    self.init(
      id: showing.id, partner: showing.owner, need: copy.need, sharedAt: copy.at,
      heard: showing.isHeard, servedBy: servedBy)
  }
}

/// What an act about a need came to.
package struct NeedOutcome: Sendable {
  /// As it is shown now; nil where it is not.
  package let need: SharedNeed?
  /// It had been done before: nothing was written.
  package let stood: Bool
}

extension Store {
  /// What the two show each other, in the order of the journal.
  package func sharedNeeds(at now: Instant) throws -> [SharedNeed] {
    try told {
      try snapshot {
        let keys = try database.all("SELECT DISTINCT need, partner FROM sharing") { row in
          (id: Need.ID(try row.value(0)), owner: Partner.ID(try row.value(1)))
        }
        if keys.isEmpty { return [] }
        let showings = try keys.map { try showing($0.id, of: $0.owner) }
        let shown = showings.compactMap { one in one.order.map { (order: $0, showing: one) } }
        let serving = try serving(at: now)
        return shown.sorted { $0.order < $1.order }.compactMap {
          SharedNeed($0.showing, servedBy: serving[$0.showing.id] ?? [])
        }
      }
    }
  }

  /// Which agreements in force name which needs, oldest first.
  fileprivate func serving(at now: Instant) throws -> [Need.ID: [Agreement.ID]] {
    var serving: [Need.ID: [Agreement.ID]] = [:]
    for summary in try inForce(at: now) where summary.status(at: now) == .active {
      for need in try load(summary.id)?.standing?.wording?.needs ?? [] {
        serving[need, default: []].append(summary.id)
      }
    }
    return serving
  }

  /// All that is known here of one need of one partner.
  fileprivate func showing(_ id: Need.ID, of owner: Partner.ID) throws -> Showing {
    var copies: [JournalOrder: Showing.Copy] = [:]
    try database.each(
      """
      SELECT tick, device, seq, text, at FROM sharing
      WHERE need = \(id.text) AND partner = \(owner.text)
      """
    ) { row in
      copies[try JournalOrder(row)] = Showing.Copy(
        try Need(json: JSON(canonical: try row.value(3))), at: Instant(seconds: try row.value(4)))
    }
    return Showing(
      id: id, owner: owner, copies: copies,
      takenBack: try database.first(
        """
        SELECT tick, device, seq FROM unsharing
        WHERE need = \(id.text) AND partner = \(owner.text)
        """
      ) { try JournalOrder($0) },
      thanks: Set(
        try database.all(
          """
          SELECT tick, device, seq FROM hearing
          WHERE need = \(id.text) AND partner <> \(owner.text)
          """
        ) { try JournalOrder($0) }))
  }
}

extension JournalOrder {
  /// From the first three columns: tick, device, seq.
  fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
    self.init(
      tick: try row.value(0), device: Device.ID(try row.value(1)), sequence: try row.value(2))
  }
}

// MARK: - Acts

extension Pen {
  /// Shows the other a copy of one's own need; it replaces an earlier copy.
  @discardableResult
  package func share(_ id: Need.ID, _ need: Need) throws -> NeedOutcome {
    try step(try store.showing(id, of: me)) { showing throws(Refusal) in showing.sharing(need) }
  }

  /// Takes back what one showed of a need: its text is erased here, and on the other's device when
  /// the news arrives (rule S14).
  @discardableResult
  package func unshare(_ id: Need.ID) throws -> NeedOutcome {
    try step(try shown(id, of: me, or: other)) { showing throws(Refusal) in
      try showing.takingBack(by: me)
    }
  }

  /// Thanks the other for having told of a need.
  @discardableResult
  package func heard(_ id: Need.ID) throws -> NeedOutcome {
    try step(try shown(id, of: other, or: me)) { showing throws(Refusal) in
      try showing.hearing(by: me)
    }
  }

  private var other: Partner.ID { store.pair.other(than: me).id }

  /// The need that one owner, or else the other, shows under an id.
  private func shown(
    _ id: Need.ID, of owner: Partner.ID, or second: Partner.ID
  ) throws -> Showing {
    let first = try store.showing(id, of: owner)
    if first.shown != nil { return first }
    let other = try store.showing(id, of: second)
    return other.shown == nil ? first : other
  }

  private func step(
    _ showing: Showing, _ decide: (Showing) throws(Refusal) -> Step<Act>
  ) throws -> NeedOutcome {
    let step = try decide(showing)
    if case .act(let act) = step { try record(act) }
    try store.settleNeeds()
    let after = try store.showing(showing.id, of: showing.owner)
    let stood = if case .stands = step { true } else { false }
    let servedBy = try store.serving(at: now)[after.id] ?? []
    return NeedOutcome(need: SharedNeed(after, servedBy: servedBy), stood: stood)
  }
}

extension Pen {
  /// A text names only what is shown: the id of a need nobody shared is its owner's alone
  /// (rule S13).
  func checkNeeds(_ needs: [Need.ID], besides known: Set<Need.ID> = []) throws {
    if needs.count > Wording.mostNeeds { throw Refusal.tooManyNeeds }
    for id in needs where !known.contains(id) {
      guard try shown(id, of: me, or: other).shown != nil else { throw Refusal.notShared }
    }
  }
}

// MARK: - From the journal to the tables

extension Projection {
  func projectNeed(
    _ entry: Entry, _ act: Act, by partner: Partner.ID, at: Int64
  ) throws {
    let order = entry.order
    switch act {
    case .share(let id, let need):
      try database.run(
        """
        INSERT INTO sharing (entry, need, partner, text, at, tick, device, seq)
        VALUES (\(entry.id.text), \(id.text), \(partner.text), \(need.json.bytes), \(at),
          \(order.tick), \(order.device.text), \(order.sequence))
        """)
    case .unshare(let id):
      try database.run(
        """
        INSERT INTO unsharing (need, partner, tick, device, seq)
        VALUES (\(id.text), \(partner.text), \(order.tick), \(order.device.text),
          \(order.sequence))
        ON CONFLICT DO UPDATE SET
          tick = excluded.tick, device = excluded.device, seq = excluded.seq
        WHERE (excluded.tick, excluded.device, excluded.seq) > (tick, device, seq)
        """)
    case .heard(let id):
      try database.run(
        """
        INSERT INTO hearing (entry, need, partner, tick, device, seq)
        VALUES (\(entry.id.text), \(id.text), \(partner.text), \(order.tick),
          \(order.device.text), \(order.sequence))
        """)
    default: break
    }
  }
}

extension Store {
  /// Erases what was taken back or replaced of the needs an act touched (rules S14, S17).
  func settleNeeds() throws {
    for id in dirtyNeeds {
      for owner in pair.both {
        for order in try showing(id, of: owner.id).erased {
          for entry in try entries(at: order) {
            try database.run("DELETE FROM sharing WHERE entry = \(entry)")
            try database.run("DELETE FROM hearing WHERE entry = \(entry)")
            try eraseBody(of: entry)
          }
        }
      }
    }
    dirtyNeeds = []
  }

  /// A place in a feed is one entry's.
  private func entries(at order: JournalOrder) throws -> [String] {
    try database.values(
      "SELECT id FROM entry WHERE device = \(order.device.text) AND seq = \(order.sequence)")
  }
}
