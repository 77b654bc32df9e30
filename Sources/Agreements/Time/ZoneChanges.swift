/// One change of a zone's clock.
package struct ZoneChange: Hashable, Sendable {
  /// The first instant at which the clock shows the new time.
  package let at: Instant
  /// Seconds east of UTC until then.
  package let before: Int
  /// Seconds east of UTC from then on.
  package let after: Int

  package init(at: Instant, before: Int, after: Int) {
    self.at = at
    self.before = before
    self.after = after
  }
}

extension ZoneRules {
  /// The changes of the clock later than one instant, up to another and with it; oldest first.
  ///
  /// They are looked for week by week: one that is taken back within a week is not seen.
  package func changes(after start: Instant, through end: Instant) -> [ZoneChange] {
    var changes: [ZoneChange] = []
    var known = start
    while known < end {
      let ahead = min(known.advanced(by: Instant.week), end)
      if secondsEast(at: ahead) == secondsEast(at: known) {
        known = ahead
      } else {
        let change = change(after: known, through: ahead)
        changes.append(change)
        known = change.at
      }
    }
    return changes
  }

  /// A change between two instants with different offsets, to the second.
  private func change(after start: Instant, through end: Instant) -> ZoneChange {
    let before = secondsEast(at: start)
    var (early, late) = (start, end)
    while late.seconds - early.seconds > 1 {
      let middle = early.advanced(by: (late.seconds - early.seconds) / 2)
      if secondsEast(at: middle) == before { early = middle } else { late = middle }
    }
    return ZoneChange(at: late, before: before, after: secondsEast(at: late))
  }
}
