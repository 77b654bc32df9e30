import Agreements
import Testing

/// An agreement of day 0, and what was said about it.
private struct Kept {
  var promise = Promise.both
  var every: Int?
  var authors: Set<Partner.ID> = [.mei]
  private var answers: [ReviewAnswer] = []

  init(promise: Promise = .both, every: Int? = nil, authors: Set<Partner.ID> = [.mei]) {
    self.promise = promise
    self.every = every
    self.authors = authors
  }

  mutating func say(
    _ outcome: ReviewAnswer.Outcome, by partner: Partner.ID, round: Int, at now: Instant,
    tick: Int64? = nil, to revision: Revision.ID = "r1"
  ) {
    answers.append(
      ReviewAnswer(
        partner: partner, revision: revision, round: round, due: .on(day: 0), outcome: outcome,
        helped: nil, at: now,
        order: JournalOrder(
          tick: tick ?? Int64(answers.count), device: Device.ID(partner.text), sequence: 1)))
  }

  mutating func bothKeep(round: Int, onDay day: Int) {
    for partner in Partner.ID.both { say(.keep, by: partner, round: round, at: .on(day: day)) }
  }

  func agreement(
    answers order: ([ReviewAnswer]) -> [ReviewAnswer] = { $0 }
  ) throws -> Agreement {
    let text = Revision(
      id: "r1", parents: [], authors: authors, proposedAt: .on(day: -3), lapsesAt: .on(day: 11),
      wording: try .saying("r1", promise: promise, reviewEvery: every),
      stances: [.mei: .consent(at: .on(day: -3)), .lin: .consent(at: .on(day: 0))])
    return Agreement(id: "a", after: nil, revisions: [text], answers: order(answers))
  }

  func review() throws -> Review { try #require(try agreement().review) }
}

@Suite struct ReviewTests {
  @Test func `the first reviews come after 14, 30 and 90 days, the others every 90`() throws {
    var kept = Kept()
    var due: [Instant] = [try kept.review().due]
    for (round, day) in [14, 44, 134, 224].enumerated() {
      kept.bothKeep(round: round + 1, onDay: day)
      due.append(try kept.review().due)
      #expect(try kept.review().round == round + 2)
      #expect(try kept.review().finished.count == round + 1)
    }
    #expect(due == [14, 44, 134, 224, 314].map { .on(day: $0) })
  }

  @Test(arguments: [7, 30, 365])
  func `a couple's own interval is used from the first review on`(days: Int) throws {
    var kept = Kept(every: days)
    #expect(try kept.review().due == .on(day: days))
    kept.bothKeep(round: 1, onDay: days)
    #expect(try kept.review().due == .on(day: 2 * days))
  }

  @Test(arguments: [(6, false), (7, true), (365, true), (366, false), (0, false), (-7, false)])
  func `an interval lies between 7 and 365 days`(days: Int, allowed: Bool) {
    #expect((ReviewInterval(days: days) != nil) == allowed)
    #expect(ReviewInterval(days: days)?.days == (allowed ? days : nil))
  }

  @Test func `the next date follows from the last one, not from when it was answered`() throws {
    var kept = Kept()
    kept.say(.keep, by: .mei, round: 1, at: .on(day: 10))
    kept.say(.keep, by: .lin, round: 1, at: .on(day: 20))
    #expect(try kept.review().due == .on(day: 44))
    #expect(try kept.review().lookedAt == .on(day: 20))
  }

  @Test(arguments: [
    (0, 44), (43, 44), (44, 74), (45, 74), (73, 74), (74, 104), (140, 164), (14 + 300, 344),
  ])
  func `a late answer skips whole intervals until the next date lies ahead of it`(
    answered: Int, next: Int
  ) throws {
    var kept = Kept()
    kept.say(.keep, by: .mei, round: 1, at: .on(day: 14))
    kept.say(.keep, by: .lin, round: 1, at: .on(day: answered))
    #expect(try kept.review().due == .on(day: next))
    #expect(try kept.review().round == 2)
  }

