import Agreements
import ArgumentParser
import Journal
import Sealing

struct DraftRemoveCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "remove", aliases: ["删掉", "抹去"],
      Sentence("remove what was left, for good", "把留下来的文字彻底删掉"),
      examples: [Sentence("accord draft remove", "accord 草稿 删掉")])
  }

  @OptionGroup var which: DraftArgument
  @Flag(help: .said("without a question", "不再确认")) var yes = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let acting = try session.acting(on: try session.reading())
    // Whoever has a password says with it that these are their words.
    let keys = try acting.keyring.file().all
    let mine = session.leftDrafts(of: acting.me)
    if mine.isEmpty { return .says(Report.noDrafts, json: ("removed", .bool(false))) }
    let chosen = try session.leftDraft(which, of: mine) ?? ask(which: mine, keys, session)
    guard try session.isSureToErase(yes: yes) else {
      chosen.markTold()
      return .says(Sentence("It stays.", "好，留着。"), json: ("removed", .bool(false)))
    }
    do { try chosen.discard() } catch {
      let path = chosen.path.visible
      throw Problem(
        "input-output", .input,
        Sentence(
          "it could not be removed; look into \(path), and remove that folder yourself",
          "没能删掉；请看看 \(path)，再自己删掉这个文件夹"))
    }
    return .says(Sentence("It is gone.", "抹去了。"), json: ("removed", .bool(true)))
  }

  private func ask(
    which mine: [LeftDraft], _ keys: [DeviceKeys], _ session: Session
  ) throws -> LeftDraft {
    try session.prompt.menu(
      Menu(
        mine.map { draft in
          let text = (try? draft.texts(with: keys).joined(separator: "\n")) ?? ""
          let words = text.lines.filter { !$0.hasPrefix("# accord") }.joined(separator: " ")
          return Menu.Choice(draft, titled: words.trimmed.visible.truncated(to: 60))
        }, layout: .list),
      question: Sentence("Which one?", "哪一个？"),
      otherwise: Problem(
        "missing", .usage,
        Sentence(
          "several are left; say which one by its number: accord draft remove 1",
          "留下了几段，请写上编号：accord draft remove 1")))
  }
}
