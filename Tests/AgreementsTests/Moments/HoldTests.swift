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

  @Test(
    arguments: [
      // The moment, and the one by which silence is read: days and seconds.
      (9, 86_399, 9, 86_399), (10, 0, 10, 0), (10, 1, 10, 0), (10, 3_600, 10, 0), (11, 0, 10, 0),
      (12, 3_600, 10, 0), (12, 3_601, 12, 3_601), (400, 0, 400, 0),
    ] as [(Int, Int64, Int, Int64)])
  func `S10, the clock of silence stands still until 48 hours after the end`(
    day: Int, second: Int64, readDay: Int, readSecond: Int64
  ) {
    let holds = Pauses([pause("p", from: 10)]).holds
    #expect(holds.clock(at: .on(day: day, plus: second)) == .on(day: readDay, plus: readSecond))
  }

  @Test(arguments: [-12, -8, 0, 8, 14] as [Int64])
  func `S10, the whole day after a pause is held in every zone`(offset: Int64) {
    let zone = ZoneRules { _ in Int(offset * 3_600) }
    for hour in [0, 9, 23] as [Int64] {
      let began = Instant.on(day: 10, plus: hour * 3_600)
      let one = Pause(
        id: "p", began: began, firstReturn: began.advanced(by: 300), heldSince: began)
      let dayAfter = zone.day(of: one.end).advanced(by: 1)
      let last = zone.startOfDay(dayAfter.advanced(by: 1)).advanced(by: -1)
      #expect(Pauses([one]).holds.clock(at: last) == began)
    }
  }

  @Test func `a pause that both are back from is held from there`() {
    let back: [Partner.ID: Instant] = [.mei: .on(day: 10, plus: 60), .lin: .on(day: 10, plus: 90)]
    let one = Pause(
      id: "p", began: .on(day: 10), firstReturn: .on(day: 11), heldSince: .on(day: 10), back: back)
    #expect(
      Pauses([one]).holds
        == [Hold(since: .on(day: 10), began: .on(day: 10), until: .on(day: 12, plus: 90))])
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

  @Test(
    arguments: [
      // The days on which pauses of an hour begin, and what is held apart from each other.
      ([10], [(10, 12)]), ([10, 12], [(10, 14)]), ([12, 10], [(10, 14)]),
      ([10, 13], [(10, 12), (13, 15)]),
      ([10, 12, 14, 16], [(10, 18)]), ([10, 10], [(10, 12)]),
    ] as [([Int], [(Int, Int)])])
  func `what is held without a gap is held as one, in whatever order it was heard`(
    days: [Int], held: [(Int, Int)]
  ) {
    let pauses = days.enumerated().map { pause(Pause.ID("p\($0)"), from: $1) }
    let holds = Pauses(pauses).holds
    for (since, until) in held {
      let last = Instant.on(day: until, plus: 3_600)
      #expect(holds.clock(at: last) == max(.on(day: since), last.advanced(by: -Instant.week)))
      #expect(holds.clock(at: .on(day: since, plus: -1)) == .on(day: since, plus: -1))
      #expect(holds.clock(at: last.advanced(by: 1)) == last.advanced(by: 1))
    }
  }

  @Test func `the last second of a hold is in it, and the next pause carries it on`() {
    let first = pause("p", from: 10)
    let last = Instant.on(day: 12, plus: 3_600)
    #expect(Pauses([first]).heldSince(for: last) == .on(day: 10))
    #expect(Pauses([first]).heldSince(for: last.advanced(by: 1)) == last.advanced(by: 1))
    #expect(Pauses([first]).heldSince(for: .on(day: 10, plus: -1)) == .on(day: 10, plus: -1))
    #expect(Pauses.none.heldSince(for: last) == last)
  }

  @Test(arguments: 1...20)
  func `a chain of pauses holds nothing for longer than a week`(days: Int) {
    // One each day, each known alone: the ones before are forgotten by then.
    var known: [Pause] = []
    for day in 0..<days {
      let now = Instant.on(day: day)
      let since = Pauses(known).heldSince(for: now)
      #expect(since == max(.on(day: 0), .on(day: day - 8)))
      known = [pause(Pause.ID("p\(day)"), from: day, heldSince: since)]
      let clock = Pauses(known).holds.clock(at: now)
      #expect(clock == max(.on(day: 0), .on(day: day - 7)))
    }
  }

  @Test(
    arguments: [
      (0, 0, 0, 0), (7, 0, 0, 0), (7, 1, 0, 1), (9, 0, 2, 0), (100, 0, 93, 0), (100, 1, 100, 1),
    ] as [(Int, Int64, Int, Int64)])
  func `it stands still for a week at most`(
    day: Int, second: Int64, readDay: Int, readSecond: Int64
  ) {
    let holds = [Hold(since: .on(day: 0), began: .on(day: 0), until: .on(day: 100))]
    #expect(holds.clock(at: .on(day: day, plus: second)) == .on(day: readDay, plus: readSecond))
  }

  @Test(arguments: [-9_000, -8, -7, 400] as [Int])
  func `a hold that claims to have begun long ago gains a week at most`(since: Int) {
    let holds = Pauses([pause("p", from: 10, heldSince: .on(day: since))]).holds
    for day in 10...12 {
      #expect(holds.clock(at: .on(day: day)) >= .on(day: day - 7))
    }
    #expect(holds.clock(at: .on(day: 13)) == .on(day: 13))
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
      // Forged ones do not lift another over the bound.
      (.on(day: 300), [.on(day: 20), .on(day: 300)], false),
      (.on(day: 27), [.on(day: 20), .on(day: 27)], false),
      (.on(day: 300), (2...43).map { .on(day: 7 * $0) } + [.on(day: 300)], false),
      // Nor does one make another timely that came before it.
      (.on(day: 15), [.on(day: 16)], false), (.on(day: 15), [.on(day: 15), .on(day: 16)], true),
    ])
  func `a late yes counts for good, up to a week after the text would have stopped waiting`(
    yes: Instant, late: [Instant], counts: Bool
  ) throws {
    #expect(try (revision(yes: yes, late: late).agreedAt != nil) == counts)
  }

  @Test(
    arguments: [
      // The first yes, the second one, which of them are late, and whether it is agreed.
      (15, 16, [], false), (15, 16, [15], true), (15, 29, [15], true), (15, 30, [15], false),
      (15, 30, [15, 30], true), (15, 36, [15, 36], true), (15, 37, [15, 37], false),
      (21, 42, [21, 42], true), (22, 23, [22], false), (14, 29, [29], true), (14, 28, [], true),
      (14, 36, [36], false),
    ] as [(Int, Int, [Int], Bool)])
  func `S9, a yes that is said twice may be late the first time and the second`(
    first: Int, second: Int, late: [Int], counts: Bool
  ) throws {
    let revision = try revision(
      firstYes: [.lin: .on(day: first)], yes: .on(day: second), late: late.map { .on(day: $0) })
    #expect(revision.agreedAt == (counts ? .on(day: second) : nil))
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

  @Test(
    arguments: [
      // The day of both answers, whether they say that they are late, and whether it is in force.
      (21, false, true), (22, false, false), (22, true, true), (28, true, true), (29, true, false),
    ])
  func `S3, S10, what its accepter alone bears is looked at in time, where a pause held it`(
    day: Int, late: Bool, counts: Bool
  ) throws {
    let text = Revision(
      id: "r1", parents: [], authors: [.mei], proposedAt: .on(day: 0), lapsesAt: .on(day: 14),
      wording: try .saying("r1", promise: .only(.lin)),
      stances: [.mei: .consent(at: .on(day: 0)), .lin: .consent(at: .on(day: 0))])
    let answers = Partner.ID.both.enumerated().map { number, partner in
      ReviewAnswer(
        partner: partner, revision: "r1", round: 1, due: .on(day: 14), outcome: .keep,
        helped: nil, at: .on(day: day), isLate: late,
        order: JournalOrder(tick: Int64(number), device: "d", sequence: 1))
    }
    let agreement = Agreement(id: "a", after: nil, revisions: [text], answers: answers)
    #expect(agreement.status(at: .on(day: 40)) == (counts ? .active : .lapsed))
  }
}
