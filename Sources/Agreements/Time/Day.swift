/// A civil day of the proleptic Gregorian calendar, in no zone.
///
/// Always within the years 0001–9999, so `iso` is always ten characters that read back.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  package let number: Int

  /// 0001-01-01.
  package static let first = Day(unchecked: -719_162)
  /// 9999-12-31.
  package static let last = Day(unchecked: 2_932_896)

  private init(unchecked number: Int) {
    self.number = number
  }

  /// The day `number` days after 1970-01-01; nil outside the years 0001–9999.
  package init?(number: Int) {
    guard (Day.first.number...Day.last.number).contains(number) else { return nil }
    self.number = number
  }

  /// Nil where there is no such day, or outside the years 0001–9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Day.daysInMonth(month, of: year)
    else { return nil }
    number = Day.number(year: year, month: month, day: day)
  }

  /// Exactly `2026-11-21`.
  package init?(iso: String) {
    var reader = DigitReader(iso)
    guard let day = reader.day(), reader.isAtEnd else { return nil }
    self = day
  }

  /// `2026-11-21`.
  package var iso: String {
    let (year, month, day) = civil
    return "\(year.digits(4))-\(month.digits(2))-\(day.digits(2))"
  }

  package var year: Int { civil.year }
  package var month: Int { civil.month }
  package var day: Int { civil.day }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday, three days after a Monday.
    Weekday.allCases[(number + 3).floored(by: 7).remainder]
  }

  /// How many days this day's month has.
  package var daysInMonth: Int {
    let (year, month, _) = civil
    return Day.daysInMonth(month, of: year)
  }

  /// The day so many days later, or earlier; it stops at 0001-01-01 and 9999-12-31.
  package func advanced(by days: Int) -> Day {
    let (sum, overflow) = number.addingReportingOverflow(days)
    guard !overflow, let day = Day(number: sum) else { return days < 0 ? .first : .last }
    return day
  }

  /// How many days from `start` to this day; negative where `start` is later.
  package func days(since start: Day) -> Int {
    number - start.number
  }

  package static func < (one: Day, other: Day) -> Bool {
    one.number < other.number
  }
}

// The conversions follow Howard Hinnant's `days_from_civil` and `civil_from_days`
// (https://howardhinnant.github.io/date_algorithms.html): years begin in March, so that the
// leap day is the last day of one. From 0001 to 9999 every intermediate value is positive,
// so plain division rounds down.
extension Day {
  /// Days from 0000-03-01 to 1970-01-01.
  private static let epoch = 719_468
  private static let daysInEra = 146_097

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = month > 2 ? month - 3 : month + 9
    let era = marchYear / 400
    let yearOfEra = marchYear % 400
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * daysInEra + dayOfEra - epoch
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let sinceMarchZero = number + Day.epoch
    let era = sinceMarchZero / Day.daysInEra
    let dayOfEra = sinceMarchZero % Day.daysInEra
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (era * 400 + yearOfEra + (month > 2 ? 0 : 1), month, day)
  }

  private static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
