import ArgumentParser

struct NeedCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .group(
      "need", aliases: ["需要", "我的需要"],
      Sentence("what you need, and what of it you show", "我的需要，和给另一个人看的"),
      examples: [
        Sentence("accord need add", "accord 需要 写"),
        Sentence("accord need list", "accord 需要 列表"),
        Sentence("accord need share k7x", "accord 需要 分享 k7x"),
      ],
      notes: Sentence(
        "A need is yours alone until you share it, one at a time. A shared one may be taken back.",
        "需要只给自己看，除非你一条一条地分享；分享了也可以收回。"),
      [
        NeedAddCommand.self, NeedListCommand.self, NeedShowCommand.self, NeedEditCommand.self,
        NeedRemoveCommand.self, NeedShareCommand.self, NeedUnshareCommand.self,
        NeedHeardCommand.self,
      ], usual: NeedListCommand.self)
  }
}
