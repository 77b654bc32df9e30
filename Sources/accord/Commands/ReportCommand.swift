import Agreements
import ArgumentParser
import Journal
import Storage

struct ReportCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "report", aliases: ["一页"],
      Sentence("what you agreed, on one page for two", "把你们说好的写成一页，两个人一起看"),
      examples: [
        Sentence("accord report --html page.html", "accord 一页 --html 说好的.html"),
        Sentence("accord report --markdown", "accord 一页 --markdown"),
      ],
      notes: Sentence(
        "To read on a phone, to look at together, to bring to a counsellor. The same for both, whoever asks. It says what was agreed, what waits for a yes and how it was when you looked again; nothing of what is for one alone, and nothing that counts a person.",
        "可以在手机上看，两个人一起看，也可以带去给咨询师看。谁来写都一样。\n上面有你们说好的、等着点头的，还有回头看的时候觉得怎么样。\n写给自己的不在上面，也不给人打分。"))
  }

  @Option(
    help: .said(
      "a file that is not there yet, for a browser; - for standard output",
      "写成一个还不存在的文件，用浏览器看；- 表示标准输出", value: ("FILE", "文件")),
    completion: .file(extensions: ["html"]))
  var html: String?
  @Flag(help: .said("as Markdown, on standard output", "写成 Markdown，显示在这里")) var markdown = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    if html != nil, markdown {
      throw Problem(
        "contradiction", .usage,
        Sentence("--html or --markdown: one of them", "--html 和 --markdown 只能选一个"))
    }
    if html == nil, !markdown {
      throw Problem(
        "missing", .usage,
        Sentence(
          "say what it is written as: --html FILE or --markdown",
          "写成什么样？--html 文件，或者 --markdown"))
    }
    let page = try Handout(of: try session.reading(), session: session)
    guard let html else { return shown(HandoutMarkdown(page: page).text, in: session) }
    let text = HandoutHTML(page: page).text
    if html == "-" { return shown(text, in: session) }
    try session.saveNew(text, at: html)
    return .says(
      Sentence(
        "Written to \(html.visible). Whoever has the file can read it.",
        "写好了：\(html.visible)。谁拿到这个文件，都看得到。"),
      json: ("file", .string(html)))
  }

  /// On a terminal what runs from right to left is closed off from what follows it.
  private func shown(_ text: String, in session: Session) -> Report {
    Report(
      lines: text.lines.dropLast().map(session.terminal.shown), json: [("page", .string(text))])
  }
}
