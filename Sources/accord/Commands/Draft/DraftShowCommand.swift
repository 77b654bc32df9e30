import Agreements
import ArgumentParser
import Journal
import Sealing

struct DraftShowCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "show", aliases: ["看"],
      Sentence("read what was left", "看留下来的文字"),
      examples: [
        Sentence("accord draft show", "accord 草稿 看"),
        Sentence("accord draft show 2", "accord 草稿 看 2"),
      ])
  }

  @OptionGroup var which: DraftArgument
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let acting = try session.acting(on: try session.reading())
    let mine = session.leftDrafts(of: acting.me)
    let chosen = try session.leftDraft(which, of: mine).map { [$0] } ?? mine
    if chosen.isEmpty { return .says(Report.noDrafts, json: ("drafts", .array([]))) }
    let keys = try acting.keyring.file().all
    let texts = try chosen.map { try $0.texts(with: keys).joined(separator: "\n") }
    for draft in chosen { draft.markTold() }
    var report = Report(json: [("drafts", .array(texts.map { .string($0) }))])
    report.text = written(texts, on: session.terminal)
    report.remarks = [
      Sentence("To remove it: accord draft remove", "删掉：accord draft remove")
    ]
    return report
  }

  /// One text as it is, so that it can be piped; several below their numbers.
  private func written(_ texts: [String], on terminal: Terminal) -> String {
    func shown(_ text: String) -> String {
      let shown = terminal.outputIsTerminal ? terminal.shownLines(text) : text
      return shown.hasSuffix("\n") ? shown : shown + "\n"
    }
    if texts.count == 1 { return shown(texts[0]) }
    return texts.enumerated().map { "— \($0 + 1) —\n" + shown($1) }.joined()
  }
}
