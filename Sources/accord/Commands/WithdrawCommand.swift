import Agreements
import ArgumentParser
import Journal
import Storage

struct WithdrawCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "withdraw", aliases: ["收回"],
      Sentence("take back your own open suggestion", "收回自己还没说好的提议"),
      examples: [Sentence("accord withdraw --as Mei", "accord withdraw --as 小美")])
  }

  @OptionGroup var target: RevisionArgument
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.writing()
    let now = session.clock.now
    let someWait = try !store.waiting(at: now).isEmpty
    let (acting, agreement, reference) = try session.target(
      target.agreement, on: store, nothing: someWait ? .othersProposal : .nothingToTakeBack
    ) { store, actor in
      try store.waiting(at: now).filter { summary in
        guard let actor else { return true }
        return try store.agreement(summary).open(at: now).contains {
          $0.authors.contains(actor.id)
        }
      }
    }
    let mine = agreement.open(at: now).filter { $0.authors.contains(acting.me.id) }
    let text =
      try agreement.chosen(from: mine, pinned: target.revision) ?? agreement.open(at: now).last
      ?? agreement.newest
    guard let text else { throw Problem(Refusal.nothingToTakeBack, in: .none) }
    return try Answers.withdraw(text, on: agreement, acting, reference)
  }
}
