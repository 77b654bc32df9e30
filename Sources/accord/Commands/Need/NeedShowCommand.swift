import Agreements
import ArgumentParser
import Journal
import Storage
import Vault

struct NeedShowCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "show", aliases: ["看"],
      Sentence("one of your needs, or of those shown to you, whole", "看一个需要：你的，或给你看的"),
      examples: [Sentence("accord need show k7x", "accord 需要 看 k7x")])
  }

  @OptionGroup var need: NeedArgument
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    if let shown = try shownByTheOther(in: session) { return report(shown.id, shown.need, session) }
    let kept = try session.ownNeed(need, in: try session.privately().read())
    return report(kept.id, kept.need, session)
  }

  private func report(_ id: Need.ID, _ need: Need, _ session: Session) -> Report {
    Report(lines: need.lines(session.terminal), json: [("need", need.json(id: id, []))])
  }

  /// What the other shows lies in what both can read: it takes no password.
  private func shownByTheOther(in session: Session) throws -> SharedNeed? {
    let store = try session.reading()
    guard let typed = need.id, let me = try session.knownPartner(of: store) else { return nil }
    let theirs = try store.sharedNeeds(at: session.clock.now).filter { $0.partner != me.id }
    guard let id = try? Handles(theirs.map(\.id)).find(typed) else { return nil }
    return theirs.first { $0.id == id }
  }
}
