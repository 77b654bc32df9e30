import Agreements
import Journal
import Storage

/// One agreement, whole: its text, how it stands, who said what.
struct Sheet {
  let session: Session
  let pair: Pair
  let reader: Partner?
  /// What the two show each other now.
  let needs: [SharedNeed]
  /// When they come together to talk, and look at what is due.
  let talks: [Cadence]

  private var names: Names { Names(pair: pair) }
  private var card: Card { Card(session, pair, needs: needs) }

  func lines(of agreement: Agreement, shortID: Substring) -> [String] {
    var lines: [String] = []
    let current = agreement.current
    let open = agreement.open(at: session.clock.now)
    for text in current { lines += block(text) }
    if current.isEmpty, let text = agreement.shown { lines += block(text) }
    lines.append(standing(agreement).text)
    if !current.isEmpty {
      for text in open {
        lines.append("")
        lines.append(suggestion(text).text)
        if let old = current.last?.wording, let new = text.wording {
          lines += card.difference(from: old, to: new)
        }
      }
    }
    if agreement.revisions.values.contains(where: \.crossed) {
      lines.append(
        Sentence(
          "A yes and a taking back crossed here; nothing came of that text.",
          "有一次，一个说好和一个收回错过了，那个说法没有算数。"
        ).text)
    }
    if agreement.forgottenBy.count == 1, let partner = agreement.forgottenBy.keys.first,
      partner != reader?.id, agreement.revisions.values.contains(where: { $0.wording != nil })
    {
      lines.append(
        Sentence(
          "\(names.name(partner)) would like its words erased: accord forget \(shortID)",
          "\(names.name(partner))想把这条的文字抹去：accord forget \(shortID)"
        ).text)
    }
    lines.append(session.terminal.dim(String(shortID)))
    lines.append("")
    return lines
  }

  private func block(_ text: Revision) -> [String] {
    guard let wording = text.wording else { return [Session.erasedTitle.text] }
    var lines = [session.terminal.bold(card.shown(wording.title.text))]
    lines += card.lines(of: wording).filter { $0 != card.shown(wording.title.text) }
    return lines
  }

  /// How it stands, and what comes next.
  func standing(_ agreement: Agreement) -> Sentence {
    let status = agreement.status(at: session.clock.now)
    let named = status.named
    if let owner = agreement.owner { return standing(agreement, of: owner, status) }
    switch status {
    case .active:
      guard let since = agreement.standing?.agreedAt, let review = agreement.review else {
        return named
      }
      let day = session.lookingDay(review, talks: talks)
      let on = day.named(today: session.today)
      let from = session.date(since)
      let next =
        day <= session.today
        ? Sentence("look again now: accord review", "可以回头看看了：accord review")
        : Sentence("look again on \(on.english)", "\(on.chinese)回头看看")
      return Sentence(
        "Agreed since \(from.english); \(next.english).", "\(from.chinese)说好的，\(next.chinese)。")
    case .proposed:
      guard let text = agreement.open(at: session.clock.now).last else { return named }
      return suggestion(text)
    case .ended:
      guard let at = agreement.endedAt else { return named }
      let on = session.date(at)
      return Sentence("No longer agreed since \(on.english).", "\(on.chinese)起不再约定。")
    case .contested:
      return Sentence(
        "Two versions were agreed at the same time; neither counts until you settle it: accord amend",
        "同时说好了两个版本，都先不算数，改一改就好：accord amend")
    default:
      return Sentence(named.english.capitalisedFirst + ".", named.chinese + "。")
    }
  }

  /// The same of an own boundary.
  private func standing(
    _ agreement: Agreement, of owner: Partner.ID, _ status: Status
  ) -> Sentence {
    let who = names.name(owner)
    if status == .active, let since = agreement.standing?.agreedAt {
      let on = session.date(since)
      return Sentence(
        "Since \(on.english); only \(who) changes it or lets it go.",
        "\(on.chinese)起；要改、要放下，都由\(who)决定。")
    }
    if status == .ended, let at = agreement.endedAt {
      let on = session.date(at)
      return Sentence("\(who) let it go on \(on.english).", "\(on.chinese)\(who)放下了。")
    }
    return Sentence(status.namedOwn.english.capitalisedFirst + ".", status.namedOwn.chinese + "。")
  }

