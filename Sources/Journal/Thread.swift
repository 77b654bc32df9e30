package import Agreements

/// An entry that is heard: whose it is, and whether what it gives counts.
package struct Heard: Sendable {
  package let entry: Entry
  package let partner: Partner.ID
  /// False where only what it takes back counts.
  package let gives: Bool

  package init(_ entry: Entry, by partner: Partner.ID, gives: Bool) {
    self.entry = entry
    self.partner = partner
    self.gives = gives
  }
}

/// All that was said of one agreement: from its entries to what stands.
///
/// It does not depend on their order. Of stances the greatest counts, at its earliest; a stance may
/// be there before its text, and waits. Who may do what was judged where it was written.
package struct Thread: Sendable {
  /// Few enough that a reader is never kept busy by a writer. What is beyond is kept, and not
  /// counted.
  package static let mostTexts = 256
  package static let mostParents = 16

  package let id: Agreement.ID
  let couple: Couple.ID
  let heard: [Heard]
  /// Who left, and when: that ends everything of both.
  let leaving: [Partner.ID: Instant]

  var stances: [Revision.ID: [Partner.ID: Stance]] = [:]
  var firstYes: [Revision.ID: [Partner.ID: Instant]] = [:]
  private var lateYes: [Revision.ID: [Instant]] = [:]
  var wordings: [Revision.ID: [Wording]] = [:]
  /// The words of each entry that holds some.
  var words: [Entry.ID: Wording] = [:]
  var proposals: [Proposed] = []
  var endings: [Partner.ID: Instant] = [:]
  private var answers: [ReviewAnswer] = []
  var forgettings: [Partner.ID: Forgotten] = [:]
  private var notes: [(partner: Partner.ID, revision: Revision.ID, note: Note)] = []
  /// Whether something of it only a newer Accord can read.
  package private(set) var isTouchedByNewer = false

  /// - Parameters:
  ///   - heard: every entry on it whose content is there, in any order.
  package init(
    _ id: Agreement.ID, of couple: Couple.ID, _ heard: [Heard],
    leaving: [Partner.ID: Instant] = [:]
  ) {
    self.id = id
    self.couple = couple
    self.heard = heard
    self.leaving = leaving
    for one in heard.sorted(by: { $0.entry.order < $1.entry.order }) { take(one) }
  }
}

/// One proposing of a text.
struct Proposed {
  let revision: Revision.ID
  let text: ProposedText
  let order: JournalOrder
  /// The entry before it: where it was written as we write it, its words.
  let previous: Entry.ID?
}

/// One text, as those who proposed it say.
struct ProposedText {
  var wording: Wording?
  let parents: [Revision.ID]
  let after: Agreement.ID?
  var authors: Set<Partner.ID>
  var proposedAt: Instant
  var lapsesAt: Instant
}

/// Which texts a partner wants erased: the greatest of what they said, and the last place of it.
struct Forgotten {
  var all: Bool
  var at: Instant
  var tick: Int64
}

// MARK: - Taking in

extension Thread {
  private mutating func take(_ one: Heard) {
    guard let body = one.entry.content?.body else { return }
    let (partner, at) = (one.partner, body.at)
    switch body.act {
    case .word(_, let revision, let wording):
      guard one.gives else { return }
      wordings[revision, default: []].append(wording)
      words[one.entry.id] = wording
    case .propose(_, let proposal):
      refuse(proposal.refuses, by: partner, at: at)
      guard one.gives, proposal.parents.count <= Self.mostParents else { return }
      proposals.append(
        Proposed(
          revision: proposal.revision, text: ProposedText(proposal, by: partner, at: at),
          order: one.entry.order, previous: one.entry.header.previous))
      consent(to: proposal.revision, by: partner, at: at, isFirst: proposal.isFirstYes)
    case .accept(_, let revision, let refuses, let isFirst, let isLate, _):
      refuse(refuses, by: partner, at: at)
      guard one.gives else { return }
      consent(to: revision, by: partner, at: at, isFirst: isFirst)
      if isLate { lateYes[revision, default: []].append(at) }
    case .decline(_, let revisions), .withdraw(_, let revisions):
      refuse(revisions, by: partner, at: at)
    case .end: endings[partner] = min(endings[partner] ?? at, at)
    case .answer(_, let answer):
      if one.gives {
        answers.append(ReviewAnswer(answer, by: partner, at: at, order: one.entry.order))
      }
    case .note(_, let revision, let note):
      if one.gives { notes.append((partner, revision, note)) }
    case .forget(_, let forgetting):
      refuse(forgetting.refuses, by: partner, at: at)
      forget(forgetting, by: partner, at: at, tick: one.entry.header.tick)
    case .unknown: isTouchedByNewer = true
    case .join, .admit, .retire, .leave, .share, .unshare, .heard, .moment: return
    }
  }

