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
    let today = session.occasions(talks, on: session.today)
    let coming = session.nextOccasion(talks, after: session.today)
    if !today.isEmpty, let opened = known[.checkIn].opened, session.day(opened.at) == session.today
    {
      let when = coming.map { session.named($0) } ?? Sentence("", "")
      return .says(
        Sentence(
          "Today's talk is behind you already. Next: \(when.english)",
          "今天已经聊过了。下一次：\(when.chinese)"),
        json: ("next", coming.map { .string(session.shownDay($0).iso) } ?? .null),
        ("skipped", .null))
    }
    // Said twice, it lets the same one pass.
    let due = today.first { !known.skips.contains($0.day) } ?? today.first ?? coming
    guard let due else {
      throw Problem(
        "nothing-to-skip", .refused,
        Sentence(
          "you have agreed on no time to talk. To suggest one: accord propose check-in",
          "还没有约定聊聊的时间。想提一个：accord propose 聊聊"))
    }
    let acting = try session.acting(on: store)
    _ = try acting.write { try $0.skip(due.day) }
    let next = session.nextOccasion(talks, after: session.shownDay(due), besides: known.skips)
    let passed = session.named(due)
    let until =
      next.map { session.named($0) }
      .map { Sentence(" Next: \($0.english)", "下一次：\($0.chinese)") } ?? Sentence("", "")
    return .says(
      Sentence(
        "Not this time: \(passed.english).\(until.english)",
        "好，\(passed.chinese)这次不聊。\(until.chinese)"),
      json: ("next", next.map { .string(session.shownDay($0).iso) } ?? .null),
      ("skipped", .string(session.shownDay(due).iso)))
  }
}
