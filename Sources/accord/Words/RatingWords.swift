import Agreements

extension Rating.Question {
  /// What one asks oneself.
  var named: Sentence {
    switch self {
    case .seen: Sentence("I feel seen", "我觉得自己被看见了")
    case .speaking: Sentence("I dare to say what I need", "我敢说出自己的需要")
    case .mending: Sentence("I trust that we make up again", "我相信吵过以后我们会和好")
    }
  }
}

extension Rating {
  /// What the numbers are not.
  static let caution = Sentence(
    "Three questions of our own, no validated scale; for nobody but you.",
    "这三个问题是 Accord 自己拟的，不是专业量表；只给你自己看。")
}

extension UsualRange {
  /// `usually 4 to 8`; whole grades, as far as the range reaches.
  var named: Sentence {
    let from = Int(lower.rounded(.up))
    let to = Int(upper.rounded(.down))
    return from >= to
      ? Sentence(
        "usually about \(Int(((lower + upper) / 2).rounded()))",
        "平时多在\(Int(((lower + upper) / 2).rounded()))上下")
      : Sentence("usually \(from) to \(to)", "平时多在\(from)到\(to)之间")
  }
}
