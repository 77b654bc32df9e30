import Agreements
import Journal

// What was done with needs, a line each. The words of one are here as long as it is shown: then
// its entry is erased.

extension History {
  /// - Parameter act: `share`, `unshare` or `heard`.
  func told(_ act: Act, by partner: Partner.ID) -> Told? {
    let names = Names(pair: pair)
    let who = names.name(partner)
    let other = names.other(than: partner)
    switch act {
    case .share(_, let need):
      let text = need.text.text.visible
      return Told(
        verb: "share",
        sentence: Sentence(
          "\(who) showed \(other) a need: “\(text)”", "\(who)给\(other)看了一个需要：“\(text)”"))
    case .unshare:
      return Told(
        verb: "unshare",
        sentence: Sentence(
          "\(who) stopped showing \(other) a need", "有一个需要，\(who)不再给\(other)看了"))
    case .heard:
      return Told(
        verb: "heard",
        sentence: Sentence(
          "\(who) thanked \(other) for telling", "\(who)说：“听到了，谢谢你告诉我”"))
    default: return nil
    }
  }
}

extension Act {
  var shownNeed: Need? {
    if case .share(_, let need) = self { need } else { nil }
  }

  /// The need an act is about; its words where the act shows them.
  var needJSON: JSON? {
    need.map { id in
      let shown = shownNeed
      return .object([
        "category": optional(shown?.category.rawValue), "id": .string(id.text),
        "request": optional(shown?.request?.text), "step": optional(shown?.step?.text),
        "text": optional(shown?.text.text), "trigger": optional(shown?.trigger?.text),
      ])
    }
  }

  private func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
}
