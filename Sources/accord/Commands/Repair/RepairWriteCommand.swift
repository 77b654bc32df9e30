import Agreements
import ArgumentParser
import Journal
import Storage

struct RepairWriteCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "write", aliases: ["写"],
      Sentence("write your side; the same as accord repair alone", "写下你这一边；只写 accord repair 也一样"),
      examples: [Sentence("accord repair", "accord 和好")],
      notes: Sentence(
        "Each question may stay empty. Without a terminal it is read from standard input.",
        "每一问都可以不写。不在终端里时，从标准输入读。"))
  }

  @Flag(help: .said("write it in your editor", "用编辑器来写")) var edit = false
  @OptionGroup var hints: HintOptions
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.reading()
    let together = Together(session: session, store: store, talk: .repair)
    try together.checkBothAreBack()
    let side = try session.privately(writes: true)
    let isPrepared = try together.prepare(side.acting, inEditor: edit, noHints: hints.noHints)
    let isComplete = try together.canOpen
    return Report.prepared(
      isPrepared,
      isComplete
        ? Sentence(
          "You have both written. Together now: accord repair open",
          "两个人都写好了。一起打开：accord repair open")
        : Sentence(
          "Sealed until you have both written. Then, together: accord repair open",
          "先封好了。两个人都写好，再一起打开：accord repair open"))
  }
}
