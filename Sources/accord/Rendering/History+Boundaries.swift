import Agreements

// What a partner did with a boundary of their own, a line each.

extension History {
  /// Nil where it is nothing of the kind, or not the owner's doing.
  func toldOwn(
    _ act: Act, by partner: Partner.ID, _ words: Words, title: String?
  ) -> Told? {
    guard let on = act.agreement, words.owners[on] == partner else { return nil }
    let who = Names(pair: pair).name(partner)
    let what = title.map { Sentence.quoting($0.visible) } ?? Session.erasedTitle
    func say(_ verb: String, _ english: String, _ chinese: String) -> Told {
      Told(verb: verb, sentence: Sentence(english, chinese), title: title)
    }
    switch act {
    case .propose(_, let proposal) where proposal.step == .new:
      return say(
        "declare", "\(who) declared a boundary: \(what.english)",
        "\(who)定下了自己的边界：\(what.chinese)")
    case .propose:
      return say(
        "amend", "\(who) changed a boundary: \(what.english)",
        "\(who)改了自己的边界：\(what.chinese)")
    case .end:
      return say(
        "end", "\(who) let go of a boundary: \(what.english)",
        "\(who)放下了自己的边界：\(what.chinese)")
    default: return nil
    }
  }
}
