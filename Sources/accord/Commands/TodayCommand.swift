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
  @Flag(help: .said("print nothing; show a notice if something waits", "什么都不输出，有事等着就提醒一声"))
  var notify = false
  @OptionGroup var shared: SharedOptions

  /// A timer calls it so.
  var runsByItself: Bool { notify }

  func perform(in session: Session) throws -> Report {
    let agenda = try Agenda(session)
    return try notify ? agenda.notify() : agenda.report(all: all)
  }
}
