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

  @Test func `the next round begins when one is over, and a lone one waits a week`() throws {
    let steps = [
      Self.step(.mei, 1, .bring(try Self.notes("a"))),
      Self.step(.lin, 2, .bring(try Self.notes("b"))),
      Self.step(.mei, 3, day: 1, .bring(try Self.notes("c"))),
      Self.step(.lin, 4, day: 9, .bring(try Self.notes("d"))),
    ]
    let second = Gathering(.checkIn, Array(steps[...2]))
    #expect(second.opened?.notes.values.count == 2)
    #expect(second.waiting == [.mei: try Self.notes("c")])
    let late = Gathering(.checkIn, steps)
    #expect(late.waiting == [.lin: try Self.notes("d")])
    #expect(late.erasures[Self.order(.mei, 1)] == .on(day: 2, plus: 2))
    #expect(late.erasures[Self.order(.mei, 3)] == .on(day: 3, plus: 3))
    #expect(late.erasures[Self.order(.lin, 4)] == .on(day: 18, plus: 4))
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

  @Test func `whatever arrives first, it comes to the same, and everything ends`() throws {
    var seeds = Seed.generator
    for _ in 0..<200 {
      var random = SplitMix64(seed: seeds.next())
      var day = 0
      let steps = try (1...Int64.random(in: 2...12, using: &random)).map { tick in
        day += Int.random(in: 0...4, using: &random)
        let partner = Partner.ID.both[Int.random(in: 0...1, using: &random)]
        let moment: Moment =
          switch Int.random(in: 0...3, using: &random) {
          case 0: .ready(.checkIn, true)
          case 1: .ready(.checkIn, false)
          default: .bring(try Self.notes("\(tick)"))
          }
        return Self.step(partner, tick, day: day, moment)
      }
      let gathering = Gathering(.checkIn, steps)
      let shuffled = Gathering(.checkIn, steps.shuffled(using: &random))
      #expect(gathering.ready == shuffled.ready, "\(Seed.replay)")
      #expect(gathering.waiting == shuffled.waiting, "\(Seed.replay)")
      #expect(gathering.opened == shuffled.opened, "\(Seed.replay)")
      #expect(gathering.erasures == shuffled.erasures, "\(Seed.replay)")
      // Only that somebody is ready now has no end yet.
      let kept = steps.filter { gathering.erasures[$0.order] == nil }
      #expect(kept.allSatisfy { $0.moment == .ready(.checkIn, true) }, "\(Seed.replay)")
      #expect(Set(kept.map(\.partner)) == gathering.ready, "\(Seed.replay)")
      #expect(gathering.opened.map { $0.notes.count == 2 } ?? true, "\(Seed.replay)")
    }
  }
}
