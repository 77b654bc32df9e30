import Agreements
import Fixtures
import Testing

@Suite struct NextInstantTests {
  @Test(arguments: [
    (SampleZone.berlin, "02:30", "2026-03-28T01:30:00Z", "2026-03-29T03:30:00+02:00"),
    (.berlin, "02:30", "2026-03-29T01:30:00Z", "2026-03-30T02:30:00+02:00"),
    (.berlin, "02:30", "2026-10-24T12:00:00Z", "2026-10-25T02:30:00+02:00"),
    // The second 02:30 of the day is not another occurrence.
    (.berlin, "02:30", "2026-10-25T00:30:00Z", "2026-10-26T02:30:00+01:00"),
    (.berlin, "20:00", "2026-03-29T17:59:59Z", "2026-03-29T20:00:00+02:00"),
    (.berlin, "20:00", "2026-03-29T18:00:00Z", "2026-03-30T20:00:00+02:00"),
    (.lordHowe, "02:15", "2026-10-03T12:00:00Z", "2026-10-04T02:45:00+11:00"),
    (.apia, "12:00", "2011-12-29T22:00:00Z", "2011-12-31T12:00:00+14:00"),
    (.apia, "12:00", "2011-12-30T22:00:00Z", "2012-01-01T12:00:00+14:00"),
    // Midnight came at 02:30Z, and at 02:31Z the clock fell back to the evening before.
    (.stJohns, "00:00", "2009-11-01T02:45:00Z", "2009-11-02T00:00:00-03:30"),
  ])
  func `a daily time comes once a day`(
    zone: SampleZone, at: String, after: String, expected: String
  ) throws {
    let cadence = Cadence(pattern: .daily, time: try Sample.time(at), zone: .utc)
    let next = try cadence.nextInstant(after: Sample.instant(after), rules: zone.rules)
    #expect(try next == Sample.instant(expected))
  }

  @Test func `a weekly time on a day that was skipped comes a day late`() throws {
    let cadence = Cadence(pattern: .weekly(.friday), time: try Sample.time("12:00"), zone: .utc)
    let next = try cadence.nextInstant(
      after: Sample.instant("2011-12-31T11:00:00+14:00"), rules: SampleZone.apia.rules)
    #expect(try next == Sample.instant("2011-12-31T12:00:00+14:00"))
  }

  @Test func `without a time of day there is no instant`() throws {
    let cadence = Cadence(pattern: .daily, time: nil, zone: .utc)
    let rules = SampleZone.berlin.rules
    #expect(
      try cadence.nextInstant(after: Sample.instant("2026-11-21T20:00:00Z"), rules: rules) == nil)
  }

  @Test(arguments: SampleZone.all)
  func `each next instant is later, and none is passed over`(zone: SampleZone) throws {
    var generator = Seed.generator
    let rules = zone.rules
    for change in zone.changes {
      let change = try Sample.instant(change.at)
      for _ in 0..<50 {
        let time = try #require(TimeOfDay(minutes: .random(in: 0...1439, using: &generator)))
        let span = -4 * Instant.day...4 * Instant.day
        let after = change.advanced(by: .random(in: span, using: &generator))
        let near = rules.day(of: after)
        let expected = (-3...3).map { rules.instant(of: near.advanced(by: $0), at: time) }
          .filter { $0 > after }.min()
        let next = Cadence(pattern: .daily, time: time, zone: .utc)
          .nextInstant(after: after, rules: rules)
        try #require(next == expected, "\(time.text) after \(after.rfc3339), \(Seed.replay)")
      }
    }
  }
}
