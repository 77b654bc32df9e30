import Agreements
import Testing

@Suite struct SpeakersFormTests {
  static let english = "I'd like … . Could you … ? It's all right to say no."
  static let chinese = "我希望……。你愿意……吗？不愿意也没关系。"

  @Test(arguments: [
    ("You never listen to me", "When I feel you don't listen to me, I feel … . "),
    ("You always forget our plans.", "When you forget our plans, I feel … . "),
    (
      "Why can't you just tell me where you are?",
      "When you don't tell me where you are, I feel … . "
    ),
    ("You're always on your phone at dinner", "When you are on your phone at dinner, I feel … . "),
    ("You never call my mother Mary.", "When you don't call my mother Mary, I feel … . "),
    ("You always can\u{AD}cel\u{202E} plans", "When you cancel plans, I feel … . "),
    ("YOU NEVER HELP ME", "When you don't help me, I feel … . "),
    ("You make me feel so small.", "When …, I feel so small. "),
  ])
  func `an English sentence keeps the writer's words`(text: String, beginning: String) {
    #expect(Coach.suggestion(for: text)?.text == beginning + Self.english)
  }

  @Test(arguments: [
    ("你总是不回我消息。", "你没回我消息的时候，我心里……。"),
    ("你从来不听我说话", "你没听我说话的时候，我心里……。"),
    ("你根本不在乎我了。", "我觉得你不在乎我的时候，我心里……。"),
    ("You never 回我消息", "你没回我消息的时候，我心里……。"),
    ("你怎么老是打断我？", "你打断我的时候，我心里……。"),
    ("你让我觉得自己很可笑。", "……的时候，我觉得自己很可笑。"),
    ("你让我太失望了", "……的时候，我很失望。"),
  ])
  func `a Chinese sentence keeps the writer's words`(text: String, beginning: String) {
    #expect(Coach.suggestion(for: text)?.text == beginning + Self.chinese)
  }

  @Test(arguments: [
    "You're so selfish", "It's your fault", "I always ruin everything", "You never",
    "You always and",
    "You never obey me", "You make me feel and",
  ])
  func `where words cannot be kept, an English frame is left open`(text: String) {
    #expect(Coach.suggestion(for: text)?.text == "When …, I feel … . " + Self.english)
  }

  @Test(arguments: ["都怪你", "你怎么又忘了", "我总是搞砸", "你总是", "你从来没有认真听过我说一句话", "你完全不懂我要什么"])
  func `where words cannot be kept, a Chinese frame is left open`(text: String) {
    #expect(Coach.suggestion(for: text)?.text == "……的时候，我心里……。" + Self.chinese)
  }

  @Test(arguments: [
    "", "每周日晚八点", "I'll always love you", "When you don't answer, I get scared", "谢谢你告诉我",
  ])
  func `where nothing is found, nothing is suggested`(text: String) {
    #expect(Coach.suggestion(for: text) == nil)
  }

  @Test(arguments: ["You never call me", "You're so selfish", "你总是不回我消息", "都怪你", "你让我很失望"])
  func `S20, S23, it names no fault, no contract and no verdict`(text: String) throws {
    let form = try #require(Coach.suggestion(for: text)).text.lowercased()
    let refused = [
      "合同", "协议", "条款", "违", "义务", "惩罚", "对方", "伴侣", "应该", "必须", "错", "分手", "!", "！", "contract",
      "must",
      "should", "fault", "never", "always", "partner", "break up",
    ]
    #expect(refused.filter(form.contains) == [])
  }

  @Test func `its four parts can be shown one by one`() throws {
    let form = try #require(Coach.suggestion(for: "谢谢。可是你总是不回我消息。"))
    #expect(form.observation == "你没回我消息的时候")
    #expect(form.feeling == "我心里……")
    #expect(form.need == "我希望……")
    #expect(form.request == "你愿意……吗？不愿意也没关系。")
  }

  @Test func `what it is made from may be the second sentence`() {
    let text = "You're so selfish. You never call me."
    #expect(Coach.suggestion(for: text)?.observation == "When you don't call me")
  }
}
