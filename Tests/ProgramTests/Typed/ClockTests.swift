import Agreements
import Foundation
import Testing

@testable import accord

// `TZ` belongs to the whole process: one test at a time.
@Suite(.serialized) struct ClockTests {
  @Test(arguments: [
    ("2026-11-21T20:00:00Z", Int64(1_795_291_200)), ("2026-11-21T21:00:00+01:00", 1_795_291_200),
  ])
  func `the time can be told`(text: String, seconds: Int64) throws {
    #expect(try Clock(told: text).now == Instant(seconds: seconds))
  }

  @Test(arguments: ["now", "2026-11-21", "2026-11-21T20:00:00", "2026-02-30T20:00:00Z", " "])
  func `a time that is no RFC 3339 is refused`(text: String) {
    #expect(throws: Mistyped(.now, .unreadable)) { try Clock(told: text) }
  }

  @Test(arguments: [nil, ""])
  func `a time that is not told is the computer's`(text: String?) throws {
    let clock = try Clock(told: text)
    #expect(abs(Double(clock.now.seconds) - Date().timeIntervalSince1970) < 60)
  }

  @Test(arguments: [
    ("Asia/Shanghai", "2026-11-21T20:00:00Z", "2026-11-22 04:00"),
    ("America/New_York", "2026-03-08T06:59:00Z", "2026-03-08 01:59"),
    ("America/New_York", "2026-03-08T07:00:00Z", "2026-03-08 03:00"),
    ("America/New_York", "2026-11-01T05:30:00Z", "2026-11-01 01:30"),
    ("America/New_York", "2026-11-01T06:30:00Z", "2026-11-01 01:30"),
    ("Europe/Berlin", "2026-03-29T00:59:00Z", "2026-03-29 01:59"),
    ("Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29 03:00"),
    ("Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25 02:30"),
    ("Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-25 02:30"),
    ("Asia/Kathmandu", "2026-11-21T20:00:00Z", "2026-11-22 01:45"),
    ("UTC", "2026-11-21T20:00:00Z", "2026-11-21 20:00"),
  ])
  func `another zone's wall clock is known`(
    name: String, instant: String, shown: String
  ) throws {
    let clock = try Clock(told: instant)
    let zone = try #require(Zone(name: name))
    let rules = try #require(clock.rules(for: zone))
    #expect("\(rules.day(of: clock.now).iso) \(rules.timeOfDay(of: clock.now).text)" == shown)
    #expect(
      rules.instant(of: rules.day(of: clock.now), at: rules.timeOfDay(of: clock.now))
        <= clock.now)
  }

  @Test(arguments: ["Mars/Phobos", "Asia", "zone1970", "Etc", "CST-8", "tzdata"])
  func `a zone this computer does not know has no wall clock`(name: String) throws {
    let zone = try #require(Zone(name: name))
    #expect(Clock(now: Instant(seconds: 0)).rules(for: zone) == nil)
  }

  @Test(arguments: [
    ("Asia/Shanghai", "Asia/Shanghai", "2026-11-22 04:00"),
    (":Asia/Shanghai", "Asia/Shanghai", "2026-11-22 04:00"),
    ("/usr/share/zoneinfo/Asia/Shanghai", "Asia/Shanghai", "2026-11-22 04:00"),
    (":/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin", "2026-11-21 21:00"),
    ("America/New_York", "America/New_York", "2026-11-21 15:00"),
    ("CST-8", "Etc/GMT-8", "2026-11-22 04:00"),
    ("EST5", "Etc/GMT+5", "2026-11-21 15:00"),
    ("UTC", "UTC", "2026-11-21 20:00"),
  ])
  func `the local zone follows TZ`(setting: String, name: String, shown: String) throws {
    let clock = try Clock(told: "2026-11-21T20:00:00Z")
    let elsewhere = try #require(Zone(name: "Asia/Kathmandu"))
    try withTZ(setting) {
      #expect(clock.zone.name == name)
      #expect(
        "\(clock.today.iso) \(clock.rules.timeOfDay(of: clock.now).text)" == shown)
      // Asking for another zone leaves this one as it was.
      let kathmandu = try #require(clock.rules(for: elsewhere))
      #expect(kathmandu.timeOfDay(of: clock.now).text == "01:45")
      #expect(getenv("TZ").map { String(cString: $0) } == setting)
      #expect(
        "\(clock.today.iso) \(clock.rules.timeOfDay(of: clock.now).text)" == shown)
    }
  }

  @Test(arguments: ["Mars/Phobos", "", ":"])
  func `a TZ that says nothing leaves the clock at UTC`(setting: String) throws {
    let clock = try Clock(told: "2026-11-21T20:00:00Z")
    try withTZ(setting) {
      #expect(clock.rules.timeOfDay(of: clock.now).text == "20:00")
      let zone = clock.zone
      let rules = try #require(clock.rules(for: zone))
      #expect(rules.timeOfDay(of: clock.now).text == "20:00")
    }
  }

  @Test func `without TZ the computer's own zone has a name that shows its time`() throws {
    let clock = try Clock(told: "2026-11-21T20:00:00Z")
    try withTZ(nil) {
      let rules = try #require(clock.rules(for: clock.zone))
      #expect(rules.timeOfDay(of: clock.now) == clock.rules.timeOfDay(of: clock.now))
      #expect(getenv("TZ") == nil)
    }
  }

  private func withTZ(_ setting: String?, do body: () throws -> Void) rethrows {
    let before = getenv("TZ").map { String(cString: $0) }
    func set(_ value: String?) {
      if let value { setenv("TZ", value, 1) } else { unsetenv("TZ") }
    }
    set(setting)
    defer { set(before) }
    try body()
  }
}
