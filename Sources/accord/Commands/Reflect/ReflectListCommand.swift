import Agreements
import ArgumentParser
import Journal
import Vault

struct ReflectListCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "list", aliases: ["列表"],
      Sentence("your notes, oldest first", "你写过的，从最早开始"),
      examples: [Sentence("accord reflect list", "accord 记录 列表")])
  }

  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let kept = try session.privately().read().reflections()
    let handles = Handles(kept.map(\.id))
    if session.options.json {
      return Report(json: [
        ("reflections", .array(kept.map { $0.reflection.json(id: $0.id, on: session.day($0.at)) }))
      ])
    }
    guard session.terminal.outputIsTerminal else {
      return Report(
        lines: kept.map { item in
          ([handles.short(item.id), session.day(item.at).iso]
            + item.reflection.parts.map { $0.text?.tabField ?? "" }).joined(separator: "\t")
        })
    }
    if kept.isEmpty {
      return .says(
        Sentence(
          "Nothing here yet. To write one: accord reflect add", "还没有写过。写一条：accord reflect add"))
    }
    let lines = kept.map { item in
      let heading =
        session.terminal.bold(session.date(item.at).text) + "  "
        + session.terminal.dim(handles.short(item.id))
      return ([heading] + item.reflection.lines(session.terminal)).joined(separator: "\n")
    }
    return Report(lines: [lines.joined(separator: "\n\n")])
  }
}
