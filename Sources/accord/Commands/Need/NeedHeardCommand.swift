import Agreements
import ArgumentParser
import Journal
import Storage

struct NeedHeardCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "heard", aliases: ["听到了"],
      Sentence("thank the other for having told you", "说一声：听到了，谢谢你告诉我"),
      examples: [Sentence("accord need heard k7x", "accord 需要 听到了 k7x")],
      notes: Sentence(
        "It promises nothing. To suggest something for it: accord propose --for-need ID",
        "这不是答应什么。想为它提一个约定：accord propose --for-need 编号"))
  }

  @OptionGroup var need: NeedArgument
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let acting = try session.acting(on: try session.writing())
    let other = acting.other.name.text.visible
    let theirs = try acting.store.sharedNeeds(at: session.clock.now).filter {
      $0.partner == acting.other.id
    }
    let id = try session.pick(
      need.id, of: theirs.map(\.id),
      title: { id in theirs.first { $0.id == id }.map { $0.need.text.text.visible } ?? "" },
      nothing: Problem(
        "nothing-shown", .usage,
        Sentence("\(other) shows no need at the moment", "\(other)现在没有给你看什么需要")),
      unknown: Problem(
        "no-match", .usage,
        Sentence(
          "\(other) shows you no need with this id; which ones: accord need list",
          "\(other)没有给你看这个编号的需要。看看有哪些：accord need list")))
    let outcome = try acting.write { try $0.heard(id) }
    return .says(
      outcome.stood
        ? Sentence("\(other) knows already.", "\(other)已经知道了。")
        : Sentence(
          "\(other) will read: thank you for telling me.", "\(other)会看到：听到了，谢谢你告诉我。"),
      json: ("id", .string(id.text)))
  }
}
