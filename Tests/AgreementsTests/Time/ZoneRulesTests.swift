import Agreements
import Fixtures
import Testing

extension SampleZone: CustomTestStringConvertible {
  var testDescription: String { name }
}

@Suite struct ZoneRulesTests {
  @Test(arguments: [
    (SampleZone.berlin, "2026-03-29", "02:30", "2026-03-29T03:30:00+02:00"),
    (.berlin, "2026-03-29", "02:00", "2026-03-29T03:00:00+02:00"),
    (.berlin, "2026-03-29", "02:59", "2026-03-29T03:59:00+02:00"),
    (.newYork, "2026-03-08", "02:30", "2026-03-08T03:30:00-04:00"),
    (.lordHowe, "2026-10-04", "02:15", "2026-10-04T02:45:00+11:00"),
    (.sydney, "2026-10-04", "02:30", "2026-10-04T03:30:00+11:00"),
    (.apia, "2011-12-30", "12:00", "2011-12-31T12:00:00+14:00"),
    (.apia, "2011-12-30", "00:00", "2011-12-31T00:00:00+14:00"),
    (.saoPaulo, "2018-11-04", "00:00", "2018-11-04T01:00:00-02:00"),
    (.toronto, "1919-03-30", "23:45", "1919-03-31T00:45:00-04:00"),
  ])
  func `a time the clock skips keeps the offset from before the gap`(
    zone: SampleZone, on: String, at: String, expected: String
  ) throws {
    #expect(
      try zone.rules.instant(of: Sample.day(on), at: Sample.time(at)) == Sample.instant(expected))
  }

  @Test(arguments: [
    (SampleZone.berlin, "2026-10-25", "02:30", "2026-10-25T02:30:00+02:00"),
    (.berlin, "2026-10-25", "02:00", "2026-10-25T02:00:00+02:00"),
    (.newYork, "2026-11-01", "01:30", "2026-11-01T01:30:00-04:00"),
    (.lordHowe, "2026-04-05", "01:45", "2026-04-05T01:45:00+11:00"),
    (.sydney, "2026-04-05", "02:30", "2026-04-05T02:30:00+11:00"),
    (.saoPaulo, "2019-02-16", "23:30", "2019-02-16T23:30:00-02:00"),
    (.stJohns, "2009-11-01", "00:00", "2009-11-01T00:00:00-02:30"),
  ])
  func `a time the clock shows twice is the first`(
    zone: SampleZone, on: String, at: String, expected: String
  ) throws {
    #expect(
      try zone.rules.instant(of: Sample.day(on), at: Sample.time(at)) == Sample.instant(expected))
  }

  @Test(arguments: [
    (SampleZone.berlin, "2026-03-29", "01:59", "2026-03-29T01:59:00+01:00"),
    (.berlin, "2026-03-29", "03:00", "2026-03-29T03:00:00+02:00"),
    (.berlin, "2026-10-25", "01:59", "2026-10-25T01:59:00+02:00"),
    (.berlin, "2026-10-25", "03:00", "2026-10-25T03:00:00+01:00"),
    (.berlin, "2026-07-01", "20:00", "2026-07-01T20:00:00+02:00"),
    (.lordHowe, "2026-10-04", "02:30", "2026-10-04T02:30:00+11:00"),
    (.lordHowe, "2026-04-05", "02:00", "2026-04-05T02:00:00+10:30"),
    (.apia, "2011-12-29", "23:59", "2011-12-29T23:59:00-10:00"),
    (.apia, "2011-12-31", "00:00", "2011-12-31T00:00:00+14:00"),
  ])
  func `a time shown once is that moment`(
    zone: SampleZone, on: String, at: String, expected: String
  ) throws {
    #expect(
      try zone.rules.instant(of: Sample.day(on), at: Sample.time(at)) == Sample.instant(expected))
  }

  @Test(arguments: [
    (SampleZone.berlin, "2026-03-29", "2026-03-28T23:00:00Z"),
    (.berlin, "2026-03-30", "2026-03-29T22:00:00Z"),
    (.apia, "2011-12-29", "2011-12-29T10:00:00Z"),
    (.apia, "2011-12-30", "2011-12-30T10:00:00Z"),
    (.apia, "2011-12-31", "2011-12-30T10:00:00Z"),
    (.apia, "2012-01-01", "2011-12-31T10:00:00Z"),
    (.saoPaulo, "2018-11-04", "2018-11-04T03:00:00Z"),
    (.saoPaulo, "2019-02-17", "2019-02-17T03:00:00Z"),
    (.toronto, "1919-03-31", "1919-03-31T04:30:00Z"),
    (.stJohns, "2009-03-08", "2009-03-08T03:30:00Z"),
    (.stJohns, "2009-11-01", "2009-11-01T02:30:00Z"),
  ])
  func `a day starts with its first instant`(zone: SampleZone, on: String, expected: String) throws
  {
    #expect(try zone.rules.startOfDay(Sample.day(on)) == Sample.instant(expected))
  }

  @Test func `the wall clock is read on both sides of a change`() throws {
    let rules = SampleZone.berlin.rules
    let change = try Sample.instant("2026-03-29T01:00:00Z")
    #expect(rules.timeOfDay(of: change.advanced(by: -1)).text == "01:59")
    #expect(rules.timeOfDay(of: change).text == "03:00")
    #expect(try rules.day(of: Sample.instant("2026-07-01T22:00:00Z")) == Sample.day("2026-07-02"))
    #expect(try rules.day(of: Sample.instant("2026-07-01T21:59:59Z")) == Sample.day("2026-07-01"))
    #expect(rules.timeOfDay(of: Instant(seconds: -1)).text == "00:59")
    #expect(rules.day(of: Instant(seconds: -3601)).iso == "1969-12-31")
  }

  @Test func `absurd offsets and instants do no harm`() {
    for east in [Int.min, -1, 0, 1, .max] {
      let rules = ZoneRules { _ in east }
      for seconds in [Int64.min, 0, .max] {
        _ = rules.startOfDay(rules.day(of: Instant(seconds: seconds)))
      }
    }
  }

  /// Around each change, against a search through every moment the answer could be.
  @Test(arguments: SampleZone.all)
  func `the answers agree with a search`(zone: SampleZone) throws {
    var generator = Seed.generator
    let rules = zone.rules
    for change in zone.changes {
      let change = try Sample.instant(change.at)
      let near = rules.day(of: change)
      for offset in -2...2 {
        let day = near.advanced(by: offset)
        let utcMidnight = Int64(day.number) * Instant.day
        let nearby = stride(
          from: utcMidnight - 2 * Instant.day, through: utcMidnight + 2 * Instant.day,
          by: zone.grain)
        let first = nearby.first { rules.day(of: Instant(seconds: $0)) >= day }
        #expect(rules.startOfDay(day).seconds == first, "\(day.iso)")
      }
      for _ in 0..<20 {
        let day = near.advanced(by: .random(in: -1...1, using: &generator))
        let time = try #require(TimeOfDay(minutes: .random(in: 0...1439, using: &generator)))
        let utc = Int64(day.number) * Instant.day + Int64(time.minutes) * Instant.minute
        let nearby = stride(from: utc - Instant.day, through: utc + Instant.day, by: zone.grain)
        let shown = nearby.first {
          let instant = Instant(seconds: $0)
          return rules.timeOfDay(of: instant) == time && rules.day(of: instant) == day
        }
        let answer = rules.instant(of: day, at: time)
        let comment: Comment = "\(day.iso) \(time.text), \(Seed.replay)"
        if let shown {
          #expect(answer.seconds == shown, comment)
        } else {
          #expect(rules.timeOfDay(of: answer) != time || rules.day(of: answer) > day, comment)
          #expect(answer >= change, comment)
        }
      }
    }
  }
}
