import Agreements
import Fixtures
import Testing

@Suite struct CadenceTests {
  @Test func `counts stay within their ranges`() {
    #expect([Int.min, 0, 1, 53, .max].allSatisfy { WeekCount($0) == nil })
    #expect((2...52).allSatisfy { WeekCount($0)?.value == $0 })
    #expect([Int.min, 0, 32, .max].allSatisfy { DayOfMonth($0) == nil })
    #expect((1...31).allSatisfy { DayOfMonth($0)?.value == $0 })
  }

  @Test(arguments: [
    (31, 2026, "01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31"),
    (31, 2024, "01-31 02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31"),
    (30, 2026, "01-30 02-28 03-30 04-30 05-30 06-30 07-30 08-30 09-30 10-30 11-30 12-30"),
    (30, 2024, "01-30 02-29 03-30 04-30 05-30 06-30 07-30 08-30 09-30 10-30 11-30 12-30"),
    (29, 2100, "01-29 02-28 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29"),
    (29, 2000, "01-29 02-29 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29"),
    (1, 2026, "01-01 02-01 03-01 04-01 05-01 06-01 07-01 08-01 09-01 10-01 11-01 12-01"),
  ])
  func `a month too short has its last day`(target: Int, year: Int, days: String) throws {
    let from = try #require(Day(year: year, month: 1, day: 1))
    let through = try #require(Day(year: year, month: 12, day: 31))
    let found = try Sample.monthly(on: target).occurrences(from: from, through: through)
    #expect(found.map { String($0.iso.dropFirst(5)) }.joined(separator: " ") == days)
  }

  @Test(arguments: [
    (31, "2026-02-28", "2026-02-28", "2026-01-31"),
    (31, "2026-03-01", "2026-03-31", "2026-02-28"),
    (31, "2024-02-29", "2024-02-29", "2024-01-31"),
    (30, "2026-01-31", "2026-02-28", "2026-01-30"),
    (15, "2026-12-16", "2027-01-15", "2026-12-15"),
    (15, "2027-01-15", "2027-01-15", "2026-12-15"),
  ])
  func `months are found from either side`(
    target: Int, from: String, next: String, previous: String
  ) throws {
    let cadence = try Sample.monthly(on: target)
    #expect(try cadence.next(onOrAfter: Sample.day(from)).iso == next)
    #expect(try cadence.previous(before: Sample.day(from)).iso == previous)
  }

  @Test func `a week has one occurrence`() throws {
    let cadence = Cadence(pattern: .weekly(.sunday), time: nil, zone: .utc)
    #expect(try cadence.next(onOrAfter: Sample.day("2026-11-21")).iso == "2026-11-22")
    #expect(try cadence.next(onOrAfter: Sample.day("2026-11-22")).iso == "2026-11-22")
    #expect(try cadence.next(onOrAfter: Sample.day("2026-11-23")).iso == "2026-11-29")
    #expect(try cadence.previous(before: Sample.day("2026-11-22")).iso == "2026-11-15")
    #expect(try cadence.previous(before: Sample.day("2026-11-23")).iso == "2026-11-22")
  }

  @Test(arguments: [
    // 2026 has 53 ISO weeks, so counting by week numbers would slip here.
    (
      2, Weekday.wednesday, "2026-12-16", "2026-12-17 2027-02-01",
      "2026-12-30 2027-01-13 2027-01-27"
    ),
    // The anchor's week is counted, not the days from the anchor.
    (2, .monday, "2026-11-22", "2026-11-16 2026-12-15", "2026-11-16 2026-11-30 2026-12-14"),
    (3, .sunday, "2026-11-16", "2026-11-16 2027-01-04", "2026-11-22 2026-12-13 2027-01-03"),
    // It runs back from the anchor as well.
    (2, .friday, "2026-11-18", "2025-12-25 2026-01-31", "2026-01-02 2026-01-16 2026-01-30"),
    (
      52, .thursday, "2026-01-01", "2024-01-01 2027-01-01",
      "2024-01-04 2025-01-02 2026-01-01 2026-12-31"
    ),
  ])
  func `every few weeks keeps its step`(
    count: Int, weekday: Weekday, anchor: String, span: String, expected: String
  ) throws {
    let pattern = try Cadence.Pattern.everyWeeks(
      Sample.weeks(count), weekday, anchor: Sample.day(anchor))
    let cadence = Cadence(pattern: pattern, time: nil, zone: .utc)
    let ends = try span.split(separator: " ").map { try Sample.day(String($0)) }
    let found = cadence.occurrences(from: ends[0], through: ends[1])
    #expect(found.map(\.iso).joined(separator: " ") == expected)
  }

