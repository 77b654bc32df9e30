import Agreements

/// What a new text begins with.
private enum Beginning {
  case template(Template)
  case ownWords
}

/// What a person does with a text before it is suggested.
enum Intent {
  case go, change
  /// The same about both (rule S9).
  case mutual(Wording)
}

extension Session {
  /// Completes a text with the person at the terminal, or in their editor; off a terminal it must
  /// be complete already.
  ///
  /// - Parameter suggest: what is done with the wording. What was written in an editor is kept
  ///   until that has worked.
  /// - Returns: what it came to; nil where they would rather not.
  func compose<Result>(
    _ start: Composition, options: TermOptions, partner: Partner,
    show: (Wording) -> [String], suggest: (Wording) throws -> Result
  ) throws -> Result? {
    if options.edit {
      guard let (edited, draft) = try edit(start) else { return nil }
      do {
        let result = try settle(edited, start, options, partner, show).map(suggest)
        draft.discard()
        return result
      } catch {
        var problem = Problem(error, in: .none)
        // The text as it was is no work to be kept.
        if problem.code == "unchanged" {
          draft.discard()
          throw problem
        }
        problem.hint = LeftDraft.kept(at: draft.path)
        throw problem
      }
    }
    var composition = start
    if prompt.canAsk, !options.yes { try askMissing(in: &composition) }
    return try settle(composition, start, options, partner, show).map(suggest)
  }

  /// Shows a text until its writer says yes to it.
  private func settle(
    _ composition: Composition, _ start: Composition, _ options: TermOptions, _ partner: Partner,
    _ show: (Wording) -> [String]
  ) throws -> Wording? {
    var composition = composition
    var isPlain =
      composition.base == nil && start.fields.isEmpty && !options.edit && !start.isOwn
    while true {
      let wording = try composition.wording()
      guard prompt.canAsk, !options.yes else { return wording }
      switch try confirm(
        wording, in: composition, isPlain: isPlain, partner: partner, show: show)
      {
      case nil: return nil
      case .go: return wording
      case .mutual(let mutual):
        composition.fields = Composition.fields(of: mutual, pair: composition.pair)
        isPlain = false
      case .change:
        if isPlain {
          guard let chosen = try template(for: composition) else { return nil }
          composition = chosen
          isPlain = false
        } else {
          try askAll(in: &composition)
        }
      }
    }
  }

  /// - Parameter isPlain: whether it stands as it was offered, so that nothing is lost by leaving.
  private func confirm(
    _ wording: Wording, in composition: Composition, isPlain: Bool, partner: Partner,
    show: (Wording) -> [String]
  ) throws -> Intent? {
    for line in show(wording) { remark(Sentence(own: line)) }
    let essence = Names(pair: composition.pair).essence(of: wording, reader: clock.zone).quoted
    let mutual = wording.offered(to: composition.pair)
    var choices = [
      Menu.Choice(
        Intent?.some(.go),
        Suggesting.invitation(
          wording, isNew: composition.base == nil, to: partner.name.text.visible),
        aliases: ["yes", "y", "好", "是"]),
      Menu.Choice(.some(.change), Sentence("change it", "改一改")),
    ]
    if let mutual { choices.insert(.init(.some(.mutual(mutual)), Clauses.mutualChoice), at: 1) }
    if !isPlain {
      choices.append(
        Menu.Choice(nil, Sentence("leave it", composition.isOwn ? "先不定" : "先不提")))
    }
    return try choose(essence, choices, enterLeaves: isPlain, flag: "--yes")
  }

  /// A question and its answers in one row; a question too long for that stands above them.
  ///
  /// - Parameter enterLeaves: whether an empty line means none of them; else it is asked again.
  func choose<Value>(
    _ question: Sentence, _ choices: [Menu<Value?>.Choice], enterLeaves: Bool = true, flag: String
  ) throws -> Value? {
    let menu = Menu(choices)
    let onEnter: Value?? = enterLeaves ? .some(nil) : nil
    let shown = terminal.shownLines(question.text)
    if shown.contains("\n")
      || shown.columns + 2 + menu.text(in: .current).columns >= terminal.width
    {
      remark(Sentence(own: shown))
      return try prompt.menu(menu, onEnter: onEnter, flag: flag)
    }
    return try prompt.menu(menu, question: Sentence(own: shown), onEnter: onEnter, flag: flag)
  }

