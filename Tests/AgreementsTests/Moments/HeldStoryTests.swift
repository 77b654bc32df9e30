import Agreements
import Testing

/// What the two do while a pause holds something, and what is left of it once nothing of the pause
/// is.
struct HeldStoryTests {
  /// A proposal of day 0 lapses with day 14; a pause of a day begins on day 13.
  private static func held(_ before: Crossing.Story, by partner: Partner.ID) throws -> Together {
    var story = Together()
    try before(&story)
    story.on(partner) { $0.pause(until: .on(day: 14), at: .on(day: 13)) }
    return story
  }

  /// All devices agree, those that know the pause and those that do not.
  private static func expect(
    _ story: Together, is status: Status, day: Int, since: Int? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let known = History(story.deeds).agreement
    let forgotten = History(story.deeds.withoutPauses).agreement
    let now = Instant.on(day: day)
    #expect(known.status(at: now) == status, sourceLocation: sourceLocation)
    #expect(forgotten.status(at: now) == status, sourceLocation: sourceLocation)
    #expect(forgotten.revisions == known.revisions, sourceLocation: sourceLocation)
    #expect(forgotten.review == known.review, sourceLocation: sourceLocation)
    if let since {
      #expect(known.standing?.agreedAt == .on(day: since), sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: Partner.ID.both)
  func `S10, a proposal waits through the pause, whoever called it, and a yes then counts for good`(
    partner: Partner.ID
  ) throws {
    var story = try Self.held(Crossing.proposed, by: partner)
    #expect(story.agreement.status(at: .on(day: 16)) == .proposed)
    #expect(story.agreement.status(at: .on(day: 16, plus: 1)) == .lapsed)
    var late = story
    #expect(throws: Refusal.answeredTooLate) {
      try late.lin { try $0.accept("r1", at: .on(day: 16, plus: 1)) }
    }
    try story.lin { try $0.accept("r1", at: .on(day: 16)) }
    for day in [17, 20, 400] { Self.expect(story, is: .active, day: day, since: 16) }
  }

  @Test func `S10, a change can be suggested while a proposal is held, and waits two weeks`() throws
  {
    var story = try Self.held(Crossing.proposed, by: .mei)
    try story.lin { try $0.counter("r1", with: "r2", at: .on(day: 15)) }
    #expect(story.agreement.open(at: .on(day: 29)).map(\.id) == ["r2"])
    try story.mei { try $0.accept("r2", at: .on(day: 29)) }
    Self.expect(story, is: .active, day: 30, since: 29)
  }

  @Test func `S10, what was not said in a held time lapses after it`() throws {
    let story = try Self.held(Crossing.proposed, by: .lin)
    Self.expect(story, is: .lapsed, day: 17)
  }

  @Test func `S10, what had lapsed before the pause stays so`() throws {
    var story = Together()
    try Crossing.proposed(&story)
    story.lin { $0.pause(until: .on(day: 15), at: .on(day: 14, plus: 1)) }
    #expect(story.agreement.status(at: .on(day: 14, plus: 2)) == .lapsed)
    #expect(throws: Refusal.answeredTooLate) {
      try story.lin { try $0.accept("r1", at: .on(day: 16, plus: 7_200)) }
    }
  }

  @Test func `S9, S10, a first yes may be late, and the second one again`() throws {
    var story = try Self.held(Crossing.suggestedTwice, by: .lin)
    try story.lin { try $0.accept("r1", at: .on(day: 15)) }
    let text = try #require(story.agreement.revisions["r1"])
    #expect(text.firstYes[.lin] == .on(day: 15) && text.waitsUntil == .on(day: 29))
    Self.expect(story, is: .proposed, day: 29)
    try story.mei { try $0.accept("r1", at: .on(day: 20)) }
    story.mei { $0.pause(until: .on(day: 29, plus: 60), at: .on(day: 29)) }
    try story.lin { try $0.accept("r1", at: .on(day: 31)) }
    for day in [32, 400] { Self.expect(story, is: .active, day: day, since: 31) }
  }

  @Test func `S3, S10, a review left through a pause is answered, and the agreement goes on`()
    throws
  {
    var story = Together()
    try Asked.unreviewed(&story)
    story.lin { $0.pause(until: .on(day: 21), at: .on(day: 20)) }
    #expect(story.agreement.status(at: .on(day: 23)) == .active)
    #expect(story.agreement.status(at: .on(day: 23, plus: 1)) == .lapsed)
    try story.mei { try $0.answer(.keep, at: .on(day: 22)) }
    // One answer is not a finished review.
    Self.expect(story, is: .lapsed, day: 24)
    try story.lin { try $0.answer(.change, at: .on(day: 23)) }
    for day in [24, 35] { Self.expect(story, is: .active, day: day) }
    #expect(story.agreement.review?.due == .on(day: 28))
    Self.expect(story, is: .lapsed, day: 36)
  }

  @Test func `S10, what lapsed cannot be changed but while it is held`() throws {
    var story = Together()
    try Asked.unreviewed(&story)
    story.lin { $0.pause(until: .on(day: 21), at: .on(day: 20)) }
    try story.mei { try $0.amend(with: "r2", at: .on(day: 23)) }
    #expect(throws: Refusal.notInForce) {
      try story.mei { try $0.amend(with: "r3", at: .on(day: 23, plus: 1)) }
    }
  }

  @Test func `S10, pauses one after the other hold a proposal for a week and no longer`() throws {
    var story = try Self.held(Crossing.proposed, by: .mei)
    for day in 14...24 {
      story.on(.both[day % 2]) { $0.pause(until: .on(day: day, plus: 60), at: .on(day: day)) }
    }
    #expect(story.agreement.status(at: .on(day: 21)) == .proposed)
    #expect(story.agreement.status(at: .on(day: 21, plus: 1)) == .lapsed)
    var late = story
    #expect(throws: Refusal.settling(until: .on(day: 21, plus: 3_660))) {
      try late.lin { try $0.accept("r1", at: .on(day: 21)) }
    }
    // A yes that says it is late, and came when no time could have held it any more.
    late.lin {
      $0.write([.accept(on: "a", revision: "r1", refuses: [], isLate: true)], at: .on(day: 22))
    }
    Self.expect(late, is: .lapsed, day: 23 + 7)
  }

  @Test(arguments: Partner.ID.both)
  func `nobody keeps a proposal waiting by saying late yeses to it`(partner: Partner.ID) throws {
    var story = Together()
    try Crossing.proposed(&story)
    for day in [20, 27, 34] {
      story.on(partner) {
        $0.write([.accept(on: "a", revision: "r1", refuses: [], isLate: true)], at: .on(day: day))
      }
    }
    if partner == .mei {
      story.lin {
        $0.write([.accept(on: "a", revision: "r1", refuses: [], isLate: true)], at: .on(day: 35))
      }
    }
    // Lin's first one, of day 20, could have been in time.
    Self.expect(story, is: partner == .lin ? .active : .lapsed, day: 36)
  }
}
