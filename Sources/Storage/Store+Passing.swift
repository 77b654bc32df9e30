import Agreements
import Journal
import SQLite

// Pauses and talks: read from the journal, and out of it when they have passed.

extension Store {
  /// What passes, of the kinds that a list names.
  func moments(_ kinds: SQL) throws -> [(entry: Entry, partner: Partner.ID, moment: Moment)] {
    try heardApart(kinds).compactMap { one in
      guard let act = one.entry.content?.body.act, case .moment(let moment) = act,
        one.gives || act.takes
      else { return nil }
      return (one.entry, one.partner, moment)
    }
  }

  /// Erases what has passed: nobody's pauses and talks are kept (rule S7).
  ///
  /// It happens in the first write after their time. A reading command changes no byte, and would
  /// leave a trace of having been there.
  func clearPassed(at now: Instant) throws {
    try clearPassedPauses(at: now)
    let (talks, entries) = try loadTalksWithEntries()
    for talk in Talk.allCases {
      let passed = talks[talk].erasures.filter { $0.value <= now }.keys
      try erase(passed.compactMap { entries.steps[$0] })
    }
    try erase(
      entries.skips.filter { Moment.isPast($0.day, at: now) }.map(\.entry))
  }

  private func clearPassedPauses(at now: Instant) throws {
    let ahead = now.advanced(by: Pause.mostAhead)
    var kept: Set<Pause.ID> = []
    var passed: Set<Pause.ID> = []
    // Entry by entry: another may bear the same id.
    let (began, steps) = try pauseEntries()
    for (entry, pause) in began {
      if pause.began <= ahead, now < pause.isErasedAt {
        kept.insert(pause.id)
      } else {
        passed.insert(pause.id)
        try erase([entry])
      }
    }
    // What was said of a pause goes with it; of one that has not arrived it waits for a while.
    let latest = now.advanced(by: -(Pause.most + Pause.settling + Moment.afterlife))
    for step in steps {
      let isNeeded = step.pauses.contains {
        kept.contains($0) || !passed.contains($0) && latest < step.at
      }
      if !isNeeded || step.at > ahead { try erase([step.entry]) }
    }
  }
}
