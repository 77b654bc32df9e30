import Agreements

// What is asked where a text touches what only one can decide about (rule S9): plain, about the
// text and never about a person, the same words to both.

extension Clauses.Topic {
  /// What both are asked before they agree.
  var question: Sentence {
    switch self {
    case .contact:
      Sentence(
        "This is about friends or family. Would it be right for both of you, and can each still "
          + "see their own people?",
        "这条说到朋友或家里人。换过来也一样行吗？各人还能见自己想见的人吗？")
    case .looks:
      Sentence(
        "This is about clothes or looks. Would it be right for both of you, and does each still "
          + "choose for themselves?",
        "这条说到穿着打扮。换过来也一样行吗？穿什么还是各人自己定吗？")
    case .money:
      Sentence(
        "This is about money. Would it be right for both of you, and can each still decide about "
          + "their own?",
        "这条说到钱。换过来也一样行吗？各人还能自己做主吗？")
    case .phone:
      Sentence(
        "This is about phones, passwords or messages. Would it be right for both of you, and does "
          + "each keep something of their own?",
        "这条说到手机、密码或消息。换过来也一样行吗？各人还有自己的一块地方吗？")
    case .location:
      Sentence(
        "This is about where someone is. Would it be right for both of you, and can each be "
          + "somewhere without saying so?",
        "这条说到人在哪儿。换过来也一样行吗？不想说的时候可以不说吗？")
    case .sex:
      Sentence(
        "This is about sex. Would it be right for both of you, and can each say no every time, "
          + "without a reason?",
        "这条说到性。换过来也一样行吗？谁不想的时候都可以说不，不用理由吗？")
    case .goingOut:
      Sentence(
        "This is about going out. Would it be right for both of you, and can each still come and "
          + "go?",
        "这条说到出门。换过来也一样行吗？各人还能想出门就出门吗？")
    case .punishment:
      Sentence(
        "This is about what happens if someone doesn't keep to it. Would it be right for both of "
          + "you, and need neither be afraid of it?",
        "这条说到没做到会怎样。换过来也一样行吗？谁都不用为这个害怕吗？")
    case .permission:
      Sentence(
        "This is about asking first. Would it be right for both of you, and can each still decide "
          + "about their own things?",
        "这条说到要先问过。换过来也一样行吗？自己的事各人还能自己定吗？")
    case .notAllowed:
      Sentence(
        "This is about what someone is not to do. Would it be right for both of you, and could "
          + "each say it as what they want to do themselves?",
        "这条说到不许做什么。换过来也一样行吗？能不能说成各人自己愿意怎么做？")
    case .leaving:
      Sentence(
        "This is about when one may stop. Would it be right for both of you? Here either of you "
          + "can end anything at any time.",
        "这条说到什么时候才可以不再约定。换过来也一样行吗？在这里，谁都可以随时不再约定。")
    }
  }
}

extension Clauses {
  /// Shown once, before anything else: the same about both, where `Clauses.mutual` found it.
  static func offer(_ mutual: String?) -> Sentence {
    guard let mutual else {
      return Sentence(
        "You could first say it about both of you, beginning with “Both of us”.",
        "可以先说成两个人的，用“我们都”开头。")
    }
    return Sentence(
      "You could first say it about both of you: “\(mutual)”", "可以先说成两个人的：“\(mutual)”")
  }

  /// What follows a yes of the one whom the text binds.
  static let askedAgain = Sentence(
    "Whoever it binds is asked once more, tomorrow at the earliest.",
    "要照着做的人会再被问一次，最早明天。")
}

extension ReplyDeadlines {
  /// The speaker's own side of it (rule S6).
  static let hint = Sentence(
    "This sets a time for someone else's answer. From your own side it could be: “I'll answer when "
      + "I'm free.”",
    "这里给另一个人定了回复的时间。也可以从自己这边说：“我有空就回你。”")
}
