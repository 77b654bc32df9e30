import Agreements
import Testing

/// A text that touches what only one can decide about is said yes to twice (rule S9).
@Suite struct SecondYesTests {
  private static let name = "You show me your phone"

  private func story(_ promise: Promise, _ title: String = name) throws -> Together {
    var story = Together()
    try story.mei { try $0.propose("r1", .saying(title, promise: promise), at: .on(day: 0)) }
    return story
  }

  private func status(_ story: Together, day: Int = 2) -> Status {
    story.agreement.status(at: .on(day: day))
  }

  // MARK: - Whom it asks

  @Test(arguments: [Promise.both, .only(.lin), .only(.mei)], [Partner.ID.mei, .lin])
  func `S9, each is asked twice, whoever suggested it and whoever is said to promise`(
    promise: Promise, last: Partner.ID
  ) throws {
    var story = try story(promise)
    try story.lin { try $0.accept("r1", at: .on(day: 0, plus: 60)) }
    let begun = try #require(story.agreement.revisions["r1"])
    #expect(begun.agreedAt == nil && status(story) == .proposed)
    #expect(Partner.ID.both.allSatisfy(begun.asksAgain))
    for partner in [last.other, last] {
      #expect(status(story) == .proposed)
      try story.on(partner) { try $0.accept("r1", at: .on(day: 1)) }
    }
    #expect(status(story) == .active)
    #expect(story.agreement.standing?.agreedAt == .on(day: 1))
  }

  @Test func `S9, what touches nobody else's own is said yes to once`() throws {
    var story = try story(.both, "We talk on Sundays")
    try story.lin { try $0.accept("r1", at: .on(day: 0, plus: 60)) }
    #expect(status(story) == .active)
    #expect(story.agreement.revisions["r1"]?.firstYes == [:])
  }

  @Test func `an own boundary is its owner's, whatever it says`() throws {
    let own = Wording(
      title: try Title(Self.name),
      terms: .boundary(Boundary(cue: try Note("it gets late"), action: try Note("I leave"))),
      promise: .own(.mei))
    #expect(!own.asksTwice(of: .meiAndLin))
  }

  @Test(arguments: [
    ("Lin shows Mei the phone", Clauses.Topic.phone),
    ("Mei must tell Lin where she is", .location), ("Lin gives Mei her salary", .money),
    ("Mei’s phone is Lin's to read", .phone), ("lin shows mei the phone", .phone),
  ])
  func `S9, it finds what is told with names`(text: String, topic: Clauses.Topic) throws {
    #expect(try Wording.saying(text).clauses(of: .meiAndLin).contains(topic))
    // Without knowing that these are the two, it is told of somebody.
    #expect(!Clauses.findings(in: text).map(\.topic).contains(topic))
  }

  @Test(
    arguments: [
      ("We show each other our phones", Promise.only(.lin), [Clauses.Topic.phone]),
      ("We show each other our phones", .both, []),
      ("Both of us hand our salary to Mei", .both, [.money]),
      ("Both of us visit Mei's mother", .both, []),
      ("No shouting is allowed", .both, []), ("不许摔门", .both, []),
      ("不许摔门", .only(.lin), [.notAllowed]), ("你不许摔门", .both, [.notAllowed]),
    ])
  func `S9, what is said about both is read as about one, where one alone promises or is named`(
    text: String, promise: Promise, topics: [Clauses.Topic]
  ) throws {
    #expect(try Wording.saying(text, promise: promise).clauses(of: .meiAndLin) == topics)
  }

  @Test func `S9, a name of one character is one too`() throws {
    let pair = Pair(
      Partner(id: .mei, name: try Partner.Name("美")),
      Partner(id: .lin, name: try Partner.Name("林")))
    #expect(try Wording.saying("林要给美看手机").clauses(of: pair) == [.phone])
    #expect(try Wording.saying("林间散步").clauses(of: pair) == [])
  }

