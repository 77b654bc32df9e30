import Agreements
import ArgumentParser
import Journal
import Vault

struct ReflectAddCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "add", aliases: ["写", "记"],
      Sentence("write one down, as much of it as you like", "写一条，想写多少写多少"),
      examples: [
        Sentence("accord reflect add", "accord 记录 写"),
        Sentence("accord reflect add < note.txt", "accord 记录 写 < 文件.txt"),
      ],
      notes: Sentence(
        "It asks five questions, and what set it off; Enter skips one. Without a terminal it reads standard input.",
        "会问五个问题，再问是什么让你不安的；回车跳过。不在终端里时，从标准输入读。"))
  }

  @Flag(help: .said("write it in your editor", "用编辑器来写")) var edit = false
  @OptionGroup var shared: SharedOptions

  private enum Part { case happened, felt, feared, knownFrom, did, trigger }

  private static var form: Form<Part> {
    Form(fields: [
      .words(
        .happened, Sentence("what happened", "发生了什么"), Sentence("What happened", "发生了什么"),
        as: NoteLimit.self),
      .words(
        .felt, Sentence("what I felt", "我的感受"), Sentence("What did I feel", "我当时的感受"),
        as: NoteLimit.self),
      .words(
        .feared, Sentence("what I feared", "我怕的是"), Sentence("What was I afraid of", "我怕的是什么"),
        as: NoteLimit.self),
      .words(
        .knownFrom, Sentence("where I know it from", "以前什么时候有过"),
        Sentence("Where do I know this feeling from", "这种感觉，以前什么时候也有过"), as: NoteLimit.self),
      .words(
        .did, Sentence("what I did", "我做了什么"), Sentence("What did I do", "我做了什么"),
        as: NoteLimit.self),
      .words(
        .trigger, Sentence("trigger", "触发点"),
        Sentence("What set it off, in a few words", "是什么让我不安的，写几个字"), as: TriggerLimit.self),
    ])
  }

  func perform(in session: Session) throws -> Report {
    let side = try session.privately(writes: true)
    let report = try session.fill(Self.form, by: side.acting.me, inEditor: edit) { form in
      let reflection = Reflection(
        happened: try form.words(.happened), felt: try form.words(.felt),
        feared: try form.words(.feared), knownFrom: try form.words(.knownFrom),
        did: try form.words(.did), trigger: try form.words(.trigger))
      let (id, recurrence) = try side.change { pen in
        let id = try pen.add(reflection, at: session.clock.now)
        return (id, try reflection.trigger.flatMap { try pen.vault.recurrence(of: $0) })
      }
      return Report(
        lines: [Sentence("Written down, for you alone.", "记下了，只给你自己看。").text]
          + (recurrence.map { told($0, session) } ?? []),
        json: [("id", .string(id.text))])
    }
    return report
      ?? .says(Sentence("Nothing was written down.", "好，没有记。"), json: ("id", .null))
  }

  /// One's own step, and where it keeps coming back, that help exists.
  private func told(_ recurrence: Recurrence, _ session: Session) -> [String] {
    var lines: [String] = []
    if let step = recurrence.steps.last {
      let step = session.terminal.shownLines(step.text)
      lines.append(
        Sentence("What you do for yourself first: \(step)", "你先为自己做的：\(step)").text)
    }
    if recurrence.keepsComing(at: session.clock.now) { lines.append(Recurrence.help.text) }
    return lines
  }
}
