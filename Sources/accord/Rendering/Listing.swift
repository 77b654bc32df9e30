import Agreements
import Journal
import Storage

/// Agreements a line each: a table on a terminal, tab-separated fields in a pipe.
struct Listing {
  let session: Session
  let pair: Pair
  let reader: Partner?
  /// When the two come together to talk, and look at what is due.
  var talks: [Cadence] = []

  static let agreed = Sentence("What we agreed", "我们说好的")
  /// Nobody agreed to those.
  static let declared = Sentence("Each one's own boundaries", "各自的边界")

  private var names: Names { Names(pair: pair) }

  /// The rules in force, as people read them.
  func inForce(_ summaries: [Summary]) -> [String] {
    guard session.terminal.outputIsTerminal else { return fields(summaries) }
    let heading = Self.agreed
    if summaries.isEmpty {
      return [
        Sentence(
          "Nothing is agreed yet. Suggest something: accord propose",
          "还没有说好的。提一个吧：accord propose"
        ).text
      ]
    }
    if summaries.count == 1, let only = summaries.first, let title = only.title,
      let owner = only.promise?.owner
    {
      let whose = names.promise(.own(owner))
      return [
        Sentence("\(whose.english): \(title.visible)", "\(whose.chinese)：\(title.visible)").text
      ]
    }
    if summaries.count == 1, let only = summaries.first, let title = only.title,
      let promise = only.promise, let day = session.lookingDay(only, talks: talks),
      only.outlook.now == .active
    {
      let who = names.promise(promise)
      let on = day.named(today: session.today)
      let look =
        day <= session.today
        ? Sentence("You can look again: accord review", "可以回头看看了：accord review")
        : Sentence("Look again on \(on.english).", "\(on.chinese)回头看看。")
      let line = Sentence(
        "\(heading.english): \(title.visible), \(who.english). \(look.english)",
        "\(heading.chinese)：\(title.visible)，\(who.chinese)。\(look.chinese)")
      return [line.text]
    }
    let agreed = summaries.filter { $0.promise?.owner == nil }
    let own = summaries.filter { $0.promise?.owner != nil }
    return section(heading, agreed) + (own.isEmpty || agreed.isEmpty ? [] : [""])
      + section(Self.declared, own)
  }

  /// Anything else that was asked for.
  func all(_ summaries: [Summary]) -> [String] {
    guard session.terminal.outputIsTerminal else { return fields(summaries) }
    if summaries.isEmpty {
      return [Sentence("Nothing like that here.", "没有这样的约定。").text]
    }
    return table(summaries, withStatus: true)
  }

  /// What the list says is agreed, and what was signed does not: by its name alone.
  func notAsSigned(_ summaries: [Summary]) -> [String] {
    guard session.terminal.outputIsTerminal else {
      return summaries.map { "\($0.shortID)\t\tnot-as-signed\t\t\t" }
    }
    return summaries.map { Self.notAsSigned($0).text }
  }

  static func notAsSigned(_ summary: Summary) -> Sentence {
    Sentence(
      "\(summary.shortID) is not as it was signed: accord doctor",
      "\(summary.shortID)和当初签下的不一样，请看：accord doctor")
  }

  private func section(_ heading: Sentence, _ summaries: [Summary]) -> [String] {
    summaries.isEmpty
      ? [] : [session.terminal.bold(heading.text)] + table(summaries, withStatus: false)
  }

  private func table(_ summaries: [Summary], withStatus: Bool) -> [String] {
    var table = Table([
      Table.Column(shrinks: true), Table.Column(shrinks: true), Table.Column(), Table.Column(),
    ])
    for summary in summaries {
      table.append([
        Table.Cell(summary.title ?? Session.erasedTitle.text),
        Table.Cell(summary.promise.map { names.promise($0).text } ?? ""),
        Table.Cell((withStatus ? status(of: summary) : look(summary)).text),
        Table.Cell(summary.shortID, style: .dim),
      ])
    }
    return table.text(for: session.terminal).split(separator: "\n").map(String.init)
  }

  private func look(_ summary: Summary) -> Sentence {
    if summary.outlook.now == .contested { return Status.contested.named }
    guard let day = session.lookingDay(summary, talks: talks) else { return Sentence("", "") }
    if day <= session.today { return Sentence("can be looked at again", "可以回头看看了") }
    let distance = day.distance(from: session.today)
    return Sentence("look again \(distance.english)", "\(distance.chinese)回头看看")
  }

  private func status(of summary: Summary) -> Sentence {
    summary.named(at: session.clock.now)
  }

  /// `id kind status title promised-by review-on`, tab-separated: for scripts.
  ///
  /// Each line is written in one go, since there may be ten thousand of them.
  private func fields(_ summaries: [Summary]) -> [String] {
    let now = session.clock.now
    let first = pair.first.name.text.tabField
    let second = pair.second.name.text.tabField
    let both = first + "," + second
    return summaries.map { summary in
      var line = summary.shortID
      line.addField(summary.kind?.rawValue ?? "")
      line.addField(summary.status(at: now).rawValue)
      line.addField(summary.title?.tabField ?? "")
      switch summary.promise {
      case .both: line.addField(both)
      case .only(pair.first.id), .own(pair.first.id): line.addField(first)
      case .only(pair.second.id), .own(pair.second.id): line.addField(second)
      case .only, .own, nil: line.addField("")
      }
      line.addField(summary.reviewDue.map { session.day($0).iso } ?? "")
      return line
    }
  }

  func json(_ summaries: [Summary], in store: Store) throws -> JSON {
    let form = AgreementJSON(session: session, pair: pair, reader: reader)
    return .array(try summaries.map { form.object(try store.agreement($0)) })
  }
}

extension String {
  fileprivate mutating func addField(_ field: String) {
    append("\t")
    append(field)
  }
}
