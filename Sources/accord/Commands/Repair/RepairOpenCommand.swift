import Agreements
import ArgumentParser
import Journal
import Storage

struct RepairOpenCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "open", aliases: ["打开"],
      Sentence("read what both wrote, at once", "一起看两个人写的"),
      examples: [Sentence("accord repair open", "accord 和好 打开")])
  }

  @OptionGroup var hints: HintOptions
  @OptionGroup var shared: SharedOptions

  private enum Next {
    case one(Acting, TalkText)
    case amend
  }

  func perform(in session: Session) throws -> Report {
    let store = try session.writing()
    let page = TalkPage(session: session, pair: store.pair)
    switch try Together(session: session, store: store, talk: .repair).open() {
    case .notBoth:
      return .says(
        Sentence(
          "Not both of you have written yet, so nothing is shown. Each apart: accord repair",
          "两个人还没都写好，先不打开。各自写：accord repair"), json: page.json(nil))
    case .waits(let other):
      return .waits(for: other, json: [page.json(nil)])
    case .opened(let opened, let actings):
      let report = Report(lines: page.repair(opened), json: [page.json(opened)])
      guard session.prompt.canAsk else { return report }
      try Report.send(Report(lines: report.lines), asJSON: false)
      return Report(lines: try goOn(opened, actings, on: store), json: report.json)
    }
  }

  /// What each would do next time may become an agreement; a rule that keeps breaking is changed.
  private func goOn(
    _ opened: Gathering.Opened, _ actings: [Acting], on store: Store
  ) throws -> [String] {
    guard let session = actings.first?.session else { return [] }
    let things = actings.compactMap { one in
      opened.notes[one.me.id]?.texts[.next].map { (acting: one, text: $0) }
    }
    let isAnyInForce = try !store.inForce(at: session.clock.now).isEmpty
    var choices = things.map { thing in
      let name = thing.acting.me.name.text.visible
      return Menu<Next?>.Choice(
        .one(thing.acting, thing.text),
        Sentence("suggest what \(name) would do", "把\(name)想做的提成约定"))
    }
    if isAnyInForce { choices.append(.init(.amend, Sentence("change a rule", "改一条约定"))) }
    if choices.isEmpty { return [] }
    choices.append(.init(nil, Sentence("leave it at that", "就这样")))
    let chosen = try session.prompt.menu(
      Menu(choices, layout: .list), question: Sentence("And now?", "接下来？"), onEnter: .some(nil),
      flag: "accord propose")
    switch chosen {
    case .one(let acting, let text)?:
      return try OneThingEach(noHints: hints.noHints).ask(acting, then: text.text)
    case .amend?: return try amend(on: store, session)
    case nil: return []
    }
  }

  private func amend(on store: Store, _ session: Session) throws -> [String] {
    let acting = try session.acting(on: store)
    let summary = try session.choose(
      nil, from: try store.inForce(at: session.clock.now).within(reach: acting.me), of: store,
      nothing: Problem(.notInForce, in: .none))
    return try Answers.amend(
      store.agreement(summary), terms: .none(noHints: hints.noHints), title: nil, acting,
      store.handle(of: store.agreement(summary))
    ).lines
  }
}