  private mutating func refuse(_ revisions: [Revision.ID], by partner: Partner.ID, at: Instant) {
    for revision in revisions {
      var earliest = at
      if case .refuse(let known) = stances[revision]?[partner] { earliest = min(known, at) }
      stances[revision, default: [:]][partner] = .refuse(at: earliest)
    }
  }

  private mutating func consent(
    to revision: Revision.ID, by partner: Partner.ID, at: Instant, isFirst: Bool
  ) {
    if isFirst {
      let known = firstYes[revision]?[partner]
      firstYes[revision, default: [:]][partner] = min(known ?? at, at)
      return
    }
    switch stances[revision]?[partner] {
    case .refuse: return
    case .consent(let known):
      stances[revision, default: [:]][partner] = .consent(at: min(known, at))
    case nil: stances[revision, default: [:]][partner] = .consent(at: at)
    }
  }

  private mutating func forget(
    _ forgetting: Forgetting, by partner: Partner.ID, at: Instant, tick: Int64
  ) {
    let all = forgetting.scope == .all
    guard var known = forgettings[partner] else {
      forgettings[partner] = Forgotten(all: all, at: at, tick: tick)
      return
    }
    known.tick = max(known.tick, tick)
    if all == known.all {
      known.at = min(known.at, at)
    } else if all {
      (known.all, known.at) = (true, at)
    }
    forgettings[partner] = known
  }
}

// MARK: - What stands

extension Thread {
  /// As it stands with everything that was said.
  package func agreement(holds: [Hold]) -> Agreement {
    let texts = texts
    let after = texts.values.compactMap(\.after).min()
    let owner = Agreement.owner(of: texts.map { Revision(id: $0, $1) })
    var endings = endings
    for (partner, at) in leaving {
      // An own boundary ends with it too, whoever left.
      let ender = owner ?? partner
      endings[ender] = min(endings[ender] ?? at, at)
    }
    return Agreement(
      id: id, after: after,
      revisions: texts.map {
        Revision(
          id: $0, $1, stances: stances[$0] ?? [:], firstYes: firstYes[$0] ?? [:],
          lateYes: lateYes[$0] ?? [])
      },
      endings: endings, answers: answers,
      forgottenBy: forgettings.filter(\.value.all).mapValues(\.at),
      notedBy: Set(notes.map(\.partner)), holds: holds)
  }

  /// Whether a partner wrote exactly this note beside a text.
  package func holds(_ note: Note, by partner: Partner.ID, beside revision: Revision.ID) -> Bool {
    notes.contains { $0.partner == partner && $0.revision == revision && $0.note == note }
  }

  /// What its texts are called, with the entries that hold them.
  package var titles: [Entry.ID: Title] {
    var titles: [Entry.ID: Title] = [:]
    for one in heard {
      if case .word(_, _, let wording) = one.entry.content?.body.act {
        titles[one.entry.id] = wording.title
      }
    }
    return titles
  }

  /// Whether nothing was said of it.
  package var isEmpty: Bool { heard.isEmpty }

  /// Where the first proposal of it stands: earlier agreements have a lower one.
  package var firstTick: Int64 { proposals.map(\.order.tick).min() ?? 0 }
}

extension ProposedText {
  fileprivate init(_ proposal: Proposal, by partner: Partner.ID, at: Instant) {
    self.init(
      wording: nil, parents: proposal.parents, after: proposal.after, authors: [partner],
      proposedAt: at,
      // It waits 14 days from its own moment, whatever it claims.
      lapsesAt: min(proposal.lapsesAt, at.advanced(by: Proposal.patience)))
  }

  func with(_ wording: Wording) -> ProposedText {
    var text = self
    text.wording = wording
    return text
  }

  var rank: (Instant, String, String) {
    (proposedAt, parents.map(\.text).joined(separator: " "), after?.text ?? "")
  }

  /// Both proposed it without knowing: it waits no longer than the first of them said.
  func joined(by other: ProposedText) -> ProposedText {
    guard other.parents == parents, other.after == after else { return self }
    var both = self
    both.authors.formUnion(other.authors)
    both.proposedAt = min(proposedAt, other.proposedAt)
    both.lapsesAt = min(lapsesAt, other.lapsesAt)
    return both
  }
}

extension Revision {
  fileprivate init(
    id: ID, _ text: ProposedText, stances: [Partner.ID: Stance] = [:],
    firstYes: [Partner.ID: Instant] = [:], lateYes: [Instant] = []
  ) {
    self.init(
      id: id, parents: text.parents, authors: text.authors, proposedAt: text.proposedAt,
      lapsesAt: text.lapsesAt, wording: text.wording, stances: stances, firstYes: firstYes,
      lateYes: lateYes)
  }
}

extension ReviewAnswer {
  fileprivate init(_ answer: Answer, by partner: Partner.ID, at: Instant, order: JournalOrder) {
    self.init(
      partner: partner, revision: answer.revision, round: answer.round, due: answer.due,
      outcome: answer.outcome, helped: answer.helped, at: at, isLate: answer.isLate, order: order)
  }
}
