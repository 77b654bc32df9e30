import Agreements
import ArgumentParser
import Journal
import Storage

struct SafetyCommand: PlainCommand {
  static var configuration: CommandConfiguration {
    .said(
      "safety", aliases: ["觉得不安全时", "安全"],
      Sentence("if you feel unsafe; and what Accord cannot do", "觉得不安全时；还有 Accord 做不到的"),
      examples: [Sentence("accord safety", "accord safety")])
  }

  @OptionGroup var shared: SharedOptions

  func report() throws -> Report {
    Report(
      lines: [Safety.page.text], json: [("text", .string(Safety.page.text))])
  }
}
