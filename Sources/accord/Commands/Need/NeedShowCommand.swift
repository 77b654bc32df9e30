import Agreements
import ArgumentParser
import Journal
import Vault

struct NeedShowCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "show", aliases: ["看"],
      Sentence("one of your needs, whole", "看你的一个需要"),
      examples: [Sentence("accord need show k7x", "accord 需要 看 k7x")])
  }

  @OptionGroup var need: NeedArgument
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let kept = try session.ownNeed(need, in: try session.privately().read())
    return Report(
      lines: kept.need.lines(session.terminal), json: [("need", kept.need.json(id: kept.id, []))])
  }
}
