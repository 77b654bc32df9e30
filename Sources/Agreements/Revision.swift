/// What one partner says to one exact text. Saying nothing is the absence of a stance.
package enum Stance: Hashable, Sendable {
  case consent(at: Instant)
  /// Final for this text.
  case refuse(at: Instant)

  package var isRefusal: Bool {
    if case .refuse = self { true } else { false }
  }
}

/// One exact text in the life of an agreement, and what each partner says to it.
package struct Revision: Hashable, Sendable {
  package let id: ID
  /// The texts this one changes; empty for a first text.
  package let parents: [ID]
  /// Who proposed it. Both, where both wrote the same text without knowing.
  package let authors: Set<Partner.ID>
  package let proposedAt: Instant
  /// When an open proposal stops waiting for an answer; later than its author said, where a pause
  /// held it and a yes came by then.
  package private(set) var lapsesAt: Instant
  /// The text; nil once it was erased.
  package let wording: Wording?
  package let stances: [Partner.ID: Stance]
  /// When a partner said a yes that is to be said again. It is no consent, and stays known when the
  /// second one made it one.
  package let firstYes: [Partner.ID: Instant]

  /// - Parameter lateYes: when somebody said yes while nothing lapsed.
  package init(
    id: ID, parents: [ID], authors: Set<Partner.ID>, proposedAt: Instant, lapsesAt: Instant,
    wording: Wording?, stances: [Partner.ID: Stance], firstYes: [Partner.ID: Instant] = [:],
    lateYes: [Instant] = []
  ) {
    self.id = id
    self.parents = parents
    self.authors = authors
    self.proposedAt = proposedAt
    self.lapsesAt = lapsesAt
    self.wording = wording
    self.stances = stances
    self.firstYes = firstYes
    // Only of a yes that counts itself: at most two of each partner.
    let own = Set(firstYes.values).union(consentedAt)
    for late in lateYes.sorted()
    where own.contains(late) && late <= waitsUntil.advanced(by: Hold.most) {
      self.lapsesAt = max(self.lapsesAt, late)
    }
  }

  /// When both had consented, or nil where they have not: one refused, one is silent or said only a
  /// first yes, or one's yes came after the proposal had lapsed. An own boundary takes its owner's
  /// alone.
  package var agreedAt: Instant? {
    if let owner = wording?.promise.owner {
      guard case .consent(let at) = stances[owner] else { return nil }
      return at
    }
    guard stances.count == 2 else { return nil }
    var last: Instant?
    for stance in stances.values {
      guard case .consent(let at) = stance else { return nil }
      last = last.map { max($0, at) } ?? at
    }
    guard let last, last <= waitsUntil, yeses.values.allSatisfy({ $0 <= lapsesAt }) else {
      return nil
    }
    return last
  }

  private var consentedAt: [Instant] {
    stances.values.compactMap { if case .consent(let at) = $0 { at } else { nil } }
  }

  package func consents(_ partner: Partner.ID) -> Bool {
    if case .consent = stances[partner] { true } else { false }
  }

  package func refuses(_ partner: Partner.ID) -> Bool {
    stances[partner]?.isRefusal ?? false
  }

  package var isRefused: Bool { stances.values.contains(where: \.isRefusal) }

  /// Whether somebody said yes to it, nobody no, and a yes is still missing; the clock set aside.
  package var isWaiting: Bool {
    agreedAt == nil && !isRefused && stances.count < 2 && !(stances.isEmpty && firstYes.isEmpty)
  }

  /// Whether one took the text back while the other said yes to it, neither knowing. Whoever was
  /// still to say yes again may have known.
  package var crossed: Bool {
    authors.contains { refuses($0) && firstYes[$0] == nil }
      && stances.keys.contains { !authors.contains($0) && consents($0) }
  }
}
