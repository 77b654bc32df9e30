import Agreements
import Testing

@Suite struct OwnBoundaryTests {
  private func story(_ before: Crossing.Story = Crossing.declared) throws -> Together {
    var story = Together()
    try before(&story)
    return story
  }

  @Test func `an own boundary is in force at once, by its owner's word alone, for good`() throws {
    let agreement = try story().agreement
    #expect(agreement.owner == .mei)
    #expect(agreement.standing?.agreedAt == .on(day: 0))
    #expect(agreement.review == nil)
    #expect(
      agreement.outlook == Outlook(now: .active, until: nil, then: .lapsed, answerUntil: nil))
    for day in [0, 14, 15, 400] {
      #expect(agreement.status(at: .on(day: day)) == .active)
      #expect(agreement.open(at: .on(day: day)).isEmpty)
    }
  }

  @Test func `a change holds at once, and the one before no longer does`() throws {
    var story = try story()
    try story.mei { try $0.amend(with: "r2", .own(.mei, "r2"), at: .on(day: 1)) }
    #expect(story.agreement.standing?.id == "r2")
    #expect(story.agreement.standing?.agreedAt == .on(day: 1))
    #expect(story.agreement.open(at: .on(day: 1)).isEmpty)
  }

  @Test func `a change after two that did not know of each other takes the place of both`() throws {
    let apart = try #require(Crossing.own.first { $0.name.contains("the later counts") })
    var story = Together()
    story.hear(try apart.deeds())
    #expect(Set(story.agreement.heads.map(\.id)) == ["r2", "r3"])
    // By a clock that is behind.
    try story.mei { try $0.amend(with: "r4", .own(.mei, "r4"), at: .on(day: 0, plus: 1)) }
    #expect(story.agreement.standing?.id == "r4")
    #expect(story.agreement.heads.map(\.id) == ["r4"])
  }

  static let doings: [(name: String, does: Crossing.Doing)] = [
    ("accept", { try $0.accept("r1", at: .on(day: 1)) }),
    ("decline", { try $0.decline("r1", at: .on(day: 1)) }),
    ("withdraw", { try $0.withdraw("r1", at: .on(day: 1)) }),
    ("counter", { try $0.counter("r1", with: "r2", at: .on(day: 1)) }),
    (
      "counter as the owner's",
      { try $0.counter("r1", with: "r2", .own(.mei, "r2"), at: .on(day: 1)) }
    ),
    ("answer", { try $0.answer(.keep, at: .on(day: 14)) }),
    ("let go at a review", { try $0.answer(.end, at: .on(day: 14)) }),
  ]

  static let owners: [(name: String, does: Crossing.Doing)] = [
    ("amend", { try $0.amend(with: "r2", .own(.mei, "r2"), at: .on(day: 1)) }),
    ("end", { try $0.end(at: .on(day: 1)) }),
    ("forget", { try $0.forget(at: .on(day: 1)) }),
  ]

  @Test(arguments: doings + owners)
  func `the other neither answers, changes, ends nor erases it`(
    name: String, does: Crossing.Doing
  ) throws {
    let story = try story()
    var replica = story.replica(of: .lin)
    #expect(throws: Refusal.othersBoundary) { try does(&replica) }
    #expect(replica.history.deeds == story.deeds)
  }

  @Test(arguments: doings)
  func `its owner is not asked either`(name: String, does: Crossing.Doing) throws {
    var replica = try story().replica(of: .mei)
    #expect(throws: Refusal.ownBoundary) { try does(&replica) }
  }

  @Test func `S2, its owner ends it at once, and it does not come back`() throws {
    var story = try story()
    try story.mei { try $0.end(at: .on(day: 1)) }
    #expect(story.agreement.status(at: .on(day: 1)) == .ended)
    for partner in Partner.ID.both {
      var replica = story.replica(of: partner)
      #expect(throws: partner == .mei ? Refusal.alreadyEnded : .othersBoundary) {
        try replica.amend(with: "r2", .own(.mei, "r2"), at: .on(day: 2))
      }
    }
  }

  @Test(arguments: [Promise.both, .only(.mei), .only(.lin), .own(.lin)])
  func `an own boundary stays one, and an agreement never becomes one`(promise: Promise) throws {
    var own = try story().replica(of: .mei)
    #expect(throws: Refusal.ownBoundary) {
      try own.amend(with: "r2", .saying("r2", promise: promise), at: .on(day: 1))
    }
    for before in [Crossing.proposed, Crossing.agreed] {
      var shared = try story(before).replica(of: .mei)
      #expect(throws: Refusal.ownBoundary) {
        try shared.amend(with: "r2", .own(.mei, "r2"), at: .on(day: 1))
      }
      #expect(throws: Refusal.ownBoundary) {
        try shared.counter("r1", with: "r2", .own(.mei, "r2"), at: .on(day: 1))
      }
    }
  }

  @Test func `S17, its owner alone has it erased, once it ended`() throws {
    var story = try story()
    try story.mei { try $0.amend(with: "r2", .own(.mei, "r2"), at: .on(day: 1)) }
    #expect(throws: Refusal.endFirst) { try story.agreement.forgetting(by: .mei) }
    try story.mei { try $0.end(at: .on(day: 2)) }
    #expect(throws: Refusal.othersBoundary) { try story.agreement.forgetting(by: .lin) }
    try story.mei { try $0.forget(at: .on(day: 3)) }
    #expect(story.agreement.revisions.values.allSatisfy { $0.wording == nil })
    #expect(story.agreement.status(at: .on(day: 3)) == .ended)
    #expect(throws: Refusal.nothingToForget) { try story.agreement.forgetting(by: .lin) }
    guard case .stands = try story.agreement.forgetting(by: .mei) else {
      Issue.record("erased twice")
      return
    }
  }

  @Test func `S17, what another device of its owner added meanwhile is erased as it arrives`()
    throws
  {
    var story = try story()
    var phone = story.replica(of: .mei, id: "phone")
    try phone.amend(with: "r2", .own(.mei, "r2"), at: .on(day: 1))
    try story.mei { try $0.end(at: .on(day: 2)) }
    try story.mei { try $0.forget(at: .on(day: 3)) }
    story.hear(phone.history.deeds)
    #expect(Set(story.agreement.revisions.keys) == ["r1", "r2"])
    #expect(story.agreement.revisions.values.allSatisfy { $0.wording == nil })
    #expect(story.agreement.status(at: .on(day: 4)) == .ended)
    #expect(story.agreement.open(at: .on(day: 4)).isEmpty)
  }

  @Test func `S1, nobody declares for the other, and nothing of it is shown`() throws {
    let alone = try #require(Crossing.own.first { $0.name == "B alone declares a boundary of A's" })
    let agreement = History(try alone.deeds()).agreement
    #expect(agreement.revisions.isEmpty && agreement.shown == nil)
    let both = try #require(Crossing.own.first { $0.name.contains("and A does too") })
    let text = try #require(History(try both.deeds()).agreement.standing)
    #expect(text.authors == [.mei] && text.agreedAt == .on(day: 2))
    #expect(text.stances == [.mei: .consent(at: .on(day: 2))])
  }

  @Test func `a change that arrives before its first text is an own boundary as well`() throws {
    var story = try story()
    try story.mei { try $0.amend(with: "r2", .own(.mei, "r2"), at: .on(day: 1)) }
    let change = try #require(story.deeds.last)
    let agreement = History([change]).agreement
    #expect(agreement.owner == .mei && agreement.standing?.id == "r2")
  }
}
