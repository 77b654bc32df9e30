import Agreements
import Journal
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

  /// A first text: completed with its writer, shown, and suggested.
  static func first(
    _ start: Composition, _ terms: TermOptions, _ acting: Acting
  ) throws -> Report {
    let session = acting.session
    let card = try session.card(for: acting.store)
    let hint = WordingHint(for: acting, isOff: terms.hints.noHints)
    let questions = PlainQuestions(for: acting)
    let report = try session.compose(
      start, options: terms, partner: acting.other,
      show: { card.besides($0) + questions.lines(about: $0) + hint.lines(about: $0) },
      suggest: { wording in
        let twice = questions.asksTwice(wording)
        let (outcome, declines) = try acting.write {
          (try $0.propose(wording, asksTwice: twice), try $0.declines(of: wording))
        }
        if !outcome.stood { questions.say(about: wording) }
        hint.say(about: wording)
        Hints.say(about: wording, declines: declines, in: session)
        return Suggesting.report(outcome, acting)
      })
    return report ?? .says(nothing, json: ("agreement", .null))
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
    } else if let text, text.agreedAt == nil,
      !text.authors.contains(acting.me.id) || outcome.stood && text.asksAgain(acting.me.id)
    {
      // The other suggested the very same, or one did so oneself: it is about that yes.
      sentence = Answers.said(outcome, acting)
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
    } else if let text, let day = acting.session.restsUntil(acting.me.id, text) {
      let from = day.distance(from: acting.session.today)
      sentence = Sentence(
        "Suggested to \(other). You too say yes once more, \(from.english) at the earliest: accord accept",
        "已经提给\(other)了。你自己也要再点一次头，最早\(from.chinese)：accord accept")
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
}
