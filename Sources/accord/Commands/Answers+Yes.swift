import Agreements
import Storage

extension Answers {
  /// What the yes came to.
  static func said(_ outcome: Outcome, _ acting: Acting) -> Sentence {
    let text = outcome.agreement.revisions[outcome.revision]
    if let text, text.asksAgain(acting.me.id) {
      let session = acting.session
      guard let day = session.restsUntil(acting.me.id, text) else {
        return Sentence(
          "You said a first yes to this. It does not count before you say it again: accord accept",
          "这条你点过一次头，再点一次才算数：accord accept")
      }
      if outcome.stood {
        let on = day.named(today: session.today)
        let no = text.authors.contains(acting.me.id) ? "accord withdraw" : "accord decline"
        return Sentence(
          "You said a first yes to this already; from \(on.english) on you can say it again. To say no after all: \(no)",
          "这条你点过一次头了，\(on.chinese)起可以再点一次。想了想还是不了：\(no)")
      }
      let from =
        day == session.today
        ? Sentence("later today", "今天晚些时候") : day.distance(from: session.today)
      return Sentence(
        "That is a first yes, and you may still say no. It does not count before you say it again, \(from.english) at the earliest: accord accept",
        "先点了一次头，还不算数，也随时可以说这次不了。最早\(from.chinese)再点一次：accord accept")
    }
    if let text, text.agreedAt == nil, text.saysYes(acting.me.id) {
      let other = acting.other.name.text.visible
      return text.asksAgain(acting.other.id)
        ? Sentence(
          "Your yes stands. It counts once \(other) has said yes again.",
          "你这边点好了。等\(other)再点一次头就算数。")
        : Sentence(
          "Your yes stands. It counts once \(other) has said yes too.",
          "你这边点好了。等\(other)也点头就算数。")
    }
    return outcome.stood
      ? Sentence("This is agreed already.", "这条已经说好了。")
      : Sentence(
        "Agreed. Either of you can end it any time: accord end",
        "说好了。谁都可以随时不再约定：accord end")
  }
}
