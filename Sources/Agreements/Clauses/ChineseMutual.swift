/// Turns one Chinese sentence about one partner into one about both.
struct ChineseMutual {
  let names: [String]

  func turned(_ sentence: String) -> Turned {
    let persons = ["你", "我"] + names
    guard let (lead, subject, told) = split(sentence) else {
      return persons.contains { sentence.contains($0) } ? .unknown : .same
    }
    if (persons + Self.unknown).contains(where: { lead.contains($0) }) { return .unknown }
    for (phrase, turned) in Self.askings where told.hasPrefix(phrase) {
      let next = told.dropFirst(phrase.count)
      guard !next.isEmpty, !Self.notAfter(phrase).contains(where: { next.hasPrefix($0) }) else {
        return .unknown
      }
      guard let rest = rest(of: next, subject: subject) else { return .unknown }
      return .mutual("\(lead)我们\(turned)\(rest)")
    }
    return .unknown
  }

  /// What comes before the subject, the subject ("" where a ban has none), and what is told of it.
  private func split(_ sentence: String) -> (String, String, Substring)? {
    var lead = ""
    var rest = Substring(sentence)
    while let first = rest.first, lead.count <= 12 {
      for subject in (["你"] + names) where rest.hasPrefix(subject) {
        return (lead, subject, rest.dropFirst(subject.count))
      }
      if lead.isEmpty, Self.bans.contains(where: { rest.hasPrefix($0) }) { return ("", "", rest) }
      lead.append(first)
      rest = rest.dropFirst()
    }
    return nil
  }

  /// What follows, with the two put in place of one; nil where that cannot be known.
  private func rest(of text: Substring, subject: String) -> String? {
    if Self.unknown.contains(where: { text.contains($0) }) { return nil }
    let isNamed = names.contains(subject)
    var rest = ""
    var left = text
    while let first = left.first {
      if isNamed, first == "他" || first == "她" || left.hasPrefix("你") { return nil }
      if !subject.isEmpty, isNamed, left.hasPrefix(subject) { return nil }
      let name = names.first { left.hasPrefix($0) }
      if first == "我" || name != nil {
        let count = name?.count ?? 1
        left = left.dropFirst(count)
        guard Self.before.contains(where: { rest.hasSuffix($0) }) || left.hasPrefix("的"),
          !Self.doing.contains(where: { left.hasPrefix($0) })
        else { return nil }
        rest += "彼此"
      } else if first == "你" {
        left = left.dropFirst()
        guard let next = left.first, "的自妈爸家朋父母哥姐弟妹同".contains(next) else { return nil }
        if next != "自" { rest += "自己" }
      } else {
        rest.append(first)
        left = left.dropFirst()
      }
    }
    return rest
  }

  /// How something is asked of one, and how of both. Longer ones come first.
  private static let askings: [(String, String)] = [
    ("以后不许", "以后都不"), ("以后不准", "以后都不"), ("以后不要", "以后都不"), ("以后别", "以后都不"),
    ("不可以", "都不可以"), ("不允许", "都不"), ("不许", "都不"), ("不准", "都不"), ("不能", "都不能"),
    ("不得", "都不"), ("不要", "都不"), ("不再", "都不再"), ("禁止", "都不"), ("别", "都不"), ("必须", "都必须"),
    ("应该", "都应该"), ("只能", "都只能"), ("只许", "都只能"), ("需要", "都需要"), ("每天", "每天都"),
    ("每次", "每次都"), ("每周", "每周都"), ("要", "都要"), ("得", "都得"),
  ]

  private static let bans = ["不许", "不准", "禁止", "必须"]

  /// Where the same characters begin another word, or what is left would be no sentence.
  private static func notAfter(_ phrase: String) -> [String] {
    switch phrase {
    case "不准", "以后不准": ["时", "备", "确", "不", "没", "有", "是", "点", "的", "用"]
    case "不得": ["不", "了", "已"]
    case "别", "以后别": ["人", "的", "忘", "担心", "怕", "急", "不", "没", "有", "是", "墅", "提", "处", "用"]
    case "要": ["是", "不", "么", "求", "好", "紧", "的"]
    case "得": ["到", "意", "了", "很", "知", "出", "罪"]
    case "每天", "每次", "每周": ["都", "的"]
    case "需要": ["的"]
    // 不用 would say that nobody needs to.
    default: ["不", "没", "有", "是", "的", "都", "用", "自己"]
    }
  }

  /// Where one of these stands, nobody can tell what it becomes.
  private static let unknown = [
    "我们", "咱", "彼此", "互相", "两个人", "两人", "谁", "各自", "对方", "他们", "不许", "不准",
    "禁止", "否则", "也得",
  ]

  /// After these, the one who is named does nothing.
  private static let before = [
    "告诉", "跟", "和", "给", "对", "向", "问", "让", "经过", "经", "征得", "离开", "通知", "骗", "瞒", "听",
    "陪", "得到", "没有",
  ]

  /// Before these, the one who is named does something, whatever came before.
  private static let doing = [
    "要", "想", "会", "能", "不", "来", "在", "是", "就", "才", "都", "也", "们", "答应", "先",
  ]
}
