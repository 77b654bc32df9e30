extension Cadence {
  /// The first occurrence on `day` or later; 9999-12-31 where the calendar ends before it.
  package func next(onOrAfter day: Day) -> Day {
    occurrence(onOrAfter: day) ?? .last
  }

  /// The last occurrence earlier than `day`; 0001-01-01 where the calendar begins after it.
  package func previous(before day: Day) -> Day {
    occurrence(before: day) ?? .first
  }

  /// The occurrences from one day through another, both included, each found when asked for.
  package func occurrences(from first: Day, through last: Day) -> some Sequence<Day> {
    sequence(state: first as Day?) { start in
      guard let from = start, let found = occurrence(onOrAfter: from), found <= last else {
        return nil
      }
      start = Day(number: found.number + 1)
      return found
    }
  }

  /// The first instant later than `instant` at which an occurrence begins.
  ///
  /// Nil where there is no time of day, or the calendar ends first. `rules` are those of `zone`.
  package func nextInstant(after instant: Instant, rules: ZoneRules) -> Instant? {
    guard let time else { return nil }
    // A time skipped together with the rest of its day comes a day late, so yesterday's counts.
    var day = rules.day(of: instant).advanced(by: -1)
    while let found = occurrence(onOrAfter: day) {
      let start = rules.instant(of: found, at: time)
      if start > instant { return start }
      guard let following = Day(number: found.number + 1) else { return nil }
      day = following
    }
    return nil
  }

  private func occurrence(onOrAfter day: Day) -> Day? {
    switch rhythm {
    case .days(let one, let period):
      return Day(number: day.number + (one - day.number).floored(by: period).remainder)
    case .months(let target):
      let (found, following) = (day.inMonth(target), day.startOfNextMonth)
      return found >= day ? found : following?.inMonth(target)
    }
  }

  private func occurrence(before day: Day) -> Day? {
    switch rhythm {
    case .days(let one, let period):
      return Day(number: day.number - 1 - (day.number - 1 - one).floored(by: period).remainder)
    case .months(let target):
      let (found, preceding) = (day.inMonth(target), day.endOfPreviousMonth)
      return found < day ? found : preceding?.inMonth(target)
    }
  }

  private enum Rhythm {
    /// Every `period` days, counted both ways from the day numbered `one`.
    case days(one: Int, period: Int)
    case months(DayOfMonth)
  }

  private var rhythm: Rhythm {
    switch pattern {
    case .daily:
      .days(one: 0, period: 1)
    case .weekly(let weekday):
      .days(one: weekday.number(inWeekOf: .first), period: 7)
    case .everyWeeks(let count, let weekday, let anchor):
      .days(one: weekday.number(inWeekOf: anchor), period: count.value * 7)
    case .monthly(let target):
      .months(target)
    }
  }
}

extension Weekday {
  /// The number of the day that is this weekday in the Monday-based week of `day`.
  fileprivate func number(inWeekOf day: Day) -> Int {
    day.number + rawValue - day.weekday.rawValue
  }
}

extension Day {
  fileprivate func inMonth(_ target: DayOfMonth) -> Day {
    advanced(by: min(target.value, daysInMonth) - day)
  }

  fileprivate var startOfNextMonth: Day? { Day(number: number + daysInMonth - day + 1) }

  fileprivate var endOfPreviousMonth: Day? { Day(number: number - day) }
}
