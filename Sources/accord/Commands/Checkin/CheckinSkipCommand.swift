import Agreements
import ArgumentParser
import Journal
import Storage

struct CheckinSkipCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "skip", aliases: ["跳过", "这次不聊"],
      Sentence("not this time; nobody counts", "这次不聊，谁也不记"),
      examples: [Sentence("accord checkin skip", "accord 聊聊 跳过")])
  }

  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.writing()
    let talks = try store.standing([.checkIn], at: session.clock.now)
    let known = try store.talks()
    // Of any talk that comes round there is a next time.
    guard let coming = session.nextOccasion(talks, after: session.today) else {
      throw Problem(
        "nothing-to-skip", .refused,
        Sentence(
          "you have agreed on no time to talk. To suggest one: accord propose check-in",
          "还没有约定聊聊的时间。想提一个：accord propose 聊聊"))
    }
    let today = session.occasions(talks, on: session.today)
    if !today.isEmpty, let opened = known[.checkIn].opened, session.day(opened.at) == session.today
    {
      let when = session.named(coming)
      return .says(
        Sentence(
          "Today's talk is behind you already. Next: \(when.english)",
          "今天已经聊过了。下一次：\(when.chinese)"),
        json: ("next", .string(session.shownDay(coming).iso)), ("skipped", .null))
    }
    // Said twice, it lets the same one pass.
    let due = today.first { !known.skips.contains($0.day) } ?? today.first ?? coming
    let acting = try session.acting(on: store)
    _ = try acting.write { try $0.skip(due.day) }
    let next =
      session.nextOccasion(talks, after: session.shownDay(due), besides: known.skips) ?? coming
    let (passed, when) = (session.named(due), session.named(next))
    return .says(
      Sentence(
        "Not this time: \(passed.english). Next: \(when.english)",
        "好，\(passed.chinese)这次不聊。下一次：\(when.chinese)"),
      json: ("next", .string(session.shownDay(next).iso)),
      ("skipped", .string(session.shownDay(due).iso)))
  }
}
