import ArgumentParser

struct TrendCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .group(
      "trend", aliases: ["走向", "这段时间"],
      Sentence("how it has been for you, over time", "你这段时间的感觉，和它的起伏"),
      examples: [
        Sentence("accord trend", "accord 走向"), Sentence("accord trend add", "accord 走向 记"),
        Sentence("accord trend --svg trend.svg", "accord 走向 --svg 走向.svg"),
      ],
      notes: Sentence(
        "Nobody else is shown it. It rates nobody but your own days.", "别人看不到，也不给任何人打分。"),
      [TrendShowCommand.self, TrendAddCommand.self], usual: TrendShowCommand.self)
  }
}
