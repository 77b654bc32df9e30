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
        "It shows the exact text first. Enter leaves it open. A script says --yes.\nWhere a text touches what only one can decide about, you both say yes twice, with a night between.",
        "会先给你看原文。直接回车就是晚点再说。写在脚本里要加 --yes。\n有些约定说到的事只有自己能做主，两个人都要点两次头，中间隔一夜。"))
  }

  private enum Choice {
    case yes, change, no
    case mutual(Wording)
  }

  @OptionGroup var target: RevisionArgument
  @Flag(help: .said("without a question", "不再确认")) var yes = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.writing()
    var step = Step<Act>.stands
    let (acting, agreement, revision) = try session.answering(
      .yes, to: target, on: store, asks: !yes,
      judge: {
        step = try $0.accepting(
          $1.id, by: $2, of: store.pair, at: session.clock.now, in: session.clock.rules)
        if case .act = step { try store.pauses().checkAnswering(at: session.clock.now) }
      })
    let reference = try store.handle(of: agreement)
    let questions = PlainQuestions(for: acting)
    if case .act = step, !yes {
      // Nobody says yes to a text they were not shown: a script says so, and knows what it does.
      guard session.prompt.canAsk else { throw NoInput.notATerminal(flag: "--yes") }
      switch try ask(revision, of: agreement, questions, acting) {
      case nil:
        return .says(Sentence("It stays open.", "好，先放着。"), json: ("agreement", .null))
      case .no where revision.authors.contains(acting.me.id):
        return try Answers.withdraw(revision, on: agreement, acting, reference)
      case .no:
        return try Answers.decline(
          revision, on: agreement, note: nil, acting, reference, wasShown: true)
      case .change:
        return try Answers.counter(
          revision, on: agreement, terms: try .none(), title: nil, questions, acting, reference)
      case .mutual(let wording):
        return try Answers.counter(
          revision, on: agreement, terms: try .none(), title: nil, mutual: wording,
          questions, acting, reference)
      case .yes: break
      }
    }
    let outcome = try acting.write(about: reference) {
      try $0.accept(revision.id, on: agreement.id)
    }
    if !outcome.stood, let wording = revision.wording {
      questions.say(
        about: wording, again: revision.asksAgain(acting.me.id),
        isMarked: !revision.firstYes.isEmpty)
    }
    return .says(Answers.said(outcome, acting), json: ("agreement", acting.json(outcome.agreement)))
  }

  /// Shows the exact text; bare Enter means later.
  private func ask(
    _ revision: Revision, of agreement: Agreement, _ questions: PlainQuestions, _ acting: Acting
  ) throws -> Choice? {
    guard let wording = revision.wording else { return nil }
    let session = acting.session
    let card = try session.card(for: acting.store)
    let first = revision.firstYes[acting.me.id].map(session.date)
    let again = first.map {
      Sentence(
        "You said yes to this on \($0.english). Is it still right for you?",
        "\($0.chinese)你点过一次头。现在还愿意吗？")
    }
    let lines =
      card.introduction(to: revision, of: agreement)
      + questions.lines(
        about: wording, again: again != nil, isMarked: !revision.firstYes.isEmpty)
      + (again.map { [$0.text] } ?? [])
    for line in lines { session.remark(Sentence(own: line)) }
    // It is a yes or a no that is asked for again; other words are there all the same.
    let mutual = again == nil ? wording.offered(to: acting.store.pair) : nil
    return try session.choose(
      card.names.essence(of: wording, reader: session.clock.zone).quoted,
      [.init(Choice?.some(.yes), Sentence("yes", "同意"), aliases: ["y", "好"])]
        + (mutual.map { [.init(.some(.mutual($0)), Clauses.mutualChoice)] } ?? []) + [
          .init(.some(.change), Sentence("change it", "改一改"), aliases: ["change"]),
          .init(nil, Sentence("later", "晚点再说"), aliases: ["晚点"]),
          .init(.some(.no), Sentence("no", "这次不了"), aliases: ["n", "不了", "not this time"]),
        ], flag: "--yes")
  }
}
