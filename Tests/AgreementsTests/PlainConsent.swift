import Agreements

/// The rule of consent in its plainest form, read from the list of what was done.
///
/// It shares no code with what it checks: no stances are merged, no outlook is kept; every
/// question goes through all deeds again.
struct PlainConsent {
  private struct Said {
    let by: Partner.ID
    let at: Instant
    let what: Word
    let text: Revision.ID
  }

  private enum Word { case no, firstYes, yes }

  private var said: [Said] = []
  private let paused: PlainPauses
  /// Yeses that a pause held, each with its text.
  private var late: [(at: Instant, text: Revision.ID)] = []
  private var proposals: [(by: Partner.ID, at: Instant, Proposal)] = []
  private var answers: [(by: Partner.ID, at: Instant, order: JournalOrder, Answer)] = []
  private var wordings: [Revision.ID: Wording] = [:]
  private(set) var isEnded = false
  /// Whose own boundary it is: then only what they did themselves is read at all.
  private(set) var owner: Partner.ID?
  /// Its owner had it erased: whatever they wrote meanwhile is gone as well.
  private(set) var isErased = false

  init(_ deeds: [Deed]) {
    paused = PlainPauses(deeds)
    for act in deeds.flatMap(\.acts) {
      if case .word(_, let id, let wording) = act { wordings[id] = wording }
    }
    for act in deeds.flatMap(\.acts) {
      guard case .propose(_, let proposal) = act, proposal.parents.isEmpty else { continue }
      owner = wordings[proposal.revision]?.promise.owner
    }
    for deed in deeds where owner == nil || deed.by == owner {
      func add(_ what: Word, _ texts: [Revision.ID]) {
        said += texts.map { Said(by: deed.by, at: deed.at, what: what, text: $0) }
      }
      for act in deed.acts {
        switch act {
        case .propose(_, let proposal):
          // Neither an own boundary nor an agreement becomes the other.
          if wordings[proposal.revision]?.promise.owner == owner {
            proposals.append((deed.by, deed.at, proposal))
            add(proposal.isFirstYes ? .firstYes : .yes, [proposal.revision])
          }
          add(.no, proposal.refuses)
        case .accept(_, let id, let refuses, let isFirst, let isLate, _):
          add(isFirst ? .firstYes : .yes, [id])
          if isLate { late.append((deed.at, id)) }
          add(.no, refuses)
        case .decline(_, let ids), .withdraw(_, let ids): add(.no, ids)
        case .forget(_, let wish):
          add(.no, wish.refuses)
          isErased = isErased || owner != nil && wish.scope == .all
        case .end: isEnded = true
        case .answer(_, let answer): answers.append((deed.by, deed.at, deed.order, answer))
        case .join, .admit, .retire, .leave, .word, .note, .share, .unshare, .heard, .moment,
          .unknown:
          break
        }
      }
    }
  }

  private var texts: Set<Revision.ID> { Set(proposals.map(\.2.revision)) }

  private func authors(of text: Revision.ID) -> Set<Partner.ID> {
    Set(proposals.filter { $0.2.revision == text }.map(\.by))
  }

  private func refused(_ text: Revision.ID, by partner: Partner.ID) -> Bool {
    said.contains { $0.what == .no && $0.text == text && $0.by == partner }
  }

  private func said(_ what: Set<Word>, to text: Revision.ID, by partner: Partner.ID) -> Instant? {
    said.filter { what.contains($0.what) && $0.text == text && $0.by == partner }.map(\.at).min()
  }

  /// As its author said, or as the last yes that came within a week of the end in a pause. Of each
  /// partner the first word of its kind is their yes, and no other lets a text wait longer.
  private func deadline(of text: Revision.ID) -> Instant? {
    guard let named = proposals.filter({ $0.2.revision == text }).map(\.2.lapsesAt).min() else {
      return nil
    }
    let yeses = Partner.ID.both.flatMap { partner in
      [said([.firstYes], to: text, by: partner), said([.yes], to: text, by: partner)]
    }
    let held = late.filter { $0.text == text && yeses.contains($0.at) }.map(\.at)
    return held.sorted().reduce(named) { deadline, late in
      let end = end(of: text, waiting: deadline).advanced(by: 7 * Instant.day)
      return late <= end ? max(deadline, late) : deadline
    }
  }

  /// Until when a text waits: longer where somebody has still to say yes again.
  private func end(of text: Revision.ID) -> Instant? {
    deadline(of: text).map { end(of: text, waiting: $0) }
  }

