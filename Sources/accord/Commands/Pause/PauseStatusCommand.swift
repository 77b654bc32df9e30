import Agreements
import ArgumentParser
import Journal
import Storage

struct PauseStatusCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "status", aliases: ["看"],
      Sentence("whether you are pausing, and until when", "是不是在停一停，到几点"),
      examples: [
        Sentence("accord pause status", "accord 停一停 看"),
        Sentence("accord pause status --stay", "accord 停一停 看 --stay"),
      ])
  }

  @Flag(help: .said("stay open until the return; any key leaves", "开着，一直等到点；按任意键离开"))
  var stay = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.reading()
    let screen = try PauseScreen(session, store, reader: session.knownPartner(of: store))
    let report = Report(lines: screen.status ?? [PauseScreen.none.text], json: screen.json)
    return stay ? try session.waiting(after: report) : report
  }
}
