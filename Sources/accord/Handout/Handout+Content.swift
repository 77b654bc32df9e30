import Agreements
import Storage

extension Handout {
  init(of store: Store, session: Session) throws {
    self = try Content(store, session).page()
  }
}

/// What of a store belongs on the page.
private struct Content {
  let session: Session
  let store: Store
  let names: Names
  let needs: [SharedNeed]
  /// When the two come together to talk, and look at what is due.
  let talks: [Cadence]

  private var now: Instant { session.clock.now }

  init(_ store: Store, _ session: Session) throws {
    self.session = session
    self.store = store
    names = Names(pair: store.pair)
    needs = try store.sharedNeeds(at: session.clock.now)
    talks = try session.talks(in: store)
  }

  func page() throws -> Handout {
    let inForce = try store.inForce(at: now).map(store.agreement)
    let waiting = try store.waiting(at: now).map(store.agreement)
    let (own, both) = (
      inForce.filter { $0.owner != nil }, inForce.filter { $0.owner == nil }
    )
    let today = session.today
    return Handout(
      pair: store.pair,
      date: Sentence(
        "\(today.dated.english) \(today.year)", "\(today.year)年\(today.dated.chinese)"),
      sections: [
        Handout.Section(
          anchor: "agreed", heading: Listing.agreed, lead: nil, items: both.compactMap(agreed)),
        Handout.Section(
          anchor: "own", heading: Listing.declared,
          lead: Sentence(
            "Nobody is asked for these: each says what they will do themselves.",
            "这些不用另一个人点头，各自写的是自己会怎么做。"),
          items: own.compactMap(declared)),
        Handout.Section(
          anchor: "waiting", heading: Sentence("Waiting for a yes", "等着点头的"),
          lead: Sentence(
            "Nothing of this counts until you have both said yes. No answer is not a no.",
            "两个人都点头才算数。没回答不等于不愿意。"),
          items: both.flatMap(contested) + waiting.flatMap(open)),
      ].filter { !$0.items.isEmpty })
  }

  // MARK: What holds

  private func agreed(_ agreement: Agreement) -> Handout.Item? {
    guard let text = agreement.standing, let since = text.agreedAt else { return nil }
    var item = item(text)
    item.details.append(Detail(Sentence("Agreed", "说好的日子"), session.date(since).text))
    if let review = agreement.review {
      item.details.append(Detail(Self.lookAgain, next(review, of: text).text))
    }
    item.details += agreement.finishedReviews.compactMap(looked)
    return item
  }

  private func declared(_ agreement: Agreement) -> Handout.Item? {
    guard let text = agreement.standing, let since = text.agreedAt else { return nil }
    var item = item(text)
    item.details.append(Detail(Sentence("Since", "定下的日子"), session.date(since).text))
    return item
  }

  private static let lookAgain = Sentence("Look again", "回头看看")

  /// `5 December, then every 30 days`. What is due is never late: nobody is kept waiting here.
  private func next(_ review: Review, of text: Revision) -> Sentence {
    let day = session.lookingDay(review, talks: talks)
    let on =
      day <= session.today ? Sentence("now", "现在就可以") : day.named(today: session.today)
    guard let interval = text.wording?.reviewEvery else { return on }
    return Sentence(
      "\(on.english), then every \(interval.days) days", "\(on.chinese)，以后每\(interval.days)天")
  }

  /// What both said when they looked again: how it was, not who found it so.
  private func looked(_ answers: [ReviewAnswer]) -> Detail? {
    guard let at = answers.map(\.at).max() else { return nil }
    let on = session.date(at)
    // In one order whoever answered, or it would tell them apart.
    let helped = ReviewAnswer.Helped.allCases.flatMap { one in
      answers.compactMap(\.helped).filter { $0 == one }
    }
    let kept =
      answers.allSatisfy { $0.outcome == .keep }
      ? Sentence("kept", "留着") : Sentence("a change was wished for", "想改一改")
    let words = said(helped).map {
      Sentence("\($0.english); \(kept.english)", "\($0.chinese)；\(kept.chinese)")
    }
    return Detail(
      Sentence("Looked at again on \(on.english)", "\(on.chinese)回头看过"), (words ?? kept).text)
  }

  private func said(_ helped: [ReviewAnswer.Helped]) -> Sentence? {
    guard let first = helped.first?.named, let last = helped.last?.named else { return nil }
    if helped.count == 1 {
      return Sentence("one of us said “\(first.english)”", "一个人说“\(first.chinese)”")
    }
    if first == last {
      return Sentence("we both said “\(first.english)”", "两个人都说“\(first.chinese)”")
    }
    return Sentence(
      "one of us said “\(first.english)”, one “\(last.english)”",
      "一个人说“\(first.chinese)”，一个人说“\(last.chinese)”")
  }

  // MARK: What waits

  /// Every text that can be answered now. Since when it waits is left out: with it anybody could
  /// reckon until when, and that is for the one who answers alone (rule S6).
  private func open(_ agreement: Agreement) -> [Handout.Item] {
    agreement.open(at: now).map { text in
      var item = item(text)
      if let author = text.authors.min() {
        item.details.append(Detail(Sentence("Suggested by", "提的人"), names.name(author)))
      }
      if let interval = text.wording?.reviewEvery {
        item.details.append(
          Detail(
            Self.lookAgain,
            Sentence("every \(interval.days) days", "每\(interval.days)天").text))
      }
      if agreement.standing != nil {
        item.remarks.append(
          Sentence("A change is suggested; the old text still holds.", "想改一改，改好之前照旧。"))
      }
      if !text.firstYes.isEmpty {
        item.remarks.append(
          Sentence(
            "You both say yes twice to this one, with a night between.",
            "这一条，两个人都要点两次头，中间隔一夜。"))
      }
      return item
    }
  }

  private func contested(_ agreement: Agreement) -> [Handout.Item] {
    guard agreement.current.count > 1 else { return [] }
    return agreement.current.map { text in
      var item = item(text)
      item.remarks = [
        Sentence(
          "Two versions were agreed at the same time; neither counts until you settle it.",
          "同时说好了两个版本，都先不算数，改一改就好。")
      ]
      return item
    }
  }

  // MARK: One text

  /// What it says. Of the needs it serves those that are shown to the other at this moment.
  private func item(_ text: Revision) -> Handout.Item {
    guard let wording = text.wording else {
      return Handout.Item(
        title: Session.erasedTitle.text, promise: nil, essence: nil, details: [])
    }
    let promise = names.promise(wording.promise)
    let served = wording.needs.compactMap { id in needs.first { $0.id == id } }
    return Handout.Item(
      title: wording.title.text,
      promise: Sentence(promise.english.capitalisedFirst, promise.chinese),
      essence: names.essence(of: wording, reader: session.clock.zone, alone: true).text,
      details: names.details(of: wording) + served.map(names.detail))
  }
}
