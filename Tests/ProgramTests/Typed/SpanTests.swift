import Agreements
import Testing

@testable import accord

@Suite struct SpanTests {
  @Test(arguments: [
    ("30", 30), ("30m", 30), ("30min", 30), ("30 mins", 30), ("90 minutes", 90), ("３０", 30),
    ("３０ｍｉｎ", 30), ("30分钟", 30), ("30 分钟", 30), ("30分", 30), ("1h", 60), ("1 hour", 60),
    ("2 hours", 120), ("1h30m", 90), ("1h 30m", 90), ("1h30", 90), ("1 hour and 30 minutes", 90),
    ("1.5h", 90), ("half an hour", 30), ("an hour", 60), ("ten minutes", 10), ("1 day", 1440),
    ("24h", 1440), ("半小时", 30), ("半个小时", 30), ("一小时", 60), ("1小时", 60), ("1个小时", 60),
    ("一个半小时", 90), ("1个半小时", 90), ("两个半小时", 150), ("两小时", 120), ("一小时半", 90),
    ("1小时30分钟", 90), ("一小时零五分", 65), ("一刻钟", 15), ("三刻钟", 45), ("十分钟", 10),
    ("十五分钟", 15), ("二十分钟", 20), ("三十五分钟", 35), ("九十九分钟", 99), ("四十", 40),
    ("一天", 1440), ("半天", 720), ("24小时", 1440),
  ])
  func `minutes are taken as people write them`(typed: String, count: Int) throws {
    #expect(try PauseLength(typed: typed, for: .minutes).count == count)
  }

  @Test(arguments: [
    "", "soon", "-30", "30s", "3 0", "30 5", "1h 90m", "30mi", "1:30", "1 month", "0x1e",
    "9999999", "+30", "3\u{301}0", "三十十", "十十", "二三", "半", "30分钟吧", "99999999999999999999",
  ])
  func `minutes that cannot be read are refused`(typed: String) {
    #expect(throws: Mistyped(.pause, .unreadable)) { try PauseLength(typed: typed, for: .pause) }
  }

  @Test(arguments: ["0", "4", "1441", "25h", "两天", "999999"])
  func `minutes out of bounds are refused with the bounds`(typed: String) {
    #expect(throws: Mistyped(.minutes, .outside(5...1440))) {
      try PauseLength(typed: typed, for: .minutes)
    }
  }

  @Test func `each length has its own bounds`() {
    #expect(throws: Mistyped(.length, .outside(5...60))) {
      try TalkLength(typed: "90", for: .length)
    }
  }

  @Test(arguments: [
    ("14", 14), ("14d", 14), ("14 days", 14), ("１４", 14), ("14天", 14), ("十四天", 14),
    ("2 weeks", 14), ("2w", 14), ("two weeks", 14), ("两周", 14), ("2周", 14), ("两个星期", 14),
    ("一周", 7), ("365", 365),
  ])
  func `review days are taken as people write them`(typed: String, days: Int) throws {
    #expect(try ReviewInterval(typed: typed).days == days)
  }

  @Test(arguments: [
    ("", Mistyped.Reason.unreadable), ("soon", .unreadable), ("1 month", .unreadable),
    ("14 14", .unreadable), ("6", .outside(7...365)), ("366", .outside(7...365)),
    ("53 weeks", .outside(7...365)), ("0", .outside(7...365)),
  ])
  func `other review days are refused`(typed: String, reason: Mistyped.Reason) {
    #expect(throws: Mistyped(.reviewIn, reason)) { try ReviewInterval(typed: typed) }
  }
}
