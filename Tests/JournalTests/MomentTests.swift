import Agreements
import Testing

@testable import Journal

/// What passes, as it is read from the journal.
struct MomentTests {
  private static func body(_ act: String) throws -> Body {
    try Body(json: try JSON(canonical: Array("{\"act\":\(act),\"at\":1767225600}".utf8)))
  }

  private static let (seven, pause) = (Sample.otherPause.text, Sample.pause.text)

  @Test(arguments: [
    // Pauses in another order, twice, none, or no pause at all.
    #"{"kind":"back","pauses":["\#(pause)","\#(seven)"]}"#,
    #"{"kind":"back","pauses":["\#(pause)","\#(pause)"]}"#,
    #"{"kind":"back","pauses":["\#(seven)","\#(pause)","\#(pause)"]}"#,
    #"{"kind":"back","pauses":[]}"#, #"{"kind":"back","pauses":[""]}"#,
    #"{"kind":"back","pauses":"\#(pause)"}"#, #"{"kind":"back","pauses":["\#(pause)",1]}"#,
    #"{"kind":"back","leaves":false,"pauses":["\#(pause)"]}"#,
    // Moments that no day shows.
    #"{"kind":"extend","pause":"\#(pause)","until":253402300800}"#,
    #"{"kind":"extend","pause":"\#(pause)","until":-62135596801}"#,
    #"{"kind":"extend","pause":"\#(pause)","until":"1767225600"}"#,
    #"{"heldSince":-62135596801,"kind":"pause","pause":"\#(pause)","until":1767225600}"#,
    #"{"heldSince":1767225600,"kind":"pause","pause":"\#(pause)","until":253402300800}"#,
    #"{"heldSince":null,"kind":"pause","pause":"\#(pause)","until":1767225600}"#,
    #"{"kind":"pause","pause":"\#(pause)","until":1767225600}"#,
    // They are on no agreement.
    #"{"kind":"ready","on":"\#(Sample.agreement.text)","talk":"repair"}"#,
    #"{"day":"2026-01-04","kind":"skip","on":"\#(Sample.agreement.text)"}"#,
    // No such talk.
    #"{"kind":"ready","talk":"checkin"}"#, #"{"kind":"ready","talk":""}"#,
    #"{"kind":"ready","talk":"Repair"}"#, #"{"kind":"ready","talk":"repair","unready":false}"#,
    #"{"kind":"bring","talk":"quarrel","texts":{"felt":"sad"}}"#,
    // Texts of the other talk, empty ones, none, or none that are texts.
    #"{"kind":"bring","talk":"check-in","texts":{"felt":"sad"}}"#,
    #"{"kind":"bring","talk":"repair","texts":{"felt":"sad","issue":"late"}}"#,
    #"{"kind":"bring","talk":"repair","texts":{"thanks-1":"tea"}}"#,
    #"{"kind":"bring","talk":"check-in","texts":{"thanks-4":"tea"}}"#,
    #"{"kind":"bring","talk":"check-in","texts":{}}"#,
    #"{"kind":"bring","talk":"check-in","texts":{"issue":""}}"#,
    #"{"kind":"bring","talk":"check-in","texts":{"issue":" \n\#u{200b}"}}"#,
    #"{"kind":"bring","talk":"check-in","texts":{"issue":"late","request":""}}"#,
    #"{"kind":"bring","talk":"check-in","texts":{"issue":null}}"#,
    #"{"kind":"bring","talk":"check-in","texts":{"issue":1}}"#,
    #"{"kind":"bring","talk":"check-in","texts":["late"]}"#,
    #"{"kind":"bring","talk":"check-in"}"#, #"{"kind":"bring","texts":{"issue":"late"}}"#,
    // No such day.
    #"{"day":"2026-02-29","kind":"skip"}"#, #"{"day":"2026-13-01","kind":"skip"}"#,
    #"{"day":"2026-1-4","kind":"skip"}"#, #"{"day":"2026-01-04 ","kind":"skip"}"#,
    #"{"day":"0000-01-01","kind":"skip"}"#, #"{"day":"","kind":"skip"}"#,
    #"{"day":1767225600,"kind":"skip"}"#, #"{"day":"２０２６-01-04","kind":"skip"}"#,
  ])
  func `what is no moment is refused`(act: String) throws {
    #expect(throws: EntryProblem.malformed) { try Self.body(act) }
  }

