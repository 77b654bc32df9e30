import Agreements
import ArgumentParser
import Journal
import Storage
import Vault

struct NeedRemoveCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "remove", aliases: ["删掉", "抹去"],
      Sentence("erase one of your needs for good", "把你的一个需要彻底抹去"),
      examples: [Sentence("accord need remove k7x", "accord 需要 删掉 k7x")],
      notes: Sentence(
        "Where it is shown to the other, that ends as well.", "如果给另一个人看过，也一起收回。"))
  }

  @OptionGroup var need: NeedArgument
  @Flag(help: .said("without a question", "不再确认")) var yes = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    // The shared store is opened for writing only where something of it is to be taken back.
    let side = try session.privately()
    let kept = try session.ownNeed(need, in: try side.read(), isForGood: true)
    let isShown = try side.acting.store.sharedNeeds(at: session.clock.now).contains {
      $0.id == kept.id && $0.partner == side.acting.me.id
    }
    let other = side.acting.other.name.text.visible
    let question =
      isShown
      ? Sentence("Erase it for good, and stop showing it to \(other)?", "彻底抹去，也不再给\(other)看？")
      : Sentence("Erase it for good?", "彻底抹去吗？")
    guard try session.isSureToErase(question, yes: yes) else { return .nothingErased("id") }
    if isShown {
      // First what the other sees: should the second step fail, what is left is one's own alone.
      _ = try side.acting.writing().write { try $0.unshare(kept.id) }
    }
    _ = try side.change { try $0.remove(kept.id) }
    return .erased(json: ("id", .string(kept.id.text)))
  }
}
