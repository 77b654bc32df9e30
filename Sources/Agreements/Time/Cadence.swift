/// How often something comes round: on which days, at what time, by whose clock.
package struct Cadence: Hashable, Sendable {
  package let pattern: Pattern
  /// Nil where the whole day is meant.
  package let time: TimeOfDay?
  /// Whose days and whose clock: partners may live in two zones.
  package let zone: Zone

  package init(pattern: Pattern, time: TimeOfDay?, zone: Zone) {
    self.pattern = pattern
    self.time = time
    self.zone = zone
  }

  package enum Pattern: Hashable, Sendable {
    case daily
    case weekly(Weekday)
    /// Every so many weeks, counted from the Monday-based week that holds `anchor`.
    ///
    /// The count runs both ways: the anchor says which weeks are meant, not where they begin.
    case everyWeeks(WeekCount, Weekday, anchor: Day)
    /// Once a month; the last day of a month too short to have the one named.
    case monthly(DayOfMonth)
  }
}

/// How many weeks lie between two occurrences: 2…52, as each week is a pattern of its own.
package struct WeekCount: Hashable, Sendable {
  package let value: Int

  /// Nil outside 2…52.
  package init?(_ value: Int) {
    guard (2...52).contains(value) else { return nil }
    self.value = value
  }
}

/// A day's number in its month: 1…31.
package struct DayOfMonth: Hashable, Sendable {
  package let value: Int

  /// Nil outside 1…31.
  package init?(_ value: Int) {
    guard (1...31).contains(value) else { return nil }
    self.value = value
  }
}
