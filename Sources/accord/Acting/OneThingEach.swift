import Agreements
import Storage

/// At the end of a talk: what each would like to do becomes an agreement in one step.
struct OneThingEach {
  let session: Session
  let store: Store
  let noHints: Bool

  /// Shows what there is, and asks each of the two who acts on this computer for one thing.
  func asked(after report: Report) throws -> Report {
    try Report.send(Report(lines: report.lines), asJSON: false)
    var lines: [String] = []
    for partner in try session.partnersHere(store) {
      lines += try ask(partner)
    }
    return Report(lines: lines, json: report.json)
  }

  /// Asks one partner when they would do something, and what, and suggests it; only they promise.
  ///
  /// - Parameter then: what they would do, where it is said already.
  func ask(_ partner: Partner, then said: String? = nil) throws -> [String] {
    let name = partner.name.text.visible
    let question =
      said == nil
      ? Sentence(
        "\(name), one thing from you. When (Enter: none)", "\(name)，你想做的一件小事。什么时候（不写就回车）")
      : Sentence("\(name), when (Enter: leave it)", "\(name)，什么时候（先不提就回车）")
    let when = try session.prompt.ask(question, flag: "accord propose")
    if when.isEmpty { return [] }
    let then = try said ?? session.prompt.ask(Sentence("I then", "我就"), flag: "accord propose")
    if then.isEmpty { return [] }
    let acting = try session.acting(on: store, as: partner)
    let start = Composition(
      kind: .ritual, pair: store.pair, me: partner, clock: session.clock,
      fields: [.when: when, .then: then, .promise: Sentence("me", "我").text])
    return try Suggesting.first(start, try .none(noHints: noHints), acting).lines
  }
}
