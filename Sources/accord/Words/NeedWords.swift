import Agreements
import Journal

extension Need.Category {
  var named: Sentence {
    switch self {
    case .transparency: Sentence("transparency", "透明")
    case .stability: Sentence("stability", "稳定")
    case .respect: Sentence("respect", "尊重")
    case .company: Sentence("company", "陪伴")
    case .ritual: Sentence("ritual", "仪式感")
    case .commitment: Sentence("commitment", "承诺")
    case .contact: Sentence("regular contact", "规律联系")
    case .attention: Sentence("attention", "关注")
    case .time: Sentence("time together", "共同时间")
    case .seen: Sentence("being seen", "被看见")
    case .affirmation: Sentence("affirmation", "肯定")
    case .understanding: Sentence("being understood", "被理解")
    case .support: Sentence("support", "支持")
    case .space: Sentence("space", "空间")
    case .other: Sentence("something else", "其他")
    }
  }
}

extension Need {
  /// Everything it says, a line each: what the other sees of it, no more and no less.
  ///
  /// - Parameter first: an id behind the first line, where there is one.
  func lines(_ terminal: Terminal, first id: String? = nil) -> [String] {
    let mark = id.map { "  " + terminal.dim($0) } ?? ""
    let rest: [(Sentence, String?)] = [
      (Sentence("when I get uneasy", "容易不安的时候"), trigger?.text),
      (Sentence("what I do for myself first", "我先为自己做的"), step?.text),
      (Sentence("what would help me", "我希望你可以"), request?.text),
    ]
    return [category.named.before(terminal.shownLines(text.text)) + mark]
      + rest.compactMap { name, text in text.map { "  " + name.before(terminal.shownLines($0)) } }
  }

  func json(id: ID, _ more: [(String, JSON)]) -> JSON {
    let members: [(String, JSON)] =
      [
        ("category", .string(category.rawValue)), ("id", .string(id.text)),
        ("request", request.map { .string($0.text) } ?? .null),
        ("step", step.map { .string($0.text) } ?? .null), ("text", .string(text.text)),
        ("trigger", trigger.map { .string($0.text) } ?? .null),
      ] + more
    return .object(
      members.sorted { $0.0 < $1.0 }.map { JSON.Member(key: $0.0, value: $0.1) })
  }
}
