import Agreements
import ArgumentParser
import Journal
import Storage

struct AcceptCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "accept", aliases: ["同意", "好"],
      Sentence("say yes to a suggestion", "对一个提议点头"),
      examples: [
        Sentence("accord accept", "accord accept"),
        Sentence("accord accept \"half an hour\" --as Lin", "accord accept 半小时 --as 阿林"),
      ],
      notes: Sentence(
        "It shows the exact text first. Enter leaves it open. A script says --yes.",
        "会先给你看原文。直接回车就是晚点再说。写在脚本里要加 --yes。"))
  }

  private enum Reply { case yes, change, no }

  @OptionGroup var target: RevisionArgument
  @Flag(help: .said("without a question", "不再确认")) var yes = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.writing()
    var step = Step<Act>.stands
    let (acting, agreement, revision) = try session.answering(
      target, on: store, asks: !yes,
      judge: { step = try $0.accepting($1.id, by: $2, at: session.clock.now) })
    let reference = try store.handle(of: agreement)
    if case .act = step, !yes {
      // Nobody says yes to a text they were not shown: a script says so, and knows what it does.
      guard session.prompt.canAsk else { throw NoInput.notATerminal(flag: "--yes") }
      switch try ask(revision, of: agreement, acting) {
      case nil:
        return .says(Sentence("It stays open.", "好，先放着。"), json: ("agreement", .null))
      case .no:
        return try Answers.decline(
          revision, on: agreement, note: nil, acting, reference, wasShown: true)
      case .change:
        return try Answers.counter(
          revision, on: agreement, terms: try .none(), title: nil, acting, reference)
      case .yes: break
      }
    }
    let outcome = try acting.write(about: reference) {
      try $0.accept(revision.id, on: agreement.id)
    }
    let sentence =
      outcome.stood
      ? Sentence("This is agreed already.", "这条已经说好了。")
      : Sentence(
        "Agreed. Either of you can end it any time: accord end",
        "说好了。谁都可以随时不再约定：accord end")
    return .says(sentence, json: ("agreement", acting.json(outcome.agreement)))
  }

  /// Shows the exact text; bare Enter means later.
  private func ask(
    _ revision: Revision, of agreement: Agreement, _ acting: Acting
  ) throws -> Reply? {
    guard let wording = revision.wording else { return nil }
    let card = try acting.session.card(for: acting.store)
    for line in card.introduction(to: revision, of: agreement) {
      acting.session.remark(Sentence(own: line))
    }
    return try acting.session.choose(
      card.names.essence(of: wording, reader: acting.session.clock.zone).quoted,
      [
        .init(Reply?.some(.yes), Sentence("yes", "同意"), aliases: ["y", "好"]),
        .init(.some(.change), Sentence("change it", "改一改"), aliases: ["change"]),
        .init(nil, Sentence("later", "晚点再说"), aliases: ["晚点"]),
        .init(.some(.no), Sentence("no", "这次不了"), aliases: ["n", "不了", "not this time"]),
      ], flag: "--yes")
  }
}
