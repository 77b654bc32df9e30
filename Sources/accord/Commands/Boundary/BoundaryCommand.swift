import ArgumentParser

struct BoundaryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .group(
      "boundary", aliases: ["边界", "我的边界"],
      Sentence("your own boundaries: what you will do", "自己的边界：到时候我会怎么做"),
      examples: [
        Sentence("accord boundary add", "accord 边界 定"),
        Sentence("accord boundary list", "accord 边界 列表"),
        Sentence("accord boundary end shouted", "accord 边界 放下 吼"),
      ],
      notes: Sentence(
        "It says what you yourself will do. The other can read it and is not asked; only you change or end it. One that both keep is an agreement: accord propose boundary",
        "说的是你自己会怎么做。另一个人看得到，但不用点头；只有你能改、能放下。\n两个人都守的边界是约定：accord propose 边界"),
      [BoundaryAddCommand.self, BoundaryListCommand.self, BoundaryEndCommand.self],
      usual: BoundaryListCommand.self)
  }
}
