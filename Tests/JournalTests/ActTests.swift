import Agreements
import Testing

@testable import Journal

struct ActTests {
  @Test(arguments: try Sample.acts)
  func `an act comes back as it was written`(act: Act) throws {
    let body = Body(at: Sample.moment, act: act)
    let bytes = body.json.bytes
    let read = try Body(json: try JSON(canonical: bytes))
    #expect(read == body)
    #expect(read.json.bytes == bytes)
  }

  @Test(arguments: try Sample.acts)
  func `a member too many is refused`(act: Act) throws {
    let json = Body(at: Sample.moment, act: act).json
    #expect(throws: EntryProblem.malformed) {
      try Body(json: json.setting([], "more", to: .null))
    }
    #expect(throws: EntryProblem.malformed) {
      try Body(json: json.setting(["act"], "more", to: .null))
    }
  }

  @Test(arguments: try Sample.acts)
  func `a member missing or of another type is refused`(act: Act) throws {
    let json = Body(at: Sample.moment, act: act).json
    let optional: Set = [
      "after", "first", "helped", "late", "leaves", "salt", "seal", "sealed", "unready",
    ]
    for key in ["at", "act"] {
      #expect(throws: EntryProblem.malformed) {
        try Body(json: json.setting([], key, to: nil))
      }
      #expect(throws: EntryProblem.malformed) {
        try Body(json: json.setting([], key, to: .bool(true)))
      }
    }
    for member in json["act"]?.members ?? [] {
      let isShortAdmission = member.key == "key" && json["act"]?["kind"] == .string("admit")
      if !optional.contains(member.key), !isShortAdmission {
        #expect(throws: EntryProblem.malformed, "\(member.key) missing") {
          try Body(json: json.setting(["act"], member.key, to: nil))
        }
      }
      // A flag is there and true, or not there.
      let other = JSON.bool(!["first", "late", "leaves", "sealed", "unready"].contains(member.key))
      for wrong: JSON in [.null, other, .array([.integer(1)]), .object(["a": .integer(1)])] {
        #expect(throws: EntryProblem.malformed, "\(member.key)") {
          try Body(json: json.setting(["act"], member.key, to: wrong))
        }
      }
    }
  }

  @Test(arguments: try Sample.wordings)
  func `a wording is read strictly`(wording: Wording) throws {
    let json = wording.json
    #expect(try Wording(json: json) == wording)
    #expect(throws: EntryProblem.malformed) {
      try Wording(json: json.setting([], "more", to: .null))
    }
    #expect(throws: EntryProblem.malformed) {
      try Wording(json: json.setting(["terms"], "more", to: .null))
    }
    for key in ["kind", "promise", "terms", "title"] {
      #expect(throws: EntryProblem.malformed, "\(key)") {
        try Wording(json: json.setting([], key, to: nil))
      }
    }
    for member in json.members ?? [] {
      #expect(throws: EntryProblem.malformed, "\(member.key)") {
        try Wording(json: json.setting([], member.key, to: .bool(false)))
      }
    }
    for member in json["terms"]?.members ?? [] {
      #expect(throws: EntryProblem.malformed, "\(member.key)") {
        try Wording(json: json.setting(["terms"], member.key, to: .null))
      }
    }
    if wording.kind != .ritual {
      for kind in Kind.allCases where kind != wording.kind && kind != .ritual {
        guard kind != .boundary || wording.kind != .reassurance else { continue }
        #expect(throws: EntryProblem.malformed, "\(kind)") {
          try Wording(json: json.setting([], "kind", to: .string(kind.rawValue)))
        }
      }
    }
  }

  static let outOfRange: [(path: [String], key: String, value: JSON)] = [
    ([], "title", .string("")), ([], "title", .string(" \n\u{200b}")),
    ([], "title", .string(String(repeating: "长", count: 201))),
    ([], "reason", .string("")), ([], "reason", .string(String(repeating: "x", count: 2_001))),
    ([], "reviewDays", .integer(6)), ([], "reviewDays", .integer(366)),
    ([], "reviewDays", .string("30")), ([], "kind", .string("Ritual")), ([], "kind", .string("")),
    ([], "needs", .array([])), ([], "needs", .string("x")), ([], "needs", .array([.integer(1)])),
    ([], "needs", .array([.string("short")])),
    ([], "needs", needs(["b", "a"])), ([], "needs", needs(["a", "a"])),
    ([], "needs", needs(["0", "1", "2", "3", "4", "5", "6", "7", "8"])),
    ([], "promise", .string("neither")), ([], "promise", .string("BOTH")),
    ([], "promise", .string(String(repeating: "A0", count: 16))), ([], "promise", own("a0")),
    (["terms"], "minutes", .integer(4)), (["terms"], "minutes", .integer(61)),
    (["terms"], "minutes", .integer(-20)), (["terms"], "minutes", .integer(.max)),
    (["terms", "cadence"], "at", .string("24:00")), (["terms", "cadence"], "at", .string("8:00")),
    (["terms", "cadence"], "every", .string("year")), (["terms", "cadence"], "zone", .string("")),
    (["terms", "cadence"], "zone", .string("../etc/passwd")),
    (["terms", "cadence"], "weeks", .integer(1)), (["terms", "cadence"], "weeks", .integer(53)),
    (["terms", "cadence"], "on", .string("Sunday")),
    (["terms", "cadence"], "from", .string("2026-02-30")),
    (["terms", "cadence"], "day", .integer(1)),
  ]

  /// Only a boundary can be one's own.
  private static func own(_ byte: String) -> JSON {
    .object(["own": .string(String(repeating: byte, count: 16))])
  }

  private static func needs(_ ids: [String]) -> JSON {
    .array(ids.map { .string(String(repeating: $0, count: 26)) })
  }

  @Test(arguments: outOfRange)
  func `a value out of its range is refused`(
    path: [String], key: String, value: JSON
  ) throws {
    let text = """
      {"kind":"check-in","needs":["\(String(repeating: "n", count: 26))"],\
      "promise":"both","reason":"r","reviewDays":30,"terms":{"cadence":{"at":"20:00","every":"weeks","from":"2026-01-05","on":"sunday","weeks":2,\
      "zone":"Asia/Shanghai"},"minutes":20},"title":"t"}
      """
    let json = try JSON(canonical: Array(text.utf8))
    #expect(try Wording(json: json).json == json)
    #expect(throws: EntryProblem.malformed) {
      try Wording(json: json.setting(path, key, to: value))
    }
  }

  private static let key = String(repeating: "ab", count: 32)

  @Test func `S1 an admission that names no whole key admits nobody`() throws {
    let short = #"{"act":{"device":"00112233445566ff","kind":"admit"},"at":1}"#
    let body = try Body(json: try JSON(canonical: Array(short.utf8)))
    #expect(body.act == .unknown(kind: "admit", on: nil))
  }

  @Test(arguments: [
    #"{"act":{"kind":"end","on":"short"},"at":1}"#,
    #"{"act":{"kind":"end","on":"\#(String(repeating: "l", count: 52))"},"at":1}"#,
    #"{"act":{"kind":"end","on":"\#(String(repeating: "A", count: 52))"},"at":1}"#,
    #"{"act":{"device":"00112233445566FF","key":"\#(key)","kind":"admit","recipient":"age1"},"at":1}"#,
    #"{"act":{"device":"00","key":"\#(key)","kind":"admit","recipient":"age1"},"at":1}"#,
    #"{"act":{"device":"00112233445566ff","key":"ab","kind":"admit","recipient":"age1"},"at":1}"#,
    #"{"act":{"device":"00112233445566ff","kind":"retire","last":[0,"\#(key)"]},"at":1}"#,
    #"{"act":{"device":"00112233445566ff","kind":"retire","last":[1,"ab"]},"at":1}"#,
    #"{"act":{"device":"00112233445566ff","kind":"retire","last":[1]},"at":1}"#,
    #"{"act":{"kind":"leave","on":"00"},"at":1}"#,
    #"{"act":{"kind":"leave"},"at":253402300800}"#, #"{"act":{"kind":"leave"},"at":-62135596801}"#,
    #"{"act":{"kind":"leave"},"at":9007199254740991}"#,
    #"{"act":{"kind":"leave"},"at":-9007199254740991}"#,
    #"{"act":[],"at":1}"#, #"[]"#, #"{}"#, #"{"act":{},"at":1}"#,
  ])
  func `what is no act is refused`(text: String) throws {
    #expect(throws: EntryProblem.malformed) {
      try Body(json: try JSON(canonical: Array(text.utf8)))
    }
  }

  @Test(arguments: [
    JSON.object([:]), own("A0"), own("a"), .object(["own": nil, "only": .string("a0")]),
    .object(["own": .null]), .array([]), .null, .integer(1),
  ])
  func `an own boundary names its owner, and nothing more`(promise: JSON) throws {
    let boundary = try #require(try Sample.wordings.first { $0.promise.owner != nil }).json
    #expect(
      try Wording(json: boundary.setting([], "promise", to: Self.own("a0"))).promise
        == .own(Sample.anna))
    #expect(throws: EntryProblem.malformed) {
      try Wording(json: boundary.setting([], "promise", to: promise))
    }
    #expect(throws: EntryProblem.malformed) {
      try Wording(json: boundary.setting(["promise"], "more", to: .null))
    }
  }

  @Test func `a proposal whose parents and step contradict is refused`() throws {
    let proposal = { (step: Proposal.Step, after: Agreement.ID?, parents: [Revision.ID]) in
      Act.propose(
        on: Sample.agreement,
        Proposal(
          revision: Sample.revision, after: after, parents: parents, step: step,
          lapsesAt: Sample.moment, refuses: []))
    }
    for act in [
      proposal(.new, nil, [Sample.earlier]), proposal(.counter, nil, []), proposal(.amend, nil, []),
      proposal(.amend, Sample.older, [Sample.earlier]),
      proposal(.amend, nil, [Sample.later, Sample.earlier]),
    ] {
      #expect(throws: EntryProblem.malformed) { try Act(json: act.json) }
    }
  }

  @Test(arguments: try Sample.needs)
  func `a need is read strictly`(need: Need) throws {
    let json = need.json
    #expect(try Need(json: json) == need)
    #expect(throws: EntryProblem.malformed) {
      try Need(json: json.setting([], "more", to: .null))
    }
    for key in ["category", "text"] {
      #expect(throws: EntryProblem.malformed) { try Need(json: json.setting([], key, to: nil)) }
    }
    for key in ["category", "text", "trigger", "step", "request"] {
      for wrong: JSON in [.null, .string(""), .string(" \n"), .integer(1), .array([])] {
        #expect(throws: EntryProblem.malformed, "\(key)") {
          try Need(json: json.setting([], key, to: wrong))
        }
      }
    }
    let limits = [("text", 2_000), ("step", 2_000), ("request", 2_000), ("trigger", 200)]
    for (key, most) in limits {
      let long = JSON.string(String(repeating: "长", count: most + 1))
      #expect(throws: EntryProblem.malformed) { try Need(json: json.setting([], key, to: long)) }
    }
  }

  @Test(
    arguments: ["", "n", String(repeating: "n", count: 25), String(repeating: "n", count: 27)]
      + ["N", "i", "é", " "].map { $0 + String(repeating: "n", count: 26 - $0.utf8.count) })
  func `an id of a need is 26 letters and digits`(id: String) throws {
    for act in [Act.unshare(Need.ID(id)), .heard(Need.ID(id))] {
      #expect(throws: EntryProblem.malformed) { try Act(json: act.json) }
    }
  }

  @Test(arguments: [0, -1])
  func `a review's rounds count from one`(round: Int) {
    let answer = Answer(
      revision: Sample.revision, round: round, due: Sample.moment, outcome: .keep, helped: nil)
    #expect(throws: EntryProblem.malformed) {
      try Act(json: Act.answer(on: Sample.agreement, answer).json)
    }
  }

  @Test func `an act of a newer version is kept with what it concerns`() throws {
    let on = Sample.agreement.text
    let text = #"{"act":{"deeper":{"a":[1]},"kind":"swap","on":"\#(on)"},"at":1}"#
    let body = try Body(json: try JSON(canonical: Array(text.utf8)))
    #expect(body.act == .unknown(kind: "swap", on: Sample.agreement))
    #expect(body.act.agreement == Sample.agreement)
    let apart = #"{"act":{"kind":"swap"},"at":1}"#
    #expect(
      try Body(json: try JSON(canonical: Array(apart.utf8))).act == .unknown(kind: "swap", on: nil))
    let longKind = #"{"act":{"kind":"\#(String(repeating: "k", count: 65))"},"at":1}"#
    #expect(throws: EntryProblem.malformed) {
      try Body(json: try JSON(canonical: Array(longKind.utf8)))
    }
  }

  @Test func `texts that only look alike have different names`() throws {
    let alike = try ["é", "e\u{301}", "\u{212a}", "K"].map { text in
      Wording(
        title: try Title(text), terms: .coolDown(CoolDown(length: .usual)), promise: .both)
    }
    let names = Set(alike.map { Naming.agreement(of: Sample.couple, after: nil, wording: $0) })
    #expect(names.count == alike.count)
  }
}

extension JSON {
  var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The same with one member of one object put in, replaced or left out.
  func setting(_ path: [String], _ key: String, to value: JSON?) -> JSON {
    let members = members ?? []
    let new =
      if let first = path.first {
        (first, self[first]?.setting(Array(path.dropFirst()), key, to: value))
      } else {
        (key, value)
      }
    return .object(
      (members.filter { $0.key != new.0 } + (new.1.map { [Member(key: new.0, value: $0)] } ?? []))
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
  }
}
