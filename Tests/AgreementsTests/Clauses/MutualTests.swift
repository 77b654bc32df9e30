import Agreements
import Testing

extension Clauses {
  /// The same about both, where it is known.
  static func mutual(_ text: String, names: [String]) -> String? {
    if case .mutual(let text) = turned(text, names: names) { text } else { nil }
  }
}

@Suite struct MutualTests {
  private static let names = ["Lin", "Mei", "小美", "阿林"]

  @Test(
    arguments: [
      ("You tell me before you meet friends.", "Both of us tell the other before we meet friends."),
      ("You don't go out without me", "Neither of us will go out without the other"),
      ("You can’t use my car.", "Neither of us can use the other's car."),
      ("You must not lie to me!", "Neither of us may lie to the other!"),
      ("You're not allowed to wear heels", "Neither of us is allowed to wear heels"),
      (
        "Lin must tell Mei where the money went.",
        "Both of us must tell the other where the money went."
      ),
      ("Mei asks Lin before buying clothes", "Both of us ask the other before buying clothes"),
      (
        "Mei isn't allowed to read Lin's letters",
        "Neither of us is allowed to read the other's letters"
      ),
      ("Ask me before you leave the house", "Both of us ask the other before we leave the house"),
      ("Don't tell your friends", "Neither of us will tell our friends"),
      ("When you go out, you tell me.", "When we go out, both of us tell the other."),
      (
        "No shouting. You share your location with me.",
        "No shouting. Both of us share our location with the other."
      ),
      ("你不许跟前任联系。", "我们都不跟前任联系。"), ("你必须告诉我", "我们都必须告诉彼此"),
      ("出门前你要告诉我。", "出门前我们都要告诉彼此。"), ("你不能看我的手机", "我们都不能看彼此的手机"),
      ("阿林不许出去玩", "我们都不出去玩"), ("小美要听阿林的", "我们都要听彼此的"),
      ("不许抽烟，也不喝酒", "我们都不抽烟，也不喝酒"), ("你要给你妈打电话", "我们都要给自己妈打电话"),
      ("不吼。你以后别摔东西。", "不吼。我们以后都不摔东西。"),
    ])
  func `S9: what one is told becomes what both do`(one: String, both: String) {
    #expect(Clauses.mutual(one, names: Self.names) == both)
  }

  @Test(
    arguments: [
      "You give me your salary and I give you pocket money.", "Your phone stays unlocked.",
      "I decide what you wear.", "You, me and the dog.", "You are a good cook.",
      "You call your mum.",
      "If you go out tell me", "Lin always asks me", "Lin tells Mei where she is.",
      "You don't smoke but drink.", "You don't go out and don't call.", "You say “yes” to me.",
      "You see I was right", "You never owe me", "You let me finish", "I love how you cook.",
      "We both stop.", "No phones.", "", "  ", "你不准时", "你要是出门，告诉我", "你别人呢", "你不许不理我",
      "你要我来接", "我不许你出门", "工资都交给我", "你不许有自己的钱", "你得到我的同意", "我们都不许吼", "你不许用手机",
      "你要分手也得等", "阿林要告诉小美她在哪", "“你不许”这样的话不说", "周日聊聊", "你不许自己存钱",
    ])
  func `S9: where the language would break, nothing is offered`(text: String) {
    #expect(Clauses.mutual(text, names: Self.names) == nil)
  }

  @Test(arguments: ["english", "chinese"])
  func `S9: what is offered speaks of both and of neither`(language: String) throws {
    let corpus = try LabelledSentences(language, "\(language)-held-out", "\(language)-veiled")
    let offered = corpus.flagged.compactMap { Clauses.mutual($0.text, names: Self.names) }
    #expect(offered.count >= 15)
    for text in offered {
      let words = Set(text.lowercased().split { !$0.isLetter && $0 != "'" })
      #expect(words.isDisjoint(with: ["you", "your", "i", "me", "my", "lin", "mei"]), "\(text)")
      #expect(!text.contains("你"))
      #expect(!text.replacing("我们", with: "").contains("我"), "\(text)")
      #expect(text.contains("of us") || text.contains("我们"))
      #expect(Clauses.mutual(text, names: Self.names) == nil, "\(text)")
    }
  }
}
