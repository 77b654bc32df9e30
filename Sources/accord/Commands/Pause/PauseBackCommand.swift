import Agreements
import ArgumentParser
import Journal
import Storage

struct PauseBackCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "back", aliases: ["回来", "我缓过来了", "缓过来了"],
      Sentence("say that you are back, and how to begin", "我缓过来了；怎么开口"),
      examples: [Sentence("accord pause back", "accord 停一停 回来")],
      notes: Sentence(
        "For yourself alone: the other has the time that was named.",
        "只说你自己。另一个人该有的时间，一分不少。"))
  }

  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let acting = try session.acting(on: try session.writing())
    var pauses = try acting.store.pauses()
    // Whoever is back does not look at the clock first.
    let isLate = pauses.extendable(at: session.clock.now) == nil
    if !isLate {
      pauses = try acting.write { try $0.comeBack().pauses }
    }
    let screen = try PauseScreen(session, acting.store, reader: acting.me, pauses)
    return Report(lines: screen.returned(isLate: isLate), json: screen.json)
  }
}