  @Test(
    arguments: [
      ("You must not see your friends", [Clauses.Topic.contact, .notAllowed]),
      ("You can't go out alone", [.goingOut]),
      ("You cannot answer", []), ("你没法回消息的时候", []),
    ])
  func `S9, in a moment a ban is found, and what one cannot do is none`(
    moment: String, topics: [Clauses.Topic]
  ) throws {
    let terms = Terms.boundary(Boundary(cue: try Note(moment), action: try Note("we sleep on it")))
    for title in ["Late", moment] {
      let wording = Wording(title: try Title(title), terms: terms, promise: .both)
      #expect(wording.clauses(of: .meiAndLin) == topics)
    }
  }

  @Test(arguments: ["Meike shows Linus her phone number list", "The melody lingers", "Hug Mei"])
  func `a name is not found in other words`(text: String) throws {
    #expect(try Wording.saying(text).clauses(of: .meiAndLin) == [])
  }

  // MARK: - When

  private static let zone = ZoneRules { _ in 8 * 3_600 }

  @Test(
    arguments: [
      ("2026-11-21T08:00:00+08:00", "2026-11-22T00:00:00+08:00"),
      ("2026-11-21T15:59:59+08:00", "2026-11-22T00:00:00+08:00"),
      ("2026-11-21T16:00:01+08:00", "2026-11-22T00:00:01+08:00"),
      ("2026-11-21T23:59:59+08:00", "2026-11-22T07:59:59+08:00"),
      ("2026-11-21T00:00:00+08:00", "2026-11-22T00:00:00+08:00"),
      ("2026-12-31T22:00:00+08:00", "2027-01-01T06:00:00+08:00"),
    ])
  func `S9, another day and a night lie between`(first: String, earliest: String) throws {
    let first = try #require(Instant(rfc3339: first))
    let found = SecondYes.earliest(after: first, in: Self.zone)
    #expect(found == (try #require(Instant(rfc3339: earliest))))
  }

  @Test func `S9, before that the same yes stands, and nothing is written`() throws {
    var story = try story(.only(.lin))
    let first = Instant.on(day: 0, plus: 20 * 3_600)
    try story.lin { try $0.accept("r1", at: first) }
    let earliest = SecondYes.earliest(after: first, in: .utc)
    for now in [first, first.advanced(by: 3_600), earliest.advanced(by: -1)] {
      let step = try story.agreement.accepting("r1", by: .lin, of: .meiAndLin, at: now, in: .utc)
      guard case .stands = step else {
        Issue.record("\(step)")
        continue
      }
      #expect(story.agreement.revisions["r1"]?.awaits(.lin, at: now, in: .utc) == false)
    }
    let step = try story.agreement.accepting(
      "r1", by: .lin, of: .meiAndLin, at: earliest, in: .utc)
    guard case .act(.accept(_, "r1", [], isFirst: false, _, _)) = step else {
      Issue.record("\(step)")
      return
    }
  }

