import Agreements
import ArgumentParser
import Journal
import Storage

struct ProposeCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "propose", aliases: ["提议", "提", "提一个约定"],
      Sentence("suggest an agreement", "提一个约定"),
      examples: [
        Sentence("accord propose", "accord propose"),
        Sentence(
          "accord propose cool-down --minutes 30", "accord propose 冷却时间 --minutes 30"),
        Sentence(
          "accord propose check-in --every weekly --on sunday --at 20:00",
          "accord propose 聊聊 --every 每周 --on 周日 --at 20:00"),
        Sentence(
          "accord propose reassurance --when \"When I'm busy\" --phrase \"I'll find you\"",
          "accord propose 安心话 --when 忙的时候 --phrase 忙完就找你"),
      ])
  }

  @Argument(
    help: .said(
      "cool-down, check-in, reassurance, boundary, ritual", "冷却时间、聊聊、安心话、边界、小仪式",
      value: ("KIND", "种类")),
    completion: .names(of: Kind.self))
  var kind: String?

  @Argument(help: .said("a short title", "一个短名字", value: ("TITLE", "名字")))
  var title: String?

  @OptionGroup var terms: TermOptions
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let store = try session.writing()
    guard let kind = try chosenKind(in: session) else {
      return .says(Suggesting.nothing, json: ("agreement", .null))
    }
    let acting = try session.acting(on: store)
    try acting.checkSuggesting()
    var fields = terms.fields
    fields[.title] = title ?? splitTitle
    let start = Composition(
      kind: kind, pair: store.pair, me: acting.me, clock: session.clock, fields: fields,
      needs: try session.sharedNeeds(terms.forNeed, in: store))
    return try Suggesting.first(start, terms, acting)
  }

  /// Nil where they would rather not.
  private func chosenKind(in session: Session) throws -> Kind? {
    guard let typed = kind else {
      return try session.prompt.menu(
        Menu(
          Kind.allCases.map { Menu<Kind?>.Choice($0, $0.named) }
            + [.init(nil, Sentence("leave it", "先不提"))], layout: .list),
        question: Sentence("What kind?", "哪一种？"), onEnter: .some(nil),
        otherwise: Mistyped(.kind, .missing))
    }
    return try Kind(typed: typed.split { $0 == "\u{3000}" }.first.map(String.init) ?? typed)
  }

  /// A full-width space between kind and title does not part them for the shell.
  private var splitTitle: String? {
    guard let parts = kind?.split(separator: "\u{3000}", maxSplits: 1), parts.count == 2 else {
      return nil
    }
    return String(parts[1])
  }
}
