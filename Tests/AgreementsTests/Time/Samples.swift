import Agreements
import Testing

/// Values written as text, for tests whose subject is something else.
enum Sample {
  static func day(_ iso: String) throws -> Day {
    try #require(Day(iso: iso), "\(iso)")
  }

  static func instant(_ rfc3339: String) throws -> Instant {
    try #require(Instant(rfc3339: rfc3339), "\(rfc3339)")
  }

  static func time(_ text: String) throws -> TimeOfDay {
    try #require(TimeOfDay(text: text), "\(text)")
  }

  static func weeks(_ count: Int) throws -> WeekCount {
    try #require(WeekCount(count), "\(count)")
  }

  static func monthly(on day: Int) throws -> Cadence {
    Cadence(pattern: .monthly(try #require(DayOfMonth(day), "\(day)")), time: nil, zone: .utc)
  }
}

extension Day: CustomTestStringConvertible {
  public var testDescription: String { iso }
}

extension Instant: CustomTestStringConvertible {
  public var testDescription: String { "\(rfc3339) (\(seconds))" }
}

extension TimeOfDay: CustomTestStringConvertible {
  public var testDescription: String { text }
}