  // MARK: Templates and questions

  /// One of the two templates of the kind, or one's own words.
  private func template(for composition: Composition) throws -> Composition? {
    let templates = Template.all.filter { $0.kind == composition.kind }
    var composition = composition
    let choices =
      templates.map { Menu<Beginning?>.Choice(.template($0), titled: $0.title.text) }
      + [.init(.ownWords, Sentence("my own words", "自己写"))]
    let chosen = try prompt.menu(
      Menu(choices, layout: .list), question: Sentence("Begin with:", "从哪一个开始："),
      onEnter: .some(nil), flag: "--edit")
    guard let chosen else { return nil }
    if case .template(let chosen) = chosen {
      composition.fields = chosen.fields.mapValues(\.text)
      composition.fields[.title] = chosen.title.text
    } else {
      composition.fields = [:]
    }
    try askAll(in: &composition)
    return composition
  }

  private func askMissing(in composition: inout Composition) throws {
    if composition.base != nil { return }
    if composition.fields.isEmpty, !composition.isOwn {
      // The first template as it stands: one answer is enough.
      if let first = Template.all.first(where: { $0.kind == composition.kind }) {
        composition.fields = first.plain.mapValues(\.text)
      }
      return
    }
    while true {
      do {
        _ = try composition.wording()
        return
      } catch let error where Self.missing(error) {
        try askAll(in: &composition, onlyMissing: true)
      }
    }
  }

  private static func missing(_ error: any Error) -> Bool {
    if let mistyped = error as? Mistyped { return mistyped.reason == .missing }
    return (error as? Problem)?.code == "missing"
  }

  func askAll(in composition: inout Composition, onlyMissing: Bool = false) throws {
    for field in composition.asked {
      if onlyMissing, composition.fields[field] != nil || !field.isNeeded(in: composition.kind) {
        continue
      }
      if field == .on, composition.fields[.every].map(Self.isDaily) ?? true { continue }
      if composition.kind == .ritual, !Self.applies(field, to: composition) { continue }
      if field == .title { composition.dropOutdatedTitle() }
      try ask(field, in: &composition)
    }
  }

  private static func isDaily(_ every: String) -> Bool {
    (try? Cadence.Pattern(every: every, on: nil, today: Day.first)) == .daily
  }

  /// A ritual comes at a time or at a moment, never both.
  private static func applies(_ field: Field, to composition: Composition) -> Bool {
    switch field {
    case .at: composition.fields[.every] != nil
    case .when: composition.fields[.every] == nil
    default: true
    }
  }

  /// Asks until the answer can be taken; Enter keeps what is there, a dash takes it away.
  private func ask(_ field: Field, in composition: inout Composition) throws {
    let before = composition.fields[field]
    let without = field.withoutAnswer(for: composition.kind)
    let question = question(field, of: composition, before: before, without: without)
    for _ in 1...5 {
      let answer = try prompt.ask(
        question, default: before ?? field.usual(for: composition.kind), flag: field.flag)
      let isNone = answer.isEmpty || (answer == "-" && before != nil && without != nil)
      if isNone, without == nil {
        remark(Sentence("this one is needed", "这一项要写"))
        continue
      }
      let earlier = composition
      composition.set(field, to: isNone ? nil : answer)
      do {
        _ = try composition.wording()
        return
      } catch let error where Self.missing(error) && field != .title {
        // Something else is missing, and is asked for next.
        return
      } catch {
        remark((error as? Mistyped)?.whenAsked ?? Problem(error, in: .none).sentence)
        composition = earlier
      }
    }
    throw NoInput.notUnderstood
  }

  private func question(
    _ field: Field, of composition: Composition, before: String?, without: Sentence?
  ) -> Sentence {
    let question = field.question(for: composition.kind, isOwn: composition.isOwn)
    guard let without else { return question }
    return before == nil
      ? Sentence(
        "\(question.english) (Enter: \(without.english))",
        "\(question.chinese)（回车：\(without.chinese)）")
      : Sentence(
        "\(question.english) (-: \(without.english))", "\(question.chinese)（-：\(without.chinese)）")
  }
}

extension Field {
  /// Whether a text cannot be without it.
  fileprivate func isNeeded(in kind: Kind) -> Bool {
    switch self {
    case .minutes, .every, .on, .when, .phrase: true
    case .then: kind != .checkIn
    default: false
    }
  }
}
