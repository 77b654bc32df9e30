import Agreements
import Fixtures
import Testing

/// Two who prepare apart and open together.
struct GatheringTests {
  private static func step(
    _ partner: Partner.ID, _ tick: Int64, day: Int = 0, _ moment: Moment
  ) -> Gathering.Step {
    Gathering.Step(
      partner: partner, order: order(partner, tick), at: .on(day: day, plus: tick), moment: moment)
  }

  private static func order(_ partner: Partner.ID, _ tick: Int64) -> JournalOrder {
    JournalOrder(tick: tick, device: Device.ID(partner.text), sequence: tick)
  }

  private static func notes(_ text: String) throws -> TalkNotes {
    TalkNotes(.checkIn, [.thanks: try TalkText(text)])
  }

  @Test func `nothing of either is opened before both have brought theirs`() throws {
    let tea = try Self.notes("tea")
    var steps = [
      Self.step(.mei, 1, .ready(.checkIn, true)), Self.step(.lin, 2, .ready(.checkIn, true)),
      Self.step(.mei, 3, .bring(tea)),
    ]
    let half = Gathering(.checkIn, steps)
    #expect(half.opened == nil && half.ready == [.lin] && half.waiting == [.mei: tea])
    #expect(half.has(.mei, at: .on(day: 7)) && half.has(.lin, at: .on(day: 7)))
    #expect(!half.has(.mei, at: .on(day: 8)))
    steps.append(Self.step(.lin, 4, .bring(try Self.notes("soup"))))
    let whole = Gathering(.checkIn, steps)
    #expect(whole.opened?.notes == [.mei: tea, .lin: try Self.notes("soup")])
    #expect(whole.ready.isEmpty && whole.waiting.isEmpty)
    #expect(whole.readable(at: .on(day: 2))?.notes != nil)
    #expect(whole.readable(at: .on(day: 2, plus: 4)) == nil)
  }

  @Test func `another talk, and a word that was taken back, change nothing`() throws {
    let steps = [
      Self.step(.mei, 1, .ready(.repair, true)), Self.step(.mei, 2, .ready(.checkIn, true)),
      Self.step(.mei, 3, .ready(.checkIn, false)),
      Self.step(.lin, 4, .bring(TalkNotes(.repair, [.felt: try TalkText("sad")]))),
    ]
    #expect(Gathering(.checkIn, steps).ready.isEmpty)
    #expect(Gathering(.checkIn, steps).waiting.isEmpty)
    #expect(Gathering(.repair, steps).ready == [.mei])
  }

