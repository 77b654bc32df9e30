import Agreements

// What is asked where a text touches what only one can decide about (rule S9): plain, about the
// text and never about a person, the same words to both.

extension Clauses.Topic {
  /// What both are asked before they agree.
  var question: Sentence {
    switch self {
    case .contact:
      Sentence(
        "This is about friends or family. Can each of you still see your own people?",
        "这条说到朋友或家里人。你们各自还能想见谁就见谁吗？")
    case .looks:
      Sentence(
        "This is about clothes or looks. Does each of you still choose for yourself?",
        "这条说到穿着打扮。穿什么，还是自己说了算吗？")
    case .money:
      Sentence(
        "This is about money. Can each of you still decide about your own?",
        "这条说到钱。自己的钱，还能自己做主吗？")
    case .phone:
      Sentence(
        "This is about phones, passwords or messages. Does each of you keep something of your own?",
        "这条说到手机、密码或消息。各自还能有自己的空间吗？")
    case .location:
      Sentence(
        "This is about where someone is. Can each of you be somewhere without saying so?",
        "这条说到人在哪儿。不想说的时候可以不说吗？")
    case .sex:
      Sentence(
        "This is about sex. Can each of you say no every time, without a reason?",
        "这条说到性。不想的时候，谁都可以直接说不吗？")
    case .goingOut:
      Sentence(
        "This is about going out. Can each of you still come and go?",
        "这条说到出门。各自还能想出门就出门吗？")
    case .punishment:
      Sentence(
        "This is about what happens if someone doesn't keep to it. Does neither of you have to be "
          + "afraid of it?",
        "这条说的是没做到要怎么样。会不会有人因此害怕？")
    case .permission:
      Sentence(
        "This is about asking first. Can each of you still decide about your own things?",
        "这条说到要先问过。自己的事，还能自己决定吗？")
    case .notAllowed:
      Sentence(
        "This is about what someone is not to do. Could each of you say it as what you want to do "
          + "yourself?",
        "这条说到不许做什么。能不能换成说“我愿意怎么做”？")
    case .leaving:
      Sentence(
        "This is about when one may stop. Here either of you can end anything at any time.",
        "这条说到什么时候才可以不再约定。在这里，谁都可以随时不再约定。")
    }
  }
}

extension Clauses.Topic {
  /// What is no better where it holds for both: two who see no friends are two who see none.
  var isNoBetterAboutBoth: Bool {
    switch self {
    case .contact, .goingOut, .sex, .punishment, .notAllowed: true
    case .looks, .money, .phone, .location, .permission, .leaving: false
    }
  }

  /// Where the way to the safety page stands beside the question.
  var isGrave: Bool { self == .sex || self == .punishment }
}

extension Clauses {
  /// The same about both first: in these words, where they could be found.
  static func offer(_ mutual: Sentence?) -> Sentence {
    guard let mutual else {
      return Sentence(
        "Would it be right the other way round too? You could say it about both of you, beginning "
          + "with \"Both of us\".",
        "反过来换成你做，你也愿意吗？也可以换成两个人都做，用“我们都”开头。")
    }
    let words = mutual.quoted
    return Sentence(
      "Would it be right the other way round too? About both of you it would be: \(words.english)",
      "反过来换成你做，你也愿意吗？换成两个人都做，就是：\(words.chinese)")
  }

  /// Of an own boundary that tells the other what to do.
  static func notOwn(_ other: String) -> Sentence {
    Sentence(
      "This says what \(other) does. A boundary of your own says what you will do; to ask for this: accord propose boundary",
      "这条说的是\(other)要怎么做。自己的边界说的是自己会怎么做；想跟\(other)提这个：accord propose 边界")
  }

  static let mutualChoice = Sentence("say it about both of us", "换成我们都")

  /// What a yes to it takes.
  static let askedTwice = Sentence(
    "You are both asked twice, with a night between; only then does it count.",
    "你们两个都会被问两次，中间隔一夜；两次都点头才算数。")
}
