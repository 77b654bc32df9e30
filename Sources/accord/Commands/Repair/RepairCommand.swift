import ArgumentParser

struct RepairCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .group(
      "repair", aliases: ["和好"],
      Sentence("after a quarrel: write apart, read together", "吵过之后：各自写，一起看"),
      examples: [
        Sentence("accord repair", "accord 和好"), Sentence("accord repair open", "accord 和好 打开"),
      ],
      notes: Sentence(
        "What each writes is sealed until both have; 48 hours after you opened it nothing of it is kept. Nobody's slip is written down: a rule that keeps breaking is changed.",
        "各自写的先封着，都写好了才一起打开；打开后过48小时，什么都不留。不记谁做得不对：老是做不到的约定，就改一改。"),
      [RepairWriteCommand.self, RepairOpenCommand.self], usual: RepairWriteCommand.self)
  }
}