  private func end(of text: Revision.ID, waiting deadline: Instant) -> Instant {
    guard said.contains(where: { $0.what == .firstYes && $0.text == text }) else {
      return deadline
    }
    let begun = Partner.ID.both.filter { !refused(text, by: $0) }
      .compactMap { said([.firstYes, .yes], to: text, by: $0) }
    return begun.filter { $0 <= deadline }.map { $0.advanced(by: 14 * Instant.day) }
      .reduce(deadline, max)
  }

  /// Both said yes to these very words in time, and again where it was a first one, and neither
  /// ever said no to them.
  func agreedAt(_ text: Revision.ID) -> Instant? {
    if let owner { return refused(text, by: owner) ? nil : said([.yes], to: text, by: owner) }
    if refused(text, by: .mei) || refused(text, by: .lin) { return nil }
    let begun = Partner.ID.both.compactMap { said([.firstYes, .yes], to: text, by: $0) }
    guard let mei = said([.yes], to: text, by: .mei), let lin = said([.yes], to: text, by: .lin),
      let deadline = deadline(of: text), begun.allSatisfy({ $0 <= deadline }),
      let end = end(of: text), mei <= end, lin <= end
    else { return nil }
    return max(mei, lin)
  }

  private func ancestors(of text: Revision.ID) -> Set<Revision.ID> {
    let parents = proposals.filter { $0.2.revision == text }.flatMap(\.2.parents)
    return parents.reduce(into: Set(parents)) { $0.formUnion(ancestors(of: $1)) }
  }

  var current: Set<Revision.ID> {
    let agreed = texts.filter { agreedAt($0) != nil }
    let heads = agreed.subtracting(agreed.flatMap(ancestors))
    if isErased { return [] }
    return owner == nil ? heads : Set([newest(of: heads)].compactMap { $0 })
  }

  /// The texts somebody said yes to and somebody may still answer.
  func waiting(at now: Instant) -> Set<Revision.ID> {
    if isEnded || owner != nil { return [] }
    let current = current
    return texts.filter { text in
      guard let end = end(of: text), !paused.hasPassed(end, at: now) else { return false }
      let whole = Partner.ID.both.filter { said([.yes], to: text, by: $0) != nil }
      return whole.count < 2 && !said.contains { $0.text == text && $0.what == .no }
        && current.isSubset(of: ancestors(of: text))
    }
  }

  func status(at now: Instant) -> Status {
    let current = current
    if isEnded { return .ended }
    if current.count > 1 { return .contested }
    if let text = current.first { return lapsed(text, at: now) ? .lapsed : .active }
    if !waiting(at: now).isEmpty { return .proposed }
    guard let newest = newest(of: texts) else { return .lapsed }
    if authors(of: newest).contains(where: { refused(newest, by: $0) }) { return .withdrawn }
    return said.contains { $0.what == .no && $0.text == newest } ? .declined : .lapsed
  }

  /// A changed text is never older than those it changes, whatever the clocks said.
  private func newest(of texts: Set<Revision.ID>) -> Revision.ID? {
    let born = texts.map { text in
      let line = ancestors(of: text)
      let at = ([text] + line).compactMap(proposedAt).max() ?? Instant(seconds: 0)
      return (at, line.count { proposedAt($0) != nil }, text)
    }
    return born.max { $0 < $1 }?.2
  }

  private func proposedAt(_ text: Revision.ID) -> Instant? {
    proposals.filter { $0.2.revision == text }.map(\.at).min()
  }

  /// Whether a review that only the accepter's promise hangs on was left for more than 7 days.
  private func lapsed(_ text: Revision.ID, at now: Instant) -> Bool {
    guard case .only(let bearer) = wordings[text]?.promise, let agreedAt = agreedAt(text),
      !authors(of: text).contains(bearer)
    else { return false }
    let own = wordings[text]?.reviewEvery?.days
    var (round, due) = (1, agreedAt.advanced(by: Int64(own ?? 14) * Instant.day))
    while true {
      let end = due.advanced(by: 7 * Instant.day)
      let held = end.advanced(by: 7 * Instant.day)
      let heard = answers.filter {
        $0.3.revision == text && $0.3.round == round && $0.at <= ($0.3.isLate ? held : end)
      }
      .sorted { $0.order < $1.order }
      guard let mei = heard.first(where: { $0.by == .mei }),
        let lin = heard.first(where: { $0.by == .lin })
      else { return paused.hasPassed(end, at: now) }
      round += 1
      let wantsChange = mei.3.outcome == .change || lin.3.outcome == .change
      let days = wantsChange ? 14 : own ?? (round == 2 ? 30 : 90)
      repeat {
        due = due.advanced(by: Int64(days) * Instant.day)
      } while due
        <= max(mei.at, lin.at)
    }
  }
}
