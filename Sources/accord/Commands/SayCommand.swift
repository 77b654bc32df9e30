import Agreements
import ArgumentParser
import Journal

struct SayCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "say", aliases: ["安心话", "说句安心话"],
      Sentence("the words you agreed for a moment, to send", "说好的安心话，拿来发出去"),
      examples: [
        Sentence("accord say", "accord 安心话"),
        Sentence("accord say busy", "accord 安心话 忙"),
        Sentence("accord say busy --copy", "accord 安心话 忙 --copy"),
      ],
      notes: Sentence(
        "It changes nothing and leaves no trace. In a pipe the words are exactly as agreed.",
        "什么都不会改，也不留痕迹。接到管道里，一字不差。"))
  }

  @Argument(
    help: .said(
      "words of the moment or the title, or the id", "时刻或名字里的字，或编号", value: ("CUE", "时刻")),
    completion: .sayings)
  var cue: String?
  @Flag(help: .said("put it on the clipboard as well", "同时放进剪贴板")) var copy = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.reading()
    let sayings = try Sayings(session, store)
    guard let cue else {
      if copy { throw Self.copyWhich }
      if session.options.json { return Report(json: [("phrases", sayings.json(sayings.all))]) }
      return Report(
        lines: session.terminal.outputIsTerminal ? try sayings.lines(in: store) : sayings.fields)
    }
    let saying = try sayings.one(named: cue)
    let phrase = saying.words.phrase.text
    if session.options.json {
      let report = Report(json: [("phrases", sayings.json([saying]))])
      return copy ? report.copying(phrase) : report
    }
    // What is asked for is there at once, whatever becomes of the clipboard.
    var output = Output.standard
    output.line(session.terminal.outputIsTerminal ? session.terminal.shownLines(phrase) : phrase)
    try output.flush()
    if copy {
      try Clipboard.fill(with: phrase, environment: environmentValue)
      session.remark(
        Sentence("Copied. Paste it where you write to each other.", "复制好了，粘贴到你们聊天的地方就行。"))
    }
    return Report()
  }

  private static let copyWhich = Problem(
    "missing", .usage,
    Sentence(
      "say which words to copy: accord say busy --copy. All of them: accord say",
      "复制哪一句？比如 accord say 忙 --copy。全部都在：accord say"))
}

extension Report {
  /// The same document with whether the phrase was copied, and why not.
  fileprivate func copying(_ phrase: String) -> Report {
    var report = self
    do throws(ClipboardError) {
      try Clipboard.fill(with: phrase, environment: environmentValue)
      report.json.append(("copied", .bool(true)))
    } catch {
      let problem = Problem(error, in: .none)
      report.json += [("copied", .bool(false)), ("error", problem.json)]
      report.exit = problem.exit
    }
    return report
  }
}
