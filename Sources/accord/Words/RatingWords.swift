import Agreements

extension Rating.Question {
  /// What one asks oneself.
  var named: Sentence {
    switch self {
    case .seen: Sentence("I feel seen", "我觉得被看见")
    case .speaking: Sentence("I dare to say what I need", "我敢说出需要")
    case .mending: Sentence("I trust that we make up again", "我相信我们会和好")
    }
  }
}

extension Rating {
  /// What the numbers are not.
  static let caution = Sentence(
    "Three questions of our own, no validated scale; for nobody but you.",
    "三个自己想的问题，不是验证过的量表，只给你自己看。")
}

extension UsualRange {
  /// `usually 4 to 8`; whole grades, as far as the range reaches.
  var named: Sentence {
    let from = Int(lower.rounded(.up))
    let to = Int(upper.rounded(.down))
    return from >= to
      ? Sentence(
        "usually about \(Int(((lower + upper) / 2).rounded()))",
        "通常在\(Int(((lower + upper) / 2).rounded()))上下")
      : Sentence("usually \(from) to \(to)", "通常在\(from)到\(to)之间")
  }
}
