import Agreements
import Testing

/// What waits for a pause of half an hour, from the beginning of day 0 on.
struct WaitingTests {
  private static let end: Int64 = 1_800
  private static let settled: Int64 = 1_800 + 3_600

  private static func pauses(back: [Partner.ID: Int64] = [:], began: Int64 = 0) -> Pauses {
    let began = Instant.on(day: 0, plus: began)
    return Pauses([
      Pause(
        id: "p", began: began, firstReturn: began.advanced(by: end), heldSince: began,
        back: back.mapValues { .on(day: 0, plus: $0) })
    ])
  }

  private enum Ask: CaseIterable { case suggest, answer, talk }

  /// Why something is refused so many seconds after the pause began; nil where it is not.
  private static func refusal(_ ask: Ask, _ pauses: Pauses, at second: Int64) -> Refusal? {
    let now = Instant.on(day: 0, plus: second)
    do throws(Refusal) {
      switch ask {
      case .suggest: try pauses.checkSuggesting(at: now)
      case .answer: try pauses.checkAnswering(at: now)
      case .talk: try pauses.checkTalking(at: now)
      }
      return nil
    } catch { return error }
  }

  @Test(
    arguments: [
      (0, true), (1, true), (1_799, true), (1_800, false), (5_399, false),
      (-3_600, true), (-3_601, false),
    ] as [(Int64, Bool)])
  func `S10, during a pause nothing is suggested`(second: Int64, waits: Bool) {
    let until = Instant.on(day: 0, plus: Self.end)
    let refusal = Self.refusal(.suggest, Self.pauses(), at: second)
    #expect(refusal == (waits ? .pausing(until: until) : nil))
  }

