import Agreements
import Testing

@Suite struct HintTests {
  /// What a text says at a finding.
  private func said(_ finding: Coach.Finding, in text: String) -> String {
    var words = String.UnicodeScalarView()
    words.append(contentsOf: Array(text.unicodeScalars)[finding.range])
    return String(words)
  }

  @Test(arguments: [
    ("You never listen. You are not allowed to see your friends.", Coach.Kind.allCases),
    ("你从来不听我说话，以后不许见你的朋友", Coach.Kind.allCases),
    ("Answer me within ten minutes", [.controlling]), ("十分钟之内回我消息", [.controlling]),
    ("you never listen", [.absolute, .accusing]), ("You don't seem well", []), ("你别太累了", []),
    ("You're not allowed to be angry", [.controlling]), ("你不许生气", [.controlling]),
    ("Sundays at eight we talk", []), ("每周日晚八点聊聊", []), ("", []),
  ])
  func `findings of every kind stand in the order of the text`(
    text: String, kinds: [Coach.Kind]
  ) {
    let findings = Coach.everything(in: text)
    #expect(Set(findings.map(\.kind)) == Set(kinds))
    #expect(findings.map(\.range.lowerBound) == findings.map(\.range.lowerBound).sorted())
    #expect(findings.allSatisfy { text.contains(said($0, in: text)) && !$0.range.isEmpty })
    for kind in Coach.Kind.allCases {
      let ranges = findings.filter { $0.kind == kind }.map(\.range)
      for (one, next) in zip(ranges, ranges.dropFirst()) { #expect(!one.overlaps(next)) }
    }
    #expect((Coach.offer(for: text) == nil) == findings.isEmpty)
  }

  @Test(arguments: [
    ("Answer me within ten minutes", "I'll answer when I'm free."), ("十分钟之内回我消息", "我忙完就回你。"),
    (
      "You are not allowed to see your friends",
      "When …, I feel … . I'd like … . Could you … ? It's all right to say no."
    ),
    ("以后不许见你的朋友", "……的时候，我心里……。我希望……。你愿意……吗？不愿意也没关系。"),
    (
      "You never listen to me. Answer me within ten minutes",
      "When I feel you don't listen to me, I feel … . I'd like … . Could you … ? "
        + "It's all right to say no. I'll answer when I'm free."
    ),
  ])
  func `S6 what is found has a form of the speaker's, which has no finding of its own`(
    text: String, form: String
  ) {
    #expect(Coach.offer(for: text) == form)
    #expect(Coach.everything(in: form).isEmpty)
  }

  /// The labels of the corpus know nothing of this kind; a careful reader would mark few of these.
  @Test(arguments: Corpus.Language.allCases)
  func `sentences a reader finds harmless are seldom found controlling`(
    language: Corpus.Language
  ) throws {
    let harmless = try Corpus.sentences(language).filter(\.kinds.isEmpty)
    let found = harmless.filter { sentence in
      Coach.everything(in: sentence.text).contains { $0.kind == .controlling }
    }
    print("coach, \(language), controlling: \(found.count) of \(harmless.count) harmless sentences")
    #expect(found.count * 25 < harmless.count, "\(found.map(\.text))")
  }

  // MARK: Suggestions

  private func ritual(
    _ title: String = "Tea", cue: String = "When we come home", action: String = "We drink tea",
    reason: String? = nil
  ) throws -> Wording {
    Wording(
      title: try Title(title),
      terms: .ritual(Ritual(occasion: .cue(try Note(cue), action: try Note(action)))),
      promise: .both, reason: try reason.map { try Note($0) }, reviewEvery: nil)
  }

  @Test func `of a suggestion the reason is read, and promises are not`() throws {
    let absolute = "We always drink tea and you never cook"
    #expect(Coach.Hint(about: try ritual(reason: absolute)) != nil)
    #expect(Coach.Hint(about: try ritual(absolute, cue: absolute, action: absolute)) == nil)
  }

  @Test(arguments: ["Answer me within ten minutes", "十分钟之内回我消息"])
  func `S6 a time for an answer is seen wherever it is written`(deadline: String) throws {
    let alone = try [
      ritual(deadline), ritual(cue: deadline), ritual(action: deadline), ritual(reason: deadline),
    ]
    #expect(Set(alone.map { Coach.Hint(about: $0) }) == [Coach.Hint(about: deadline)])
    #expect(Coach.Hint(about: deadline)?.form == nil)
  }

  @Test func `what stays as it was is not its writer's again`() throws {
    let base = try ritual(action: "Answer me within ten minutes", reason: "you never cook")
    #expect(Coach.Hint(about: base) != nil)
    #expect(Coach.Hint(about: base, over: base) == nil)
    let changed = try ritual(action: "We drink tea", reason: "you never cook")
    #expect(Coach.Hint(about: changed, over: base) == nil)
    let worse = try ritual(action: "We drink tea", reason: "you never call")
    #expect(Coach.Hint(about: worse, over: base)?.form != nil)
  }
}
