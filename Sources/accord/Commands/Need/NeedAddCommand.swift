import Agreements
import ArgumentParser
import Journal
import Vault

struct NeedAddCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "add", aliases: ["写", "加"],
      Sentence("write down what you need", "写下你的一个需要"),
      examples: [
        Sentence("accord need add", "accord 需要 写"),
        Sentence(
          "accord need add --category contact < need.txt", "accord 需要 写 --category 规律联系 < 文件.txt"),
      ],
      notes: Sentence(
        "Your words are never arguments, which others on this computer can list: they are asked for, written in your editor, or read from standard input.",
        "你的话不写在命令里，因为别的账户能看到正在运行的命令。\n可以让它问你，用编辑器写，或从标准输入读。"))
  }

  @OptionGroup var category: CategoryOption
  @Flag(help: .said("write it in your editor", "用编辑器来写")) var edit = false
  @OptionGroup var hints: HintOptions
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let category = try category.value
    let side = try session.privately(writes: true)
    var form = Form.need()
    form.texts[.category] = try session.category(category, inEditor: edit)
    let hint = WordingHint(for: side.acting, isOff: hints.noHints)
    let id = try session.fill(form, by: side.acting.me, inEditor: edit) { form in
      let need = try form.need()
      let id = try side.change { try $0.add(need, at: session.clock.now) }
      hint.say(aboutPrivate: need.said)
      return id
    }
    guard let id else {
      return .says(Sentence("Nothing was written down.", "好，没有记。"), json: ("id", .null))
    }
    let short = Handles(try side.read().needs().map(\.id)).short(id)
    let other = side.acting.other.name.text.visible
    return .says(
      Sentence(
        "Written down, for you alone. To show it to \(other): accord need share \(short)",
        "记下了，只给你自己看。想给\(other)看：accord need share \(short)"),
      json: ("id", .string(id.text)))
  }
}

/// What a need is about, as a flag: one word of a closed list.
struct CategoryOption: ParsableArguments {
  @Option(
    help: .said(
      "what it is about, such as contact, time or space", "关于什么，比如规律联系、共同时间、空间",
      value: ("CATEGORY", "类别")), completion: .names(of: Need.Category.self))
  var category: String?

  var value: Need.Category? {
    get throws { try category.map { try Need.Category(typed: $0) } }
  }
}
