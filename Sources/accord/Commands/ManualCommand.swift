import Agreements
import ArgumentParser
import Journal
import Storage

struct ManualCommand: PlainCommand {
  static var configuration: CommandConfiguration {
    .said(
      "manual", aliases: ["手册"],
      Sentence("the man page, for man to read", "手册页，给 man 用"),
      examples: [
        Sentence(
          "accord manual > accord.1 && man ./accord.1", "accord manual > accord.1 && man ./accord.1"
        )
      ])
  }

  @OptionGroup var shared: SharedOptions

  func report() throws -> Report {
    let page = Manual.page
    return Report(lines: [page], json: [("page", .string(page))])
  }
}
