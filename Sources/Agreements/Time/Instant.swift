/// A moment in time, to the second.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  package let seconds: Int64

  /// Seconds in a minute.
  package static let minute: Int64 = 60
  /// Seconds in an hour.
  package static let hour: Int64 = 3600
  /// Seconds in 24 hours, which is not every civil day.
  package static let day: Int64 = 86_400
  /// Seconds in seven times 24 hours.
  package static let week: Int64 = 604_800

  /// 0001-01-01T00:00:00Z.
  private static let first = Instant(seconds: Int64(Day.first.number) * day)
  /// 9999-12-31T23:59:59Z.
  package static let last = Instant(seconds: Int64(Day.last.number + 1) * day - 1)

  package init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The instant so many seconds later, or earlier; it stops where `Int64` does.
  package func advanced(by seconds: Int64) -> Instant {
    let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
    return Instant(seconds: overflow ? (seconds < 0 ? .min : .max) : sum)
  }

  package static func < (one: Instant, other: Instant) -> Bool {
    one.seconds < other.seconds
  }
}

// RFC 3339, section 5.6.
extension Instant {
  /// A date and time with its offset: `2026-11-21T20:00:00Z`, `2026-11-21T21:00:00.25+01:00`.
  ///
  /// A fraction is read and dropped. Refused: a missing offset, a small `t` or `z`, the leap
  /// second `60`, a date that does not exist, and what lies outside the years 0001–9999 in UTC.
  package init?(rfc3339: String) {
    var reader = DigitReader(rfc3339)
    guard let day = reader.day(), reader.take("T"),
      let (hour, minute) = reader.hoursAndMinutes(), reader.take(":"),
      let second = reader.number(width: 2), second < 60
    else { return nil }
    if reader.take(".") {
      guard reader.digit() != nil else { return nil }
      while reader.digit() != nil {}
    }
    guard let offset = Instant.offset(&reader), reader.isAtEnd else { return nil }
    let local = Int64(hour) * Instant.hour + Int64(minute) * Instant.minute + Int64(second)
    let instant = Instant(day: day, second: local - offset)
    guard (Instant.first...Instant.last).contains(instant) else { return nil }
    self = instant
  }

  /// UTC with a `Z` and no fraction; outside the years 0001–9999, the nearest moment inside.
  package var rfc3339: String {
    let (day, second) = utc
    let (time, seconds) = (second / 60, second % 60)
    return "\(day.iso)T\((time / 60).digits(2)):\((time % 60).digits(2)):\(seconds.digits(2))Z"
  }

  /// Seconds east of UTC.
  private static func offset(_ reader: inout DigitReader) -> Int64? {
    if reader.take("Z") { return 0 }
    let sign: Int64
    if reader.take("+") {
      sign = 1
    } else if reader.take("-") {
      sign = -1
    } else {
      return nil
    }
    guard let (hours, minutes) = reader.hoursAndMinutes() else { return nil }
    return sign * (Int64(hours) * hour + Int64(minutes) * minute)
  }
}

extension Instant {
  /// The moment `second` seconds after the UTC midnight that begins `day`.
  init(day: Day, second: Int64) {
    self.init(seconds: Int64(day.number) * Instant.day + second)
  }

  /// The UTC day and the second of it, 0…86399; outside the years 0001–9999, the nearest inside.
  var utc: (day: Day, second: Int) {
    let inside = min(max(self, .first), .last)
    let (number, second) = inside.seconds.floored(by: Instant.day)
    return (Day.first.advanced(by: Int(number) - Day.first.number), Int(second))
  }
}
