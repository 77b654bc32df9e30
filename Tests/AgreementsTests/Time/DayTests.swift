import Agreements
import Fixtures
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0, Weekday.thursday),
    ("1969-12-31", -1, .wednesday),
    ("0001-01-01", -719_162, .monday),
    ("1582-10-15", -141_427, .friday),
    ("1900-02-28", -25_509, .wednesday),
    ("1900-03-01", -25_508, .thursday),
    ("2000-02-29", 11_016, .tuesday),
    ("2024-02-29", 19_782, .thursday),
    ("2026-11-21", 20_778, .saturday),
    ("2100-03-01", 47_541, .monday),
    ("9999-12-31", 2_932_896, .friday),
  ])
  func `known dates have their number and weekday`(
    iso: String, number: Int, weekday: Weekday
  ) throws {
    let day = try #require(Day(iso: iso))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.iso == iso)
    #expect(Day(number: number) == day)
  }

  @Test(arguments: [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (2100, 28), (2400, 29)])
  func `February is as long as the Gregorian rule says`(year: Int, length: Int) throws {
    let last = try #require(Day(year: year, month: 2, day: length))
    #expect(last.daysInMonth == length)
    #expect(Day(year: year, month: 2, day: length + 1) == nil)
    #expect(last.advanced(by: 1) == Day(year: year, month: 3, day: 1))
  }

  @Test(arguments: zip(1...12, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]))
  func `a month has its days and no more`(month: Int, length: Int) throws {
    #expect(try #require(Day(year: 2026, month: month, day: 1)).daysInMonth == length)
    #expect(Day(year: 2026, month: month, day: length) != nil)
    #expect(Day(year: 2026, month: month, day: length + 1) == nil)
    #expect(Day(year: 2026, month: month, day: 0) == nil)
  }

  @Test(arguments: [
    (0, 1, 1), (-1, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, -1),
    (Int.max, 1, 1), (2026, Int.min, 1), (2026, 1, Int.max),
  ])
  func `what is not a day is refused`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    "", "2026-11-2", "2026-11-211", "2026-1-21", "02026-11-21", "26-11-21", "2026/11/21",
    "20261121", "2026-11-21 ", " 2026-11-21", "2026-11-21T", "2026-13-01", "2026-00-10",
    "2026-02-29", "2026-04-31", "0000-12-31", "+026-11-21", "-026-11-21", "2026-11-２1",
    "2026-11-21\u{301}", "2026-11-21\0", "٢٠٢٦-١١-٢١", "2026‐11‐21", "2026-W47-6",
  ])
  func `only yyyy-mm-dd is read`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  /// 400 years are a whole number of weeks, and the calendar repeats after them.
  @Test func `every day of four centuries follows the one before and reads back`() throws {
    var (year, month, dayOfMonth) = (1800, 1, 1)
    let start = try Sample.day("1800-01-01")
    for number in start.number..<start.number + 146_097 {
      let day = try #require(Day(number: number))
      let follows =
        (day.year, day.month, day.day) == (year, month, dayOfMonth)
        && Day(year: year, month: month, day: dayOfMonth) == day
      try #require(follows, "\(number)")
      dayOfMonth += 1
      if dayOfMonth > day.daysInMonth { (month, dayOfMonth) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect((year, month, dayOfMonth) == (2200, 1, 1))
  }

  @Test func `a random day reads back from its text`() throws {
    var generator = Seed.generator
    for _ in 0..<10_000 {
      let number = Int.random(in: Day.first.number...Day.last.number, using: &generator)
      let day = try #require(Day(number: number))
      try #require(Day(iso: day.iso) == day, "\(Seed.replay)")
    }
  }

  @Test func `days stop at the ends of the calendar`() {
    #expect(Day.last.advanced(by: 1) == .last)
    #expect(Day.last.advanced(by: .max) == .last)
    #expect(Day.first.advanced(by: -1) == .first)
    #expect(Day.first.advanced(by: .min) == .first)
    #expect(Day(number: Day.last.number + 1) == nil)
    #expect(Day(number: Day.first.number - 1) == nil)
    #expect(Day.last.days(since: .first) == 3_652_058)
  }

  @Test func `weekdays are read from their English words alone`() {
    #expect(Weekday.allCases.map(\.rawValue) == Array(1...7))
    #expect(Weekday.allCases.map { Weekday(name: $0.name) } == Weekday.allCases)
    #expect(Weekday.monday.name == "monday")
    #expect(Weekday.sunday.name == "sunday")
    #expect(Weekday(name: "Monday") == nil)
    #expect(Weekday(name: "mon") == nil)
  }
}
