import Agreements
import ArgumentParser
import Journal
import Vault

struct TrendShowCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "show", aliases: ["看"],
      Sentence("your grades over time, with your usual range", "看看起伏，和你平时的范围"),
      examples: [
        Sentence("accord trend", "accord 起伏"),
        Sentence("accord trend --svg trend.svg", "accord 起伏 --svg 起伏.svg"),
      ])
  }

  @Option(
    help: .said("draw it to a file that is not there yet", "画成一个还不存在的文件", value: ("FILE", "文件")),
    completion: .file(extensions: ["svg"]))
  var svg: String?
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let side = try session.privately()
    let trend = try Trend(try side.read().ratings(), in: side.acting.store, session: session)
    if let svg {
      try session.saveNew(TrendPicture(trend: trend, today: session.today).svg, at: svg)
      return .says(
        Sentence("Drawn to \(svg.visible).", "画好了：\(svg.visible)"), json: ("file", .string(svg)))
    }
    return Report(lines: TrendChart(trend: trend, session: session).lines, json: trend.json)
  }
}
