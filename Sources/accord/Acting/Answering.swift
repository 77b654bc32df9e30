import Agreements
import ArgumentParser
import Storage

extension Session {
  /// The text a person is about to answer, and who they are.
  ///
  /// At a shared computer the one open text tells who answers it; which of several, and who of two,
  /// is asked at a terminal and must be said elsewhere.
  ///
  /// - Parameters:
  ///   - asks: whether a password of one's own may be offered; `--yes` wants no question.
  ///   - last: the text that is meant where none waits.
  ///   - judge: refuses what cannot be answered, before anything else is asked.
  func answering(
    _ argument: RevisionArgument, on store: Store, asks: Bool = true,
    last: (Agreement) -> Revision? = { $0.shown },
    judge: (Agreement, Revision, Partner.ID) throws -> Void = { _, _, _ in }
  ) throws -> (Acting, Agreement, Revision) {
    let now = clock.now
    let actor = try knownPartner(of: store)
    let waiting = try store.waiting(at: now)
    let summary = try choose(
      argument.agreement.reference, from: try answerable(waiting, of: store, by: actor), of: store,
      nothing: waiting.isEmpty || actor == nil
        ? Problem(Refusal.nothingToAnswer, in: .none)
        : Problem(Refusal.ownProposal, in: context(of: store.pair, actor: actor)))
    let agreement = try store.agreement(summary)
    let revision =
      try agreement.chosen(
        from: awaited(in: agreement, of: store.pair, by: actor), pinned: argument.revision)
      ?? agreement.open(at: now).last ?? agreement.unanswered.last ?? last(agreement)
    guard let revision else { throw Problem(Refusal.nothingToAnswer, in: .none) }
    let answerers = store.pair.both.filter { revision.awaits($0.id, at: now, in: clock.rules) }
    var asked: Partner?
    if actor == nil, prompt.canAsk, answerers.count == 1 { asked = answerers[0] }
    let acting = try acting(on: store, as: actor ?? asked)
    try acting.judged(about: store.handle(of: agreement)) {
      try judge(agreement, revision, acting.me.id)
    }
    let isFirst =
      try prompt.canAsk && answerers.contains(acting.me) && partnersHere(store).count == 2
      && !store.hasAnswered(acting.me.id)
    let turn = asked.map { asked in
      let name = asked.name.text.visible
      return Sentence("This one is \(name)'s to answer.", "这一条由\(name)来回答。")
    }
    if isFirst, !acting.keyring.isLocked {
      try begin(acting, turn, asks: asks)
    } else if let turn {
      remark(turn)
    }
    return (acting, agreement, revision)
  }

  /// What waits for one, or for anyone; else what one said yes to that has to rest for a night yet.
  private func answerable(
    _ waiting: [Summary], of store: Store, by actor: Partner?
  ) throws -> [Summary] {
    let all = try waiting.map { ($0, try store.agreement($0)) }
    let due = all.filter { !awaited(in: $0.1, of: store.pair, by: actor).isEmpty }
    if !due.isEmpty { return due.map(\.0) }
    let partners = actor.map { [$0] } ?? store.pair.both
    return all.filter { _, agreement in
      agreement.open(at: clock.now).contains { text in
        partners.contains { text.asksAgain($0.id) }
      }
    }.map(\.0)
  }

  /// Rule S24, before each partner's first answer, where a person can read it: a password of their
  /// own, or what it means to have none.
  private func begin(_ acting: Acting, _ turn: Sentence?, asks: Bool) throws {
    guard asks else {
      if let turn { remark(turn) }
      return remark(
        Sentence(
          "Whoever sits here can answer for either of you. A password: accord lock",
          "坐在这里的人，能替你们当中任何一个人回答。设密码：accord lock"))
    }
    let name = acting.me.name.text.visible
    let offer = Sentence(
      "\(name), choose a password of your own, or just Enter", "\(name)，设一个自己的密码，不设就回车")
    let question =
      turn.map { Sentence("\($0.english) \(offer.english)", "\($0.chinese)\(offer.chinese)") }
      ?? offer
    let isSealed =
      try withNewPassphrase(question, flag: "--yes") { try acting.keyring.seal(with: $0) } != nil
    guard isSealed else {
      return remark(
        Sentence(
          "Without one, whoever sits here can answer for either of you. Later: accord lock",
          "不设密码，坐在这里的人就能替你们当中任何一个人回答。以后想设：accord lock"))
    }
    remark(
      Sentence(
        "Set. Nobody can reset it: who forgets it cannot act as \(name) here any more.",
        "设好了。忘了没有办法重设，就再也不能在这里替\(name)操作了。"))
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