  /// Who suggested, and who answers; only the one who answers sees until when (rule S3).
  private func suggestion(_ text: Revision) -> Sentence {
    guard let author = text.authors.min() else { return Status.proposed.named }
    let by = names.name(author)
    let other = names.other(than: author)
    let on = session.date(text.proposedAt)
    if !text.firstYes.isEmpty { return askedTwice(text, by: by, on: on) }
    if reader?.id == author {
      return Sentence(
        "You suggested this on \(on.english). It is with \(other); no answer is not a no.",
        "\(on.chinese)你提的，等\(other)点头。没回答不等于不愿意。")
    }
    let told = Sentence(
      "\(by) suggested this on \(on.english). \(other) answers it: accord accept.",
      "\(on.chinese)\(by)提的，等\(other)点头：accord accept")
    return reader == nil ? told : putAway(text, after: told)
  }

  private func putAway(_ text: Revision, after told: Sentence) -> Sentence {
    let until = session.date(text.waitsUntil)
    return Sentence(
      "\(told.english)\nIt is put away after \(until.english).",
      "\(told.chinese)\n\(until.chinese)以后就收起来。")
  }

  /// Of a text that is said yes to twice: what is still to come. When one may say it again is for
  /// oneself to know, and until when it waits for whoever is asked alone.
  private func askedTwice(_ text: Revision, by: String, on: Sentence) -> Sentence {
    let missing = pair.both.compactMap { partner -> Sentence? in
      let name = partner.name.text.visible
      guard text.asksAgain(partner.id) else {
        return text.stances[partner.id] == nil
          ? Sentence("a yes from \(name)", "\(name)点头") : nil
      }
      guard let day = partner == reader ? session.restsUntil(partner.id, text) : nil else {
        return Sentence("a second yes from \(name)", "\(name)再点一次头")
      }
      let on = day.named(today: session.today)
      return Sentence(
        "a second yes from \(name) (from \(on.english))", "\(name)再点一次头（\(on.chinese)起）")
    }
    let list = missing.map(\.text).joined(separator: Language.current.comma)
    let told = Sentence(
      "\(by) suggested this on \(on.english). Still to come: \(list).",
      "\(on.chinese)\(by)提的，还差\(list)。")
    guard let reader else { return told }
    if text.authors.contains(reader.id), text.yesesMissing(but: reader.id) {
      return Sentence(
        "\(told.english) No answer is not a no.", "\(told.chinese)没回答不等于不愿意。")
    }
    guard text.stances[reader.id] == nil else { return told }
    guard text.awaits(reader.id, at: session.clock.now, in: session.clock.rules) else {
      return putAway(text, after: told)
    }
    return putAway(
      text,
      after: Sentence("\(told.english) To answer: accord accept", "\(told.chinese)回答：accord accept")
    )
  }

  /// Each text compared with the one it changed, oldest first.
  func changes(of agreement: Agreement) -> [String] {
    agreement.history.flatMap { text -> [String] in
      let by = names.name(text.authors.min() ?? Partner.ID(""))
      let on = session.date(text.proposedAt)
      let heading = session.terminal.bold(
        Sentence("\(by), \(on.english)", "\(by)，\(on.chinese)").text)
      guard let new = text.wording else { return [heading, "  " + Session.erasedTitle.text] }
      let parent = text.parents.compactMap { agreement.revisions[$0]?.wording }.last
      guard let parent else {
        return [heading] + card.lines(of: new).map { session.terminal.styled("+ " + $0, .green) }
      }
      return [heading] + card.difference(from: parent, to: new)
    }
  }
}

extension Revision {
  /// Whether anybody but one has not said anything to it yet.
  fileprivate func yesesMissing(but partner: Partner.ID) -> Bool {
    !stances.keys.contains { $0 != partner } && !firstYes.keys.contains { $0 != partner }
  }
}

extension AgreementJSON {
  /// All texts with their parents, oldest first.
  func revisions(of agreement: Agreement) -> JSON {
    .array(
      agreement.history.map { text in
        .object([
          "needs": needs(text.wording),
          "parents": .array(text.parents.map { .string($0.text) }),
          "proposedOn": .string(session.day(text.proposedAt).iso),
          "reason": text.wording?.reason.map { .string($0.text) } ?? .null,
          "revision": .string(text.id.text),
          "terms": text.wording?.terms.json ?? .null,
          "title": text.wording.map { .string($0.title.text) } ?? .null,
        ])
      })
  }
}
