import ArgumentParser

struct RepairCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .group(
      "repair", aliases: ["和好"],
      Sentence("after a quarrel: write apart, read together", "吵过之后：各自写，一起看"),
      examples: [
        Sentence("accord repair", "accord 和好"), Sentence("accord repair open", "accord 和好 打开"),
        Sentence("accord repair --edit", "accord 和好 --edit"),
      ],
      notes: Sentence(
        "What each writes is sealed until both have. Two days after you opened it, it is erased, with the next thing either of you does. Nobody's slip is kept: a rule that keeps breaking is changed.",
        "各自写的先封着，都写好了才一起打开；\n打开后过两天，你们谁再做点什么，它就抹去了。\n不记谁做得不对：老是做不到的约定，就改一改。"),
      [RepairWriteCommand.self, RepairOpenCommand.self], usual: RepairWriteCommand.self)
  }
}