  @Test func `the next round begins when one is over`() throws {
    let steps = [
      Self.step(.mei, 1, .bring(try Self.notes("a"))),
      Self.step(.lin, 2, .bring(try Self.notes("b"))),
      Self.step(.mei, 3, day: 1, .bring(try Self.notes("c"))),
      Self.step(.lin, 4, day: 2, .bring(try Self.notes("d"))),
    ]
    let first = [Partner.ID.mei: try Self.notes("a"), .lin: try Self.notes("b")]
    let second = [Partner.ID.mei: try Self.notes("c"), .lin: try Self.notes("d")]
    let half = Gathering(.checkIn, Array(steps[...2]))
    #expect(half.opened?.notes == first)
    #expect(half.waiting == [.mei: try Self.notes("c")])
    let whole = Gathering(.checkIn, steps)
    #expect(whole.opened?.notes == second && whole.waiting.isEmpty)
    #expect(whole.opened?.at == .on(day: 2, plus: 4))
    #expect(
      whole.erasures == [
        Self.order(.mei, 1): .on(day: 2, plus: 2), Self.order(.lin, 2): .on(day: 2, plus: 2),
        Self.order(.mei, 3): .on(day: 4, plus: 4), Self.order(.lin, 4): .on(day: 4, plus: 4),
      ])
  }

  @Test(
    arguments: [
      // The day and second on which Lin brings theirs; whether Mei's of day 0 still waited.
      (0, 1, true), (3, 0, true), (7, 0, true), (7, 1, false), (9, 0, false), (400, 0, false),
    ] as [(Int, Int64, Bool)])
  func `what one brought alone waits a week for the other's`(
    day: Int, second: Int64, waits: Bool
  ) throws {
    let now = Instant.on(day: day, plus: second)
    let (mei, lin) = (try Self.notes("tea"), try Self.notes("soup"))
    let first = Gathering.Step(
      partner: .mei, order: Self.order(.mei, 1), at: .on(day: 0), moment: .bring(mei))
    let alone = Gathering(.checkIn, [first])
    #expect(alone.has(.mei, at: now) == waits)
    #expect(!alone.has(.lin, at: now))
    #expect(alone.erasures == [Self.order(.mei, 1): .on(day: 9)])
    let second = Gathering.Step(
      partner: .lin, order: Self.order(.lin, 2), at: now, moment: .bring(lin))
    let both = Gathering(.checkIn, [second, first])
    #expect(both.opened?.notes == (waits ? [.mei: mei, .lin: lin] : nil))
    #expect(both.waiting == (waits ? [:] : [.lin: lin]))
    let later = now.advanced(by: 2 * Instant.day)
    #expect(
      both.erasures == [
        Self.order(.mei, 1): waits ? later : .on(day: 2),
        Self.order(.lin, 2): waits ? later : now.advanced(by: 9 * Instant.day),
      ])
  }

  @Test func `who brings again before the other did, brings this instead`() throws {
    let steps = [
      Self.step(.mei, 1, .bring(try Self.notes("a"))),
      Self.step(.mei, 2, day: 5, .bring(try Self.notes("b"))),
      Self.step(.lin, 3, day: 11, .bring(try Self.notes("c"))),
    ]
    let gathering = Gathering(.checkIn, steps)
    #expect(gathering.opened?.notes == [.mei: try Self.notes("b"), .lin: try Self.notes("c")])
    #expect(gathering.erasures[Self.order(.mei, 1)] == .on(day: 2, plus: 1))
    #expect(gathering.erasures[Self.order(.mei, 2)] == .on(day: 13, plus: 3))
  }

  @Test(arguments: [true, false])
  func `that one is ready ends with one's next word, whatever that is`(takesBack: Bool) throws {
    let ready = Self.step(.mei, 1, .ready(.checkIn, true))
    let next = Self.step(
      .mei, 2, day: 3, takesBack ? .ready(.checkIn, false) : .bring(try Self.notes("a")))
    #expect(Gathering(.checkIn, [ready]).erasures.isEmpty)
    // The other's word ends nothing of one's own.
    let other = Self.step(.lin, 3, day: 4, .ready(.checkIn, true))
    #expect(Gathering(.checkIn, [ready, other]).ready == [.mei, .lin])
    #expect(Gathering(.checkIn, [ready, other]).erasures.isEmpty)
    let gathering = Gathering(.checkIn, [other, next, ready])
    #expect(gathering.ready == [.lin])
    #expect(gathering.erasures[ready.order] == .on(day: 5, plus: 2))
    #expect(
      gathering.erasures[next.order] == (takesBack ? .on(day: 5, plus: 2) : .on(day: 12, plus: 2)))
  }

  @Test func `what was said twice, or taken back for nothing, ends as well`() throws {
    let steps = [
      Self.step(.mei, 1, .ready(.repair, true)), Self.step(.mei, 2, day: 1, .ready(.repair, true)),
      Self.step(.lin, 3, .ready(.repair, false)),
    ]
    let gathering = Gathering(.repair, steps)
    #expect(gathering.ready == [.mei])
    #expect(
      gathering.erasures == [
        Self.order(.mei, 1): .on(day: 3, plus: 2), Self.order(.lin, 3): .on(day: 2, plus: 3),
      ])
  }

  @Test(arguments: Talk.allCases)
  func `what is opened can be read for 48 hours, to the second`(talk: Talk) throws {
    let text = TalkNotes(talk, [talk.parts[0]: try TalkText("x")])
    let steps = Partner.ID.both.map { Self.step($0, $0 == .mei ? 1 : 2, .bring(text)) }
    let gathering = Gathering(talk, steps)
    let end = Instant.on(day: 2, plus: 2)
    #expect(gathering.readable(at: end.advanced(by: -1)) == gathering.opened)
    #expect(gathering.readable(at: end) == nil)
    // No longer than it is kept.
    #expect(Set(gathering.erasures.values) == [end])
  }

  @Test func `clocks that disagree open the same, and keep it from the later one on`() throws {
    // Lin's comes after Mei's in the journal, by a clock that is two days behind.
    let steps = [
      Self.step(.mei, 1, day: 3, .bring(try Self.notes("a"))),
      Self.step(.lin, 2, day: 1, .bring(try Self.notes("b"))),
    ]
    let gathering = Gathering(.checkIn, steps)
    #expect(gathering.opened?.at == .on(day: 3, plus: 1))
    #expect(Set(gathering.erasures.values) == [.on(day: 5, plus: 1)])
  }

  @Test func `S7 a clock that is far ahead keeps nothing of the other's for longer`() throws {
    let steps = [
      Self.step(.mei, 1, .bring(try Self.notes("a"))),
      Self.step(.lin, 2, day: 90_000, .bring(try Self.notes("b"))),
    ]
    let gathering = Gathering(.checkIn, steps)
    #expect(gathering.erasures[Self.order(.mei, 1)].map { $0 <= .on(day: 9, plus: 1) } ?? false)
    #expect(gathering.readable(at: .on(day: 10)) == nil)
  }

  @Test func `a part of another talk is no part of it`() throws {
    let text = try TalkText("x")
    #expect(TalkNotes(.checkIn, [.felt: text, .issue: text]).texts == [.issue: text])
    #expect(TalkNotes(.repair, [.issue: text]).isEmpty)
    #expect(Set(Talk.allCases.flatMap(\.parts)) == Set(Talk.Part.allCases))
  }

  /// Up to a dozen steps of both, by clocks that go right or by some that go back now and then.
  private static func steps(
    goingBack days: Int = 0, _ random: inout SplitMix64
  ) throws -> [Gathering.Step] {
    var day = 0
    return try (1...Int64.random(in: 2...12, using: &random)).map { tick in
      day += Int.random(in: -days...4, using: &random)
      let partner = Partner.ID.both[Int.random(in: 0...1, using: &random)]
      let moment: Moment =
        switch Int.random(in: 0...4, using: &random) {
        case 0: .ready(.checkIn, true)
        case 1: .ready(.checkIn, false)
        case 2 where Bool.random(using: &random): .ready(.repair, true)
        default: .bring(try notes("\(tick)"))
        }
      return step(partner, tick, day: day, moment)
    }
  }

  @Test(arguments: Seed.runs(100))
  func `whatever arrives first, it comes to the same, and everything ends`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let steps = try Self.steps(goingBack: 1, &random)
    let gathering = Gathering(.checkIn, steps)
    let orders =
      steps.count < 6
      ? permutations(of: steps)
      : (0..<20).map { _ in
        steps.shuffled(using: &random)
      }
    for order in orders {
      let other = Gathering(.checkIn, order)
      try #require(gathering.ready == other.ready, "\(Seed.replay)")
      try #require(gathering.waiting == other.waiting, "\(Seed.replay)")
      try #require(gathering.opened == other.opened, "\(Seed.replay)")
      try #require(gathering.erasures == other.erasures, "\(Seed.replay)")
    }
    // Only that somebody is ready now has no end yet.
    let own = steps.filter { $0.moment != .ready(.repair, true) }
    let kept = own.filter { gathering.erasures[$0.order] == nil }
    #expect(kept.allSatisfy { $0.moment == .ready(.checkIn, true) }, "\(Seed.replay)")
    #expect(Set(kept.map(\.partner)) == gathering.ready, "\(Seed.replay)")
    #expect(Set(gathering.erasures.keys).isSubset(of: own.map(\.order)), "\(Seed.replay)")
    #expect(gathering.opened.map { $0.notes.count == 2 } ?? true, "\(Seed.replay)")
    #expect(gathering.waiting.count < 2, "\(Seed.replay)")
  }

  @Test(arguments: Seed.runs(100))
  func `S7, what was erased on time changes nothing that is still there`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let steps = try Self.steps(goingBack: Int(seed % 3), &random)
    let whole = Gathering(.checkIn, steps)
    let last = steps.map(\.at).reduce(.on(day: 0), max)
    for day in 0..<12 {
      let now = last.advanced(by: Int64(day) * Instant.day)
      let left = Gathering(
        .checkIn, steps.filter { whole.erasures[$0.order].map { now < $0 } ?? true })
      #expect(left.ready == whole.ready, "\(Seed.replay)")
      #expect(left.readable(at: now) == whole.readable(at: now), "\(Seed.replay)")
      for partner in Partner.ID.both {
        #expect(
          left.has(partner, at: now) == whole.has(partner, at: now), "\(Seed.replay)")
      }
    }
  }
}
