import Agreements
import Storage

/// A text as people read it: what it says, and what belongs to it.
struct Card {
  let session: Session
  let names: Names

  /// What the two show each other now: a text names needs by their ids.
  let needs: [SharedNeed]

  init(_ session: Session, _ pair: Pair, needs: [SharedNeed]) {
    self.session = session
    self.names = Names(pair: pair)
    self.needs = needs
  }

  /// Everything a text says, a line each; what the essence says by itself is not said twice.
  func lines(of wording: Wording) -> [String] {
    let essence = names.essence(of: wording, reader: session.clock.zone).quoted.text
    return ahead(of: wording) + [shown(essence)] + extras(of: wording)
  }

  /// What must be read before the essence is agreed to: all that the essence does not say.
  func besides(_ wording: Wording) -> [String] {
    ahead(of: wording) + extras(of: wording)
  }

  private func ahead(of wording: Wording) -> [String] {
    wording.terms.isUsual(wording.title) ? [] : [shown(wording.title.text)]
  }

  private func extras(of wording: Wording) -> [String] {
    var lines = names.details(of: wording).map(\.line)
    lines += wording.needs.map(served)
    if let interval = wording.reviewEvery {
      lines.append(
        Sentence(
          "Look again every \(interval.days) days", "每\(interval.days)天回头看看"
        ).text)
    }
    if saysPromise(wording) {
      let promise = names.promise(wording.promise)
      lines.append(Sentence(promise.english.capitalisedFirst + ".", promise.chinese + "。").text)
    }
    return lines.map(shown)
  }

  /// A need the text serves, in the words in which it is shown at the moment.
  private func served(_ id: Need.ID) -> String {
    guard let shown = needs.first(where: { $0.id == id }) else {
      // Two of them are told apart: consent is to one exact text.
      let short = id.text.prefix(8)
      return Sentence(
        "For a need that is no longer shown (\(short))", "为了一个需要，现在不给人看了（\(short)）"
      ).text
    }
    return names.detail(of: shown).line
  }

  /// Whether who promises needs a line of its own: one side alone always does (rule S8).
  private func saysPromise(_ wording: Wording) -> Bool {
    wording.promise.isOneSided || !wording.terms.saysWho
  }

  /// What changes from one text to another: lines taken out, lines put in.
  func difference(from old: Wording, to new: Wording) -> [String] {
    let before = full(old)
    let after = full(new)
    var lines: [String] = []
    // By bytes: an é of one scalar is not the é of two, and consent is to one exact text.
    let change = after.difference(from: before) { $0.utf8.elementsEqual($1.utf8) }
    let removed = Set(
      change.removals.compactMap { if case .remove(let at, _, _) = $0 { at } else { nil } })
    let inserted = Set(
      change.insertions.compactMap { if case .insert(let at, _, _) = $0 { at } else { nil } })
    var (one, other) = (0, 0)
    while one < before.count || other < after.count {
      if one < before.count, removed.contains(one) {
        lines.append(session.terminal.styled("- " + before[one], .red))
        one += 1
      } else if other < after.count, inserted.contains(other) {
        lines.append(session.terminal.styled("+ " + after[other], .green))
        other += 1
      } else {
        lines.append("  " + before[one])
        one += 1
        other += 1
      }
    }
    return lines
  }

  /// All of a text, title and promise included: what a comparison needs.
  private func full(_ wording: Wording) -> [String] {
    let essence = names.essence(of: wording, reader: session.clock.zone).quoted.text
    let promise = names.promise(wording.promise)
    let who = Sentence(promise.english.capitalisedFirst + ".", promise.chinese + "。")
    let all = [wording.title.text, essence] + (saysPromise(wording) ? [] : [who.text])
    return all.flatMap { shown($0).split(separator: "\n").map(String.init) }
      + extras(of: wording).flatMap { $0.split(separator: "\n").map(String.init) }
  }

  /// A person's words on a terminal: control characters visible, lines kept.
  func shown(_ text: String) -> String {
    session.terminal.shownLines(text)
  }
}

extension Terms {
  /// Whether the sentence itself names who promises where both do.
  fileprivate var saysWho: Bool {
    switch self {
    case .coolDown, .checkIn: true
    case .reassurance, .boundary, .ritual: false
    }
  }
}

extension Session {
  func card(for store: Store) throws -> Card {
    Card(self, store.pair, needs: try store.sharedNeeds(at: clock.now))
  }
}
