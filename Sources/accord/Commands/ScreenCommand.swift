import ArgumentParser

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
    let today = try Agenda(session).report()
    guard session.prompt.canAsk, session.terminal.outputIsTerminal else { return today }
    try Report.send(today, asJSON: false)
    do { try Screen(session: session).run() } catch NoInput.endOfInput {
      // Who closes the input leaves.
    } catch NoInput.interrupted {
      return Report(exit: .interrupted)
    }
    return Report()
  }
}
