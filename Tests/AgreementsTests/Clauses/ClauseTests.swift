import Agreements
import Testing

@Suite struct ClauseTests {
  private func topics(_ text: String) -> [Clauses.Topic] {
    Clauses.findings(in: text).map(\.topic)
  }

  @Test(
    arguments: [
      ("You must not see your friends.", [Clauses.Topic.notAllowed, .contact]),
      ("YOU CAN'T GO OUT AT NIGHT", [.notAllowed, .goingOut]),
      ("You can’t go out at night", [.notAllowed, .goingOut]),
      ("Ｙｏｕ ｃａｎ＇ｔ ｇｏ ｏｕｔ", [.notAllowed, .goingOut]),
      ("你不许跟前任联系", [.contact, .notAllowed]), ("微信ＱＱ密码都给我", [.phone]),
      ("把location发给我", [.location]), ("You tell me where you are，随时", [.location]),
      ("Nothing to see here", []), ("", []),
    ])
  func `S9: capitals, full-width letters, apostrophes and mixed languages are understood`(
    text: String, expected: [Clauses.Topic]
  ) {
    #expect(Set(topics(text)) == Set(expected))
  }

  @Test(
    arguments: [
      "我不准时", "我们准备好了", "不得不加班", "别人家的孩子", "特别开心", "许个愿，不许愿也行", "区别不大", "再见",
      "Don't forget your umbrella", "We dress up", "leave me a note", "the location of the cinema",
    ])
  func `S9: a word inside another one is no finding`(text: String) {
    #expect(topics(text).isEmpty)
  }

  @Test(
    arguments: [
      ("You must not see your friends", "We must not see our friends"),
      ("你不许打断我", "我们都不许打断彼此"), ("You don't shout", "We don't shout"),
      ("花钱要问我", "花钱我们互相问一声"),
    ])
  func `S9: what one is told is asked about, what both do mostly is not`(
    one: String, both: String
  ) {
    #expect(!topics(one).isEmpty)
    #expect(topics(both).isEmpty)
  }

  @Test(arguments: ["We know each other's passwords.", "两个人的手机都开着定位。", "We have sex every Friday."])
  func `S9: some things are asked about even where both promise them`(text: String) {
    #expect(!topics(text).isEmpty)
  }

  @Test func `a finding says where it is, in Unicode scalars, and each topic is found once`() {
    let text = "👩‍👩‍👧 e\u{301}: you give me your passwords, all passwords. You give me your salary."
    let findings = Clauses.findings(in: text)
    #expect(findings.map(\.topic) == [.phone, .money])
    let scalars = Array(text.unicodeScalars)
    let told = findings.map { finding in
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[finding.range])
      return String(part)
    }
    #expect(told.first?.hasSuffix("passwords") == true)
    #expect(told.last?.contains("salary") == true)
    #expect(findings.map(\.range.lowerBound) == findings.map(\.range.lowerBound).sorted())
  }

  @Test(
    arguments: [
      "a", " ", "'", "''", "，", "。", "你", "不许", "1 2 3 ", "\u{301}", "👩‍👩‍👧", "\0", "ex ", "friend,",
      "\r\n", "you must not ", "十分钟内", "\u{202E}", "you,you'", "ｙｏｕ", "{money}|", "[a|b]~..^#*!@%",
    ])
  func `any text can be read, however long`(unit: String) {
    let text = String(repeating: unit, count: 4_000 / unit.unicodeScalars.count)
    let bounds = 0...text.unicodeScalars.count
    for finding in Clauses.findings(in: text) {
      #expect(
        bounds.contains(finding.range.lowerBound) && bounds.contains(finding.range.upperBound))
    }
    for range in ReplyDeadlines.findings(in: text) {
      #expect(bounds.contains(range.lowerBound) && bounds.contains(range.upperBound))
    }
    _ = Clauses.mutual(text, names: ["a", "你", ""])
  }
}

@Suite struct WordingClauseTests {
  private func note(_ text: String) throws -> Note { try Note(text) }

  private func wording(_ terms: Terms, title: String = "A rule", reason: String? = nil) throws
    -> Wording
  {
    Wording(
      title: try Title(title), terms: terms, promise: .both, reason: try reason.map { try Note($0) }
    )
  }

  @Test func `S9: every text of the terms is read, and the title`() throws {
    let told = try note("You give me your passwords")
    let harmless = try note("a walk")
    let cadence = Cadence(pattern: .daily, time: nil, zone: .utc)
    let all: [Terms] = [
      .coolDown(CoolDown(length: .usual, signal: told)),
      .coolDown(CoolDown(length: .usual, meanwhile: told)),
      .checkIn(CheckIn(cadence: cadence, length: .usual, plan: told)),
      .reassurance(Reassurance(cue: told, phrase: harmless)),
      .reassurance(Reassurance(cue: harmless, phrase: told)),
      .boundary(Boundary(cue: told, action: harmless)),
      .boundary(Boundary(cue: harmless, action: told)),
      .ritual(Ritual(occasion: .cadence(cadence, action: told))),
      .ritual(Ritual(occasion: .cue(told, action: harmless))),
      .ritual(Ritual(occasion: .cue(harmless, action: told))),
    ]
    for terms in all { #expect(try wording(terms).clauses(of: .meiAndLin) == [.phone]) }
    let plain = Terms.ritual(Ritual(occasion: .cadence(cadence, action: nil)))
    #expect(try wording(plain).clauses(of: .meiAndLin) == [])
    #expect(try wording(plain, title: "你不许出门").clauses(of: .meiAndLin) == [.goingOut, .notAllowed])
  }

  @Test func `S9: the reason is not read, and a rule told in two parts is read as one`() throws {
    let plain = Terms.boundary(
      Boundary(cue: try note("When it gets loud"), action: try note("we both stop")))
    #expect(
      try wording(plain, reason: "You are not allowed to shout").clauses(of: .meiAndLin) == [])
    let parted = Terms.boundary(
      Boundary(cue: try note("见朋友之前"), action: try note("要我点头")))
    #expect(try wording(parted).clauses(of: .meiAndLin) == [.contact, .permission])
  }
}
