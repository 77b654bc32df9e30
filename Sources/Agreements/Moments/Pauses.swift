/// All pauses of a couple that are known here, and what waits for them (rule S10).
package struct Pauses: Hashable, Sendable {
  /// Oldest first.
  package let all: [Pause]

  package init(_ all: [Pause]) {
    self.all = all.sorted { ($0.began, $0.id) < ($1.began, $1.id) }
  }

  package static let none = Pauses([])

  /// Those that run at a moment. There may be two: each partner may call one.
  package func running(at now: Instant) -> [Pause] { all.filter { $0.isRunning(at: now) } }

  /// When the last of the running ones ends by itself; nil where none runs.
  package func returnTime(at now: Instant) -> Instant? { running(at: now).map(\.until).max() }

  /// The pause whose return has come: it ended by itself within the last hour.
  package func returning(at now: Instant) -> Pause? {
    if !running(at: now).isEmpty { return nil }
    return all.last { pause in
      pause.back.count < 2 && pause.until <= now && now < pause.until.advanced(by: Pause.settling)
    }
  }

  /// The one that can be put off: it runs, or its return has come.
  package func extendable(at now: Instant) -> Pause? {
    running(at: now).max { $0.until < $1.until } ?? returning(at: now)
  }
}

// MARK: - What waits

extension Pauses {
  /// From when on something may be suggested: during a pause not before somebody is back.
  package func checkSuggesting(at now: Instant) throws(Refusal) {
    let heated = running(at: now).filter(\.back.isEmpty)
    if let until = heated.map(\.until).max() { throw .pausing(until: until) }
  }

  /// From when on a yes can be said, or something be looked at again: an hour after the pause.
  package func checkAnswering(at now: Instant) throws(Refusal) {
    let settled = all.filter { $0.began <= now.advanced(by: Pause.mostAhead) }
      .map { $0.end.advanced(by: Pause.settling) }.max()
    if let settled, now < settled { throw .settling(until: settled) }
  }

  /// From when on the two may go over something together: once both are back.
  package func checkTalking(at now: Instant) throws(Refusal) {
    if let until = returnTime(at: now) { throw .apart(until: until) }
  }
}

// MARK: - What does not lapse

/// A time in which nothing lapses.
package struct Hold: Hashable, Sendable {
  package let since: Instant
  /// When the pause began that holds it.
  package let began: Instant
  /// The last moment of it.
  package let until: Instant

  package init(since: Instant, began: Instant, until: Instant) {
    self.since = since
    self.began = began
    self.until = until
  }

  /// How long after its day something can be held at most, in seconds: a week. What comes later is
  /// no yes any more, whatever its writer says of pauses that nobody can look up.
  package static let most: Int64 = Instant.week
}

extension Pauses {
  /// The times in which nothing lapses, until the content of each pause is erased: 48 hours hold
  /// the whole day after it, in every zone.
  package var holds: [Hold] {
    all.map { Hold(since: $0.heldSince, began: $0.began, until: $0.isErasedAt) }
  }

  /// Since when nothing lapses, for a pause that begins now.
  package func heldSince(for now: Instant) -> Instant { holds.since(at: now) ?? now }
}

extension [Hold] {
  /// The clock by which silence is read: it stands still while nothing lapses.
  package func clock(at now: Instant) -> Instant {
    since(at: now).map { Swift.max($0, now.advanced(by: -Hold.most)) } ?? now
  }

  /// Since when it stands still, through all pauses that follow each other.
  fileprivate func since(at now: Instant) -> Instant? {
    let begun = filter { $0.began <= now.advanced(by: Pause.mostAhead) }
    guard var since = begun.filter({ $0.since <= now && now <= $0.until }).map(\.since).min() else {
      return nil
    }
    while let earlier = begun.filter({ $0.since < since && since <= $0.until }).map(\.since).min() {
      since = earlier
    }
    return since
  }
}
