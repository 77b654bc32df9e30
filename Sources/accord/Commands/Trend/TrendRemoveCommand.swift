import Agreements
import ArgumentParser
import Journal
import Vault

struct TrendRemoveCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "remove", aliases: ["删掉", "抹去"],
      Sentence("erase the grades of one day for good", "把某一天记的彻底抹去"),
      examples: [
        Sentence("accord trend remove 2026-11-21", "accord 起伏 删掉 2026-11-21")
      ])
  }

  @Argument(help: .said("the day, as 2026-11-21", "哪一天，比如 2026-11-21", value: ("DAY", "日子")))
  var day: String?
  @Flag(help: .said("without a question", "不再确认")) var yes = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let typed = day.flatMap { Day(iso: Token($0).text) }
    guard day == nil || typed != nil else {
      throw Problem(
        "bad-value", .usage,
        Sentence("write the day like this: 2026-11-21", "日子请这样写：2026-11-21"))
    }
    let side = try session.privately()
    let days = try side.read().ratings().map(\.day)
    let chosen = try typed ?? pick(days, session)
    guard days.contains(chosen) else {
      throw Problem(
        "no-match", .usage,
        Sentence(
          "nothing was noted on that day; all of them: accord trend",
          "那一天没有记过。全部在这里：accord trend"))
    }
    guard try session.isSureToErase(yes: yes) else { return .nothingErased("on") }
    _ = try side.change { try $0.removeRating(on: chosen) }
    return .erased(json: ("on", .string(chosen.iso)))
  }

  private func pick(_ days: [Day], _ session: Session) throws -> Day {
    try session.prompt.menu(
      Menu(
        days.map { Menu.Choice($0, titled: $0.named(today: session.today).text) }, layout: .list),
      question: Sentence("Which day?", "哪一天？"),
      otherwise: Problem(
        "missing", .usage, Sentence("say which day: 2026-11-21", "哪一天？请写成 2026-11-21")))
  }
}
