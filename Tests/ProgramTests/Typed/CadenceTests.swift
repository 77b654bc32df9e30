import Agreements
import Testing

@testable import accord

@Suite struct CadenceTests {
  /// A Saturday.
  private let today: Day
  private let berlin: Zone

  init() throws {
    today = try #require(Day(year: 2026, month: 11, day: 21))
    berlin = try #require(Zone(name: "Europe/Berlin"))
  }

  /// A pattern with its anchor, short enough for a table.
  private func brief(_ pattern: Cadence.Pattern) -> String {
    switch pattern {
    case .daily: "daily"
    case .weekly(let weekday): "weekly \(weekday.name)"
    case .everyWeeks(let count, let weekday, let anchor):
      "\(count.value)-weeks \(weekday.name) \(anchor.iso)"
    case .monthly(let day): "monthly \(day.value)"
    }
  }

  @Test(
    arguments: [
      ("daily", nil, "daily"), ("day", nil, "daily"), ("every day", nil, "daily"),
      ("每天", nil, "daily"), ("每日", nil, "daily"),
      ("weekly", "sunday", "weekly sunday"), ("week", "Sun", "weekly sunday"),
      ("weekly", "sundays", "weekly sunday"), ("1-weeks", "sunday", "weekly sunday"),
      ("每周", "周日", "weekly sunday"), ("每星期", "星期日", "weekly sunday"),
      ("每个礼拜", "礼拜天", "weekly sunday"), ("每周", "周天", "weekly sunday"),
      ("每周", "星期天", "weekly sunday"), ("weekly", "周三", "weekly wednesday"),
      ("weekly", "thurs", "weekly thursday"), ("weekly", "每周五", "weekly friday"),
      ("每周日", nil, "weekly sunday"), ("每周五", nil, "weekly friday"),
      ("每个星期五", nil, "weekly friday"), ("周日", nil, "weekly sunday"),
      ("每周的周日", nil, "weekly sunday"), ("every sunday", nil, "weekly sunday"),
      ("sunday", nil, "weekly sunday"), ("weekly on sunday", nil, "weekly sunday"),
      ("every sunday", "sunday", "weekly sunday"), ("ＷＥＥＫＬＹ", "ｓｕｎ", "weekly sunday"),
      ("2-weeks", "sunday", "2-weeks sunday 2026-11-22"),
      ("2 weeks", "sunday", "2-weeks sunday 2026-11-22"),
      ("every 2 weeks", "saturday", "2-weeks saturday 2026-11-21"),
      ("every two weeks", "friday", "2-weeks friday 2026-11-27"),
      ("every other week", "sunday", "2-weeks sunday 2026-11-22"),
      ("every other sunday", nil, "2-weeks sunday 2026-11-22"),
      ("every 3 weeks on monday", nil, "3-weeks monday 2026-11-23"),
      ("52-weeks", "sunday", "52-weeks sunday 2026-11-22"),
      ("每两周", "周日", "2-weeks sunday 2026-11-22"),
      ("每2周", "周日", "2-weeks sunday 2026-11-22"), ("隔周", "周日", "2-weeks sunday 2026-11-22"),
      ("每隔一周", "周日", "2-weeks sunday 2026-11-22"), ("隔周日", nil, "2-weeks sunday 2026-11-22"),
      ("每两周的周日", nil, "2-weeks sunday 2026-11-22"),
      ("每三个星期", "周一", "3-weeks monday 2026-11-23"),
      ("monthly", "15", "monthly 15"), ("monthly", "15th", "monthly 15"),
      ("month", "the 1st", "monthly 1"), ("monthly", "last", "monthly 31"),
      ("monthly", "the last day", "monthly 31"), ("每月", "15日", "monthly 15"),
      ("每个月", "15号", "monthly 15"), ("每月", "十五号", "monthly 15"),
      ("每月", "最后一天", "monthly 31"), ("每月15号", nil, "monthly 15"),
      ("每月１５日", nil, "monthly 15"), ("每个月三十一号", nil, "monthly 31"),
      ("每月最后一天", nil, "monthly 31"), ("每月底", nil, "monthly 31"),
      ("every month on the 2nd", nil, "monthly 2"),
    ] as [(String, String?, String)])
  func `a pattern is taken in one flag or two`(every: String, on: String?, pattern: String) throws {
    #expect(brief(try Cadence.Pattern(every: every, on: on, today: today)) == pattern)
  }

  @Test(
    arguments: [
      (nil, nil, Mistyped(.every, .missing)),
      (nil, "sunday", Mistyped(.every, .missing)),
      ("weekly", nil, Mistyped(.on, .missing)),
      ("每周", nil, Mistyped(.on, .missing)),
      ("2-weeks", nil, Mistyped(.on, .missing)),
      ("monthly", nil, Mistyped(.on, .missing)),
      ("daily", "sunday", Mistyped(.on, .contradictory(.every))),
      ("weekly", "15", Mistyped(.on, .contradictory(.every))),
      ("monthly", "sunday", Mistyped(.on, .contradictory(.every))),
      ("每周日", "周五", Mistyped(.on, .contradictory(.every))),
      ("每月15号", "16", Mistyped(.on, .contradictory(.every))),
      ("每天周日", nil, Mistyped(.every, .unreadable)),
      ("每周15号", nil, Mistyped(.every, .unreadable)),
      ("", nil, Mistyped(.every, .unreadable)),
      ("often", nil, Mistyped(.every, .unreadable)),
      ("15", nil, Mistyped(.every, .unreadable)),
      ("3 days", nil, Mistyped(.every, .unreadable)),
      ("2 months", nil, Mistyped(.every, .unreadable)),
      ("每周日周一", nil, Mistyped(.every, .unreadable)),
      ("0-weeks", "sunday", Mistyped(.every, .outside(1...52))),
      ("53-weeks", "sunday", Mistyped(.every, .outside(1...52))),
      ("weekly", "", Mistyped(.on, .unreadable)),
      ("weekly", "someday", Mistyped(.on, .unreadable)),
      ("weekly", "周末", Mistyped(.on, .unreadable)),
      ("weekly", "sunday monday", Mistyped(.on, .unreadable)),
      ("monthly", "0", Mistyped(.on, .outside(1...31))),
      ("monthly", "32号", Mistyped(.on, .outside(1...31))),
      ("每月32号", nil, Mistyped(.every, .outside(1...31))),
    ] as [(String?, String?, Mistyped)])
  func `what is missing or does not fit names its flag`(
    every: String?, on: String?, problem: Mistyped
  ) {
    #expect(throws: problem) { try Cadence.Pattern(every: every, on: on, today: today) }
  }

  @Test func `a cadence keeps its time and its zone`() throws {
    let cadence = try Cadence(
      every: "weekly", on: "sunday", at: "晚上8点", zone: berlin, today: today)
    let eight = TimeOfDay(hour: 20, minute: 0)
    #expect(cadence == Cadence(pattern: .weekly(.sunday), time: eight, zone: berlin))
    #expect(throws: Mistyped(.at, .unreadable)) {
      try Cadence(every: "daily", on: nil, at: "soon", zone: berlin, today: today)
    }
  }
}
