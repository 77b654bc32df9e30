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
    let skipped = try store.talks().skips
    let today = session.occasions(talks, on: session.today)
    let due =
      today.first { !skipped.contains($0.day) } ?? today.first
      ?? session.nextOccasion(talks, after: session.today, besides: skipped)
    guard let due else {
      throw Problem(
        "nothing-to-skip", .refused,
        Sentence(
          "you have agreed on no time to talk. To suggest one: accord propose check-in",
          "还没有约定聊聊的时间。想提一个：accord propose 聊聊"))
    }
    let acting = try session.acting(on: store)
    _ = try acting.write { try $0.skip(due.day) }
    let next = session.nextOccasion(talks, after: session.shownDay(due), besides: skipped)
    let until = next.map { session.named($0) }
    return .says(
      until.map { Sentence("Not this time. Next: \($0.english)", "好，这次不聊。下一次：\($0.chinese)") }
        ?? Sentence("Not this time.", "好，这次不聊。"),
      json: ("next", next.map { .string(session.shownDay($0).iso) } ?? .null),
      ("skipped", .string(session.shownDay(due).iso)))
  }
}
