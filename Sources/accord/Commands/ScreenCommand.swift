import ArgumentParser
import Sealing
import Storage

/// The program without a verb: a numbered list at a terminal, else what `today` says.
struct ScreenCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "screen", aliases: ["菜单"],
      Sentence("what needs you now, and what you can do", "今天要看的，和可以做的"),
      examples: [Sentence("accord", "accord")], shown: false)
  }

  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let asks = session.prompt.canAsk && session.terminal.outputIsTerminal
    let today: Report
    do { today = try Agenda(session).report() } catch let problem as Problem {
      // What lies aside, and could be put back, is not begun anew.
      let isEmpty =
        problem.hint == nil && (try? DeviceKeys.available(in: session.folder)) ?? [] == []
      guard asks, isEmpty, problem.code == Problem(StoreError.noStore).code else { throw problem }
      return try begin(session, otherwise: problem)
    }
    guard asks else { return today }
    try Report.send(today, asJSON: false)
    return try screen(session)
  }

  private func screen(_ session: Session) throws -> Report {
    do { try Screen(session: session).run() } catch NoInput.endOfInput {
      // Who closes the input leaves.
    } catch NoInput.interrupted {
      return Report(exit: .interrupted)
    }
    return Report()
  }

  /// Where nothing is there yet, two names are all it takes.
  private func begin(_ session: Session, otherwise problem: Problem) throws -> Report {
    let first = try session.prompt.ask(
      Sentence("Nothing here yet. What are you called (Enter: leave)", "这里还没有你们的约定。你叫什么（先不开始就回车）"),
      flag: "accord init")
    if first.isEmpty { throw problem }
    let second = try session.prompt.ask(
      Sentence("And the other of you", "另一个人叫什么"), flag: "accord init")
    var command = try Arguments.parsed(["init"] + session.options.given + ["--", first, second])
    try command.run()
    return try screen(session)
  }
}
