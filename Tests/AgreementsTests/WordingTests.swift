import Agreements
import Testing

@Suite struct WordingTests {
  @Test(
    arguments: [
      { $0.title = try Title("R1") },
      {
        $0.terms = .boundary(
          Boundary(cue: try Note("it gets latE"), action: try Note("we sleep on it")))
      },
      { $0.terms = .coolDown(CoolDown(length: .usual)) },
      { $0.promise = .only(.mei) },
      { $0.reason = try Note("because") },
      { $0.reviewEvery = ReviewInterval(days: 14) },
      { $0.needs = ["need"] },
    ] as [@Sendable (inout Wording) throws -> Void])
  func `S1, any part that differs is another text`(
    change: @Sendable (inout Wording) throws -> Void
  ) throws {
    let wording = try Wording.saying("r1")
    var changed = wording
    try change(&changed)
    #expect(changed != wording)
    var story = Together()
    try story.mei { try $0.propose("r1", wording, at: .on(day: 0)) }
    try story.lin { try $0.counter("r1", with: "r2", changed, at: .on(day: 1)) }
    #expect(story.agreement.status(at: .on(day: 1)) == .proposed)
    #expect(story.agreement.revisions["r2"]?.stances.count == 1)
  }

  @Test(arguments: [
    (Promise.both, true, true, false), (.only(.mei), true, false, true),
    (.only(.lin), false, true, true), (.own(.mei), true, false, false),
  ])
  func `S8, who promises is told by person and the same to both`(
    promise: Promise, mei: Bool, lin: Bool, oneSided: Bool
  ) {
    #expect(promise.binds(.mei) == mei)
    #expect(promise.binds(.lin) == lin)
    #expect(promise.isOneSided == oneSided)
  }

  @Test func `the needs a text serves are in one order, each once`() throws {
    var wording = try Wording.saying("r1")
    #expect(wording.needs.isEmpty)
    wording.needs = ["b", "a", "b"]
    #expect(wording.needs == ["a", "b"])
    let same = Wording(
      title: wording.title, terms: wording.terms, promise: wording.promise,
      needs: ["a", "b", "a"])
    #expect(same == wording)
  }

  @Test func `the kind follows from the terms`() throws {
    let weekly = Cadence(pattern: .weekly(.sunday), time: nil, zone: .utc)
    let (cue, note) = (try Note("when it rings"), try Note("I say hello"))
    let terms: [Terms] = [
      .coolDown(CoolDown(length: .usual)), .checkIn(CheckIn(cadence: weekly, length: .usual)),
      .reassurance(Reassurance(cue: cue, phrase: note)),
      .boundary(Boundary(cue: cue, action: note)),
      .ritual(Ritual(occasion: .cue(cue, action: note))),
    ]
    #expect(terms.map(\.kind) == Kind.allCases)
    #expect(
      Kind.allCases.map(\.rawValue) == [
        "cool-down", "check-in", "reassurance", "boundary", "ritual",
      ])
  }

  @Test(arguments: [(4, false), (5, true), (30, true), (1_440, true), (1_441, false), (-5, false)])
  func `a pause lasts 5 minutes to a day`(count: Int, allowed: Bool) {
    #expect(PauseLength(count)?.count == (allowed ? count : nil))
  }

  @Test(arguments: [(4, false), (5, true), (20, true), (60, true), (61, false), (0, false)])
  func `a talk lasts 5 minutes to an hour`(count: Int, allowed: Bool) {
    #expect(TalkLength(count)?.count == (allowed ? count : nil))
  }

  @Test func `unless said otherwise a pause lasts 30 minutes and a talk 20`() {
    #expect(PauseLength.usual.count == 30 && TalkLength.usual.count == 20)
    #expect(PauseLength.usual == PauseLength(30))
  }

  @Test(arguments: [
    "sometimes", "Sometimes", " ALWAYS. ", "more   often", "Whenever possible!", "from now on",
    "平时", "平时，", "有空的时候", "「以后」", "尽量。",
  ])
  func `a vague word names no moment`(cue: String) throws {
    #expect(try !IfThen.namesMoment(Note(cue)))
  }

  @Test(arguments: [
    "sometimes when we come home", "after dinner", "we always fight about dishes", "吃完晚饭",
    "平时周日晚上", "手机响的时候", "?!", "soon after nine",
  ])
  func `anything more may name one`(cue: String) throws {
    #expect(try IfThen.namesMoment(Note(cue)))
  }
}
