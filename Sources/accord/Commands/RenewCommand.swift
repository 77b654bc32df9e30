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
    if agreement.owner == nil { try acting.checkSuggesting() }
    let wording = agreement.shown?.wording
    let questions = PlainQuestions(for: acting)
    if let wording, try !isMeant(wording, agreement, questions, acting) {
      return .says(Suggesting.nothing, json: ("agreement", .null))
    }
    let (outcome, declines) = try acting.write(about: reference) { pen in
      (try pen.renew(agreement.id), try wording.map { try pen.declines(of: $0) } ?? [])
    }
    if let wording {
      if !outcome.stood { questions.say(about: wording) }
      Hints.say(about: wording, declines: declines, in: session)
    }
    return Suggesting.report(outcome, acting)
  }

  /// Where a plain question belongs to it, that is asked before it is suggested again.
  private func isMeant(
    _ wording: Wording, _ agreement: Agreement, _ questions: PlainQuestions, _ acting: Acting
  ) throws -> Bool {
    let session = acting.session
    guard session.prompt.canAsk, agreement.isClosed(at: session.clock.now) else { return true }
    let lines = questions.lines(about: wording)
    if lines.isEmpty { return true }
    let card = try session.card(for: acting.store)
    for line in card.besides(wording) + lines { session.remark(Sentence(own: line)) }
    return try session.choose(
      card.names.essence(of: wording, reader: session.clock.zone).quoted,
      [
        .init(
          Bool?.some(true),
          Suggesting.invitation(wording, isNew: true, to: acting.other.name.text.visible)),
        .init(nil, Sentence("leave it", "先不提")),
      ], flag: "--no-input") ?? false
  }
}
