import Agreements
import ArgumentParser
import Journal
import Storage

struct CounterCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "counter", aliases: ["换个说法"],
      Sentence("yes, but like this: an open suggestion with changes", "我想这样改：改一改还没说好的提议"),
      examples: [
        Sentence("accord counter --minutes 45", "accord counter --minutes 45"),
        Sentence("accord counter \"half an hour\" --edit", "accord counter 半小时 --edit"),
      ],
      notes: Sentence(
        "It shows the difference before it suggests anything.", "会先给你看改了哪里。"))
  }

  @OptionGroup var target: RevisionArgument
  @Option(help: .said("another title", "换个名字", value: ("TITLE", "名字"))) var title: String?
  @OptionGroup var terms: TermOptions
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.writing()
    let (acting, agreement, revision) = try session.answering(
      .no, to: target, on: store,
      judge: { _, _, _ in try store.pauses().checkSuggesting(at: session.clock.now) })
    let reference = try store.handle(of: agreement)
    return try Answers.counter(
      revision, on: agreement, terms: terms, title: title, PlainQuestions(for: acting), acting,
      reference)
  }
}
