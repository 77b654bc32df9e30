import Agreements
import ArgumentParser
import Journal
import Vault

struct SteadyEditCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "edit", aliases: ["改", "写"],
      Sentence("write, while calm, what will help you", "平静的时候，写下以后用得上的"),
      examples: [
        Sentence("accord steady edit", "accord 稳一稳 改"),
        Sentence("accord steady edit --edit", "accord 稳一稳 改 --edit"),
      ],
      notes: Sentence(
        "For you alone. Without a terminal, standard input takes the place of all of it.",
        "只给你自己看。不在终端里时，从标准输入读，会换掉全部内容。"))
  }

  @Flag(help: .said("write it in your editor", "用编辑器来写")) var edit = false
  @OptionGroup var shared: SharedOptions

  private enum Part { case sentence, step, people }

  private static func form(_ footing: Footing) -> Form<Part> {
    var form = Form<Part>(fields: [
      .words(
        .sentence, Sentence("sentence", "一句话"),
        Sentence("A sentence to yourself, such as: I am worth being loved", "对自己说的一句话，比如：我值得被爱"),
        as: NoteLimit.self),
      .words(
        .step, Sentence("own step", "先为自己做的"),
        Sentence("What you do for yourself first", "你先为自己做的"), as: NoteLimit.self),
      .words(
        .people, Sentence("people", "可以找谁"),
        Sentence("Who else you can turn to", "你还可以找谁"), as: NoteLimit.self),
    ])
    form.texts[.sentence] = footing.sentence?.text
    form.texts[.step] = footing.step?.text
    form.texts[.people] = footing.people?.text
    return form
  }

  func perform(in session: Session) throws -> Report {
    let side = try session.privately(writes: true)
    let form = Self.form(try side.read().footing())
    let done: Void? = try session.fill(form, by: side.acting.me, inEditor: edit) { form in
      let footing = Footing(
        sentence: try form.words(.sentence), step: try form.words(.step),
        people: try form.words(.people))
      try side.change { try $0.set(footing) }
    }
    guard done != nil else { return .says(Sentence("Nothing was changed.", "好，没有改。")) }
    return .says(
      Sentence("Written down, for you alone. See: accord steady", "记下了，只给你自己看。用的时候：accord steady"))
  }
}
