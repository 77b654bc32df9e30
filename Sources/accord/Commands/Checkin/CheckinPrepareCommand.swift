import Agreements
import ArgumentParser
import Journal
import Storage

struct CheckinPrepareCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "prepare", aliases: ["准备"],
      Sentence(
        "write down what you bring; three thank-yous are a good beginning", "写下想带去聊的；先想三件想谢的事"),
      examples: [Sentence("accord checkin prepare", "accord 聊聊 准备")],
      notes: Sentence(
        "All of it may stay empty. Without a terminal it is read from standard input.",
        "每一项都可以不写。不在终端里时，从标准输入读。"))
  }

  @Flag(help: .said("write it in your editor", "用编辑器来写")) var edit = false
  @OptionGroup var hints: HintOptions
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let side = try session.privately(writes: true)
    let together = Together(session: session, store: side.acting.store, talk: .checkIn)
    let isPrepared = try together.prepare(side.acting, inEditor: edit, noHints: hints.noHints)
    let isComplete = try together.canOpen
    return Report.prepared(
      isPrepared,
      isComplete
        ? Sentence(
          "You have both prepared. Together now: accord checkin open",
          "两个人都准备好了。一起打开：accord checkin open")
        : Sentence(
          "Sealed until you are both ready. Then, together: accord checkin open",
          "先封好了。两个人都准备好，再一起打开：accord checkin open"))
  }
}

extension Report {
  /// What preparing a talk came to.
  static func prepared(_ isPrepared: Bool?, _ done: Sentence) -> Report {
    let sentence =
      switch isPrepared {
      case true: done
      case false: Sentence("Nothing is prepared any more.", "好，准备好的都拿掉了。")
      case nil: Sentence("Nothing was written down.", "好，没有记。")
      }
    return .says(sentence, json: ("prepared", .bool(isPrepared ?? false)))
  }
}
