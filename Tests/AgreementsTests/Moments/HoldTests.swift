import Agreements
import Testing

/// S10: nothing lapses during a pause or the day after it.
struct HoldTests {
  private func pause(
    _ id: Pause.ID, from day: Int, hours: Int64 = 1, heldSince: Instant? = nil
  ) -> Pause {
    Pause(
      id: id, began: .on(day: day), firstReturn: .on(day: day, plus: hours * 3_600),
      heldSince: heldSince ?? .on(day: day))
  }

  @Test func `the clock of silence stands still from the beginning until 48 hours after the end`() {
    let holds = Pauses([pause("p", from: 10)]).holds
    let end = Int64(49 * 3_600)
    for (now, read) in [
      (Instant.on(day: 9), Instant.on(day: 9)), (.on(day: 10), .on(day: 10)),
      (.on(day: 11), .on(day: 10)), (.on(day: 10, plus: end), .on(day: 10)),
      (.on(day: 10, plus: end + 1), .on(day: 10, plus: end + 1)),
    ] {
      #expect(holds.clock(at: now) == read)
    }
  }

  @Test func `pauses that follow each other hold as one, also when the first is forgotten`() {
    let first = pause("p", from: 10)
    let since = Pauses([first]).heldSince(for: .on(day: 12))
    #expect(since == .on(day: 10))
    let second = pause("q", from: 12, heldSince: since)
    for known in [[first, second], [second]] {
      #expect(Pauses(known).holds.clock(at: .on(day: 13)) == .on(day: 10))
    }
    #expect(Pauses([first]).heldSince(for: .on(day: 13)) == .on(day: 13))
  }

  @Test func `it stands still for a week at most`() {
    let holds = [Hold(since: .on(day: 0), began: .on(day: 0), until: .on(day: 100))]
    #expect(holds.clock(at: .on(day: 7)) == .on(day: 0))
    #expect(holds.clock(at: .on(day: 9)) == .on(day: 2))
  }

  @Test func `a pause that is to begin later holds nothing yet, and never more than a week back`() {
    let ahead = pause("p", from: 10, heldSince: .on(day: -900))
    #expect(ahead.heldSince == .on(day: 3))
    let holds = Pauses([ahead]).holds
    #expect(holds.clock(at: .on(day: 9)) == .on(day: 9))
    #expect(Pauses([ahead]).heldSince(for: .on(day: 9)) == .on(day: 9))
    // It begins in an hour by this clock: another one's may be as far ahead.
    #expect(holds.clock(at: .on(day: 10, plus: -3_600)) == .on(day: 3))
  }

  // MARK: Yeses that came in such a time

  private func revision(
    firstYes: [Partner.ID: Instant] = [:], yes: Instant, late: [Instant]
  ) throws -> Revision {
    Revision(
      id: "r1", parents: [], authors: [.mei], proposedAt: .on(day: 0), lapsesAt: .on(day: 14),
      wording: try .saying("r1"),
      stances: [.mei: .consent(at: .on(day: 0)), .lin: .consent(at: yes)],
      firstYes: firstYes, lateYes: late)
  }

  @Test(
    arguments: [
      (Instant.on(day: 14), [Instant](), true), (.on(day: 14, plus: 1), [], false),
      (.on(day: 15), [.on(day: 15)], true), (.on(day: 21), [.on(day: 21)], true),
      (.on(day: 21, plus: 1), [.on(day: 21, plus: 1)], false),
      // A forged one does not lift another over the bound.
      (.on(day: 300), [.on(day: 20), .on(day: 300)], false),
      // Nor do others, one after the other: only a yes that counts itself is held.
      (.on(day: 27), [.on(day: 20), .on(day: 27)], false),
    ])
  func `a late yes counts for good, up to a week after the text would have stopped waiting`(
    yes: Instant, late: [Instant], counts: Bool
  ) throws {
    #expect(try (revision(yes: yes, late: late).agreedAt != nil) == counts)
  }

