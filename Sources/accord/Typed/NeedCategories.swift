import Agreements

extension Need.Category: Named {
  var names: [String] {
    switch self {
    case .transparency: ["transparency", "openness", "透明"]
    case .stability: ["stability", "稳定"]
    case .respect: ["respect", "尊重"]
    case .company: ["company", "陪伴"]
    case .ritual: ["ritual", "仪式感", "仪式"]
    case .commitment: ["commitment", "promise", "承诺"]
    case .contact: ["contact", "regularcontact", "固定联系", "规律联系", "联系"]
    case .attention: ["attention", "关注"]
    case .time: ["time", "timetogether", "在一起的时间", "共同时间"]
    case .seen: ["seen", "beingseen", "被看见"]
    case .affirmation: ["affirmation", "肯定"]
    case .understanding: ["understanding", "beingunderstood", "被理解", "理解"]
    case .support: ["support", "支持"]
    case .space: ["space", "空间"]
    case .other: ["other", "somethingelse", "其他", "其它"]
    }
  }

  static var meaning: Mistyped.Value { .category }
}
