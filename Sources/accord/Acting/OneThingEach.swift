import Agreements
import Storage

/// At the end of a talk: what each would like to do becomes an agreement in one step.
struct OneThingEach {
  let noHints: Bool

  /// Shows what there is, and asks each of the two who act on this computer for one thing.
  func asked(after report: Report, _ actings: [Acting]) throws -> Report {
    try Report.send(Report(lines: report.lines), asJSON: false)
    for acting in actings {
      try Report.send(Report(lines: try ask(acting)), asJSON: false)
    }
    return Report(json: report.json)
  }

  /// Asks one of them when they would do something, and what, and suggests it; only they promise.
  ///
  /// - Parameter then: what they would do, where it is said already.
  func ask(_ acting: Acting, then said: String? = nil) throws -> [String] {
    let session = acting.session
    let name = acting.me.name.text.visible
    let question =
      said == nil
      ? Sentence(
        "\(name), one thing from you. When (Enter: none)", "\(name)，你想做的一件小事。什么时候（不写就回车）")
      : Sentence("\(name), when (Enter: leave it)", "\(name)，什么时候（先不提就回车）")
    let when = try session.prompt.ask(question, flag: "accord propose")
    if when.isEmpty { return [] }
    let then = try said ?? session.prompt.ask(Sentence("I then", "我就"), flag: "accord propose")
    if then.isEmpty { return [] }
    let start = Composition(
      kind: .ritual, pair: acting.store.pair, me: acting.me, clock: session.clock,
      fields: [.when: when, .then: then, .promise: Sentence("me", "我").text])
    return try Suggesting.first(start, try .none(noHints: noHints), acting).lines
  }
}
