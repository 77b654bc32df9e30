package import Agreements
import Journal
import SQLite

/// What an act came to.
package struct Outcome: Sendable {
  package let agreement: Agreement
  /// The text it was about.
  package let revision: Revision.ID
  /// It had been done before: nothing was written but, where they are new, the words with it.
  package let stood: Bool
}

extension Pen {
  /// The same text again, in a new agreement: no old consent revives.
  package func renew(_ id: Agreement.ID) throws -> Outcome {
    let agreement = try known(id)
    if agreement.owner == nil { try checkSuggesting() }
    guard agreement.isClosed(at: now) else { throw Refusal.notClosed }
    guard let wording = agreement.shown?.wording else { throw Refusal.erased }
    return try propose(wording)
  }

  package func accept(_ revision: Revision.ID, on id: Agreement.ID) throws -> Outcome {
    try step(on: id, revision) { agreement throws(Refusal) in
      try agreement.accepting(revision, by: me, of: store.pair, at: now, in: zone)
    }
  }

  package func decline(
    _ revision: Revision.ID, on id: Agreement.ID, note: Note? = nil
  ) throws -> Outcome {
    try step(on: id, revision, note: note) { agreement throws(Refusal) in
      try agreement.declining(revision, by: me)
    }
  }

  package func withdraw(_ revision: Revision.ID, on id: Agreement.ID) throws -> Outcome {
    try step(on: id, revision) { agreement throws(Refusal) in
      try agreement.withdrawing(revision, by: me)
    }
  }

  package func end(_ id: Agreement.ID, note: Note? = nil) throws -> Outcome {
    let agreement = try known(id)
    // What is only said to be in force is ended all the same: an end always works (rule S2).
    if agreement.current.isEmpty, !agreement.isEnded,
      let told = try store.toldInForce(id, at: now)
    {
      try record(.end(on: id))
      return try result(id, agreement.shown?.id ?? told, stood: false)
    }
    guard let shown = agreement.shown else { throw Refusal.notInForce }
    return try step(on: id, shown.id, note: note) { agreement throws(Refusal) in
      try agreement.ending(by: me)
    }
  }

  package func forget(_ id: Agreement.ID) throws -> Outcome {
    let shown = try known(id).shown
    guard let shown else { throw Refusal.nothingToForget }
    return try step(on: id, shown.id) { agreement throws(Refusal) in
      try agreement.forgetting(by: me)
    }
  }

  /// An open proposal with changes.
  package func counter(
    _ revision: Revision.ID, on id: Agreement.ID, with wording: Wording, asksTwice: Bool = false
  ) throws -> Outcome {
    try change(id, parents: [revision], to: wording, asksTwice: asksTwice) {
      agreement throws(Refusal) in
      try agreement.countering(revision, with: wording, by: me, at: now)
    }
  }

  /// A change to what is in force, which holds until both agree; to one's own boundary it is in
  /// force at once.
  ///
  /// - Parameter seen: the texts in force that the change was written over; where others are in
  ///   force by now, nothing is suggested.
  package func amend(
    _ id: Agreement.ID, with wording: Wording, over seen: [Revision.ID]? = nil,
    asksTwice: Bool = false
  ) throws -> Outcome {
    let agreement = try known(id)
    let current = agreement.current.map(\.id)
    if let seen, let newest = current.last, Set(seen) != Set(current) {
      throw Refusal.textChanged(newest)
    }
    return try change(
      id, parents: agreement.heads.map(\.id), to: wording, asksTwice: asksTwice
    ) {
      agreement throws(Refusal) in
      try agreement.amending(with: wording, by: me, at: now)
    }
  }

  /// One partner's answer when an agreement is looked at again. Letting go of it ends it at once.
  package func answer(
    _ outcome: ReviewAnswer.Outcome, helped: ReviewAnswer.Helped?, note: Note?,
    on id: Agreement.ID
  ) throws -> Outcome {
    let agreement = try known(id)
    // The round may have ended with this very answer: saying it again is not the next one.
    if let said = agreement.review?.previous.first(where: { $0.partner == me }),
      said.outcome == outcome, said.helped == helped, now < said.at.advanced(by: Instant.day)
    {
      return try stands(in: agreement, said.revision)
    }
    // Letting go waits neither for a pause nor for a round.
    if outcome == .end, (try? checkAnswering()) == nil { return try end(id, note: note) }
    do {
      try checkAnswering()
      let answer = try agreement.answering(outcome, helped: helped, by: me, at: now)
      try record(.answer(on: id, answer))
      if let note { try record(.note(on: id, revision: answer.revision, note)) }
      if outcome == .end { try record(.end(on: id)) }
      return try result(id, answer.revision, stood: false)
    } catch Refusal.alreadyReviewed {
      if outcome == .end { return try end(id, note: note) }
      let mine = agreement.review?.answered.first { $0.partner == me }
      guard let mine, mine.outcome == outcome, mine.helped == helped else {
        throw Refusal.alreadyReviewed
      }
      return try stands(in: agreement, mine.revision, note: note)
    }
  }

  /// When the other declined this kind and title before; for the proposer's eyes alone (rule S4).
  package func declines(of wording: Wording) throws -> [Instant] {
    let ids = try store.database.all(
      """
      SELECT id FROM agreement
      WHERE title = \(wording.title.text) AND kind = \(wording.kind.rawValue)
      """
    ) { Agreement.ID(try $0.value(0)) }
    var declines: [Instant] = []
    for id in ids {
      guard let agreement = try store.load(id) else { continue }
      let mine = agreement.revisions.values.filter {
        $0.authors == [me] && $0.wording?.title == wording.title
      }.map(\.id)
      // A counter refuses a text as well, and is no "not this time".
      for event in try store.events(on: id) where event.partner != me {
        guard let body = event.body, case .decline(_, let texts) = body.act,
          texts.contains(where: mine.contains)
        else { continue }
        declines.append(body.at)
      }
    }
    return declines
  }
}

