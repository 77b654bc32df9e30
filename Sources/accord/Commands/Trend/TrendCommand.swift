import ArgumentParser

struct TrendCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .group(
      "trend", aliases: ["起伏", "走向", "这段时间"],
      Sentence("how it has been for you, over time", "你这段时间的感觉，和它的起伏"),
      examples: [
        Sentence("accord trend", "accord 起伏"), Sentence("accord trend add", "accord 起伏 记"),
        Sentence("accord trend --svg trend.svg", "accord 起伏 --svg 起伏.svg"),
      ],
      notes: Sentence(
        "Nobody else is shown it. It rates nobody but your own days.", "别人看不到，也不给任何人打分。"),
      [TrendShowCommand.self, TrendAddCommand.self, TrendRemoveCommand.self],
      usual: TrendShowCommand.self)
  }
}
