package import Agreements
import Journal
import SQLite

/// What an act about a pause came to.
package struct PauseOutcome: Sendable {
  /// All pauses as they stand then.
  package let pauses: Pauses
  /// It had been so before: nothing was written.
  package let stood: Bool
}

extension Store {
  /// The pauses that are not erased yet.
  package func pauses() throws -> Pauses {
    try told { try snapshot { try loadPauses() } }
  }

  func loadPauses() throws -> Pauses { Pauses(try pauseEntries().began.map(\.pause)) }

  /// What was said of a pause after it began.
  struct PauseStep {
    let entry: Entry.ID
    let pauses: [Pause.ID]
    let at: Instant
  }

  /// How many pauses are counted at once: the newest.
  private static let mostPauses = 64

  /// Each pause with the entry that began it, and what was said since.
  func pauseEntries() throws -> (began: [(entry: Entry.ID, pause: Pause)], steps: [PauseStep]) {
    let said = try moments("'pause', 'extend', 'back'")
    if said.isEmpty { return ([], []) }
    var words = PauseWords()
    var steps: [PauseStep] = []
    var begun: [(entry: Entry, id: Pause.ID, until: Instant, heldSince: Instant)] = []
    for (entry, partner, moment) in said {
      guard let at = entry.content?.body.at else { continue }
      words.take(moment, by: partner, at: at)
      switch moment {
      case .pause(let id, let until, let heldSince): begun.append((entry, id, until, heldSince))
      case .extend(let id, _): steps.append(PauseStep(entry: entry.id, pauses: [id], at: at))
      case .back(let ids, _): steps.append(PauseStep(entry: entry.id, pauses: ids, at: at))
      case .ready, .bring, .skip: break
      }
    }
    begun.sort { $0.entry.order < $1.entry.order }
    let pauses = begun.suffix(Self.mostPauses).compactMap { one -> (Entry.ID, Pause)? in
      guard let began = one.entry.content?.body.at else { return nil }
      return (
        one.entry.id,
        Pause(
          id: one.id, began: began, firstReturn: one.until, laterReturn: words.later[one.id],
          heldSince: one.heldSince, back: words.back[one.id] ?? [:],
          leaving: words.leaving(one.id))
      )
    }
    return (pauses, steps)
  }
}

/// What was said of all pauses since they began.
private struct PauseWords {
  var later: [Pause.ID: Instant] = [:]
  var back: [Pause.ID: [Partner.ID: Instant]] = [:]
  /// When each last said so, and when each last said only that they are back.
  private var left: [Pause.ID: [Partner.ID: Instant]] = [:]
  private var returned: [Pause.ID: [Partner.ID: Instant]] = [:]

  mutating func take(_ moment: Moment, by partner: Partner.ID, at: Instant) {
    switch moment {
    case .extend(let id, let until): later[id] = max(later[id] ?? until, until)
    case .back(let ids, let leavesIt):
      for id in ids {
        back[id, default: [:]][partner] = min(back[id]?[partner] ?? at, at)
        let said = leavesIt ? \PauseWords.left : \.returned
        self[keyPath: said][id, default: [:]][partner] = max(
          self[keyPath: said][id]?[partner] ?? at, at)
      }
    case .pause, .ready, .bring, .skip: break
    }
  }

  /// Who leaves it: whoever comes back after that does so no longer.
  func leaving(_ id: Pause.ID) -> Set<Partner.ID> {
    let later = returned[id] ?? [:]
    return Set(
      (left[id] ?? [:]).filter { partner, at in later[partner].map { $0 <= at } ?? true }.keys)
  }
}

// MARK: - Acts

extension Pen {
  /// Begins a pause. It is never refused (rule S11): where one runs already from which nobody is
  /// back, that one stands, unless a later return is named.
  ///
  /// - Parameter named: whether the return was named for this pause, not taken from what was
  ///   agreed.
  @discardableResult
  package func pause(until: Instant, named: Bool) throws -> PauseOutcome {
    let pauses = try store.loadPauses()
    let running = pauses.running(at: now).filter(\.back.isEmpty).map(\.until).max()
    if let running, !named || until <= running {
      return PauseOutcome(pauses: pauses, stood: true)
    }
    let id = Pause.ID(Base32.text(Store.random(16)))
    return try pausing(.pause(id, until: until, heldSince: pauses.heldSince(for: now)))
  }

  /// Puts off the return, once.
  @discardableResult
  package func extendPause(by length: PauseLength) throws -> PauseOutcome {
    guard let pause = try store.loadPauses().extendable(at: now) else { throw Refusal.noPause }
    return try pausing(pause.extending(by: length, at: now))
  }

  /// Says that one is back, or that one leaves the matter for now. The other's time is not touched.
  @discardableResult
  package func comeBack(leavesIt: Bool = false) throws -> PauseOutcome {
    let pauses = try store.loadPauses()
    let all = pauses.running(at: now) + [pauses.returning(at: now)].compactMap(\.self)
    if all.isEmpty { throw Refusal.noPause }
    let said = all.filter { $0.back[me] != nil && $0.leaving.contains(me) == leavesIt }
    if said.count == all.count { return PauseOutcome(pauses: pauses, stood: true) }
    return try pausing(.back(Set(all.map(\.id)).sorted(), leavesIt: leavesIt))
  }

  private func pausing(_ moment: Moment) throws -> PauseOutcome {
    try record(.moment(moment))
    return PauseOutcome(pauses: try store.loadPauses(), stood: false)
  }

  /// Whether something may be suggested now (rule S10).
  func checkSuggesting() throws { try store.loadPauses().checkSuggesting(at: now) }

  /// Whether a yes may be said now, or something be looked at again (rule S10).
  func checkAnswering() throws { try store.loadPauses().checkAnswering(at: now) }
}
