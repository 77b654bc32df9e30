import Agreements
import ArgumentParser
import Journal
import Storage

struct BoundaryAddCommand: Command {
  static var configuration: CommandConfiguration {
    .said(
      "add", aliases: ["定", "写"],
      Sentence("say what your boundary is", "定一条自己的边界"),
      examples: [
        Sentence("accord boundary add", "accord 边界 定"),
        Sentence(
          "accord boundary add --when \"When I am shouted at\" --then \"I leave the room\"",
          "accord 边界 定 --when 有人吼我的时候 --then 我先离开房间"),
      ])
  }

  @Argument(help: .said("a short title", "一个短名字", value: ("TITLE", "名字")))
  var title: String?
  @Option(help: .said("the moment it is for", "什么时候", value: ("TEXT", "文字")))
  var when: String?
  @Option(help: .said("what you will do then", "那时你会怎么做", value: ("TEXT", "文字")))
  var then: String?
  @Option(help: .said("why", "为什么", value: ("TEXT", "文字")))
  var reason: String?
  @Flag(help: .said("write it in your editor", "用编辑器来写")) var edit = false
  @Flag(help: .said("without a question", "不再确认")) var yes = false
  @OptionGroup var shared: SharedOptions

  func perform(in session: Session) throws -> Report {
    let acting = try session.acting(on: try session.writing())
    let given: [(Field, String?)] = [
      (.title, title), (.when, when), (.then, then), (.reason, reason),
    ]
    let start = Composition(
      kind: .boundary, pair: acting.store.pair, me: acting.me, clock: session.clock,
      fields: given.reduce(into: [:]) { $0[$1.0] = $1.1 }, isOwn: true)
    var options = try TermOptions.none()
    options.edit = edit
    options.yes = yes
    let card = try session.card(for: acting.store)
    let questions = PlainQuestions(for: acting)
    let report = try session.compose(
      start, options: options, partner: acting.other,
      show: { card.besides($0) + questions.lines(about: $0) },
      suggest: { wording in
        let outcome = try acting.write { try $0.declare(wording) }
        if !outcome.stood { questions.say(about: wording) }
        return Suggesting.report(outcome, acting)
      })
    return report
      ?? .says(Sentence("No boundary was set.", "好，先不定。"), json: ("agreement", .null))
  }
}
