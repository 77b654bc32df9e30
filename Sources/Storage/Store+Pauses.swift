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

  func loadPauses() throws -> Pauses { Pauses(try pauseEntries().map(\.pause)) }

  /// Each pause with the entry that began it.
  func pauseEntries() throws -> [(entry: String, pause: Pause)] {
    let began = try database.all("SELECT entry, id, began, until, held_since FROM pause") { row in
      (
        entry: try row.value(0, as: String.self), id: Pause.ID(try row.value(1)),
        began: Instant(seconds: try row.value(2)), until: Instant(seconds: try row.value(3)),
        heldSince: Instant(seconds: try row.value(4))
      )
    }
    if began.isEmpty { return [] }
    let steps = try pauseSteps()
    return began.map { one in
      (
        one.entry,
        Pause(
          id: one.id, began: one.began, firstReturn: one.until,
          laterReturn: steps.later[one.id], heldSince: one.heldSince,
          back: steps.back[one.id] ?? [:], leaving: steps.leaving(one.id))
      )
    }
  }

  private struct PauseSteps {
    var later: [Pause.ID: Instant] = [:]
    var back: [Pause.ID: [Partner.ID: Instant]] = [:]
    /// When each last said so, and when each last said only that they are back.
    var left: [Pause.ID: [Partner.ID: Instant]] = [:]
    var returned: [Pause.ID: [Partner.ID: Instant]] = [:]

    /// Who leaves it: whoever comes back after that does so no longer.
    func leaving(_ id: Pause.ID) -> Set<Partner.ID> {
      let later = returned[id] ?? [:]
      return Set(
        (left[id] ?? [:]).filter { partner, at in later[partner].map { $0 <= at } ?? true }.keys)
    }
  }

  private func pauseSteps() throws -> PauseSteps {
    var steps = PauseSteps()
    try database.each("SELECT pause, partner, step, until, at FROM pause_step") { row in
      let id = Pause.ID(try row.value(0))
      let step = try row.value(2, as: String.self)
      if let until = try row.value(3, as: Int64?.self).map(Instant.init(seconds:)) {
        steps.later[id] = max(steps.later[id] ?? until, until)
        return
      }
      let partner = Partner.ID(try row.value(1))
      let at = Instant(seconds: try row.value(4))
      steps.back[id, default: [:]][partner] = min(steps.back[id]?[partner] ?? at, at)
      let said = step == "leave" ? \PauseSteps.left : \.returned
      steps[keyPath: said][id, default: [:]][partner] = max(
        steps[keyPath: said][id]?[partner] ?? at, at)
    }
    return steps
  }
}

// MARK: - Acts

extension Pen {
  /// Begins a pause. It is never refused (rule S11): where one runs already from which nobody is back,
  /// that one stands, unless a later return is named.
  ///
  /// - Parameter named: whether the return was named for this pause, not taken from what was agreed.
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
