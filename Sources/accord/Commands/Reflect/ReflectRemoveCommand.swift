import Agreements
import ArgumentParser
import Journal
import Vault

struct ReflectRemoveCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "remove", aliases: ["删掉", "抹去"],
      Sentence("erase one of your notes for good", "把写过的一条彻底抹去"),
      examples: [Sentence("accord reflect remove k7x", "accord 记录 删掉 k7x")])
  }

  @Argument(
    help: .said("its id, from accord reflect list", "accord reflect list 里的编号", value: ("ID", "编号"))
  )
  var id: String?
  @Flag(help: .said("without a question", "不再确认")) var yes = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let side = try session.privately()
    let kept = try side.read().reflections()
    let chosen = try session.pick(
      id, of: kept.map(\.id),
      title: { id in
        kept.first { $0.id == id }.map { item in
          "\(session.date(item.at).text) \(item.reflection.parts.compactMap(\.text).first ?? "")"
            .visible
        } ?? ""
      },
      isForGood: true,
      nothing: Problem("no-match", .usage, Sentence("you have written no notes", "你还没有写过")))
    guard try session.isSureToErase(yes: yes) else { return .nothingErased("id") }
    _ = try side.change { try $0.remove(chosen) }
    return .erased(json: ("id", .string(chosen.text)))
  }
}