  @Test(
    arguments: ["", String(repeating: "p", count: 25), String(repeating: "p", count: 27)]
      + ["P", "l", "é", " "].map { $0 + String(repeating: "p", count: 26 - $0.utf8.count) })
  func `an id of a pause is 26 letters and digits`(id: String) {
    let (id, now) = (Pause.ID(id), Sample.moment)
    for moment: Moment in [
      .pause(id, until: now, heldSince: now), .extend(id, until: now), .back([id], leavesIt: false),
    ] {
      #expect(throws: EntryProblem.malformed) { try Act(json: Act.moment(moment).json) }
    }
  }

  @Test(arguments: Talk.allCases)
  func `each text of a talk is read strictly, and alone is enough`(talk: Talk) throws {
    for part in talk.parts {
      let most = String(repeating: "长", count: 1_000)
      let act = Act.moment(.bring(TalkNotes(talk, [part: try TalkText(most)])))
      #expect(try Act(json: act.json) == act)
      for wrong: JSON in [.string(most + "x"), .string("\t"), .null, .bool(true)] {
        #expect(throws: EntryProblem.malformed, "\(part)") {
          try Act(json: act.json.setting(["texts"], part.rawValue, to: wrong))
        }
      }
    }
    for part in Talk.Part.allCases where !talk.parts.contains(part) {
      let json = Act.moment(.bring(TalkNotes(talk, [talk.parts[0]: try TalkText("x")]))).json
      #expect(throws: EntryProblem.malformed, "\(part)") {
        try Act(json: json.setting(["texts"], part.rawValue, to: .string("x")))
      }
    }
  }

  @Test(arguments: try Sample.acts)
  func `late is said of a yes and of an answer alone`(act: Act) throws {
    let json = act.json.setting([], "late", to: .bool(true))
    switch act {
    case .accept(let on, let id, let refuses, let isFirst, _, let isSealed):
      #expect(
        try Act(json: json)
          == .accept(
            on: on, revision: id, refuses: refuses, isFirst: isFirst, isLate: true,
            isSealed: isSealed))
    case .answer:
      guard case .answer(_, let answer) = try Act(json: json) else {
        Issue.record("no answer")
        return
      }
      #expect(answer.isLate)
    default: #expect(throws: EntryProblem.malformed) { try Act(json: json) }
    }
  }

  @Test(arguments: try Sample.moments)
  func `S7 whatever passes can be erased, and its header says so and nothing of its kind`(
    moment: Moment
  ) throws {
    let key = try SigningKey(seed: Array(1...32))
    let entry = try Entry.sign(
      Body(at: Sample.moment, act: .moment(moment)),
      place: Place(couple: Sample.couple, sequence: 1, previous: nil, seen: [:], tick: 1),
      salt: Vectors.salt, with: key)
    let left = try Entry(headerBytes: entry.headerBytes, signature: entry.signature, content: nil)
    try left.verify(with: key.verifying)
    #expect(left.id == entry.id && left.header.isErasable)
    let note = try Entry.sign(
      Body(
        at: Sample.moment,
        act: .note(on: Sample.agreement, revision: Sample.revision, try Note("x"))),
      place: Place(couple: Sample.couple, sequence: 1, previous: nil, seen: [:], tick: 1),
      salt: Vectors.salt, with: key)
    // But for the hash of what it held it is the header of any other text.
    let hash = String(repeating: "0", count: 64)
    func blank(_ entry: Entry) -> JSON {
      entry.header.json.setting([], "bodyHash", to: .string(hash))
    }
    #expect(blank(left) == blank(note))
  }

  @Test func `the samples are of every kind, and the pinned feed as well`() throws {
    func kinds(_ moments: [Moment]) -> Set<String> { Set(moments.map(\.kind)) }
    let all: Set = ["pause", "extend", "back", "ready", "bring", "skip"]
    #expect(kinds(try Sample.moments) == all)
    let pinned = try Vectors.moments.map {
      try Body(json: JSON(canonical: Array($0.body.utf8))).act
    }
    let passing = pinned.compactMap { act in
      if case .moment(let moment) = act { moment } else { nil }
    }
    #expect(kinds(passing) == all)
  }
}
