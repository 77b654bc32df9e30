import Agreements
import ArgumentParser
import Journal
import Storage

struct DeclineCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "decline", aliases: ["不了", "婉拒", "这次不了"],
      Sentence("say not this time; no reason needed", "这次不了，不用说理由"),
      examples: [
        Sentence("accord decline", "accord decline"),
        Sentence(
          "accord decline --note \"I like the idea, not this week\"",
          "accord decline --note 想法我喜欢，这周先不"),
      ])
  }

  @OptionGroup var target: RevisionArgument
  @Option(help: .said("a few words, if you like", "想说的话，可以不写", value: ("TEXT", "文字")))
  var note: String?
  @OptionGroup var hints: HintOptions
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let note = try session.note(note, Sentence("the note", "这几句话"))
    let store = try session.writing()
    // Words may be added to what was declined a moment ago.
    let (acting, agreement, revision) = try session.answering(
      .no, to: target, on: store, last: { $0.newest },
      judge: { _ = try $0.declining($1.id, by: $2) })
    let reference = try store.handle(of: agreement)
    return try Answers.decline(
      revision, on: agreement, note: note, acting, reference, noHints: hints.noHints)
  }
}
