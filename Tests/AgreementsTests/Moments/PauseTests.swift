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

  @Test(
    arguments: [
      // Minutes after the beginning: the later return, Mei's and Lin's "back"; then the end.
      (nil, nil, nil, 30), (45, nil, nil, 45), (nil, 1, nil, 30), (nil, nil, 1, 30),
      (nil, 1, 2, 2), (nil, 2, 1, 2), (45, 31, 40, 40), (nil, 1, 40, 30), (45, 50, 60, 45),
      (nil, 0, 0, 0), (nil, 30, 30, 30),
      // By clocks that were behind.
      (nil, -5, -3, -3), (nil, -5, nil, 30),
    ] as [(Int64?, Int64?, Int64?, Int64)])
  func `it ends by its own time, or once both are back`(
    later: Int64?, mei: Int64?, lin: Int64?, end: Int64
  ) {
    var back: [Partner.ID: Instant] = [:]
    back[.mei] = mei.map { .on(day: 0, plus: $0 * 60) }
    back[.lin] = lin.map { .on(day: 0, plus: $0 * 60) }
    let pause = Self.pause(later: later, back: back)
    let end = Instant.on(day: 0, plus: end * 60)
    #expect(pause.end == end)
    #expect(pause.isErasedAt == end.advanced(by: 48 * 3_600))
    #expect(!pause.isRunning(at: end))
    #expect(pause.isRunning(at: end.advanced(by: -1)))
  }

  @Test(
    arguments: [
      (0, true), (1_799, true), (1_800, false), (100_000, false),
      // Another computer's clock may be up to an hour ahead, and no further.
      (-1, true), (-3_600, true), (-3_601, false), (-86_400 * 400, false),
    ] as [(Int64, Bool)])
  func `it runs from its beginning until its end, whatever the other's clock says`(
    second: Int64, runs: Bool
  ) {
    #expect(Self.pause().isRunning(at: .on(day: 0, plus: second)) == runs)
  }

  @Test(arguments: [1_441, 100_000, 5 * 366 * 1_440, Int64.max / 60 / 2] as [Int64])
  func `whatever return is written, it is no longer than a day`(minutes: Int64) {
    let day = Instant.on(day: 1)
    #expect(Self.pause(minutes: minutes).end == day)
    #expect(Self.pause(minutes: 30, later: minutes).end == day)
    #expect(!Self.pause(minutes: minutes).isRunning(at: day))
    #expect(Self.pause(minutes: 30, later: minutes).isErasedAt == .on(day: 3))
  }

  @Test(arguments: [Instant.on(day: 0), Instant.on(day: 9), Instant(seconds: .max)])
  func `a return or a hold that lies the wrong way round counts for nothing`(since: Instant) {
    #expect(Self.pause(minutes: -5).end == .on(day: 0))
    #expect(Self.pause(minutes: 30, later: 10).end == .on(day: 0, plus: 1_800))
    #expect(Self.pause(minutes: 30, later: -10).laterReturn == nil)
    #expect(Self.pause(heldSince: since).heldSince == .on(day: 0))
  }

  @Test(arguments: [Int64.min, .max])
  func `a pause at the end of all time overflows nothing`(second: Int64) {
    let pause = Self.pause(began: Instant(seconds: second), heldSince: Instant(seconds: .min))
    let pauses = Pauses([pause, Self.pause()])
    #expect(pauses.running(at: .on(day: 0)).map(\.began) == [.on(day: 0)])
    #expect(pauses.holds.clock(at: .on(day: 1)) >= .on(day: -6))
    #expect(pause.end >= pause.began && pause.isErasedAt >= pause.end)
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
  }

  @Test(arguments: [60, 1_799, 1_800, 3_000] as [Int64])
  func `it cannot be put off once both are back`(second: Int64) throws {
    let both: [Partner.ID: Instant] = [.mei: .on(day: 0), .lin: .on(day: 0, plus: 60)]
    // Also where they said so after the return.
    let after = both.mapValues { $0.advanced(by: 1_900) }
    let more = try #require(PauseLength(5))
    for back in [both, after] {
      let pause = Self.pause(back: back)
      let now = max(pause.end, .on(day: 0, plus: second))
      #expect(throws: Refusal.noPause) { try pause.extending(by: more, at: now) }
    }
    // While one is not, it can.
    _ = try Self.pause(back: [.mei: .on(day: 0)]).extending(by: more, at: .on(day: 0, plus: 60))
  }

  @Test(arguments: [5, 15, 30, 720, 1_440], [0, 0.5, 1, 1.5])
  func `with its extension it is never longer than a day, nor the extension than the pause`(
    length: Int64, asked: Double
  ) throws {
    let pause = Self.pause(minutes: length)
    let now = pause.began.advanced(by: Int64(Double(length * 60) * asked))
    for more in [5, 15, 30, 720, 1_440] {
      guard let by = PauseLength(more),
        case .extend(_, let until)? = try? pause.extending(by: by, at: now)
      else { continue }
      let longer = Pause(
        id: pause.id, began: pause.began, firstReturn: pause.firstReturn, laterReturn: until,
        heldSince: pause.heldSince)
      #expect(longer.end == until && until <= .on(day: 1))
      #expect(more <= length && until <= max(now, pause.until).advanced(by: Int64(more) * 60))
      #expect(throws: Refusal.extendedAlready) { try longer.extending(by: by, at: now) }
    }
  }
}