extension Pen {
  private func known(_ id: Agreement.ID) throws -> Agreement {
    guard let agreement = try store.load(id) else { throw Refusal.nothingToAnswer }
    return agreement
  }

  private func result(
    _ id: Agreement.ID, _ revision: Revision.ID, stood: Bool
  ) throws -> Outcome {
    // What was erased must not be in the answer either.
    guard let agreement = try store.settle(id) else { throw Refusal.nothingToAnswer }
    return Outcome(agreement: agreement, revision: revision, stood: stood)
  }

  /// What was done before stands. Words that come after it are kept, but not the same ones twice,
  /// and none where both want the texts gone.
  func stands(
    in agreement: Agreement, _ revision: Revision.ID, note: Note? = nil
  ) throws -> Outcome {
    let id = agreement.id
    if let note, agreement.forgottenBy.count < 2,
      try !store.holds(note, by: me, on: id, revision)
    {
      try record(.note(on: id, revision: revision, note))
    }
    return try result(id, revision, stood: true)
  }

  private func step(
    on id: Agreement.ID, _ revision: Revision.ID, note: Note? = nil,
    _ decide: (Agreement) throws(Refusal) -> Step<Act>
  ) throws -> Outcome {
    let agreement = try known(id)
    switch try decide(agreement) {
    case .stands: return try stands(in: agreement, revision, note: note)
    case .act(let act):
      if case .accept = act {
        if try store.isTouchedByNewer(id) { throw Refusal.writtenByNewer }
        try checkAnswering()
      }
      try record(act)
      if let note { try record(.note(on: id, revision: revision, note)) }
      return try result(id, revision, stood: false)
    }
  }

  /// The other suggested these very words, or one did so oneself: no second agreement is made.
  func meet(in agreement: Agreement, _ wording: Wording) throws -> Outcome {
    let text =
      agreement.current.first { $0.wording == wording }
      ?? agreement.open(at: now).first { $0.wording == wording }
      ?? agreement.shown
    guard let text else { throw Refusal.notInForce }
    if text.saysYes(me), text.agreedAt == nil, text.wording == wording {
      return try stands(in: agreement, text.id)
    }
    guard text.wording == wording else { throw Refusal.textChanged(text.id) }
    return try accept(text.id, on: agreement.id)
  }

  private func change(
    _ id: Agreement.ID, parents: [Revision.ID], to wording: Wording, asksTwice: Bool,
    _ decide: (Agreement) throws(Refusal) -> Change
  ) throws -> Outcome {
    let agreement = try known(id)
    var parents = parents.sorted()
    var name = Naming.revision(of: store.couple, on: id, parents: parents, wording: wording)
    // The same change may lie there already: still waiting, or declined or lapsed a while ago. What
    // was refused stays so; the text is suggested anew, as a child of the old one.
    while !parents.isEmpty, let text = agreement.revisions[name] {
      if agreement.open(at: now).contains(text) {
        if text.saysYes(me) { return try stands(in: agreement, name) }
        return try accept(name, on: id)
      }
      // No more than every reader counts.
      let older = parents.count < Thread.mostParents ? parents : agreement.heads.map(\.id)
      parents = (older + [name]).sorted()
      name = Naming.revision(of: store.couple, on: id, parents: parents, wording: wording)
    }
    let change = try decide(agreement)
    // Nobody is asked for a boundary of one's own.
    if agreement.owner == nil { try checkSuggesting() }
    let named = agreement.revisions.values.flatMap { $0.wording?.needs ?? [] }
    try checkNeeds(wording.needs, besides: Set(named))
    if try store.isTouchedByNewer(id) { throw Refusal.writtenByNewer }
    return try suggest(
      wording, on: id, after: nil, asksTwice: asksTwice,
      Change(
        step: change.step, parents: parents,
        refuses: change.refuses.filter { !parents.contains($0) || !agreement.isWritten($0, by: me) }
      ))
  }

  func suggest(
    _ wording: Wording, on id: Agreement.ID, after: Agreement.ID?, asksTwice: Bool,
    _ change: Change
  ) throws -> Outcome {
    // As the journal reads it: only a boundary can be one's own.
    if wording.promise.owner != nil, wording.kind != .boundary { throw StoreError.fault }
    let revision = Naming.revision(
      of: store.couple, on: id, parents: change.parents, wording: wording)
    try record(.word(on: id, revision: revision, wording))
    try record(
      .propose(
        on: id,
        Proposal(
          revision: revision, after: after, parents: change.parents, step: change.step,
          lapsesAt: min(now.advanced(by: Proposal.patience), .last), refuses: change.refuses,
          isFirstYes: wording.promise.owner == nil
            && (asksTwice || wording.asksTwice(of: store.pair)))))
    return try result(id, revision, stood: false)
  }
}

extension Agreement {
  package func isClosed(at now: Instant) -> Bool {
    switch status(at: now) {
    case .ended, .declined, .withdrawn, .lapsed: true
    case .proposed, .active, .contested: false
    }
  }

  fileprivate func isWritten(_ revision: Revision.ID, by partner: Partner.ID) -> Bool {
    revisions[revision]?.authors.contains(partner) ?? false
  }
}

extension Store {
  func isTouchedByNewer(_ id: Agreement.ID) throws -> Bool {
    try thread(id).isTouchedByNewer
  }

  fileprivate func holds(
    _ note: Note, by partner: Partner.ID, on id: Agreement.ID, _ revision: Revision.ID
  ) throws -> Bool {
    try thread(id).holds(note, by: partner, beside: revision)
  }
}
