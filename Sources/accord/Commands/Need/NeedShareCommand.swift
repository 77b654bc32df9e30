import Agreements
import ArgumentParser
import Journal
import Storage
import Vault

struct NeedShareCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "share", aliases: ["分享", "给看"],
      Sentence("show a copy of one need to the other", "把一个需要给另一个人看"),
      examples: [Sentence("accord need share k7x", "accord 需要 分享 k7x")],
      notes: Sentence(
        "You see exactly what will be shown before anything is. It can be taken back; what was read cannot be unread.",
        "会先让你看清楚给出去的是什么。可以收回，但看过的收不回来。"))
  }

  @OptionGroup var need: NeedArgument
  @Flag(help: .said("without a question", "不再确认")) var yes = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let side = PrivateSide(acting: try session.acting(on: try session.writing()))
    let kept = try session.ownNeed(need, in: try side.read())
    let acting = side.acting
    let other = acting.other.name.text.visible
    if !yes, session.prompt.canAsk {
      session.remark(Sentence("\(other) will see exactly this:", "\(other)会看到的就是这些："))
      for line in kept.need.lines(session.terminal) { session.remark(Sentence(own: "  " + line)) }
    }
    let sure = try session.isSure(
      Sentence("Show it to \(other)?", "给\(other)看？"), Sentence("show it", "给\(other)看"), yes: yes,
      otherwise: Sentence(
        "\(other) would see it from now on; say so with --yes", "\(other)从现在起就能看到，确定的话请加 --yes"))
    if !sure {
      return .says(Sentence("It stays yours alone.", "好，还是只给你自己看。"), json: ("need", .null))
    }
    let outcome = try acting.write { try $0.share(kept.id, kept.need) }
    let short = Handles(try side.read().needs().map(\.id)).short(kept.id)
    let shown =
      outcome.stood
      ? Sentence("\(other) can see this already.", "\(other)已经能看到了。")
      : Sentence("\(other) can see it now.", "\(other)现在能看到了。")
    return .says(
      shown,
      Sentence(
        "You can stop showing it: accord need unshare \(short). What was read cannot be unread.",
        "可以不再给\(other)看：accord need unshare \(short)。但看过的收不回来。"),
      json: ("need", kept.need.json(id: kept.id, [])))
  }
}
