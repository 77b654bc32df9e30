import Agreements
import ArgumentParser
import Journal
import Storage

struct RenewCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "renew", aliases: ["再约", "再约一次"],
      Sentence("suggest the same text again, after it ended or was put away", "不再约定的、收起来的，再约一次"),
      examples: [Sentence("accord renew \"half an hour\"", "accord renew 半小时")],
      notes: Sentence(
        "It needs a new yes from both of you.", "需要两个人重新点头。"))
  }

  @OptionGroup var target: ReferenceArgument
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.writing()
    let now = session.clock.now
    let (acting, agreement, reference) = try session.target(
      target, on: store, nothing: .notClosed
    ) { store, actor in try store.renewable(at: now).within(reach: actor) }
    let wording = agreement.shown?.wording
    let (outcome, declines) = try acting.write(about: reference) { pen in
      (try pen.renew(agreement.id), try wording.map { try pen.declines(of: $0) } ?? [])
    }
    if let wording {
      if !outcome.stood { PlainQuestions(for: acting).say(about: wording) }
      Hints.say(about: wording, declines: declines, in: session)
    }
    return Suggesting.report(outcome, acting)
  }
}
