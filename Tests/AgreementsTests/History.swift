import Agreements

/// What one partner did at one moment on one device: the acts that were written together.
struct Deed: Hashable, Sendable {
  let by: Partner.ID
  let at: Instant
  let order: JournalOrder
  let acts: [Act]
}

/// Deeds in the order they arrived somewhere, and the agreement they come to.
///
/// A stance only grows, and of two alike the earlier counts; a deadline only comes nearer.
struct History: Sendable {
  private(set) var deeds: [Deed] = []
  private var texts: [Revision.ID: Text] = [:]
  private var wordings: [Revision.ID: [Partner.ID: Wording]] = [:]
  private var stances: [Revision.ID: [Partner.ID: Stance]] = [:]
  private var firstYes: [Revision.ID: [Partner.ID: Instant]] = [:]
  private var lateYes: [Revision.ID: [Instant]] = [:]
  private var endings: [Partner.ID: Instant] = [:]
  private var answers: [ReviewAnswer] = []
  private var forgetting: [Partner.ID: (scope: Forgetting.Scope, at: Instant)] = [:]
  private var heard = HeardPauses()

  private struct Text {
    var parents: [Revision.ID]
    var authors: Set<Partner.ID>
    var proposedAt: Instant
    var lapsesAt: Instant
  }

  init(_ deeds: [Deed] = []) {
    for deed in deeds { hear(deed) }
  }

  mutating func hear(_ deed: Deed) {
    deeds.append(deed)
    for act in deed.acts { hear(act, of: deed) }
  }

  private mutating func hear(_ act: Act, of deed: Deed) {
    switch act {
    case .word(_, let id, let wording):
      wordings[id, default: [:]][deed.by] = wording
    case .propose(_, let proposal):
      let known = texts[proposal.revision]
      texts[proposal.revision] = Text(
        parents: proposal.parents, authors: (known?.authors ?? []).union([deed.by]),
        proposedAt: min(known?.proposedAt ?? deed.at, deed.at),
        lapsesAt: min(known?.lapsesAt ?? proposal.lapsesAt, proposal.lapsesAt))
      sayYes(to: proposal.revision, isFirst: proposal.isFirstYes, in: deed)
      say(.refuse(at: deed.at), to: proposal.refuses, by: deed.by)
    case .accept(_, let id, let refuses, let isFirst, let isLate, _):
      sayYes(to: id, isFirst: isFirst, in: deed)
      if isLate { lateYes[id, default: []].append(deed.at) }
      say(.refuse(at: deed.at), to: refuses, by: deed.by)
    case .decline(_, let ids), .withdraw(_, let ids):
      say(.refuse(at: deed.at), to: ids, by: deed.by)
    case .end:
      endings[deed.by] = min(endings[deed.by] ?? deed.at, deed.at)
    case .answer(_, let answer):
      answers.append(
        ReviewAnswer(
          partner: deed.by, revision: answer.revision, round: answer.round, due: answer.due,
          outcome: answer.outcome, helped: answer.helped, at: deed.at, isLate: answer.isLate,
          order: deed.order))
    case .forget(_, let wish):
      if let known = forgetting[deed.by], (known.scope == .all) != (wish.scope == .all) {
        if wish.scope == .all { forgetting[deed.by] = (.all, deed.at) }
      } else {
        forgetting[deed.by] = (wish.scope, min(forgetting[deed.by]?.at ?? deed.at, deed.at))
      }
      say(.refuse(at: deed.at), to: wish.refuses, by: deed.by)
    case .moment(let moment): heard.hear(moment, by: deed.by, at: deed.at)
    case .join, .admit, .retire, .leave, .note, .share, .unshare, .heard, .unknown: break
    }
  }

  private mutating func sayYes(to id: Revision.ID, isFirst: Bool, in deed: Deed) {
    guard isFirst else { return say(.consent(at: deed.at), to: [id], by: deed.by) }
    let known = firstYes[id]?[deed.by] ?? deed.at
    firstYes[id, default: [:]][deed.by] = min(known, deed.at)
  }

  private mutating func say(_ new: Stance, to ids: [Revision.ID], by partner: Partner.ID) {
    for id in ids {
      stances[id, default: [:]][partner] = stances[id]?[partner].map { greater($0, new) } ?? new
    }
  }

  private func greater(_ one: Stance, _ other: Stance) -> Stance {
    switch (one, other) {
    case (.consent(let first), .consent(let second)): .consent(at: min(first, second))
    case (.refuse(let first), .refuse(let second)): .refuse(at: min(first, second))
    case (.refuse, .consent): one
    case (.consent, .refuse): other
    }
  }

  var pauses: Pauses { heard.pauses }

  /// Nothing is left of the pauses that have passed.
  mutating func clearPassed(at now: Instant) {
    let passed = Set(pauses.all.filter { $0.isErasedAt <= now }.map(\.id))
    if !passed.isEmpty { self = History(deeds.filter { $0.pauses.isDisjoint(with: passed) }) }
  }

  var agreement: Agreement {
    Agreement(
      id: "a", after: nil,
      revisions: texts.map { id, text in
        Revision(
          id: id, parents: text.parents, authors: text.authors, proposedAt: text.proposedAt,
          lapsesAt: text.lapsesAt, wording: wording(of: id), stances: stances[id] ?? [:],
          firstYes: firstYes[id] ?? [:], lateYes: lateYes[id] ?? [])
      },
      endings: endings, answers: answers,
      forgottenBy: forgetting.filter { $0.value.scope == .all }.mapValues(\.at),
      holds: pauses.holds)
  }

  /// A text falls with the wish of both, or of its one writer who refuses it.
  private func wording(of id: Revision.ID) -> Wording? {
    if Partner.ID.both.allSatisfy({ forgetting[$0]?.scope == .all }) { return nil }
    // An own boundary falls with its owner's wish.
    let owner = wordings[id]?.values.first?.promise.owner
    if let owner, forgetting[owner]?.scope == .all { return nil }
    return Partner.ID.both.lazy.filter { partner in
      forgetting[partner] == nil || stances[id]?[partner]?.isRefusal != true
    }
    .compactMap { wordings[id]?[$0] }.first
  }
}
