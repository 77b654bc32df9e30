import Agreements
import Journal
import Storage

/// What needs someone now: three things at most, then quiet.
struct Agenda {
  enum Item {
    case answer(Agreement, Revision)
    /// A yes of one's own is to be said again.
    case again(Agreement, Revision)
    case lapsing(Agreement, on: Instant)
    case review(Agreement)
  }

  let session: Session
  let store: Store
  let reader: Partner?

  static let most = 3

  private var names: Names { Names(pair: store.pair) }

  /// Most pressing first: what waits for an answer, what is about to be put away, what to look at.
  func items() throws -> [Item] {
    let now = session.clock.now
    var answers: [Item] = []
    for summary in try store.waiting(at: now) {
      let agreement = try store.agreement(summary)
      for text in session.awaited(in: agreement, of: store.pair, by: reader) {
        answers.append(asks(text) ? .answer(agreement, text) : .again(agreement, text))
      }
    }
    var lapsing: [Item] = []
    var reviews: [Item] = []
    for agreement in try session.toReview(in: store, by: reader) {
      if let end = agreement.review?.lapsesAt {
        lapsing.append(.lapsing(agreement, on: end))
      } else {
        reviews.append(.review(agreement))
      }
    }
    return answers + lapsing + reviews
  }

  /// Whether a text has no answer yet from the reader, or from somebody where nobody is named.
  private func asks(_ text: Revision) -> Bool {
    (reader.map { [$0] } ?? store.pair.both)
      .contains { text.stances[$0.id] == nil && text.firstYes[$0.id] == nil }
  }

  func lines() throws -> [String] {
    let items = try items()
    let heading = session.today.heading.text
    guard session.terminal.outputIsTerminal else { return items.map(field) }
    if items.isEmpty { return [heading, "", try quiet().text] }
    var lines = [heading, ""]
    let told = items.prefix(Self.most).map(told)
    for (index, (what, how)) in told.enumerated() {
      lines.append(what.text)
      // What answers several in a row is said once, after the last.
      if index + 1 == told.count || told[index + 1].1 != how { lines.append("  " + how.text) }
    }
    let left = items.count - Self.most
    if left > 0 {
      lines.append(
        Sentence("and \(left) more: accord list --all", "还有\(left)条：accord list --all").text)
    }
    return lines
  }

  private func quiet() throws -> Sentence {
    let count = try store.inForce(at: session.clock.now).count { $0.promise?.owner == nil }
    switch count {
    case 0:
      return Sentence(
        "Nothing needs you today. To suggest something: accord propose",
        "今天没有要回答的。想提一个约定：accord propose")
    case 1:
      return Sentence(
        "Nothing needs you today. One thing agreed: accord list",
        "今天没有要回答的。说好的有1条：accord list")
    default:
      return Sentence(
        "Nothing needs you today. \(count.spelled.capitalisedFirst) things agreed: accord list",
        "今天没有要回答的。说好的有\(count)条：accord list")
    }
  }

