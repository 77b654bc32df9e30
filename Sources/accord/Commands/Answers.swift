import Agreements
import Journal
import Storage

/// What more than one verb says.
enum Acts {
  static func ended(_ reference: String) -> Sentence {
    Sentence(
      "You no longer agree to this. It stopped just now. To agree again: accord renew \(reference)",
      "好，从现在起，这条不再约定了。想再约一次：accord renew \(reference)")
  }
}

/// What several verbs come to: saying not this time, or suggesting other words.
enum Answers {
  /// Three ways to begin a few words; never asked for where one was written already.
  private static let starters = [
    Sentence("I like the idea, just not these words", "想法我喜欢，说法想换一换"),
    Sentence("not for now; I'll bring it up myself", "这阵子先不，想好了我自己来提"),
    Sentence("I'd like to talk about it first", "我想先当面聊聊"),
  ]

  /// At a terminal a few words may go with it: a starter, one's own, or none.
  private static func askNote(_ session: Session, _ hint: WordingHint) throws -> Note? {
    guard session.prompt.canAsk else { return nil }
    for (index, starter) in starters.enumerated() {
      session.remark(Sentence(own: "  \(index + 1) \(starter.text)"))
    }
    let what = Sentence("the note", "这几句话")
    let answer = try session.prompt.ask(
      Sentence(
        "A few words, if you like: one of these, or your own (Enter: none)",
        "想说几句也可以，写编号或自己的话（不说就回车）"), flag: "--note")
    if answer.isEmpty { return nil }
    let chosen = Int(Token(answer).text).flatMap { number in
      starters.indices.contains(number - 1) ? starters[number - 1].text : nil
    }
    let note = try session.note(chosen ?? answer, what)
    guard hint.say(about: note) else { return note }
    // Once it is said it cannot be changed any more.
    let again = try session.prompt.ask(
      Sentence("In other words, if you like (Enter: as it is)", "想换个说法也可以（不换就回车）"), flag: "--note")
    return again.isEmpty ? note : try session.note(again, what)
  }

  static func decline(
    _ revision: Revision, on agreement: Agreement, note: Note?, _ acting: Acting,
    _ reference: String, wasShown: Bool = false, noHints: Bool = false
  ) throws -> Report {
    let hint = WordingHint(for: acting, isOff: noHints)
    let step = try acting.judged(about: reference) {
      try agreement.declining(revision.id, by: acting.me.id)
    }
    var note = note
    if case .act = step, !wasShown, acting.session.prompt.canAsk, let wording = revision.wording {
      for line in try acting.session.card(for: acting.store).lines(of: wording) {
        acting.session.remark(Sentence(own: line))
      }
    }
    if note == nil, case .act = step { note = try askNote(acting.session, hint) }
    let outcome = try acting.write(about: reference) {
      try $0.decline(revision.id, on: agreement.id, note: note)
    }
    hint.say(about: note)
    return .says(
      outcome.agreement.standing == nil
        ? Sentence("That's fine, no reason needed.", "好，这次先不了。不用说理由。")
        : Sentence("That's fine, no reason needed. The old text holds.", "好，先不改，照旧。不用说理由。"),
      json: ("agreement", acting.json(outcome.agreement)))
  }

  static func withdraw(
    _ revision: Revision, on agreement: Agreement, _ acting: Acting, _ reference: String
  ) throws -> Report {
    let outcome = try acting.write(about: reference) {
      try $0.withdraw(revision.id, on: agreement.id)
    }
    return .says(
      outcome.agreement.standing == nil
        ? Sentence(
          "Taken back. To suggest it again: accord renew \(reference)",
          "收回了。想再提：accord renew \(reference)")
        : Sentence("Taken back. The old text holds.", "收回了。照旧。"),
      json: ("agreement", acting.json(outcome.agreement)))
  }

  /// - Parameter mutual: the words to suggest, where they are there already: the same about both.
  static func counter(
    _ revision: Revision, on agreement: Agreement, terms: TermOptions, title: String?,
    mutual: Wording? = nil, _ questions: PlainQuestions, _ acting: Acting, _ reference: String
  ) throws -> Report {
    guard let base = revision.wording else {
      throw Problem(Refusal.erased, in: .none)
    }
    try acting.checkSuggesting()
    return try change(base, terms: terms, title: title, mutual: mutual, questions, acting) {
      wording, twice in
      try acting.write(about: reference) {
        (
          try $0.counter(revision.id, on: agreement.id, with: wording, asksTwice: twice),
          try $0.declines(of: wording)
        )
      }
    }
  }

  static func amend(
    _ agreement: Agreement, terms: TermOptions, title: String?, _ acting: Acting,
    _ reference: String
  ) throws -> Report {
    guard let base = agreement.current.last?.wording else {
      throw Problem(Refusal.notInForce, in: .none)
    }
    if agreement.owner == nil { try acting.checkSuggesting() }
    return try change(
      base, terms: terms, title: title, PlainQuestions(for: acting), acting
    ) { wording, twice in
      try acting.write(about: reference) {
        (
          try $0.amend(
            agreement.id, with: wording, over: agreement.current.map(\.id), asksTwice: twice),
          try $0.declines(of: wording)
        )
      }
    }
  }

  /// New words for an old text: the difference is shown before anything is suggested.
  private static func change(
    _ base: Wording, terms: TermOptions, title: String?, mutual: Wording? = nil,
    _ questions: PlainQuestions, _ acting: Acting,
    _ suggest: (Wording, _ asksTwice: Bool) throws -> (Outcome, declines: [Instant])
  ) throws -> Report {
    let session = acting.session
    var given =
      mutual.map { Composition.fields(of: $0, pair: acting.store.pair) } ?? terms.fields
    given[.title] = title ?? given[.title]
    var start = Composition(
      changing: base, pair: acting.store.pair, me: acting.me, clock: session.clock, given: given)
    if !terms.forNeed.isEmpty {
      start.needs = try session.sharedNeeds(terms.forNeed, in: acting.store)
    }
    if given.isEmpty, terms.forNeed.isEmpty, !terms.edit {
      guard session.prompt.canAsk else {
        throw Problem(
          "missing", .usage,
          Sentence(
            "say what changes, for instance --minutes 45", "写上要改什么，比如 --minutes 45"))
      }
      try session.askAll(in: &start)
    }
    let card = try session.card(for: acting.store)
    let hint = WordingHint(for: acting, isOff: terms.hints.noHints)
    let report = try session.compose(
      start, options: terms, partner: acting.other,
      show: {
        card.difference(from: base, to: $0) + questions.lines(about: $0)
          + hint.lines(about: $0, over: base)
      },
      suggest: { wording in
        let (outcome, declines) = try suggest(wording, questions.asksTwice(wording))
        if !outcome.stood { questions.say(about: wording) }
        hint.say(about: wording, over: base)
        Hints.say(about: wording, declines: declines, in: session)
        return Suggesting.report(outcome, acting)
      })
    return report ?? .says(Suggesting.nothing, json: ("agreement", .null))
  }
}