  @Test(arguments: [nil, 365])
  func `a wish to change brings the next review in 14 days`(every: Int?) throws {
    var kept = Kept(every: every)
    let first = every ?? 14
    kept.say(.keep, by: .mei, round: 1, at: .on(day: first))
    kept.say(.change, by: .lin, round: 1, at: .on(day: first))
    #expect(try kept.review().due == .on(day: first + 14))
    kept.bothKeep(round: 2, onDay: first + 14)
    #expect(try kept.review().due == .on(day: first + 14 + (every ?? 90)))
  }

  @Test func `one answer leaves the round open for the other`() throws {
    var kept = Kept()
    let fresh = try kept.review()
    #expect(fresh.waits(for: .mei) && fresh.waits(for: .lin))
    #expect(fresh.answered.isEmpty && fresh.previous.isEmpty && fresh.lookedAt == .on(day: 0))
    kept.say(.change, by: .lin, round: 1, at: .on(day: 14))
    let half = try kept.review()
    #expect(half.waits(for: .mei) && !half.waits(for: .lin))
    #expect(half.round == 1 && half.due == .on(day: 14))
    #expect(half.answered.map(\.partner) == [.lin])
    kept.say(.keep, by: .mei, round: 1, at: .on(day: 15))
    let whole = try kept.review()
    #expect(whole.waits(for: .mei) && whole.waits(for: .lin))
    #expect(whole.previous.map(\.partner) == [.lin, .mei])
  }

  @Test func `of two answers to one round the earlier in the journal counts`() throws {
    var kept = Kept()
    kept.say(.change, by: .lin, round: 1, at: .on(day: 15), tick: 7)
    kept.say(.keep, by: .lin, round: 1, at: .on(day: 16), tick: 6)
    kept.say(.keep, by: .mei, round: 1, at: .on(day: 14), tick: 9)
    #expect(try kept.review().due == .on(day: 44))
    #expect(try kept.review().previous.map(\.outcome) == [.keep, .keep])
    #expect(try kept.review().lookedAt == .on(day: 16))
  }

  @Test func `the order in which answers arrived changes nothing`() throws {
    var kept = Kept()
    kept.bothKeep(round: 1, onDay: 14)
    kept.say(.change, by: .lin, round: 2, at: .on(day: 44))
    kept.say(.keep, by: .lin, round: 2, at: .on(day: 45))
    kept.say(.keep, by: .mei, round: 2, at: .on(day: 46))
    kept.say(.keep, by: .mei, round: 3, at: .on(day: 58))
    let expected = try kept.review()
    #expect(expected.round == 3 && expected.due == .on(day: 58))
    for order in permutations(of: Array(0..<6)) {
      let agreement = try kept.agreement { answers in order.map { answers[$0] } }
      #expect(agreement.review == expected)
    }
  }

  @Test func `S1, answers to another text say nothing about this one`() throws {
    var kept = Kept()
    for partner in Partner.ID.both {
      kept.say(.keep, by: partner, round: 1, at: .on(day: 14), to: "r0")
    }
    #expect(try kept.review().round == 1)
  }

  @Test func `S1, a changed text begins its reviews anew`() throws {
    var story = Together()
    try Crossing.agreed(&story)
    try story.mei { try $0.answer(.keep, at: .on(day: 14)) }
    try story.lin { try $0.answer(.change, at: .on(day: 15)) }
    try story.lin { try $0.amend(with: "r2", at: .on(day: 15)) }
    try story.mei { try $0.accept("r2", at: .on(day: 16)) }
    let review = try #require(story.agreement.review)
    #expect(review.revision == "r2" && review.round == 1)
    #expect(review.due == .on(day: 30))
    #expect(review.finished.isEmpty)
  }