  private func told(_ item: Item) -> (Sentence, Sentence) {
    switch item {
    case .answer(let agreement, let text):
      let title = (text.wording?.title.text ?? Session.erasedTitle.text).visible
      let author = names.name(text.authors.min() ?? store.pair.first.id)
      let other = text.authors.min().map(names.other(than:)) ?? ""
      let isChange = agreement.standing != nil
      let what =
        isChange
        ? Sentence("\(author) suggests a change: \(title)", "\(author)想改一改：\(title)")
        : Sentence("\(author) suggests: \(title)", "\(author)提了一个约定：\(title)")
      let how =
        reader == nil
        ? Sentence("\(other): look and answer: accord accept", "\(other)看一看，再回答：accord accept")
        : Sentence("look and answer: accord accept", "看一看，再回答：accord accept")
      return (what, how)
    case .again(_, let text):
      let title = Sentence.quoting((text.wording?.title.text ?? Session.erasedTitle.text).visible)
      let who = store.pair.both.filter {
        (reader ?? $0) == $0 && text.awaits($0.id, at: session.clock.now, in: session.clock.rules)
      }.map { $0.name.text.visible }
      let name =
        who.count == 2
        ? Sentence("\(who[0]) and \(who[1])", "\(who[0])、\(who[1])").text : who.joined()
      let what =
        reader == nil
        ? Sentence(
          "\(name) said yes to \(title.english). Still right?",
          "\(title.chinese)\(name)点过一次头，现在还愿意吗？")
        : Sentence(
          "You said yes to \(title.english). Still right for you?", "\(title.chinese)你点过一次头，现在还愿意吗？"
        )
      return (what, Sentence("look and answer: accord accept", "看一看，再回答：accord accept"))
    case .lapsing(let agreement, let end):
      let title = quoted(agreement)
      let on = session.date(end)
      return (
        Sentence(
          "\(title.english) is put away after \(on.english), unless you look at it again",
          "\(title.chinese)该回头看看了，到\(on.chinese)还没看，就先收起来"),
        Sentence("accord review", "accord review")
      )
    case .review(let agreement):
      let title = quoted(agreement)
      return (
        Sentence(
          "\(since(agreement).english) of \(title.english). Look again?",
          "\(title.chinese)\(since(agreement).chinese)，回头看看？"),
        Sentence("accord review", "accord review")
      )
    }
  }

  private func quoted(_ agreement: Agreement) -> Sentence {
    Sentence.quoting((agreement.shown?.wording?.title.text ?? "").visible)
  }

  /// `Two weeks`, `用了两周`: since when it is in force.
  private func since(_ agreement: Agreement) -> Sentence {
    guard let at = agreement.standing?.agreedAt else { return Sentence("", "") }
    let days = session.today.days(since: session.day(at))
    switch days {
    case ..<14: return Sentence("\(days) days", "用了\(days)天")
    case ..<60:
      let weeks = days / 7
      return Sentence(
        "\(weeks.spelled.capitalisedFirst) weeks", "用了\(weeks == 2 ? "两" : weeks.spelledInChinese)周"
      )
    default:
      let months = days / 30
      return Sentence(
        "\(months.spelled.capitalisedFirst) months",
        "用了\(months == 2 ? "两" : months.spelledInChinese)个月")
    }
  }

  /// `answer|again|review|lapsing`, id, title, day: for scripts.
  private func field(_ item: Item) -> String {
    let (verb, agreement, title, on): (String, Agreement, String?, Instant?) =
      switch item {
      case .answer(let agreement, let text):
        ("answer", agreement, text.wording?.title.text, nil)
      case .again(let agreement, let text):
        ("again", agreement, text.wording?.title.text, nil)
      case .lapsing(let agreement, let end):
        ("lapsing", agreement, agreement.shown?.wording?.title.text, end)
      case .review(let agreement):
        ("review", agreement, agreement.shown?.wording?.title.text, agreement.review?.due)
      }
    return [
      verb, String(agreement.id.text.prefix(8)), (title ?? "").tabField,
      on.map { session.day($0).iso } ?? "",
    ].joined(separator: "\t")
  }

  func json() throws -> JSON {
    let form = AgreementJSON(session: session, pair: store.pair, reader: reader)
    return .array(
      try items().map { item in
        let (kind, agreement, on): (String, Agreement, Instant?) =
          switch item {
          case .answer(let agreement, _): ("answer", agreement, nil)
          case .again(let agreement, _): ("again", agreement, nil)
          case .lapsing(let agreement, let end): ("lapsing", agreement, end)
          case .review(let agreement): ("review", agreement, agreement.review?.due)
          }
        return .object([
          "agreement": form.object(agreement), "kind": .string(kind),
          "on": on.map { .string(session.day($0).iso) } ?? .null,
        ])
      })
  }
}

extension Int {
  /// `two`, up to twelve; digits above.
  fileprivate var spelled: String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve",
    ]
    return words.indices.contains(self) ? words[self] : String(self)
  }

  fileprivate var spelledInChinese: String {
    let words = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return words.indices.contains(self) ? words[self] : String(self)
  }
}