  @Test(arguments: Partner.ID.both)
  func `S10, S11, once either is back something may be suggested, by either`(one: Partner.ID) {
    let pauses = Self.pauses(back: [one: 60])
    #expect(Self.refusal(.suggest, pauses, at: 60) == nil)
    // The other's time goes on: nothing is answered or gone over meanwhile.
    let until = Instant.on(day: 0, plus: Self.end)
    #expect(Self.refusal(.talk, pauses, at: 60) == .apart(until: until))
    #expect(
      Self.refusal(.answer, pauses, at: 60) == .settling(until: .on(day: 0, plus: Self.settled)))
  }

  @Test(
    arguments: [
      // Who is back, the second, until when a yes waits.
      ([:], 0, 5_400), ([:], 1_800, 5_400), ([:], 5_399, 5_400), ([:], 5_400, nil),
      ([.mei: 60], 5_399, 5_400), ([.mei: 60], 5_400, nil),
      ([.mei: 60, .lin: 90], 90, 3_690), ([.mei: 60, .lin: 90], 3_689, 3_690),
      ([.mei: 60, .lin: 90], 3_690, nil),
      // Who is back after the end makes it no longer.
      ([.mei: 60, .lin: 4_000], 5_400, nil),
      // The other's clock is ahead.
      ([:], -3_600, 5_400), ([:], -3_601, nil),
    ] as [([Partner.ID: Int64], Int64, Int64?)])
  func `S10, a yes and looking again wait until an hour after the pause`(
    back: [Partner.ID: Int64], second: Int64, until: Int64?
  ) {
    let refusal = Self.refusal(.answer, Self.pauses(back: back), at: second)
    #expect(refusal == until.map { .settling(until: .on(day: 0, plus: $0)) })
  }

  @Test(
    arguments: [
      ([:], 0, true), ([:], 1_799, true), ([:], 1_800, false), ([.lin: 60], 90, true),
      ([.mei: 60, .lin: 90], 89, true), ([.mei: 60, .lin: 90], 90, false),
    ] as [([Partner.ID: Int64], Int64, Bool)])
  func `S10, nothing is gone over together before both are back or the time is over`(
    back: [Partner.ID: Int64], second: Int64, waits: Bool
  ) {
    let refusal = Self.refusal(.talk, Self.pauses(back: back), at: second)
    #expect(refusal == (waits ? .apart(until: .on(day: 0, plus: Self.end)) : nil))
  }

  @Test(arguments: [400, -400, 2, -2] as [Int64])
  func `a pause that is far ahead, or long gone, lets nothing wait`(day: Int64) {
    let pauses = Self.pauses(began: day * Instant.day)
    for ask in Ask.allCases { #expect(Self.refusal(ask, pauses, at: 0) == nil) }
    #expect(pauses.running(at: .on(day: 0)).isEmpty && pauses.returning(at: .on(day: 0)) == nil)
  }

  @Test func `without a pause nothing waits`() {
    for ask in Ask.allCases { #expect(Self.refusal(ask, .none, at: 0) == nil) }
    #expect(Pauses.none.holds.isEmpty && Pauses.none.returnTime(at: .on(day: 0)) == nil)
  }

  // MARK: Two at once

  /// Mei's until half past with her back early, and a later one until two.
  private static var two: Pauses {
    let long = Pause(
      id: "q", began: .on(day: 0, plus: 60), firstReturn: .on(day: 0, plus: 7_200),
      heldSince: .on(day: 0))
    return Pauses([long] + pauses(back: [.mei: 90]).all)
  }

  @Test func `S11, of two at once each has its whole time`() {
    let long = Instant.on(day: 0, plus: 7_200)
    #expect(Self.two.all.map(\.id) == ["p", "q"])
    #expect(Self.two.returnTime(at: .on(day: 0, plus: 100)) == long)
    #expect(Self.refusal(.suggest, Self.two, at: 100) == .pausing(until: long))
    #expect(Self.refusal(.talk, Self.two, at: 1_900) == .apart(until: long))
    #expect(
      Self.refusal(.answer, Self.two, at: 5_400) == .settling(until: .on(day: 0, plus: 10_800)))
    #expect(Self.two.extendable(at: .on(day: 0, plus: 100))?.id == "q")
  }

  @Test(
    arguments: [
      (1_799, nil), (1_900, nil), (7_199, nil), (7_200, "q"), (10_799, "q"), (10_800, nil),
    ]
      as [(Int64, Pause.ID?)])
  func `S11, the return has come for an hour once the last of them ended`(
    second: Int64, id: Pause.ID?
  ) {
    #expect(Self.two.returning(at: .on(day: 0, plus: second))?.id == id)
  }

  @Test func `no return comes where both were back before`() {
    let pauses = Self.pauses(back: [.mei: 60, .lin: 90])
    #expect(pauses.returning(at: .on(day: 0, plus: 91)) == nil)
    #expect(pauses.extendable(at: .on(day: 0, plus: 91)) == nil)
  }

  // MARK: What never waits

  struct No: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let does: Crossing.Story

    static let all = [
      No("declining") { try $0.lin { try $0.decline("r2", at: .on(day: 1)) } },
      No("taking back") { try $0.mei { try $0.withdraw("r2", at: .on(day: 1)) } },
      No("ending") { try $0.lin { try $0.end(at: .on(day: 1)) } },
      No("an answer that ends") { try $0.mei { try $0.answer(.end, at: .on(day: 1)) } },
      No("forgetting") { try $0.mei { try $0.forget(at: .on(day: 1)) } },
    ]

    private init(_ name: String, _ does: @escaping Crossing.Story) {
      testDescription = name
      self.does = does
    }
  }

  @Test(arguments: No.all)
  func `S2, S10, to say no, to end and to forget never wait`(no: No) throws {
    var story = Together()
    try Crossing.amended(&story)
    story.lin { $0.pause(until: .on(day: 1, plus: 60), at: .on(day: 1)) }
    let before = story.deeds.count
    #expect(throws: Refusal.settling(until: .on(day: 1, plus: 3_660))) {
      try story.lin { try $0.accept("r2", at: .on(day: 1)) }
    }
    try no.does(&story)
    #expect(story.deeds.count > before)
  }
}
