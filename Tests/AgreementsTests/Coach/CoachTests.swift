import Agreements
import Testing

@Suite struct CoachTests {
  private func kinds(_ text: String) -> Set<Coach.Kind> {
    Set(Coach.findings(in: text).map(\.kind))
  }

  /// The words of each finding, as they stand in the text.
  private func found(_ kind: Coach.Kind, in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return Coach.findings(in: text).filter { $0.kind == kind }.map { finding in
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[finding.range])
      return String(words)
    }
  }

  @Test(arguments: [
    "every Sunday 20:00", "Every Friday evening we cook together", "每周日晚八点", "每天睡前十分钟",
    "every 2 weeks, on Mondays", "每次聊二十分钟", "每次回家先抱一下", "The kids are always in bed by eight",
    "We always have pancakes on Saturdays",
  ])
  func `a schedule and a ritual are harmless`(text: String) {
    #expect(kinds(text).isEmpty)
  }

  @Test(arguments: [
    "I'll always love you", "我永远爱你", "我会永远陪着你", "You always make me laugh", "你总是让我很开心",
    "I love how you always leave the light on", "谢谢你一直都在",
    "I've never been happier with anyone, you make me so happy",
    "从来没有人像你这样懂我",
  ])
  func `affection and praise need no exception`(text: String) {
    #expect(kinds(text).isEmpty)
  }

  @Test(arguments: [
    "It's not always easy", "I don't always know", "我不一定马上有答案", "不是每次都要说对不起", "不用每次都陪我", "总之先睡吧",
    "nothing to worry about", "绝对值", "完全可以", "never mind", "我根本没怪你", "you are absolutely right",
  ])
  func `a word that only looks absolute is not`(text: String) {
    #expect(kinds(text).isEmpty)
  }

  @Test(arguments: [
    ("we never talk anymore", "never"), ("I always ruin it", "always"), ("我总是搞砸", "总是"),
    ("他从来不问", "从来"), ("谁都不理解我", "谁都"), ("我们老是吵同一件事", "老是"),
    ("everything I say is wrong", "everything"), ("我什么都做不好", "什么都"),
  ])
  func `an absolute word about a person is found where it stands`(text: String, word: String) {
    #expect(found(.absolute, in: text) == [word])
    #expect(found(.accusing, in: text).isEmpty)
  }

  @Test(arguments: [
    "You never listen", "You always forget", "you're always late", "Why do you always do this",
    "你总是不回我消息", "你从来不听", "你根本不在乎", "你老是忘", "每次吵架你都走",
  ])
  func `an absolute word about you accuses as well`(text: String) {
    #expect(kinds(text) == [.absolute, .accusing])
  }

  @Test(arguments: [
    "you make me feel small", "You don't care", "it's your fault", "why can't you be on time",
    "You're so selfish", "你就是不爱我", "都怪你", "你凭什么", "你怎么又忘了", "你太自私了", "你不在乎我",
  ])
  func `a you-sentence that blames is accusing`(text: String) {
    #expect(kinds(text) == [.accusing])
  }

  @Test(arguments: [
    "You're welcome", "thank you for telling me", "谢谢你告诉我", "你忙完再回我", "It isn't your fault",
    "不是你的错", "这件事不怪你", "You make me feel safe", "Could you call me when you land?", "你可以到了说一声吗？",
    "我希望你可以先听我说完", "You don't have to answer", "你不用现在回答", "Why don't you lie down for a bit",
  ])
  func `thanks, care and requests are no accusation`(text: String) {
    #expect(kinds(text).isEmpty)
  }

  @Test(arguments: [
    "When you don't answer, I get scared", "I'm afraid you don't love me",
    "If you don't want to, say so",
    "你不回我消息的时候，我会慌", "我怕你不在乎我", "我觉得你不理我的时候会难过", "你没回我消息的时候，我会胡思乱想",
  ])
  func `what is said as one's own feeling is no accusation`(text: String) {
    #expect(kinds(text).isEmpty)
  }

  @Test(arguments: [
    "When you say \u{201C}you never help\u{201D}, I shut down", "He said: \"you never help\"",
    "你说“你从来不帮忙”的时候，我很难过", "我们少说“总是”这个词", "Fewer sentences with \"always\" in them",
  ])
  func `what somebody else said is not the writer's`(text: String) {
    #expect(kinds(text).isEmpty)
  }

  @Test(arguments: ["“你从来不听我说”", "\"You never listen\"", "你从来不听。他说“好”。"])
  func `quotation marks alone excuse nothing`(text: String) {
    #expect(kinds(text) == [.absolute, .accusing])
  }

  @Test(arguments: [
    "YOU NEVER LISTEN", "you don\u{2019}t ever listen, you never do", "Ｙｏｕ　ｎｅｖｅｒ　ｌｉｓｔｅｎ",
    "you *never* listen", "you _never_ listen", "You\nnever mind that: you never listen",
    "u never listen", "亲爱的，you never 听我说", "你 never 听我说", "您从来不听", "you 总是 forget",
  ])
  func `letters, apostrophes and emphasis are read as meant`(text: String) {
    #expect(kinds(text) == [.absolute, .accusing])
  }

  @Test func `both languages are found in one text, in Unicode scalars`() {
    let text = "😀 you never call，你总是这样"
    #expect(
      Coach.findings(in: text) == [
        Coach.Finding(kind: .accusing, range: 2..<11),
        Coach.Finding(kind: .absolute, range: 6..<11),
        Coach.Finding(kind: .accusing, range: 17..<20),
        Coach.Finding(kind: .absolute, range: 18..<20),
      ])
  }

  @Test(arguments: [
    "", " ", ".", "“", "\"", "\0", "\0\0never", "👩‍👩‍👧‍👦", "e\u{301}\u{301}", "\u{202E}", "nevertheless",
    "alwayss",
    String(repeating: "a", count: 10_000), String(repeating: "\u{301}", count: 5_000),
    String(repeating: "“", count: 5_000), "ne\u{301}ver",
  ])
  func `any input is fine`(text: String) {
    #expect(Coach.findings(in: text).isEmpty || text == "\0\0never")
  }
}
