import Agreements
import ArgumentParser
import Journal
import Storage

struct NeedUnshareCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "unshare", aliases: ["不再分享", "收回"],
      Sentence("stop showing a need", "不再给另一个人看"),
      examples: [Sentence("accord need unshare k7x", "accord 需要 不再分享 k7x")],
      notes: Sentence(
        "Its text is erased from what you share, here and on the other's device once the news arrives there. Your own need stays.",
        "会从你们共有的内容里抹去；另一台设备收到消息后，那边也抹去。你自己的那份还在。"))
  }

  @OptionGroup var need: NeedArgument
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let acting = try session.acting(on: try session.writing())
    let mine = try acting.store.sharedNeeds(at: session.clock.now).filter {
      $0.partner == acting.me.id
    }
    let id = try session.pick(
      need.id, of: mine.map(\.id),
      title: { id in mine.first { $0.id == id }.map { $0.need.text.text.visible } ?? "" },
      nothing: Problem(
        "nothing-shown", .usage,
        Sentence(
          "you show no need at the moment; all of yours: accord need list",
          "你现在没有把哪个需要给人看。全部：accord need list")),
      unknown: Problem(
        "no-match", .usage,
        Sentence(
          "you show no need with this id at the moment; which ones you show: accord need list",
          "你现在没有把这个需要给人看。看看有哪些：accord need list")))
    _ = try acting.write { try $0.unshare(id) }
    let other = acting.other.name.text.visible
    return .says(
      Sentence(
        "\(other) is no longer shown it; it is erased here, backups keep what they have. What was read cannot be unread.",
        "不再给\(other)看了，这里已经抹去；以前的备份里还有。看过的收不回来。"),
      json: ("id", .string(id.text)))
  }
}
