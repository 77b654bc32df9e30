import Agreements
import ArgumentParser
import Storage

extension Session {
  /// The text a person is about to answer, and who they are.
  ///
  /// At a shared computer the one open text tells who answers it; which of several, and who of two,
  /// is asked at a terminal and must be said elsewhere.
  ///
  /// - Parameter last: the text that is meant where none waits.
  func answering(
    _ argument: RevisionArgument, on store: Store,
    last: (Agreement) -> Revision? = { $0.shown }
  ) throws -> (Acting, Agreement, Revision) {
    let now = clock.now
    let actor = try knownPartner(of: store)
    let waiting = try store.waiting(at: now)
    let mine = try actor.map { actor in
      try waiting.filter { try !store.agreement($0).open(at: now, for: actor).isEmpty }
    }
    let summary = try choose(
      argument.agreement.reference, from: mine ?? waiting, of: store,
      nothing: waiting.isEmpty || actor == nil
        ? Problem(Refusal.nothingToAnswer, in: .none)
        : Problem(Refusal.ownProposal, in: context(of: store.pair, actor: actor)))
    let agreement = try store.agreement(summary)
    let revision =
      try agreement.chosen(from: agreement.open(at: now, for: actor), pinned: argument.revision)
      ?? agreement.open(at: now).last ?? agreement.unanswered.last ?? last(agreement)
    guard let revision else { throw Problem(Refusal.nothingToAnswer, in: .none) }
    let answerers = store.pair.both.filter { revision.stances[$0.id] == nil }
    var asked: Partner?
    if actor == nil, prompt.canAsk, answerers.count == 1 { asked = answerers[0] }
    let acting = try acting(on: store, as: actor ?? asked)
    let isFirst =
      try prompt.canAsk && answerers.contains(acting.me) && partnersHere(store).count == 2
      && !store.hasAnswered(acting.me.id)
    if let notice = notice(to: asked, isFirst: isFirst) { remark(notice) }
    return (acting, agreement, revision)
  }

  /// Whose turn it is, where nobody said; and rule S24, before each partner's first answer, where a
  /// person can read it.
  private func notice(to asked: Partner?, isFirst: Bool) -> Sentence? {
    let name = asked?.name.text.visible
    return switch (name, isFirst) {
    case (let name?, true):
      Sentence(
        "This one is \(name)'s to answer. Whoever sits here can answer for either of you.",
        "这一条由\(name)来回答。坐在这里的人，能替你们当中任何一个人回答。")
    case (let name?, false):
      Sentence("This one is \(name)'s to answer.", "这一条由\(name)来回答。")
    case (nil, true):
      Sentence(
        "Whoever sits here can answer for either of you.", "坐在这里的人，能替你们当中任何一个人回答。")
    case (nil, false): nil
    }
  }

  /// A text someone wrote on the command line.
  func note(_ text: String?, _ what: Sentence) throws -> Note? {
    guard let text else { return nil }
    do throws(WordProblem) { return try Note(text) } catch {
      // Nothing written is nothing said.
      if error == .empty { return nil }
      throw Problem(error, of: what)
    }
  }
}

/// Which text of which agreement a verb is about.
struct RevisionArgument: ParsableArguments {
  @OptionGroup var agreement: ReferenceArgument

  @Option(help: .said("exactly this text", "就是这一个说法", value: ("ID", "编号")))
  var revision: String?
}

extension Card {
  /// Lines to read before answering: the change where it is one, and all the essence leaves out.
  func introduction(to revision: Revision, of agreement: Agreement) -> [String] {
    guard let wording = revision.wording else { return [] }
    guard let old = agreement.standing?.wording else { return besides(wording) }
    let heading = Sentence(
      "A change is suggested; the old text still holds.", "想改一改，改好之前照旧。")
    return [heading.text] + difference(from: old, to: wording)
  }
}
