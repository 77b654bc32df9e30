import Agreements
import ArgumentParser
import Journal
import Storage

struct ForgetCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "forget", aliases: ["抹去", "忘掉"],
      Sentence("erase texts for good", "把文字彻底抹去"),
      examples: [Sentence("accord forget \"half an hour\"", "accord forget 半小时")],
      notes: Sentence(
        "Your own words that were never agreed go at once. What was agreed and has ended goes once both of you ask for it. What was read cannot be unread.",
        "自己写的、没说好的，马上抹去。说好过又不再约定的，要两个人都这样要求。\n看过的收不回来。"))
  }

  @OptionGroup var target: ReferenceArgument
  @Flag(help: .said("without a question", "不再确认")) var yes = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    try session.demandReference(target)
    let store = try session.writing()
    let (acting, agreement, reference) = try session.target(
      target, on: store, nothing: .nothingToForget
    ) { store, actor in try store.everything().filter { $0.title != nil }.within(reach: actor) }
    let step = try acting.judged(about: reference) { try agreement.forgetting(by: acting.me.id) }
    if case .act(.forget(_, let forgetting)) = step {
      let isWhole = forgetting.scope == .all
      let title = Sentence.quoting(
        (agreement.shown?.wording?.title.text ?? Session.erasedTitle.text).visible)
      let other = acting.other.name.text.visible
      let question: Sentence =
        if !isWhole {
          Sentence(
            "Erase what you wrote in \(title.english)?", "把你在\(title.chinese)里写的抹去？")
        } else if agreement.owner != nil {
          Sentence("Erase all of \(title.english)?", "把\(title.chinese)整条抹去？")
        } else if agreement.forgottenBy[acting.other.id] != nil {
          Sentence(
            "Erase all of \(title.english)? \(other) wants that too: it goes at once.",
            "把\(title.chinese)整条抹去？\(other)也想抹去，会马上抹掉。")
        } else {
          Sentence(
            "Erase all of \(title.english), once \(other) wants that too?",
            "把\(title.chinese)整条抹去（等\(other)也想抹去时）？")
        }
      let sure = try session.isSure(
        question, Sentence("erase", "抹去"), yes: yes,
        otherwise: Sentence(
          "this cannot be taken back; say so with --yes", "这一步收不回来，确定的话请加 --yes"))
      if !sure {
        return .says(
          Sentence("Nothing was erased.", "好，没有抹去。"), json: ("agreement", .null))
      }
    }
    let outcome = try acting.write(about: reference) { try $0.forget(agreement.id) }
    return .says(
      sentence(for: outcome.agreement, acting),
      json: ("agreement", acting.json(outcome.agreement)))
  }

  private func sentence(for agreement: Agreement, _ acting: Acting) -> Sentence {
    let asked = agreement.forgottenBy
    if asked[acting.me.id] == nil {
      return Sentence(
        "What you wrote is erased here; backups keep what they have. That there was something stays visible.",
        "你写的抹去了；以前的备份里还有。只留下“有过这么一条”。")
    }
    let isErased = agreement.revisions.values.allSatisfy { $0.wording == nil }
    if asked[acting.other.id] != nil || isErased {
      return Sentence(
        "Erased here; backups keep what they have. That there was something stays visible.",
        "抹去了；以前的备份里还有。只留下“有过这么一条”。")
    }
    let other = acting.other.name.text.visible
    return Sentence(
      "Noted. It is erased once \(other) asks for it too.", "记下了。\(other)也这样要求时，就抹去。")
  }
}
