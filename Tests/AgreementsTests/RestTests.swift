import Agreements
import Testing

@Suite struct RestTests {
  private static func declined(
    on day: Int, second: Int64 = 0, text: String = "quiet"
  ) throws -> Together {
    var story = Together()
    try story.mei { try $0.propose("r1", .saying(text), at: .on(day: 0)) }
    try story.lin { try $0.decline("r1", at: .on(day: day, plus: second)) }
    return story
  }

  @Test func `S4, a declined text rests seven days for its proposer`() throws {
    let agreement = try Self.declined(on: 2).agreement
    let same = try Wording.saying("quiet")
    for now in [Instant.on(day: 2), .on(day: 9, plus: -1)] {
      #expect(throws: Refusal.resting(until: .on(day: 9))) {
        try agreement.checkRest(of: same, for: .mei, at: now)
      }
    }
    #expect(throws: Never.self) {
      try agreement.checkRest(of: same, for: .mei, at: .on(day: 9))
    }
  }

  @Test func `S4, whoever declined it may bring it back at once`() throws {
    let agreement = try Self.declined(on: 2).agreement
    #expect(throws: Never.self) {
      try agreement.checkRest(of: .saying("quiet"), for: .lin, at: .on(day: 2))
    }
  }

  @Test(arguments: ["quiet.", "Quiet", "qui\u{E9}t"])
  func `S4, only the very same text rests`(text: String) throws {
    let agreement = try Self.declined(on: 2, text: "quie\u{301}t").agreement
    #expect(throws: Never.self) {
      try agreement.checkRest(of: .saying(text), for: .mei, at: .on(day: 2))
    }
  }

  @Test func `S4, what one took back oneself does not rest`() throws {
    var story = Together()
    try Asked.withdrawn(&story)
    #expect(throws: Never.self) {
      try story.agreement.checkRest(of: .saying("r1"), for: .mei, at: .on(day: 1))
    }
  }

  @Test func `S4, what both wrote and one took back was not declined`() throws {
    let both = try #require(Crossing.table.first { $0.name == "both propose the same text" })
    var story = Together()
    story.hear(try both.deeds())
    story.lin { $0.write([.withdraw(on: "a", revisions: ["r1"])], at: .on(day: 3)) }
    #expect(story.agreement.status(at: .on(day: 3)) == .withdrawn)
    #expect(throws: Never.self) {
      try story.agreement.checkRest(of: .saying("r1"), for: .mei, at: .on(day: 3))
    }
  }

  @Test func `S4, of two declines of one text the later counts`() throws {
    let wording = try Wording.saying("quiet")
    for days in [(1, 3), (3, 1)] {
      let texts = [("r1", days.0), ("r2", days.1)].map { id, day in
        Revision(
          id: Revision.ID(id), parents: [], authors: [.mei], proposedAt: .on(day: 0),
          lapsesAt: .on(day: 14), wording: wording,
          stances: [.mei: .consent(at: .on(day: 0)), .lin: .refuse(at: .on(day: day))])
      }
      let agreement = Agreement(id: "a", after: nil, revisions: texts)
      for now in [Instant.on(day: 4), .on(day: 9)] {
        #expect(throws: Refusal.resting(until: .on(day: 10))) {
          try agreement.checkRest(of: wording, for: .mei, at: now)
        }
      }
    }
  }

  @Test(
    arguments: [
      ([], false), ([0, 1], false), ([0, 1, 2], true), ([-90, 0, 1], true), ([-91, 0, 1], false),
      ([-200, -100, -91], false), ([0, 0, 0, 0], true),
    ] as [([Int], Bool)])
  func `S4, three declines in ninety days suggest to put it down`(days: [Int], suggests: Bool) {
    let declines = days.map { Instant.on(day: $0) }
    #expect(Declines.suggestRest(declines, now: .on(day: 0)) == suggests)
    #expect(Declines.suggestRest(declines.reversed(), now: .on(day: 0)) == suggests)
  }
}
