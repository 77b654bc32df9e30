import Agreements
import ArgumentParser
import Journal
import Storage

struct CalendarCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "calendar", aliases: ["日历"],
      Sentence("what you agreed, for your calendar program", "把说好的放进日历"),
      examples: [
        Sentence("accord calendar > ours.ics", "accord 日历 > ours.ics")
      ],
      notes: Sentence(
        "In it are the talks, the small rituals that come round, and the days to look again. Whoever sees your calendar can read it there. Import it anew when something has changed; what is no longer agreed stays in your calendar until you delete it there.",
        "里面有定时的聊聊和小仪式，还有哪天回头看看。\n谁看得到你的日历，谁就看得到这些。\n有了变动，就再导入一次；不再约定的，要在日历里自己删掉。"))
  }

  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let timetable = Timetable(session: session, store: try session.reading())
    let contents = try timetable.contents()
    let calendar = CalendarObject(
      events: contents.events, clock: session.clock, rules: timetable.rules)
    return Report(
      text: calendar.text, remarks: remarks(on: contents, in: session),
      json: [
        ("calendar", .string(calendar.text)),
        ("leftOut", .array(contents.leftOut.map { .string($0.agreement.text) })),
      ])
  }

  private func remarks(on contents: Timetable.Contents, in session: Session) -> [Sentence] {
    var remarks = contents.leftOut.map { left in
      let title = Sentence.quoting(left.title.visible)
      return Sentence(
        "\(title.english) is left out: this computer does not know the time zone \(left.zone.name); update its zone data (tzdata)",
        "\(title.chinese)没有写进去：这台电脑不认识 \(left.zone.name) 这个时区，请更新时区数据（tzdata）")
    }
    if contents.events.isEmpty, contents.leftOut.isEmpty {
      remarks.append(
        Sentence(
          "Nothing comes round yet, and nothing is to be looked at again: the calendar is empty.",
          "还没有定时的约定，也没有要回头看的：日历是空的。"))
    } else if session.terminal.outputIsTerminal {
      remarks.append(
        Sentence(
          "To keep it in a file: accord calendar > ours.ics",
          "想存成文件：accord calendar > ours.ics"))
    }
    return remarks
  }
}
