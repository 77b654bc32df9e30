// What a partner may do with an agreement, now: pure functions of its state and the clock.

extension Agreement {
  /// A yes to an open text: the other's, or one's own that is to be said again.
  ///
  /// - Parameters:
  ///   - pair: the two of whom it may speak by their names.
  ///   - zone: the wall clock of whoever says it.
  package func accepting(
    _ id: Revision.ID, by partner: Partner.ID, of pair: Pair, at now: Instant, in zone: ZoneRules
  ) throws(Refusal) -> Step<Act> {
    try checkTakesBoth(partner)
    guard let text = revisions[id] else { throw .nothingToAnswer }
    if isEnded { throw .alreadyEnded }
    if text.agreedAt != nil {
      guard current.contains(text) else { throw .textChanged(current.last?.id ?? id) }
      if status(at: now) == .active { return .stands }
      throw .notInForce
    }
    if text.refuses(partner) { throw .alreadyRefused }
    if text.authors.contains(where: text.refuses) { throw .takenBack }
    let asksAgain = text.asksAgain(partner)
    if text.authors.contains(partner), text.firstYes[partner] == nil { throw .ownProposal }
    // The other is still to say it again.
    let clock = holds.clock(at: now)
    if text.consents(partner), text.isWaiting, clock <= text.waitsUntil { return .stands }
    let last = asksAgain ? text.waitsUntil : text.lapsesAt
    if clock > last { throw .answeredTooLate }
    let open = open(at: now)
    guard open.contains(text) else {
      let newer = open.last { descends($0.id, from: id) } ?? current.last
      throw .textChanged(newer?.id ?? id)
    }
    guard let wording = text.wording else { throw .erased }
    if asksAgain, !text.awaits(partner, at: now, in: zone) { return .stands }
    // What one says twice, both do. A first yes sets nothing else aside yet.
    let isFirst = !asksAgain && (!text.firstYes.isEmpty || wording.asksTwice(of: pair))
    return .act(
      .accept(
        on: self.id, revision: id,
        refuses: isFirst ? [] : consentsAside(from: text, by: partner), isFirst: isFirst,
        isLate: now > last))
  }

  package func declining(_ id: Revision.ID, by partner: Partner.ID) throws(Refusal) -> Step<Act> {
    try checkTakesBoth(partner)
    guard let text = revisions[id] else { throw .nothingToAnswer }
    if text.refuses(partner) { return .stands }
    if isEnded { throw .alreadyEnded }
    if text.agreedAt != nil { throw .alreadyAgreed }
    if text.authors.contains(where: text.refuses) { throw .takenBack }
    if text.authors.contains(partner) { throw .ownProposal }
    let line = refusable(with: text, by: partner)
    if line.isEmpty { throw .nothingToAnswer }
    return .act(.decline(on: self.id, revisions: line.map(\.id)))
  }

  package func withdrawing(_ id: Revision.ID, by partner: Partner.ID) throws(Refusal) -> Step<Act> {
    try checkTakesBoth(partner)
    guard let text = revisions[id] else { throw .nothingToAnswer }
    if text.refuses(partner), text.authors.contains(partner) { return .stands }
    if isEnded { throw .alreadyEnded }
    if text.agreedAt != nil { throw .alreadyAgreed }
    if !text.authors.contains(partner) { throw .othersProposal }
    if text.isRefused { throw .nothingToAnswer }
    let line = line(of: text).filter { $0.saysYes(partner) }
    if line.isEmpty { throw .nothingToAnswer }
    return .act(.withdraw(on: self.id, revisions: line.map(\.id)))
  }

  package func ending(by partner: Partner.ID) throws(Refusal) -> Step<Act> {
    try checkNotOthers(partner)
    if endings[partner] != nil { return .stands }
    if isEnded { throw .alreadyEnded }
    if current.isEmpty { throw .notInForce }
    return .act(.end(on: id))
  }

  /// What a changed text would be to an open one: its parents, and what it refuses.
  package func countering(
    _ id: Revision.ID, with wording: Wording, by partner: Partner.ID, at now: Instant
  ) throws(Refusal) -> Change {
    try checkTakesBoth(partner)
    if wording.promise.owner != nil { throw .ownBoundary }
    if isEnded { throw .alreadyEnded }
    guard let text = revisions[id] else { throw .nothingToAnswer }
    if text.agreedAt != nil { throw .alreadyAgreed }
    if text.refuses(partner) { throw .alreadyRefused }
    if text.authors.contains(where: text.refuses) { throw .takenBack }
    if holds.clock(at: now) > text.waitsUntil { throw .answeredTooLate }
    guard let newest = open(at: now).first(where: { $0.id == id || descends($0.id, from: id) })
    else { throw .nothingToAnswer }
    if newest.id != id { throw .textChanged(newest.id) }
    if text.wording == wording { throw .unchanged }
    try checkRest(of: wording, for: partner, at: now)
    let theirs = refusable(with: text, by: partner)
    let aside = consentsAside(from: text, by: partner)
    return Change(step: .counter, parents: [id], refuses: (theirs.map(\.id) + aside).sorted())
  }