  @Test func `a yes that is to be said again may be late the first time and the second`() throws {
    let first: [Partner.ID: Instant] = [.lin: .on(day: 15)]
    #expect(try revision(firstYes: first, yes: .on(day: 16), late: []).agreedAt == nil)
    #expect(
      try revision(firstYes: first, yes: .on(day: 16), late: [.on(day: 15)]).agreedAt
        == .on(day: 16))
    // It waits two weeks more, and may be late again.
    #expect(
      try revision(firstYes: first, yes: .on(day: 30), late: [.on(day: 15)]).agreedAt == nil)
    #expect(
      try revision(firstYes: first, yes: .on(day: 30), late: [.on(day: 15), .on(day: 30)]).agreedAt
        == .on(day: 30))
  }

  @Test func `an agreement reads the clock that stands still, and says so in the yes`() throws {
    let open = Revision(
      id: "r1", parents: [], authors: [.mei], proposedAt: .on(day: 0), lapsesAt: .on(day: 14),
      wording: try .saying("r1"), stances: [.mei: .consent(at: .on(day: 0))])
    let holds = Pauses([pause("p", from: 13, hours: 24)]).holds
    func agreement(_ holds: [Hold]) -> Agreement {
      Agreement(id: "a", after: nil, revisions: [open], holds: holds)
    }
    #expect(agreement([]).status(at: .on(day: 15)) == .lapsed)
    #expect(agreement(holds).status(at: .on(day: 15)) == .proposed)
    #expect(agreement(holds).open(at: .on(day: 16)).map(\.id) == ["r1"])
    #expect(agreement(holds).status(at: .on(day: 16, plus: 1)) == .lapsed)
    for (now, isLate) in [(Instant.on(day: 14), false), (.on(day: 15), true)] {
      let step = try agreement(holds).accepting(
        "r1", by: .lin, of: .meiAndLin, at: now, in: .utc)
      guard case .act(let act) = step else {
        Issue.record("\(step)")
        continue
      }
      #expect(act == .accept(on: "a", revision: "r1", refuses: [], isLate: isLate))
    }
    #expect(throws: Refusal.answeredTooLate) {
      try agreement([]).accepting("r1", by: .lin, of: .meiAndLin, at: .on(day: 15), in: .utc)
    }
  }

  @Test func `what its accepter alone bears is looked at in time, where a pause held it`() throws {
    let text = Revision(
      id: "r1", parents: [], authors: [.mei], proposedAt: .on(day: 0), lapsesAt: .on(day: 14),
      wording: try .saying("r1", promise: .only(.lin)),
      stances: [.mei: .consent(at: .on(day: 0)), .lin: .consent(at: .on(day: 0))])
    func answers(late: Bool, at day: Int) -> [ReviewAnswer] {
      Partner.ID.both.enumerated().map { number, partner in
        ReviewAnswer(
          partner: partner, revision: "r1", round: 1, due: .on(day: 14), outcome: .keep,
          helped: nil, at: .on(day: day), isLate: late,
          order: JournalOrder(tick: Int64(number), device: "d", sequence: 1))
      }
    }
    func status(_ answers: [ReviewAnswer], at day: Int, _ holds: [Hold] = []) -> Status {
      Agreement(id: "a", after: nil, revisions: [text], answers: answers, holds: holds)
        .status(at: .on(day: day))
    }
    // It lapses on day 21.
    #expect(status([], at: 22) == .lapsed)
    let holds = Pauses([pause("p", from: 20, hours: 24)]).holds
    #expect(status([], at: 22, holds) == .active)
    #expect(status(answers(late: false, at: 22), at: 40) == .lapsed)
    #expect(status(answers(late: true, at: 22), at: 40) == .active)
    #expect(status(answers(late: true, at: 29), at: 40) == .lapsed)
  }
}