  @Test func `S3, without the second yes it is put away 14 days after the last first one`()
    throws
  {
    var story = try story(.both)
    try story.lin { try $0.accept("r1", at: .on(day: 13)) }
    let text = try #require(story.agreement.revisions["r1"])
    #expect(text.waitsUntil == .on(day: 27))
    #expect(status(story, day: 27) == .proposed && status(story, day: 28) == .lapsed)
    try story.mei { try $0.accept("r1", at: .on(day: 20)) }
    var late = story
    try story.lin { try $0.accept("r1", at: .on(day: 27)) }
    #expect(story.agreement.standing?.agreedAt == .on(day: 27))
    #expect(throws: Refusal.answeredTooLate) {
      try late.lin { try $0.accept("r1", at: .on(day: 27, plus: 1)) }
    }
    late.lin {
      $0.write([.accept(on: "a", revision: "r1", refuses: [])], at: .on(day: 27, plus: 1))
    }
    #expect(status(late, day: 28) == .lapsed)
  }

  @Test func `a first yes that came too late is none`() throws {
    var story = try story(.both)
    story.lin {
      $0.write(
        [.accept(on: "a", revision: "r1", refuses: [], isFirst: true)],
        at: .on(day: 14, plus: 1))
    }
    #expect(story.agreement.revisions["r1"]?.waitsUntil == .on(day: 14))
    #expect(status(story, day: 15) == .lapsed)
  }

  @Test(arguments: Partner.ID.both)
  func `whoever said it again and says it once more stands by it, as long as it waits`(
    partner: Partner.ID
  ) throws {
    var story = try story(.both)
    try story.lin { try $0.accept("r1", at: .on(day: 13)) }
    try story.on(partner) { try $0.accept("r1", at: .on(day: 14)) }
    let agreement = story.agreement
    for day in [14, 15, 27] {
      guard
        case .stands = try agreement.accepting(
          "r1", by: partner, of: .meiAndLin, at: .on(day: day), in: .utc)
      else {
        Issue.record("day \(day)")
        continue
      }
    }
    #expect(throws: Refusal.answeredTooLate) {
      try agreement.accepting("r1", by: partner, of: .meiAndLin, at: .on(day: 28), in: .utc)
    }
  }

  // MARK: - Thinking again

  @Test func `S9, until it counts either says no, and no reason is asked`() throws {
    var begun = Together()
    try Crossing.begunTwice(&begun)
    var declined = begun
    try declined.lin { try $0.decline("r1", at: .on(day: 1)) }
    #expect(status(declined) == .declined)
    try begun.mei { try $0.withdraw("r1", at: .on(day: 1)) }
    #expect(status(begun) == .withdrawn)
    // She knew of his first yes: nothing crossed.
    #expect(begun.agreement.revisions["r1"]?.crossed == false)
  }

  @Test func `S1, S9, a changed text takes two new yeses of each`() throws {
    var story = Together()
    try Crossing.begunTwice(&story)
    for partner in Partner.ID.both {
      try story.on(partner) { try $0.accept("r1", at: .on(day: 1)) }
    }
    #expect(status(story) == .active)
    try story.mei {
      try $0.amend(with: "r2", .saying(Self.name, reviewEvery: 9), at: .on(day: 2))
    }
    try story.lin { try $0.accept("r2", at: .on(day: 2, plus: 1)) }
    #expect(story.agreement.standing?.id == "r1")
    for partner in Partner.ID.both {
      try story.on(partner) { try $0.accept("r2", at: .on(day: 3)) }
    }
    #expect(story.agreement.standing?.id == "r2")
  }

  @Test func `a first yes sets nothing aside, the second one does`() throws {
    var story = Together()
    try Crossing.amendedByBoth(&story)
    try story.lin { try $0.counter("r3", with: "r4", .phones, at: .on(day: 1)) }
    try story.mei { try $0.accept("r4", at: .on(day: 1, plus: 60)) }
    #expect(story.agreement.unanswered.map(\.id).contains("r2"))
    try story.mei { try $0.accept("r4", at: .on(day: 3)) }
    #expect(story.agreement.revisions["r2"]?.refuses(.mei) == true)
  }

  @Test func `whoever said a first yes and suggests other words sets it aside`() throws {
    var story = Together()
    try Crossing.begunTwice(&story)
    try story.lin { try $0.counter("r1", with: "r2", at: .on(day: 1)) }
    #expect(story.agreement.revisions["r1"]?.refuses(.lin) == true)
    #expect(story.agreement.open(at: .on(day: 1)).map(\.id) == ["r2"])
  }

  @Test func `a no to the other's changed text is no no to the one before, which one said yes to`()
    throws
  {
    var story = Together()
    try Crossing.begunTwice(&story)
    try story.lin { try $0.accept("r1", at: .on(day: 1)) }
    try story.mei { try $0.counter("r1", with: "r2", at: .on(day: 1, plus: 60)) }
    #expect(story.agreement.open(at: .on(day: 2)).map(\.id) == ["r2"])
    try story.lin { try $0.decline("r2", at: .on(day: 2)) }
    #expect(story.agreement.open(at: .on(day: 2)).map(\.id) == ["r1"])
    try story.mei { try $0.accept("r1", at: .on(day: 2, plus: 60)) }
    #expect(story.agreement.standing?.id == "r1")
  }

  @Test func `what was said yes to once is erased by its writer alone`() throws {
    var story = Together()
    try Crossing.begunTwice(&story)
    try story.mei { try $0.forget(at: .on(day: 1)) }
    #expect(story.agreement.revisions["r1"]?.wording == nil)
    #expect(status(story) == .withdrawn)
  }
}
