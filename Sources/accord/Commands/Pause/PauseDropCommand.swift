import Agreements
import ArgumentParser
import Journal
import Storage

struct PauseDropCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "drop", aliases: ["放下", "先放下"],
      Sentence("leave it for now: nothing has to be talked through", "这事先放下，不用非谈不可"),
      examples: [Sentence("accord pause drop", "accord 停一停 放下")])
  }

  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let acting = try session.acting(on: try session.writing())
    let outcome = try acting.write { try $0.comeBack(leavesIt: true) }
    let screen = try PauseScreen(session, acting.store, reader: acting.me, outcome.pauses)
    let other = acting.other.name.text.visible
    let left = Sentence(
      "Left for now: nothing has to be talked through. \(other) can see that.",
      "好，这事先放下，不用非谈不可。\(other)看得到。")
    return Report(
      lines: [left.text] + [screen.othersTime?.text].compactMap(\.self) + [Safety.line.text],
      json: screen.json)
  }
}
