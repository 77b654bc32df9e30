import Agreements
import ArgumentParser
import Journal
import Storage
import Vault

struct NeedEditCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "edit", aliases: ["改"],
      Sentence("change one of your needs", "改你的一个需要"),
      examples: [
        Sentence("accord need edit k7x", "accord 需要 改 k7x"),
        Sentence("accord need edit k7x --edit", "accord 需要 改 k7x --edit"),
      ],
      notes: Sentence(
        "What was shared stays as it was until you share it again. Standard input takes the place of all of it.",
        "分享过的还是原来的样子，再分享一次才会变。从标准输入读时，会换掉全部内容。"))
  }

  @OptionGroup var need: NeedArgument
  @OptionGroup var category: CategoryOption
  @Flag(help: .said("write it in your editor", "用编辑器来写")) var edit = false
  @OptionGroup var hints: HintOptions
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let category = try category.value
    let side = try session.privately()
    let kept = try session.ownNeed(need, in: try side.read())
    var form = Form.need(kept.need)
    form.texts[.category] = try session.category(
      category, before: kept.need.category, inEditor: edit)
    let hint = WordingHint(for: side.acting, isOff: hints.noHints)
    let done = try session.fill(form, by: side.acting.me, inEditor: edit) { form in
      let changed = try form.need()
      try side.change { pen in
        guard let now = try pen.vault.need(kept.id) else { throw Problem.goneMeanwhile }
        guard now.need == kept.need else { throw Problem.changedMeanwhile }
        _ = try pen.replace(kept.id, with: changed, at: session.clock.now)
      }
      hint.say(aboutPrivate: changed.said.filter { !kept.need.said.contains($0) })
      return changed
    }
    guard let done else {
      return .says(Sentence("Nothing was changed.", "好，没有改。"), json: ("need", .null))
    }
    let now = session.clock.now
    let isShown = try side.acting.store.sharedNeeds(at: now).contains {
      $0.id == kept.id && $0.partner == side.acting.me.id && $0.need != done
    }
    let short = Handles(try side.read().needs().map(\.id)).short(kept.id)
    let other = side.acting.other.name.text.visible
    return .says(
      isShown
        ? Sentence(
          "Changed, for you alone. \(other) still sees it as it was; to show it anew: accord need share \(short)",
          "改好了，只给你自己看。\(other)看到的还是原来的；重新给\(other)看：accord need share \(short)")
        : Sentence("Changed.", "改好了。"),
      json: ("need", done.json(id: kept.id, [])))
  }
}
