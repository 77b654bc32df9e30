import Agreements
import ArgumentParser

struct PauseCommand: GroupWithWord {
  static var configuration: CommandConfiguration {
    .group(
      "pause", aliases: ["停一停", "喊停", "暂停"],
      Sentence("stop for a while, and name the return", "停一停，说好几点回来"),
      examples: [
        Sentence("accord pause", "accord 停一停"),
        Sentence("accord pause 45m", "accord 停一停 45分钟"),
        Sentence("accord pause 21:00", "accord 停一停 21:00"),
        Sentence("accord pause back", "accord 停一停 回来"),
      ],
      notes: Sentence(
        "Either of you, at any time; it asks nothing and is never refused. It ends by itself. Two days later it is erased, with the next thing either of you does.",
        "谁都可以，随时可以；什么都不问，也不会不让停。\n到点自己结束；过两天，你们谁再做点什么，它就抹去了。"),
      [
        PauseStartCommand.self, PauseStatusCommand.self, PauseExtendCommand.self,
        PauseBackCommand.self, PauseDropCommand.self,
      ], usual: PauseStartCommand.self)
  }

  /// Whatever has a number in it is meant as a time, also one that cannot be read.
  static func isWord(_ word: String) -> Bool {
    word.contains(where: \.isNumber) || (try? PauseLength(typed: word, for: .pause)) != nil
  }
}
