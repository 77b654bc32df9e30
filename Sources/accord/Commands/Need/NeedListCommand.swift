import Agreements
import ArgumentParser
import Journal
import Storage
import Vault

struct NeedListCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "list", aliases: ["列表"],
      Sentence("your needs, and what you show each other", "你的需要，和你们给彼此看的"),
      examples: [
        Sentence("accord need list", "accord 需要 列表"),
        Sentence("accord need list --shared", "accord 需要 列表 --shared"),
      ])
  }

  @Flag(
    name: .customLong("shared"),
    help: .said("only what is shared; no password is needed", "只看分享了的，不用密码"))
  var onlyShared = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.reading()
    let sharing = try store.sharedNeeds(at: session.clock.now)
    guard !onlyShared else {
      let list = try NeedList(
        session: session, store: store, reader: try session.knownPartner(of: store), own: nil,
        sharing: sharing)
      return Report(lines: list.lines, json: list.json)
    }
    let side = PrivateSide(acting: try session.acting(on: store))
    let list = try NeedList(
      session: session, store: store, reader: side.acting.me, own: try side.read().needs(),
      sharing: sharing)
    return Report(lines: list.lines, json: list.json)
  }
}
