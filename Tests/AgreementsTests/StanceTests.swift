import Agreements
import Testing

@Suite struct StanceTests {
  private func text(
    by authors: Set<Partner.ID> = [.mei], _ stances: [Partner.ID: Stance]
  ) -> Revision {
    Revision(
      id: "r1", parents: [], authors: authors, proposedAt: .on(day: 0), lapsesAt: .on(day: 14),
      wording: nil, stances: stances)
  }

  private let early = Stance.consent(at: .on(day: 0))

  @Test func `S1, S3, one yes agrees nothing`() {
    #expect(text([.mei: early]).agreedAt == nil)
    #expect(text([.lin: early]).agreedAt == nil)
    #expect(text([:]).agreedAt == nil)
  }

  @Test func `S1, agreed is when the second said yes`() {
    #expect(text([.mei: early, .lin: .consent(at: .on(day: 5))]).agreedAt == .on(day: 5))
    #expect(text([.mei: .consent(at: .on(day: 9)), .lin: early]).agreedAt == .on(day: 9))
  }

  @Test func `a yes counts by its own time, to the second the proposal lapses`() {
    #expect(text([.mei: early, .lin: .consent(at: .on(day: 14))]).agreedAt == .on(day: 14))
    let late = text([.mei: early, .lin: .consent(at: .on(day: 14, plus: 1))])
    #expect(late.agreedAt == nil)
    #expect(!late.isRefused && !late.crossed)
  }

  @Test func `an acceptance made in time counts however late it arrives`() throws {
    var story = Together()
    try Crossing.proposed(&story)
    var away = story.replica(of: .lin)
    try away.accept("r1", at: .on(day: 14))
    #expect(story.agreement.status(at: .on(day: 40)) == .lapsed)
    story.hear(away.history.deeds)
    #expect(story.agreement.status(at: .on(day: 40)) == .active)
    #expect(story.agreement.standing?.agreedAt == .on(day: 14))
  }

  @Test func `S3, an acceptance made too late counts nowhere`() throws {
    var story = Together()
    try Crossing.proposed(&story)
    story.lin {
      $0.write(
        [.accept(on: "a", revision: "r1", refuses: [])], at: .on(day: 14, plus: 1))
    }
    for day in [1, 14, 15, 40] {
      #expect(story.agreement.status(at: .on(day: day)) == .lapsed)
    }
    #expect(story.agreement.unanswered.isEmpty)
  }

  @Test(arguments: Partner.ID.both)
  func `S2, one no outweighs every yes`(partner: Partner.ID) {
    let no = Stance.refuse(at: .on(day: 0))
    let refused = text([partner: no, partner.other: early])
    #expect(refused.agreedAt == nil && refused.isRefused)
    #expect(refused.refuses(partner) && !refused.consents(partner))
    #expect(refused.consents(partner.other) && !refused.refuses(partner.other))
  }

  @Test func `it crossed where the author took back what the other said yes to`() {
    let no = Stance.refuse(at: .on(day: 1))
    #expect(text([.mei: no, .lin: early]).crossed)
    #expect(!text([.mei: early, .lin: no]).crossed)
    #expect(!text([.mei: no, .lin: no]).crossed)
    #expect(!text([.mei: no]).crossed)
    #expect(!text(by: [.mei, .lin], [.mei: no, .lin: early]).crossed)
  }

  @Test func `what both wrote is agreed, nobody is its accepter and either ends it`() throws {
    let both = try #require(Crossing.table.first { $0.name == "both propose the same text" })
    let agreement = History(try both.deeds()).agreement
    let text = try #require(agreement.standing)
    #expect(text.authors == [.mei, .lin])
    #expect(text.proposedAt == .on(day: 1) && text.agreedAt == .on(day: 2))
    for partner in Partner.ID.both {
      #expect(throws: Refusal.alreadyAgreed) {
        try agreement.withdrawing(text.id, by: partner)
      }
      #expect(throws: Never.self) { try agreement.ending(by: partner) }
    }
  }

  @Test func `S1, any later text needs both again`() throws {
    var story = Together()
    try Crossing.agreed(&story)
    try story.mei { try $0.amend(with: "r2", .saying("r1."), at: .on(day: 1)) }
    let change = try #require(story.agreement.revisions["r2"])
    #expect(change.stances == [.mei: .consent(at: .on(day: 1))])
    #expect(change.agreedAt == nil)
    #expect(story.agreement.standing?.id == "r1")
  }
}
