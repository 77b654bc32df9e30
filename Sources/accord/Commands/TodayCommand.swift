import Agreements
import ArgumentParser
import Journal
import Storage

struct TodayCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "today", aliases: ["今天"],
      Sentence("what needs you now; the same as accord alone", "今天要看的；只写 accord 也一样"),
      examples: [
        Sentence("accord", "accord"), Sentence("accord today --as Lin", "accord 今天 --as 阿林"),
      ])
  }

  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.reading()
    let agenda = Agenda(session: session, store: store, reader: try session.knownPartner(of: store))
    if session.options.json { return Report(json: [("items", try agenda.json())]) }
    return Report(lines: try agenda.lines())
  }
}
