import Agreements
import ArgumentParser
import Journal
import Storage

struct TodayCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "today", aliases: ["今天"],
      Sentence("what needs you now; nothing is asked", "今天要看的，不提问"),
      examples: [
        Sentence("accord today", "accord 今天"),
        Sentence("accord today --as Lin", "accord 今天 --as 阿林"),
      ])
  }

  @Flag(help: .said("all of it, not the first three alone", "全部，不只前三件")) var all = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    try Self.report(in: session, all: all)
  }

  static func report(in session: Session, all: Bool) throws -> Report {
    let store = try session.reading()
    let agenda = try Agenda(session, store, reader: session.knownPartner(of: store))
    if session.options.json { return Report(json: [("items", try agenda.json())]) }
    return Report(lines: agenda.lines(all: all))
  }
}
