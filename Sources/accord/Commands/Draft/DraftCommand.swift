import Agreements
import ArgumentParser

struct DraftCommand: GroupWithWord {
  static var configuration: CommandConfiguration {
    .group(
      "draft", aliases: ["草稿"],
      Sentence("a text of yours that was left unfinished", "你没写完、留下来的文字"),
      examples: [
        Sentence("accord draft", "accord 草稿"),
        Sentence("accord draft > text.txt", "accord 草稿 > 文件.txt"),
        Sentence("accord draft remove", "accord 草稿 删掉"),
      ],
      notes: Sentence(
        "Where the program is killed or the power fails while your editor is open, or what you wrote cannot be kept, the text stays in a private folder for temporary files. The next command here seals it for you alone. Closing the terminal removes it.",
        "编辑器还开着，程序被强行结束或者断电了；或者写好的没能存下：\n文字会留在放临时文件的私人文件夹里，下次在这里用 accord 时锁好，只有你能看。\n关掉终端窗口，没写完的就一起删掉。"
      ),
      [DraftShowCommand.self, DraftRemoveCommand.self], usual: DraftShowCommand.self)
  }

  /// Where several are left, which one.
  static func isWord(_ word: String) -> Bool { word.allSatisfy(\.isNumber) }
}

/// Which of several texts: its number, the oldest first.
struct DraftArgument: ParsableArguments {
  @Argument(
    help: .said("which one, where several are left", "有几段时，第几段", value: ("NUMBER", "编号")))
  var number: String?
}

extension Session {
  /// The text a person means; nil where they name none.
  func leftDraft(_ argument: DraftArgument, of mine: [LeftDraft]) throws -> LeftDraft? {
    guard let typed = argument.number else { return mine.count == 1 ? mine[0] : nil }
    guard let number = Int(Token(typed).text), mine.indices.contains(number - 1) else {
      throw Problem(
        "no-match", .usage,
        Sentence(
          "no text of yours has this number; to see what is left: accord draft",
          "没有这个编号；看留下了哪些：accord draft"))
    }
    return mine[number - 1]
  }
}

extension Report {
  static let noDrafts = Sentence("Nothing of yours is left unfinished.", "没有你没写完的文字。")
}
