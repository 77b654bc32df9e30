import Agreements
import Storage

/// What is said after something was suggested: the same for a first text, a counter and a change.
enum Suggesting {
  static let nothing = Sentence("Nothing was suggested.", "好，先不提。")

  /// The answer that suggests a text, or says what one's own boundary is.
  static func invitation(_ wording: Wording, isNew: Bool, to name: String) -> Sentence {
    if wording.promise.owner != nil { return Sentence("say so", "就这样定") }
    return isNew
      ? Sentence("suggest it", "跟\(name)提") : Sentence("suggest this", "这样跟\(name)提")
  }

  static func report(_ outcome: Outcome, _ acting: Acting) -> Report {
    let other = acting.other.name.text.visible
    let text = outcome.agreement.revisions[outcome.revision]
    let sentence: Sentence
    if outcome.agreement.owner != nil {
      sentence =
        outcome.stood
        ? Sentence("This is your boundary already.", "这已经是你的边界了。")
        : Sentence(
          "Your boundary, from now on. Nobody has to say yes to it.",
          "从现在起，这是你的边界，不用谁点头。")
    } else if text?.agreedAt != nil, outcome.stood {
      sentence = Sentence("This is agreed already.", "这条已经说好了。")
    } else if text?.agreedAt != nil {
      sentence = Sentence(
        "You both suggested the same: agreed. Either of you can end it any time: accord end",
        "你们想到一起了：说好了。谁都可以随时不再约定：accord end")
    } else if outcome.stood {
      sentence = Sentence(
        "This is with \(other) already. No answer is not a no.",
        "这条已经提给\(other)了。没回答不等于不愿意。")
    } else if outcome.agreement.standing != nil {
      sentence = Sentence(
        "Suggested to \(other). The old text holds until you have both said yes.",
        "已经提给\(other)了。两个人都点头之前，照旧。")
    } else {
      sentence = Sentence(
        "Suggested to \(other). It counts once you have both said yes.",
        "已经提给\(other)了。两个人都点头才算数。")
    }
    return Report(lines: [sentence.text], json: [("agreement", acting.json(outcome.agreement))])
  }

  static func hints(_ wording: Wording, declines: [Instant], in session: Session) {
    if case .coolDown(let terms) = wording.terms, terms.length.count < 20 {
      session.remark(
        Sentence(
          "(under 20 minutes the body has often not settled yet)",
          "（不到20分钟，身体往往还没缓过来）"))
    }
    if let cue = wording.terms.cue, !IfThen.namesMoment(cue) {
      session.remark(
        Sentence(
          "(a moment both would notice makes it easier to keep: \"when we come home\")",
          "（写一个两个人都看得出来的时刻，更容易做到，比如“回到家的时候”）"))
    }
    if Declines.suggestRest(declines, now: session.clock.now) {
      session.remark(
        Sentence(
          "(this has met \"not this time\" three times; perhaps put it down for now, or look at it with a third person)",
          "（这件事已经三次“这次不了”，也许先放下，或者请第三个人一起看看）"))
    }
  }
}

extension Terms {
  /// The moment a promise is tied to, where it is written in words.
  fileprivate var cue: Note? {
    switch self {
    case .coolDown, .checkIn: nil
    case .reassurance(let terms): terms.cue
    case .boundary(let terms): terms.cue
    case .ritual(let ritual):
      if case .cue(let cue, _) = ritual.occasion { cue } else { nil }
    }
  }
}
