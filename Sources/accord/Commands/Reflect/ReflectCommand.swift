import ArgumentParser

struct ReflectCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .group(
      "reflect", aliases: ["记录", "写给自己的"],
      Sentence("notes to yourself", "写给自己的"),
      examples: [
        Sentence("accord reflect add", "accord 记录 写"),
        Sentence("accord reflect list", "accord 记录 列表"),
      ],
      notes: Sentence(
        "Nobody else is shown them, and nothing of them is in what you share.",
        "别人看不到，也不会出现在你们共有的内容里。"),
      [
        ReflectAddCommand.self, ReflectListCommand.self, ReflectRemoveCommand.self,
        ReflectSummaryCommand.self,
      ],
      usual: ReflectListCommand.self)
  }
}
