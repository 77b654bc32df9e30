import Agreements
import ArgumentParser
import Journal
import Vault

struct TriggersCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "triggers", aliases: ["触发点", "容易不安的时候"],
      Sentence(
        "when you get uneasy, over time, and what you do for yourself then", "容易不安的时候（触发点），和你先为自己做的"
      ),
      examples: [Sentence("accord triggers", "accord 触发点")],
      notes: Sentence(
        "They come from your own needs and notes. Nobody else is shown them.",
        "来自你自己的需要和记录，别人看不到。"))
  }

  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let all = try session.privately().read().recurrences()
    let timeline = Timeline(recurrences: all, session: session)
    return Report(lines: timeline.lines, json: timeline.json)
  }
}
