import ArgumentParser

struct CheckinCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .group(
      "checkin", aliases: ["聊聊", "check-in"],
      Sentence("prepare a talk apart, and open it together", "各自准备，一起打开，聊一聊"),
      examples: [
        Sentence("accord checkin prepare", "accord 聊聊 准备"),
        Sentence("accord checkin open", "accord 聊聊 打开"),
        Sentence("accord checkin skip", "accord 聊聊 跳过"),
      ],
      notes: Sentence(
        "What you prepare is sealed until both of you are ready. Two days after you opened it, it is erased, with the next thing either of you does.",
        "写下的先封着，两个人都准备好了才一起打开；\n打开后过两天，你们谁再做点什么，它就抹去了。"),
      [CheckinPrepareCommand.self, CheckinOpenCommand.self, CheckinSkipCommand.self],
      usual: CheckinOpenCommand.self)
  }
}