  @Test func `occurrences hold both ends and none where the ends are crossed`() throws {
    let cadence = Cadence(pattern: .daily, time: nil, zone: .utc)
    let (first, last) = try (Sample.day("2026-11-21"), Sample.day("2026-11-23"))
    #expect(Array(cadence.occurrences(from: first, through: last)).count == 3)
    #expect(Array(cadence.occurrences(from: first, through: first)) == [first])
    #expect(Array(cadence.occurrences(from: last, through: first)).isEmpty)
  }

  @Test func `nothing comes round past the ends of the calendar`() throws {
    let weekly = Cadence(pattern: .weekly(.saturday), time: try Sample.time("20:00"), zone: .utc)
    #expect(weekly.next(onOrAfter: .last) == .last)
    #expect(weekly.previous(before: .first) == .first)
    #expect(
      weekly.occurrences(from: .last.advanced(by: -7), through: .last).map(\.iso) == [
        "9999-12-25"
      ])
    let utc = ZoneRules { _ in 0 }
    #expect(weekly.nextInstant(after: Instant(seconds: .max), rules: utc) == nil)
    #expect(
      try weekly.nextInstant(after: Sample.instant("9999-12-25T20:00:00Z"), rules: utc) == nil)
    #expect(try Sample.monthly(on: 15).next(onOrAfter: .last) == .last)
    #expect(try Sample.monthly(on: 15).previous(before: .first.advanced(by: 14)) == .first)
  }

  @Test func `next and previous agree with looking at every day`() throws {
    var generator = Seed.generator
    for _ in 0..<2000 {
      let pattern = try Naive.pattern(using: &generator)
      let cadence = Cadence(pattern: pattern, time: nil, zone: .utc)
      let start = try #require(
        Day(number: .random(in: -800_000 ... -400_000, using: &generator) + 500_000))
      var next = start
      while !Naive.falls(pattern, on: next) { next = next.advanced(by: 1) }
      var previous = start.advanced(by: -1)
      while !Naive.falls(pattern, on: previous) { previous = previous.advanced(by: -1) }
      let comment: Comment = "\(pattern) from \(start.iso), \(Seed.replay)"
      try #require(cadence.next(onOrAfter: start) == next, comment)
      try #require(cadence.previous(before: start) == previous, comment)
    }
  }

  @Test func `the occurrences are the days that fall`() throws {
    var generator = Seed.generator
    for _ in 0..<200 {
      let pattern = try Naive.pattern(using: &generator)
      let start = try #require(Day(number: .random(in: 0...40_000, using: &generator)))
      let days = (0...800).map { start.advanced(by: $0) }
      let found = Cadence(pattern: pattern, time: nil, zone: .utc)
        .occurrences(from: start, through: start.advanced(by: 800))
      try #require(
        Array(found) == days.filter { Naive.falls(pattern, on: $0) },
        "\(pattern) from \(start.iso), \(Seed.replay)")
    }
  }
}

/// The patterns as one would explain them, one day at a time.
private enum Naive {
  static func falls(_ pattern: Cadence.Pattern, on day: Day) -> Bool {
    switch pattern {
    case .daily:
      return true
    case .weekly(let weekday):
      return day.weekday == weekday
    case .everyWeeks(let count, let weekday, let anchor):
      let weeksApart = monday(of: day).days(since: monday(of: anchor)) / 7
      return day.weekday == weekday && weeksApart % count.value == 0
    case .monthly(let target):
      let isLast = day.advanced(by: 1).month != day.month
      return day.day == target.value || (isLast && day.day < target.value)
    }
  }

  static func monday(of day: Day) -> Day {
    var day = day
    while day.weekday != .monday { day = day.advanced(by: -1) }
    return day
  }

  static func pattern(using generator: inout SplitMix64) throws -> Cadence.Pattern {
    let weekday = try #require(Weekday.allCases.randomElement(using: &generator))
    switch Int.random(in: 0...3, using: &generator) {
    case 0:
      return .daily
    case 1:
      return .weekly(weekday)
    case 2:
      let anchor = try #require(Day(number: .random(in: -40_000...40_000, using: &generator)))
      return try .everyWeeks(
        Sample.weeks(.random(in: 2...52, using: &generator)), weekday, anchor: anchor)
    default:
      return .monthly(try #require(DayOfMonth(.random(in: 1...31, using: &generator))))
    }
  }
}
