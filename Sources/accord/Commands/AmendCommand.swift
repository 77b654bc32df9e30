import Agreements
import ArgumentParser
import Journal
import Storage

struct AmendCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "amend", aliases: ["修改", "改一改"],
      Sentence("suggest a change to what is agreed", "改一改已经说好的约定"),
      examples: [
        Sentence("accord amend \"half an hour\" --minutes 45", "accord amend 半小时 --minutes 45")
      ],
      notes: Sentence(
        "The old text holds until you have both said yes.", "两个人都点头之前，照旧。"))
  }

  @OptionGroup var target: ReferenceArgument
  @Option(help: .said("another title", "换个名字", value: ("TITLE", "名字"))) var title: String?
  @OptionGroup var terms: TermOptions
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.writing()
    let (acting, agreement, reference) = try session.target(
      target, on: store, nothing: .notInForce
    ) { store, actor in try store.inForce(at: session.clock.now).within(reach: actor) }
    try acting.judged(about: reference) {
      try agreement.checkNotOthers(acting.me.id)
      try agreement.checkInForce(at: session.clock.now)
    }
    return try Answers.amend(agreement, terms: terms, title: title, acting, reference)
  }
}
