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
        let showings = try self.showings()
        let shown = showings.compactMap { one in one.order.map { (order: $0, showing: one) } }
        if shown.isEmpty { return [] }
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
    try shownNeeds(id).showing(id, of: owner)
  }

  /// Everything that was ever shown.
  private func showings() throws -> [Showing] {
    let shown = try shownNeeds()
    return shown.copies.keys.map { shown.showing($0.id, of: $0.owner) }
  }

  /// Acts about needs, and which kinds they are of.
  static let needKinds: SQL = "'share', 'unshare', 'heard'"

  /// - Parameter id: only what is about this need.
  private func shownNeeds(_ id: Need.ID? = nil) throws -> ShownNeeds {
    var shown = ShownNeeds()
    for one in try heardApart(Self.needKinds) { shown.take(one, only: id) }
    return shown
  }

  /// Erases what was taken back, or replaced, of the needs an act touched.
  func settleNeeds() throws {
    if dirtyNeeds.isEmpty { return }
    let shown = try shownNeeds()
    for id in dirtyNeeds {
      for owner in pair.both {
        let orders = shown.showing(id, of: owner.id).erased
        try erase(orders.compactMap { shown.entries[$0] })
      }
    }
    dirtyNeeds = []
  }
}

/// What entries say of needs.
private struct ShownNeeds {
  struct Owned: Hashable {
    let id: Need.ID
    let owner: Partner.ID
  }

  var copies: [Owned: [JournalOrder: Showing.Copy]] = [:]
  private var takenBack: [Owned: JournalOrder] = [:]
  private var thanks: [Need.ID: [(partner: Partner.ID, order: JournalOrder)]] = [:]
  private(set) var entries: [JournalOrder: Entry.ID] = [:]

  mutating func take(_ one: Heard, only id: Need.ID?) {
    guard let body = one.entry.content?.body, let need = body.act.need,
      id == nil || need == id
    else { return }
    let key = Owned(id: need, owner: one.partner)
    let order = one.entry.order
    entries[order] = one.entry.id
    switch body.act {
    case .share(_, let need) where one.gives:
      copies[key, default: [:]][order] = Showing.Copy(need, at: body.at)
    case .unshare: takenBack[key] = max(takenBack[key] ?? order, order)
    case .heard where one.gives: thanks[need, default: []].append((one.partner, order))
    default: break
    }
  }

  func showing(_ id: Need.ID, of owner: Partner.ID) -> Showing {
    let key = Owned(id: id, owner: owner)
    return Showing(
      id: id, owner: owner, copies: copies[key] ?? [:], takenBack: takenBack[key],
      thanks: Set((thanks[id] ?? []).filter { $0.partner != owner }.map(\.order)))
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
