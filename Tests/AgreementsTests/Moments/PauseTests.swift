import Agreements
import Testing

/// One pause, from the beginning of day 0 on.
struct PauseTests {
  private static let minute = Instant.minute
  private static let hour = Instant.hour

  static func pause(
    minutes: Int64 = 30, later: Int64? = nil, back: [Partner.ID: Instant] = [:],
    began: Instant = .on(day: 0), heldSince: Instant? = nil
  ) -> Pause {
    Pause(
      id: "p", began: began, firstReturn: began.advanced(by: minutes * minute),
      laterReturn: later.map { began.advanced(by: $0 * minute) }, heldSince: heldSince ?? began,
      back: back)
  }

  @Test func `it ends by its own time, or once both are back`() {
    #expect(Self.pause().end == .on(day: 0, plus: 30 * 60))
    #expect(Self.pause(later: 45).end == .on(day: 0, plus: 45 * 60))
    let one = [Partner.ID.mei: Instant.on(day: 0, plus: 60)]
    #expect(Self.pause(back: one).end == .on(day: 0, plus: 30 * 60))
    let both = one.merging([.lin: .on(day: 0, plus: 90)]) { $1 }
    #expect(Self.pause(back: both).end == .on(day: 0, plus: 90))
    let late = one.merging([.lin: .on(day: 1)]) { $1 }
    #expect(Self.pause(back: late).end == .on(day: 0, plus: 30 * 60))
  }

  @Test func `it runs from its beginning until its end, whatever the other's clock says`() {
    let pause = Self.pause()
    #expect(pause.isRunning(at: .on(day: 0)))
    #expect(pause.isRunning(at: .on(day: 0, plus: 1_799)))
    #expect(!pause.isRunning(at: .on(day: 0, plus: 1_800)))
    // Another computer's clock may go up to an hour ahead, and no further.
    #expect(pause.isRunning(at: .on(day: 0, plus: -3_600)))
    #expect(!pause.isRunning(at: .on(day: 0, plus: -3_601)))
  }

  @Test(arguments: [1_441, 100_000, Int64.max / 60 / 2])
  func `whatever is written, it is no longer than a day`(minutes: Int64) {
    let day = Instant.on(day: 1)
    #expect(Self.pause(minutes: minutes).until == day)
    #expect(Self.pause(minutes: 30, later: minutes).until == day)
    #expect(Self.pause(minutes: -5).until == .on(day: 0))
    #expect(Self.pause(minutes: 30, later: 10).until == .on(day: 0, plus: 1_800))
    #expect(Self.pause(heldSince: .on(day: 9)).heldSince == .on(day: 0))
  }

  @Test(
    arguments: [
      // The pause in minutes, when it is asked, by how much; then the later return.
      (30, 0, 15, 45), (30, 29, 30, 60), (30, 45, 15, 60), (30, 89, 5, 94), (720, 700, 720, 1_440),
    ])
  func `the return is put off from itself, or from now where it has passed`(
    length: Int64, asked: Int64, more: Int, later: Int64
  ) throws {
    let pause = Self.pause(minutes: length)
    let moment = try pause.extending(
      by: try #require(PauseLength(more)), at: .on(day: 0, plus: asked * 60))
    #expect(moment == .extend("p", until: .on(day: 0, plus: later * 60)))
  }

  @Test(
    arguments: [
      (30, 0, 31, Refusal.longerThanFirst(minutes: 30)), (30, 90, 5, .noPause),
      (1_440, 0, 5, .longerThanDay), (721, 0, 720, .longerThanDay),
    ])
  func `it is put off by no more than itself, within a day, and within an hour after it`(
    length: Int64, asked: Int64, more: Int, refusal: Refusal
  ) throws {
    let more = try #require(PauseLength(more))
    #expect(throws: refusal) {
      try Self.pause(minutes: length).extending(by: more, at: .on(day: 0, plus: asked * 60))
    }
  }

  @Test func `it is put off once`() throws {
    let more = try #require(PauseLength(5))
    #expect(throws: Refusal.extendedAlready) {
      try Self.pause(later: 45).extending(by: more, at: .on(day: 0))
    }
    let both: [Partner.ID: Instant] = [.mei: .on(day: 0), .lin: .on(day: 0, plus: 60)]
    #expect(throws: Refusal.noPause) {
      try Self.pause(back: both).extending(by: more, at: .on(day: 0, plus: 60 + 3_600))
    }
  }

  // MARK: What waits

  @Test func `S10 something is suggested once somebody is back, a yes an hour after the end`()
    throws
  {
    let until = Instant.on(day: 0, plus: 1_800)
    let alone = Pauses([Self.pause()])
    #expect(throws: Refusal.pausing(until: until)) {
      try alone.checkSuggesting(at: .on(day: 0, plus: 60))
    }
    try alone.checkSuggesting(at: until)
    let back = Pauses([Self.pause(back: [.lin: .on(day: 0, plus: 60)])])
    try back.checkSuggesting(at: .on(day: 0, plus: 60))
    #expect(throws: Refusal.apart(until: until)) {
      try back.checkTalking(at: .on(day: 0, plus: 60))
    }
    for second in [0, 1_799, 1_800, 5_399] as [Int64] {
      #expect(throws: Refusal.settling(until: .on(day: 0, plus: 5_400))) {
        try back.checkAnswering(at: .on(day: 0, plus: second))
      }
    }
    try back.checkAnswering(at: .on(day: 0, plus: 5_400))
    try Pauses.none.checkAnswering(at: .on(day: 0))
  }

  @Test func `S11 of two at once both have their time`() {
    let long = Pause(
      id: "q", began: .on(day: 0, plus: 60), firstReturn: .on(day: 0, plus: 7_200),
      heldSince: .on(day: 0))
    let pauses = Pauses([long, Self.pause(back: [.mei: .on(day: 0, plus: 90)])])
    #expect(pauses.returnTime(at: .on(day: 0, plus: 100)) == .on(day: 0, plus: 7_200))
    #expect(throws: Refusal.pausing(until: .on(day: 0, plus: 7_200))) {
      try pauses.checkSuggesting(at: .on(day: 0, plus: 100))
    }
    #expect(pauses.returning(at: .on(day: 0, plus: 1_900)) == nil)
    #expect(pauses.returning(at: .on(day: 0, plus: 7_200))?.id == "q")
    #expect(pauses.returning(at: .on(day: 0, plus: 10_800)) == nil)
  }

  @Test func `a pause far ahead, or long gone, lets nothing wait`() throws {
    for began in [Instant.on(day: 400), .on(day: -400)] {
      let pauses = Pauses([Self.pause(minutes: 1_440, began: began, heldSince: .on(day: -9_000))])
      try pauses.checkSuggesting(at: .on(day: 0))
      try pauses.checkAnswering(at: .on(day: 0))
      try pauses.checkTalking(at: .on(day: 0))
    }
  }
}
