/// How what follows an opening is said again.
enum Opening {
  /// "you never": the rest is what does not happen.
  case denies
  /// "you always": the rest is what happens.
  case does
  /// "you're always": the rest is how one is.
  case isSo
  /// "you make me feel": the rest is a feeling.
  case feels
}

/// Beginnings after which a writer's own words can be kept. All lists are ours.
enum Openings {
  static let denying = [
    "you [$filler] never [ever|even|once|really|just]", "you [$filler] $dont", "you $weak don't",
    "why (can't|don't|won't) you [ever|just|even]", "why do you never [ever|even]",
    "你[真的|就](总是|老是|从来|永远|一直都|总|老|根本|就是|都|又|完全|一点都|一点也|每次都|从来都|从来就|永远都|根本就)(不|没|没有|不会|不肯)",
    "你[真的|就](从不|从没|从未)", "你[真的|现在|最近都|最近|还是](不|不肯)", "你为什么(总是|老是|总|老|就|从来|从来都)(不|不能|不肯)",
    "你怎么(总是|老是|总|老|就|从来|从来都)(不|没)",
  ]

  static let doing = [
    "you [$filler] (always|constantly)", "why (do|must) you (always|constantly) [have to]",
    "你[真的|就](总是|老是|永远|永远都|一直都|每次都|总|老|又|就知道|动不动就|只会|就会|天天|一天到晚)[在]",
    "你(为什么|怎么)(总是|老是|总|老|又|每次都)[在|要|这么]",
  ]

  static let being = ["$youre [$filler] (always|constantly)"]

  static let feeling = [
    "you [$filler] [always] (make|made|makes) me feel", "你让我[总是|老是](觉得|感觉|感到)", "你让我",
  ]

  /// Words that end the part one keeps.
  static let ends: Set<String> = [
    "and", "but", "because", "so", "unless", "until", "when", "if", "while", "since", "anymore",
    "doesn't", "isn't", "always", "never", "every", "though", "just", "then", "even", "either",
  ]

  /// Plain verbs that can stand after "when you" and "when you don't", seen or heard by anybody.
  static let seen: Set<String> = [
    "listen", "call", "text", "answer", "reply", "help", "ask", "tell", "talk", "say", "come",
    "clean", "cook", "wash", "forget", "interrupt", "leave", "walk", "shout", "yell", "cancel",
    "change", "play", "work", "check", "stare", "scroll", "finish", "thank", "hug", "hold", "kiss",
    "remember", "spend", "plan", "invite", "bring", "show", "turn", "go", "stay", "sleep", "buy",
    "drink", "sit", "look", "laugh", "take", "put", "make", "do", "let", "visit", "write", "send",
    "wait", "open", "close", "pick", "keep", "share", "eat", "argue", "raise", "slam", "disappear",
  ]

  /// Verbs for what nobody can see: said as the writer's impression.
  static let felt: Set<String> = [
    "listen", "care", "love", "understand", "respect", "appreciate", "value", "trust", "see",
    "need", "want", "notice", "miss", "believe", "support", "think", "try",
  ]

  /// What "when you are" can go on with.
  static let states: Set<String> = [
    "late", "on", "away", "out", "at", "busy", "in", "home", "gone",
  ]

  static let seenChinese = [
    "回我", "回消息", "回信息", "回电话", "回家", "回微信", "接我", "接电话", "听我", "看我", "陪我", "等我", "问我", "告诉我",
    "帮我", "帮忙", "做家务", "做饭", "洗碗", "收拾", "打扫", "抱我", "跟我", "和我", "给我", "来接", "来看", "叫我", "理我",
    "迟到", "玩手机", "玩游戏", "打游戏", "看手机", "打断", "忘", "加班", "晚回", "吼", "摔", "发火", "发脾气", "走开", "挂电话",
    "挂我", "冷战", "拿我", "道歉", "抽烟", "喝酒", "出去", "熬夜", "催我", "取消", "改时间", "说下次", "夸我", "在饭桌上",
  ]

  static let feltChinese = [
    "在乎", "爱我", "关心", "尊重", "重视", "理解", "懂我", "珍惜", "心疼", "信任", "体谅", "相信我", "考虑我", "想我", "需要我",
    "记得", "明白我", "站在我", "想听", "想跟", "想和", "愿意", "把我",
  ]

  /// With one of these inside, what is left would no longer read as one sentence.
  static let brokenChinese = ["过", "一次", "一句", "任何", "都", "就", "也", "又", "还", "什么", "吗", "怎么"]

  /// Little words that close a Chinese sentence.
  static let particles: Set<Character> = ["了", "呢", "啊", "吧", "嘛", "呀", "的", "么", "哦", "啦"]

  static let feelings = [
    "失望", "伤心", "难过", "难受", "委屈", "生气", "累", "害怕", "孤单", "孤独", "寒心", "心累", "丢脸", "没面子", "心寒", "崩溃",
    "没有安全感", "没安全感", "不安", "心凉", "痛苦", "压抑", "窒息", "尴尬", "自卑",
  ]

  /// Before a feeling, how much of it.
  static let degrees = ["很", "太", "好", "特别", "非常", "真的很", "感到很", "感到", "一直很"]
}