  /// What a changed text would be to the one in force, or to both of two that contradict. Of an own
  /// boundary it is in force at once.
  package func amending(
    with wording: Wording, by partner: Partner.ID, at now: Instant
  ) throws(Refusal) -> Change {
    try checkNotOthers(partner)
    if wording.promise.owner != owner { throw .ownBoundary }
    try checkInForce(at: now)
    let current = current
    if current.count == 1, current.first?.wording == wording { throw .unchanged }
    try checkRest(of: wording, for: partner, at: now)
    let mine = unanswered.filter { $0.saysYes(partner) }
    return Change(
      step: .amend, parents: heads.map(\.id).sorted(), refuses: mine.map(\.id).sorted())
  }

  package func answering(
    _ outcome: ReviewAnswer.Outcome, helped: ReviewAnswer.Helped?, by partner: Partner.ID,
    at now: Instant
  ) throws(Refusal) -> Answer {
    try checkTakesBoth(partner)
    if isEnded { throw .alreadyEnded }
    guard status(at: now) == .active, let review else { throw .notInForce }
    guard review.waits(for: partner) else { throw .alreadyReviewed }
    return Answer(
      revision: review.revision, round: review.round, due: review.due, outcome: outcome,
      helped: helped, isLate: review.lapsesAt.map { now > $0 } ?? false)
  }

  package func forgetting(by partner: Partner.ID) throws(Refusal) -> Step<Act> {
    if owner != nil { return try forgettingOwn(by: partner) }
    let wasAgreed = revisions.values.contains { $0.agreedAt != nil }
    if wasAgreed, isEnded {
      if forgottenBy[partner] != nil { return .stands }
      return .act(.forget(on: id, Forgetting(scope: .all, refuses: neverAgreed(of: partner))))
    }
    let own = revisions.values.filter { $0.authors.contains(partner) && $0.agreedAt == nil }
    let noted = notedBy.contains(partner)
    if own.isEmpty, !noted { throw wasAgreed ? .endFirst : .nothingToForget }
    if own.allSatisfy({ $0.wording == nil }), !noted { return .stands }
    return .act(
      .forget(
        on: id,
        Forgetting(scope: .own, refuses: neverAgreed(of: partner))))
  }

  /// A partner's own texts that were never agreed and that they still consent to.
  private func neverAgreed(of partner: Partner.ID) -> [Revision.ID] {
    revisions.values.filter {
      $0.authors.contains(partner) && $0.agreedAt == nil && $0.saysYes(partner)
    }.map(\.id).sorted()
  }

  /// What a no to a text is a no to: also the other's older open texts of its line, but none that
  /// one said yes to.
  private func refusable(with text: Revision, by partner: Partner.ID) -> [Revision] {
    line(of: text).filter { one in
      !one.authors.contains(partner) && (one.id == text.id || !one.saysYes(partner))
    }
  }

  /// A partner's other open consents: all that is not the text itself or an ancestor of it.
  private func consentsAside(from text: Revision, by partner: Partner.ID) -> [Revision.ID] {
    unanswered
      .filter {
        $0.saysYes(partner) && $0.id != text.id && !descends(text.id, from: $0.id)
      }
      .map(\.id).sorted()
  }
}

/// Where a changed text stands among the others.
package struct Change: Hashable, Sendable {
  package let step: Proposal.Step
  package let parents: [Revision.ID]
  package let refuses: [Revision.ID]

  package init(step: Proposal.Step, parents: [Revision.ID], refuses: [Revision.ID]) {
    self.step = step
    self.parents = parents
    self.refuses = refuses
  }
}

extension Agreement {
  /// How long a declined text rests for the one who proposed it: 7 days, in seconds (rule S4).
  package static let rest: Int64 = 7 * Instant.day

  /// Whoever declined a text may bring it back at once; its proposer lets it rest.
  package func checkRest(
    of wording: Wording, for partner: Partner.ID, at now: Instant
  ) throws(Refusal) {
    var until: Instant?
    for text in revisions.values where text.wording == wording && text.authors.contains(partner) {
      for (other, stance) in text.stances where other != partner {
        guard case .refuse(let at) = stance, !text.authors.contains(other) else { continue }
        until = max(until ?? at, at.advanced(by: Self.rest))
      }
    }
    if let until, now < until { throw .resting(until: until) }
  }
}

/// After how many declines of one kind and title, within how many days, the proposer alone reads a
/// line that suggests to put it down (rule S4).
package enum Declines {
  package static let enough = 3
  package static let days = 90

  package static func suggestRest(_ declinedAt: [Instant], now: Instant) -> Bool {
    let since = now.advanced(by: -Int64(days) * Instant.day)
    return declinedAt.count { $0 >= since } >= enough
  }
}

extension Agreement {
  /// Whether there is something in force that can be changed, two contradicting texts included.
  package func checkInForce(at now: Instant) throws(Refusal) {
    if isEnded { throw .alreadyEnded }
    if current.isEmpty || status(at: now) == .lapsed { throw .notInForce }
  }
}
