import Agreements
import ArgumentParser
import Journal
import Storage

struct CheckinOpenCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "open", aliases: ["打开"],
      Sentence("open what both prepared, at once, and talk", "一起打开，开始聊"),
      examples: [Sentence("accord checkin open", "accord 聊聊 打开")],
      notes: Sentence(
        "Where not both have prepared, nothing of either is shown, and a short talk is enough.",
        "只要有一个人还没准备好，谁写的都不显示，短短聊几句就好。"))
  }

  @OptionGroup var hints: HintOptions
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.writing()
    let together = Together(session: session, store: store, talk: .checkIn)
    let talks = try store.standing([.checkIn], at: session.clock.now)
    let skips = try store.talks().skips
    let next = session.nextOccasion(talks, after: session.today, besides: skips)
    let page = TalkPage(session: session, pair: store.pair)
    let nextDay = Self.next(next, session)
    switch try together.open() {
    case .notBoth:
      // One that is still to come today comes first.
      let now = session.clock.now
      let tonight = session.occasions(talks, on: session.today)
        .first { !skips.contains($0.day) && $0.at.map { now < $0 } ?? false }
      let coming = tonight ?? next
      return Report(
        lines: page.short(next: coming), json: [page.json(nil), Self.next(coming, session)])
    case .waits(let other):
      return .waits(for: other, json: [page.json(nil), nextDay])
    case .opened(let opened, let actings):
      let isSettling = (try? store.pauses().checkAnswering(at: session.clock.now)) == nil
      let reviews = isSettling ? [] : try session.toReview(in: store, by: nil)
      let report = Report(
        lines: page.agenda(opened, reviews: reviews, next: next),
        json: [page.json(opened), nextDay])
      guard session.prompt.canAsk else { return report }
      return try OneThingEach(noHints: hints.noHints).asked(after: report, actings)
    }
  }
}

extension CheckinOpenCommand {
  private static func next(_ occasion: Occasion?, _ session: Session) -> (String, JSON) {
    ("next", occasion.map { .string(session.shownDay($0).iso) } ?? .null)
  }
}

extension Report {
  /// What one brought is open; the other's computer opens the rest.
  static func waits(for other: Partner, json: [(String, JSON)]) -> Report {
    let name = other.name.text.visible
    return Report(
      lines: [
        Sentence(
          "Yours is open. Both are shown once \(name) opens theirs.", "你的打开了。等\(name)也打开，一起给你们看。"
        ).text
      ], json: json)
  }
}