  @Test func `what both said of a text stays known after it was changed`() throws {
    var story = Together()
    try Crossing.agreed(&story)
    try story.mei { try $0.answer(.keep, at: .on(day: 14)) }
    #expect(story.agreement.finishedReviews.isEmpty)
    try story.lin { try $0.answer(.change, at: .on(day: 15)) }
    try story.lin { try $0.amend(with: "r2", at: .on(day: 15)) }
    try story.mei { try $0.accept("r2", at: .on(day: 16)) }
    try story.lin { try $0.answer(.keep, at: .on(day: 30)) }
    #expect(story.agreement.finishedReviews.map { $0.map(\.outcome) } == [[.keep, .change]])
    try story.mei { try $0.answer(.keep, at: .on(day: 31)) }
    let said = story.agreement.finishedReviews.map { $0.map(\.revision) }
    #expect(said == [["r1", "r1"], ["r2", "r2"]])
  }

  @Test(arguments: Partner.ID.both)
  func `S2, one answer that ends it ends it at once`(owner: Partner.ID) throws {
    var story = Together()
    try Crossing.agreed(&story)
    try story.on(owner) { try $0.answer(.end, at: .on(day: 14)) }
    #expect(story.agreement.status(at: .on(day: 14)) == .ended)
    #expect(story.agreement.review == nil)
  }
}

@Suite struct LapseTests {
  @Test(
    arguments: [
      (Promise.only(.lin), [.mei], true),
      (.only(.mei), [.mei], false),
      (.both, [.mei], false),
      (.only(.mei), [.lin], true),
      (.only(.lin), [.mei, .lin], false),
      (.only(.mei), [.mei, .lin], false),
    ] as [(Promise, Set<Partner.ID>, Bool)])
  func `S3, only what its accepter alone bears lapses without a review`(
    promise: Promise, authors: Set<Partner.ID>, lapses: Bool
  ) throws {
    let kept = Kept(promise: promise, authors: authors)
    let agreement = try kept.agreement()
    #expect(agreement.review?.lapsesAt == (lapses ? .on(day: 21) : nil))
    #expect(agreement.status(at: .on(day: 21)) == .active)
    #expect(agreement.status(at: .on(day: 21, plus: 1)) == (lapses ? .lapsed : .active))
    #expect(agreement.status(at: .on(day: 999)) == (lapses ? .lapsed : .active))
  }

  @Test(arguments: Partner.ID.both)
  func `S3, one answer is not a finished review`(partner: Partner.ID) throws {
    var kept = Kept(promise: .only(.lin))
    kept.say(.keep, by: partner, round: 1, at: .on(day: 14))
    #expect(try kept.agreement().status(at: .on(day: 21, plus: 1)) == .lapsed)
  }

  @Test func `a finished review moves the lapse to seven days after the next`() throws {
    var kept = Kept(promise: .only(.lin))
    kept.bothKeep(round: 1, onDay: 21)
    #expect(try kept.review().lapsesAt == .on(day: 51))
  }

  @Test func `S3, an answer given in time is heard however late it arrives`() throws {
    var kept = Kept(promise: .only(.lin))
    kept.say(.keep, by: .mei, round: 1, at: .on(day: 15))
    #expect(try kept.agreement().status(at: .on(day: 30)) == .lapsed)
    kept.say(.keep, by: .lin, round: 1, at: .on(day: 21))
    #expect(try kept.agreement().status(at: .on(day: 30)) == .active)
  }

  @Test(arguments: Partner.ID.both)
  func `S3, an answer given after the lapse does not bring it back`(late: Partner.ID) throws {
    var kept = Kept(promise: .only(.lin))
    kept.say(.keep, by: late.other, round: 1, at: .on(day: 15))
    kept.say(.keep, by: late, round: 1, at: .on(day: 21, plus: 1))
    let agreement = try kept.agreement()
    #expect(agreement.status(at: .on(day: 21)) == .active)
    #expect(agreement.status(at: .on(day: 22)) == .lapsed)
    #expect(agreement.review?.waits(for: late) == true)
  }

  @Test func `S3, where both promise an answer counts however late it was given`() throws {
    var kept = Kept()
    kept.bothKeep(round: 1, onDay: 300)
    #expect(try kept.agreement().status(at: .on(day: 400)) == .active)
    #expect(try kept.review().round == 2)
  }
}
