import Agreements
import ArgumentParser
import Files
import Journal
import SystemPackage
import Vault

struct ReflectSummaryCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "summary", aliases: ["小结"],
      Sentence("a page to bring along, to a counsellor for instance", "写成一页，可以带去给咨询师看"),
      examples: [
        Sentence("accord reflect summary --to page.md", "accord 记录 小结 --to 小结.md"),
        Sentence("accord reflect summary", "accord 记录 小结"),
      ],
      notes: Sentence(
        "Without --to it is shown here. A file of its own can be read by your account alone.",
        "不写 --to 就显示在这里。写成文件时，只有你的账户能读。"))
  }

  @Option(
    help: .said("a file that is not there yet", "一个还不存在的文件", value: ("FILE", "文件")),
    completion: .file())
  var to: String?
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let side = try session.privately()
    let vault = try side.read()
    let page = Page(
      reflections: try vault.reflections().map { ($0.at, $0.reflection) },
      recurrences: try vault.recurrences(), name: side.acting.me.name.text, session: session)
    guard let to else {
      return Report(lines: page.lines, json: [("page", .string(page.text))])
    }
    // Others will read it, on terminals of their own.
    try session.saveNew(page.text.visibleLines, at: to)
    return .says(
      Sentence("Written to \(to.visible).", "写好了：\(to.visible)"), json: ("file", .string(to)))
  }
}
