import Agreements
import Testing

/// The status function over states written by hand: first match wins.
@Suite struct StatusTests {
  typealias Stances = [Partner.ID: Stance]

  private static func text(
    _ id: Revision.ID, after parents: [Revision.ID] = [], by authors: Set<Partner.ID> = [.mei],
    on day: Int = 0, promise: Promise = .both, _ stances: Stances
  ) throws -> Revision {
    Revision(
      id: id, parents: parents, authors: authors, proposedAt: .on(day: day),
      lapsesAt: .on(day: day + 14), wording: try .saying(id.text, promise: promise),
      stances: stances)
  }

  private static let yes = Stance.consent(at: .on(day: 1))
  private static let no = Stance.refuse(at: .on(day: 1))

  private func status(
    _ texts: [Revision], endings: [Partner.ID: Instant] = [:], at now: Instant = .on(day: 2)
  ) -> Status {
    Agreement(id: "a", after: nil, revisions: texts, endings: endings).status(at: now)
  }

  @Test(
    arguments: [
      ("a yes of its author", [.mei: yes], Status.proposed),
      ("a yes of both", [.mei: yes, .lin: yes], .active),
      ("a no of the other", [.mei: yes, .lin: no], .declined),
      ("a no of its author", [.mei: no], .withdrawn),
      ("a no of its author and a yes of the other", [.mei: no, .lin: yes], .withdrawn),
      ("a no of both", [.mei: no, .lin: no], .withdrawn),
      ("no stance at all", [:], .lapsed),
    ] as [(String, Stances, Status)])
  func `one text`(name: String, stances: Stances, expected: Status) throws {
    #expect(status([try Self.text("r1", stances)]) == expected)
  }

  @Test func `nothing known is nothing in force`() {
    #expect(status([]) == .lapsed)
    #expect(Agreement(id: "a", after: nil, revisions: []).shown == nil)
  }

  @Test func `an ending comes before all else`() throws {
    let agreed = try Self.text("r1", [.mei: Self.yes, .lin: Self.yes])
    let other = try Self.text("r2", [.mei: Self.yes, .lin: Self.yes])
    let open = try Self.text("r3", [.mei: Self.yes])
    for texts in [[agreed], [agreed, other], [open], []] {
      #expect(status(texts, endings: [.lin: .on(day: 1)]) == .ended)
    }
  }

  @Test func `contested comes before active, and before what waits`() throws {
    let root = try Self.text("r1", [.mei: Self.yes, .lin: Self.yes])
    let one = try Self.text("r2", after: ["r1"], [.mei: Self.yes, .lin: Self.yes])
    let two = try Self.text("r3", after: ["r1"], [.mei: Self.yes, .lin: Self.yes])
    let open = try Self.text("r4", after: ["r2", "r3"], [.mei: Self.yes])
    #expect(status([root, one, two]) == .contested)
    #expect(status([root, one, two, open]) == .contested)
    #expect(status([root, one, two, open], at: .on(day: 999)) == .contested)
  }

  @Test func `active comes before an open change`() throws {
    let root = try Self.text("r1", [.mei: Self.yes, .lin: Self.yes])
    let open = try Self.text("r2", after: ["r1"], on: 1, [.mei: Self.yes])
    let agreement = Agreement(id: "a", after: nil, revisions: [open, root])
    #expect(agreement.status(at: .on(day: 2)) == .active)
    #expect(agreement.outlook.answerUntil == .on(day: 15))
    #expect(agreement.open(at: .on(day: 15)).map(\.id) == ["r2"])
    #expect(agreement.open(at: .on(day: 15, plus: 1)).isEmpty)
    #expect(agreement.status(at: .on(day: 16)) == .active)
  }

  @Test func `proposed comes before what became of the newest text`() throws {
    let open = try Self.text("r1", [.mei: Self.yes])
    let declined = try Self.text("r2", on: 1, [.mei: Self.yes, .lin: Self.no])
    #expect(status([open, declined]) == .proposed)
    #expect(status([open, declined], at: .on(day: 15)) == .declined)
  }

  @Test func `the newest text says what became of it`() throws {
    let withdrawn = try Self.text("r1", on: 0, [.mei: Self.no])
    let declined = try Self.text("r2", on: 1, [.mei: Self.yes, .lin: Self.no])
    #expect(status([withdrawn, declined]) == .declined)
    let later = try Self.text("r3", on: 2, [.mei: Self.no])
    #expect(status([withdrawn, declined, later]) == .withdrawn)
  }

  @Test func `the text shown is the one in force, else what waits, else the newest`() throws {
    let root = try Self.text("r1", [.mei: Self.yes, .lin: Self.yes])
    let waiting = try Self.text("r2", on: 1, [.mei: Self.yes])
    let declined = try Self.text("r3", on: 2, [.mei: Self.yes, .lin: Self.no])
    func shown(_ texts: [Revision]) -> Revision.ID? {
      Agreement(id: "a", after: nil, revisions: texts).shown?.id
    }
    #expect(shown([declined, waiting, root]) == "r1")
    #expect(shown([declined, waiting]) == "r2")
    #expect(shown([declined]) == "r3")
  }

  @Test func `S3, a proposal waits 14 days to the second and silence is no yes`() throws {
    let open = try Self.text("r1", [.mei: Self.yes])
    #expect(Proposal.patience == 14 * Instant.day)
    #expect(status([open], at: .on(day: 14)) == .proposed)
    #expect(status([open], at: .on(day: 14, plus: 1)) == .lapsed)
    #expect(status([open], at: .on(day: 10_000)) == .lapsed)
  }

  @Test(
    arguments: [
      (Crossing.proposed, [Status.proposed, .lapsed]),
      (Crossing.agreed, [.active]),
      (Crossing.amended, [.active]),
      (Asked.declined, [.declined]),
      (Asked.withdrawn, [.withdrawn]),
      (Asked.ended, [.ended]),
      (Asked.changed, [.proposed, .lapsed]),
      (Asked.contested, [.contested]),
      (Asked.unreviewed, [.active, .lapsed]),
      (Asked.acceptedLate, [.lapsed]),
    ] as [(Crossing.Story, [Status])])
  func `as time passes a status changes at most once, when the outlook says`(
    story: Crossing.Story, expected: [Status]
  ) throws {
    var together = Together()
    try story(&together)
    let agreement = together.agreement
    let outlook = agreement.outlook
    var seen: [Status] = []
    for hour in stride(from: 0, through: 40 * 24, by: 6) {
      let now = Instant.on(day: 2).advanced(by: Int64(hour) * Instant.hour)
      let status = agreement.status(at: now)
      if seen.last != status { seen.append(status) }
      #expect(status == outlook.status(at: now))
      if status == .proposed { #expect(!agreement.open(at: now).isEmpty) }
      #expect(agreement.open(at: now).isEmpty == (outlook.answerUntil.map { now > $0 } ?? true))
    }
    #expect(seen == expected)
    #expect((outlook.until == nil) == (expected.count == 1))
    if let until = outlook.until {
      #expect(agreement.status(at: until) == expected.first)
      #expect(agreement.status(at: until.advanced(by: 1)) == expected.last)
    }
  }
}
