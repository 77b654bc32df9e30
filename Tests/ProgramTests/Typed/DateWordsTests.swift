import Agreements
import Testing

@testable import accord

@Suite struct DateWordsTests {
  private let today: Day

  init() throws {
    today = try #require(Day(iso: "2026-11-21"))
  }

  @Test(arguments: [
    ("2026-12-05", "5 December", "12月5日"), ("2026-01-01", "1 January", "1月1日"),
    ("2027-12-05", "5 December 2027", "2027年12月5日"),
    ("2025-12-31", "31 December 2025", "2025年12月31日"),
  ])
  func `a day has its year only where it is not this one`(
    iso: String, english: String, chinese: String
  ) throws {
    #expect(try #require(Day(iso: iso)).named(today: today) == Sentence(english, chinese))
  }

  @Test(arguments: [
    ("2026-11-21", "Saturday 21 November", "11月21日 周六"),
    ("2026-11-22", "Sunday 22 November", "11月22日 周日"),
    ("2026-02-02", "Monday 2 February", "2月2日 周一"),
  ])
  func `a heading names the weekday`(iso: String, english: String, chinese: String) throws {
    #expect(try #require(Day(iso: iso)).heading == Sentence(english, chinese))
  }

  @Test(arguments: [
    (0, "today", "今天"), (1, "tomorrow", "明天"), (-1, "yesterday", "昨天"),
    (2, "in 2 days", "后天"), (-2, "2 days ago", "前天"), (3, "in 3 days", "3天后"),
    (-3, "3 days ago", "3天前"), (7, "in a week", "一周后"), (-7, "a week ago", "一周前"),
    (13, "in 13 days", "13天后"), (14, "in 2 weeks", "两周后"), (-14, "2 weeks ago", "两周前"),
    (21, "in 3 weeks", "三周后"), (30, "in 30 days", "30天后"), (91, "in 91 days", "91天后"),
  ])
  func `a distance is said in days, or in whole weeks`(
    days: Int, english: String, chinese: String
  ) {
    #expect(today.advanced(by: days).distance(from: today) == Sentence(english, chinese))
  }

  @Test(arguments: [
    (5, "5 minutes", "5分钟"), (30, "30 minutes", "30分钟"), (60, "1 hour", "1小时"),
    (61, "1 hour 1 minute", "1小时1分钟"), (90, "1 hour 30 minutes", "1小时30分钟"),
    (120, "2 hours", "2小时"), (600, "10 hours", "10小时"), (1440, "24 hours", "24小时"),
  ])
  func `minutes are said in hours and minutes`(
    count: Int, english: String, chinese: String
  ) throws {
    #expect(try #require(PauseLength(count)).named == Sentence(english, chinese))
    // What is said can be typed.
    #expect(try PauseLength(typed: english, for: .minutes).count == count)
    #expect(try PauseLength(typed: chinese, for: .minutes).count == count)
  }

  @Test(
    arguments: [
      ("daily", nil, "every day", "每天"),
      ("weekly", "sunday", "every Sunday", "每周日"),
      ("2-weeks", "sunday", "every other Sunday", "每两周的周日"),
      ("3-weeks", "sunday", "every 3 weeks on Sunday", "每三周的周日"),
      ("12-weeks", "friday", "every 12 weeks on Friday", "每12周的周五"),
      ("monthly", "1", "on the 1st of each month", "每月1日"),
      ("monthly", "2", "on the 2nd of each month", "每月2日"),
      ("monthly", "3", "on the 3rd of each month", "每月3日"),
      ("monthly", "4", "on the 4th of each month", "每月4日"),
      ("monthly", "11", "on the 11th of each month", "每月11日"),
      ("monthly", "12", "on the 12th of each month", "每月12日"),
      ("monthly", "13", "on the 13th of each month", "每月13日"),
      ("monthly", "15", "on the 15th of each month", "每月15日"),
      ("monthly", "21", "on the 21st of each month", "每月21日"),
      ("monthly", "22", "on the 22nd of each month", "每月22日"),
      ("monthly", "23", "on the 23rd of each month", "每月23日"),
      ("monthly", "30", "on the 30th of each month", "每月30日"),
      ("monthly", "last", "on the last day of each month", "每月最后一天"),
    ] as [(String, String?, String, String)])
  func `a cadence is said without a time, with one, and with its zone where that differs`(
    every: String, on: String?, english: String, chinese: String
  ) throws {
    let (here, there) = (try #require(Zone(name: "Europe/Berlin")), Zone.utc)
    let days = try Cadence(every: every, on: on, at: nil, zone: here, today: today)
    #expect(days.named(for: here) == Sentence(english, chinese))
    #expect(days.named(for: there) == Sentence(english, chinese))
    let timed = try Cadence(every: every, on: on, at: "20:00", zone: here, today: today)
    #expect(timed.named(for: here) == Sentence("\(english) at 20:00", "\(chinese)20:00"))
    #expect(
      timed.named(for: there)
        == Sentence("\(english) at 20:00 (Europe/Berlin)", "\(chinese)20:00（Europe/Berlin）"))
  }

  @Test(arguments: [
    "daily", "every sunday", "every other sunday", "3-weeks", "monthly", "每月最后一天",
  ])
  func `the days that are said can be typed`(every: String) throws {
    let on: String? = every == "3-weeks" ? "sunday" : every == "monthly" ? "15" : nil
    let pattern = try Cadence.Pattern(every: every, on: on, today: today)
    #expect(try Cadence.Pattern(every: pattern.named.chinese, on: nil, today: today) == pattern)
  }
}
