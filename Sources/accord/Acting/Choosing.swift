import Agreements
import ArgumentParser
import Storage

/// Which agreement a verb is about.
struct ReferenceArgument: ParsableArguments {
  @Argument(
    help: .said("words of the title, or the id", "名字里的字，或编号", value: ("REF", "哪一条")),
    completion: .agreements)
  var reference: String?
}

extension Session {
  /// An agreement for a verb that acts on it, and the one who acts.
  ///
  /// - Parameter candidates: what the verb can be about where no name is given.
  func target(
    _ argument: ReferenceArgument, on store: Store, nothing: Refusal,
    among candidates: (Store, Partner?) throws -> [Summary]
  ) throws -> (Acting, Agreement, String) {
    let actor = try knownPartner(of: store)
    let summary = try choose(
      argument.reference, from: try candidates(store, actor), of: store,
      nothing: Problem(nothing, in: context(of: store.pair, actor: actor)))
    let agreement = try store.agreement(summary)
    return (try acting(on: store, as: actor), agreement, try store.handle(of: agreement))
  }

  /// Where a verb must not pick by itself off a terminal.
  func demandReference(_ argument: ReferenceArgument) throws {
    guard argument.reference == nil, !prompt.canAsk else { return }
    throw Problem(
      "missing", .usage,
      Sentence(
        "say which one: words of its title, or its id from accord list",
        "是哪一条？写上名字里的字，或 accord list 里的编号"))
  }

  /// Asks before a large step; off a terminal `--yes` says it.
  func isSure(
    _ question: Sentence, _ go: Sentence, yes: Bool, otherwise: Sentence
  ) throws -> Bool {
    if yes { return true }
    return try prompt.menu(
      Menu([.init(true, go, aliases: ["yes", "y"]), .init(false, Sentence("no", "算了"))]),
      question: question, onEnter: false,
      otherwise: Problem("missing", .usage, otherwise))
  }
}

extension [Summary] {
  /// Without the other's own boundaries: nobody else does anything with those.
  func within(reach actor: Partner?) -> [Summary] {
    filter { summary in
      guard let owner = summary.promise?.owner, let actor else { return true }
      return owner == actor.id
    }
  }
}
