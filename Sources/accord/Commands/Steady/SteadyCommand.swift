import ArgumentParser

struct SteadyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .group(
      "steady", aliases: ["稳一稳"],
      Sentence("for the one who is uneasy right now", "心里不安的时候，稳一稳"),
      examples: [
        Sentence("accord steady", "accord 稳一稳"),
        Sentence("accord steady edit", "accord 稳一稳 改"),
      ],
      notes: Sentence(
        "What you agreed for such moments, and what you wrote for yourself while calm.",
        "你们为这种时候说好的话，和你平静时写给自己的。"),
      [SteadyShowCommand.self, SteadyEditCommand.self], usual: SteadyShowCommand.self)
  }
}
