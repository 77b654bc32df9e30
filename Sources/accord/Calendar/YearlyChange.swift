import Agreements

/// A change of the clock that comes every year: on the last Sunday of October, at three o'clock.
struct YearlyChange {
  let first: ZoneChange
  private let month: Int
  private let weekday: Weekday
  /// 1…4 from the beginning of the month, or -1 for its last.
  private let place: Int

  /// Nil where they are no such thing.
  ///
  /// - Parameters:
  ///   - changes: those in one direction, oldest first.
  ///   - start: since when they were looked for: the first comes within a year of it.
  ///   - end: until when they were looked for: they have to last until then.
  init?(_ changes: [ZoneChange], from start: Instant, through end: Instant) {
    // From the last Sunday of a month to that of the next year's it can be 53 weeks.
    let year = 53 * Instant.week
    guard let first = changes.first, let last = changes.last,
      first.at <= start.advanced(by: year), last.at >= end.advanced(by: -year)
    else { return nil }
    let (day, time) = (first.wallDay, first.wallTime)
    for (index, change) in changes.enumerated() {
      guard change.before == first.before, change.after == first.after,
        change.wallTime == time, change.wallDay.weekday == day.weekday,
        change.wallDay.month == day.month, change.wallDay.year == day.year + index
      else { return nil }
    }
    let days = changes.map(\.wallDay)
    let places = Set(days.map { ($0.day - 1) / 7 + 1 })
    if days.allSatisfy({ $0.day > $0.daysInMonth - 7 }) {
      place = -1
    } else if let only = places.first, places.count == 1 {
      place = only
    } else {
      return nil
    }
    (self.first, month, weekday) = (first, day.month, day.weekday)
  }

  /// RFC 5545, section 3.3.10.
  var rule: String {
    "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(place)\(weekday.calendarName)"
  }
}

extension ZoneChange {
  /// What the clock would have shown at the change, had it not been changed: as if it were UTC.
  var wall: Instant { at.advanced(by: Int64(before)) }

  fileprivate var wallDay: Day { ZoneRules.utc.day(of: wall) }

  /// Seconds since that day's midnight.
  fileprivate var wallTime: Int64 { wall.seconds - ZoneRules.utc.startOfDay(wallDay).seconds }
}
