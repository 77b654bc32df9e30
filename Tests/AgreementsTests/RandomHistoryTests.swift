import Agreements
import Fixtures
import Testing

/// Whatever two partners do, on however many devices, and in whatever order it arrives.
@Suite struct RandomHistoryTests {
  static let count = 250
  static let steps = 40

  private func play(_ each: (inout RandomHistory) throws -> Void) throws {
    var seeds = Seed.generator
    for _ in 0..<Self.count {
      var history = try RandomHistory(seed: seeds.next())
      try each(&history)
    }
  }

  /// Moments from before the first act to well after the last.
  private func moments(until last: Instant) -> [Instant] {
    (-1...9).map { step in
      Instant.on(day: 0).advanced(by: (last.seconds - Instant.on(day: 0).seconds) / 8 * step + step)
    } + [last, last.advanced(by: 15 * Instant.day), last.advanced(by: 400 * Instant.day)]
  }

  @Test func `every device sees what the plain rule says of all it has heard`() throws {
    try play { history in
      for _ in 0..<Self.steps {
        let number = try history.step()
        let replica = history.replicas[number]
        let plain = PlainConsent(replica.history.deeds)
        let agreement = replica.agreement
        try #require(
          agreement.status(at: history.now) == plain.status(at: history.now), "\(Seed.replay)")
        // Of erased words nobody can tell whose they were; it has ended.
        if plain.isErased {
          try #require(agreement.isEnded && agreement.unanswered.isEmpty, "\(Seed.replay)")
          continue
        }
        try #require(Set(agreement.current.map(\.id)) == plain.current, "\(Seed.replay)")
        try #require(
          Set(
            agreement.unanswered
              .filter { agreement.holds.clock(at: history.now) <= $0.waitsUntil }.map(\.id))
            == plain.waiting(at: history.now), "\(Seed.replay)")
      }
    }
  }

  @Test func `S10, a yes that a pause let through counts, also where the pause is forgotten`()
    throws
  {
    var late = (yeses: 0, answers: 0)
    // Some are always the same, so that there are such yeses and answers in every run.
    for seed in (0..<60) + Seed.runs(20) {
      var history = try RandomHistory(seed: seed)
      for _ in 0..<Self.steps {
        _ = try history.step()
        guard let (id, isFirst, number) = history.lateYes else { continue }
        let known = history.replicas[number].history.deeds
        for deeds in [known, known.withoutPauses] {
          let text = try #require(History(deeds).agreement.revisions[id], "\(Seed.replay)")
          try #require(text.saysYes(history.replicas[number].owner), "\(Seed.replay)")
          // Where it is not agreed somebody has still to say it again; after a first yes they have
          // two weeks for it.
          try #require(text.agreedAt != nil || text.isWaiting, "\(Seed.replay)")
          let end = history.now.advanced(by: Proposal.patience)
          try #require(!isFirst || end <= text.waitsUntil, "\(Seed.replay)")
        }
      }
      late.yeses += history.late.yeses
      late.answers += history.late.answers
    }
    #expect(late.yeses > 0 && late.answers > 0, "\(late) \(Seed.replay)")
  }

  @Test func `what was done comes to one result in every order, also heard twice`() throws {
    try play { history in
      for _ in 0..<Self.steps { _ = try history.step() }
      let deeds = history.deeds
      let expected = Seen(History(deeds).agreement)
      // A device that knows every pause, and one on which nothing of them is left.
      let known = History(deeds).agreement
      let (plain, forgotten) = (PlainConsent(deeds), PlainConsent(deeds.withoutPauses))
      for now in moments(until: history.now) {
        try #require(known.status(at: now) == plain.status(at: now), "\(Seed.replay)")
        try #require(
          expected.outlook.status(at: now) == forgotten.status(at: now), "\(Seed.replay)")
      }
      var orders = [deeds.reversed(), deeds.sorted { $0.order < $1.order }]
      orders += deeds.count < 6 ? permutations(of: deeds) : []
      for _ in 0..<8 { orders.append(history.shuffled()) }
      orders += orders.suffix(4).map(\.withoutPauses)
      for order in orders {
        try #require(Seen(History(order).agreement) == expected, "\(Seed.replay)")
      }
    }
  }

  @Test
  func `S1, S2, what is in force has each yes it takes to its very words and no ending`()
    throws
  {
    try play { history in
      for _ in 0..<Self.steps {
        let deeds = history.replicas[try history.step()].history.deeds
        let agreement = History(deeds).agreement
        for days: Int64 in [0, 15, 400] {
          let now = history.now.advanced(by: days * Instant.day)
          guard agreement.status(at: now) == .active else { continue }
          let text = try #require(agreement.standing, "\(Seed.replay)")
          try #require(agreement.owner == (history.isOwn ? .mei : nil), "\(Seed.replay)")
          try #require(saidYes(to: text, of: agreement.owner, in: deeds), "\(Seed.replay)")
        }
      }
    }
  }

  private func saidYes(to text: Revision, of owner: Partner.ID?, in deeds: [Deed]) -> Bool {
    var said: Set<Partner.ID> = []
    for deed in deeds where owner == nil || deed.by == owner {
      for act in deed.acts {
        switch act {
        case .end: return false
        case .word(_, text.id, let wording) where wording != text.wording: return false
        case .propose(_, let proposal) where proposal.refuses.contains(text.id): return false
        case .accept(_, _, let refuses, _, _, _) where refuses.contains(text.id): return false
        case .decline(_, let ids) where ids.contains(text.id): return false
        case .withdraw(_, let ids) where ids.contains(text.id): return false
        case .forget(_, let wish) where wish.refuses.contains(text.id): return false
        case .propose(_, let proposal) where proposal.revision == text.id && !proposal.isFirstYes:
          said.insert(deed.by)
        case .accept(_, text.id, _, isFirst: false, _, _) where deed.at <= text.waitsUntil:
          said.insert(deed.by)
        default: break
        }
      }
    }
    return said == (owner.map { [$0] } ?? [.mei, .lin])
  }
}

/// All that people see of an agreement.
private struct Seen: Equatable {
  let outlook: Outlook
  let revisions: [Revision.ID: Revision]
  let endings: [Partner.ID: Instant]
  let forgottenBy: [Partner.ID: Instant]
  let current: [Revision]
  let unanswered: [Revision]
  let shown: Revision?
  let review: Review?

  init(_ agreement: Agreement) {
    outlook = agreement.outlook
    revisions = agreement.revisions
    endings = agreement.endings
    forgottenBy = agreement.forgottenBy
    current = agreement.current
    unanswered = agreement.unanswered
    shown = agreement.shown
    review = agreement.review
  }
}
