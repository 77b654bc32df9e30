import Agreements
import ArgumentParser
import Storage

/// What is said to an open text.
enum Reply {
  case yes
  /// A no, or other words.
  case no

  /// Whether a partner may say it to a text, now or once a night has passed.
  func isOpen(to partner: Partner.ID, _ text: Revision) -> Bool {
    switch self {
    case .yes: text.stances[partner] == nil
    case .no: !text.authors.contains(partner) && !text.refuses(partner)
    }
  }
}

/// The open texts to which some have something to say.
private struct Answerable {
  let reply: Reply
  let partners: [Partner]
  let clock: Clock

  func texts(of agreement: Agreement) -> [Revision] {
    agreement.open(at: clock.now).filter { text in
      partners.contains { reply.isOpen(to: $0.id, text) }
    }
  }

  /// Whether it can be said now; a no always can.
  func isDue(_ text: Revision) -> Bool {
    reply == .no || partners.contains { text.awaits($0.id, at: clock.now, in: clock.rules) }
  }
}

extension Revision {
  fileprivate func isBy(_ partner: Partner?) -> Bool {
    partner.map { authors.contains($0.id) } ?? false
  }
}

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
    _ reply: Reply, to argument: RevisionArgument, on store: Store, asks: Bool = true,
    last: (Agreement) -> Revision? = { $0.shown },
    judge: (Agreement, Revision, Partner.ID) throws -> Void = { _, _, _ in }
  ) throws -> (Acting, Agreement, Revision) {
    let now = clock.now
    let actor = try knownPartner(of: store)
    let answerable = Answerable(
      reply: reply, partners: actor.map { [$0] } ?? store.pair.both, clock: clock)
    let waiting = try store.waiting(at: now).map { (summary: $0, whole: try store.agreement($0)) }
    let open = waiting.filter { !answerable.texts(of: $0.whole).isEmpty }
    // What a yes can be said to now comes first.
    let due = open.filter { answerable.texts(of: $0.whole).contains(where: answerable.isDue) }
    let isOwn = waiting.contains { $0.whole.open(at: now).contains { $0.isBy(actor) } }
    let summary = try choose(
      argument.agreement.reference, from: (due.isEmpty ? open : due).map(\.summary), of: store,
      nothing: isOwn
        ? Problem(Refusal.ownProposal, in: context(of: store.pair, actor: actor))
        : Problem(Refusal.nothingToAnswer, in: .none))
    let agreement = try store.agreement(summary)
    let texts = answerable.texts(of: agreement)
    let dueTexts = texts.filter(answerable.isDue)
    let revision =
      try agreement.chosen(from: dueTexts.isEmpty ? texts : dueTexts, pinned: argument.revision)
      ?? agreement.open(at: now).last ?? agreement.unanswered.last ?? last(agreement)
    guard let revision else { throw Problem(Refusal.nothingToAnswer, in: .none) }
    let answerers = store.pair.both.filter { reply.isOpen(to: $0.id, revision) }
    let asked = actor == nil && prompt.canAsk ? speaker(to: revision, among: answerers) : nil
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

  /// Who can be meant where nobody said who acts: the only one who has something to say, or the
  /// only one who said nothing yet, while the other's first yes rests for a night.
  private func speaker(to text: Revision, among answerers: [Partner]) -> Partner? {
    if answerers.count == 1 { return answerers[0] }
    let due = answerers.filter { text.awaits($0.id, at: clock.now, in: clock.rules) }
    return due.count == 1 && text.firstYes[due[0].id] == nil ? due[0] : nil
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
      try withNewPassphrase(question, flag: "--yes") { try acting.keyring.setPassword($0) } != nil
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
