import Agreements
import Fixtures
import Testing

@Suite struct InstantTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0),
      ("1969-12-31T23:59:59Z", -1),
      ("2026-11-21T20:00:00Z", 1_795_291_200),
      ("2026-11-21T21:00:00+01:00", 1_795_291_200),
      ("2026-11-22T04:00:00+08:00", 1_795_291_200),
      ("2026-11-21T15:00:00-05:00", 1_795_291_200),
      ("2026-11-22T01:45:00+05:45", 1_795_291_200),
      ("2026-11-21T20:00:00-00:00", 1_795_291_200),
      ("2026-11-21T20:00:00.9Z", 1_795_291_200),
      ("2026-11-21T20:00:00.000000000000000000000000000001Z", 1_795_291_200),
      ("2024-02-29T23:59:59Z", 1_709_251_199),
      ("1969-12-31T23:59:59.999Z", -1),
      ("1970-01-01T23:59:00+23:59", 0),
      ("0001-01-01T00:00:00Z", -62_135_596_800),
      ("9999-12-31T23:59:59Z", 253_402_300_799),
      ("9999-12-31T23:59:59+00:01", 253_402_300_739),
    ] as [(String, Int64)])
  func `a date and time with its offset is read`(text: String, seconds: Int64) {
    #expect(Instant(rfc3339: text) == Instant(seconds: seconds))
  }

  @Test(arguments: [
    "", "2026-11-21", "2026-11-21T20:00:00", "2026-11-21T20:00Z", "2026-11-21 20:00:00Z",
    "2026-11-21t20:00:00Z", "2026-11-21T20:00:00z", "2026-11-21T20:00:00.Z",
    "2026-11-21T20:00:00,5Z", "2026-11-21T20:00:00+0100", "2026-11-21T20:00:00+01",
    "2026-11-21T20:00:00+1:00", "2026-11-21T20:00:00+24:00", "2026-11-21T20:00:00+01:60",
    "2026-11-21T20:00:00 +01:00", "2026-11-21T20:00:00−01:00", "2026-11-21T20:00:00Z ",
    " 2026-11-21T20:00:00Z", "2026-11-21T20:00:00ZZ", "2026-11-21T20:00:00Z\0",
    "2026-11-21T20:00:00Z\u{301}", "2026-11-21T24:00:00Z", "2026-11-21T20:60:00Z",
    "2016-12-31T23:59:60Z", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
    "2026-11-31T00:00:00Z", "0000-12-31T23:59:59Z", "10000-01-01T00:00:00Z",
    "-001-01-01T00:00:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
    "20261121T200000Z", "1795291200",
  ])
  func `anything else is refused`(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test func `a random instant reads back from its text`() throws {
    var generator = Seed.generator
    for _ in 0..<10_000 {
      let range = Int64(-62_135_596_800)...253_402_300_799
      let instant = Instant(seconds: .random(in: range, using: &generator))
      try #require(Instant(rfc3339: instant.rfc3339) == instant, "\(Seed.replay)")
    }
  }

  @Test func `it is written in UTC without a fraction`() throws {
    let instant = try Sample.instant("2026-11-22T04:05:06.789+08:00")
    #expect(instant.rfc3339 == "2026-11-21T20:05:06Z")
  }

  @Test func `beyond four-digit years the nearest moment is written`() {
    #expect(Instant(seconds: .min).rfc3339 == "0001-01-01T00:00:00Z")
    #expect(Instant(seconds: .max).rfc3339 == "9999-12-31T23:59:59Z")
  }

  @Test func `advancing stops at the ends of what a number holds`() {
    #expect(Instant(seconds: .max).advanced(by: 1) == Instant(seconds: .max))
    #expect(Instant(seconds: .min).advanced(by: -1) == Instant(seconds: .min))
    #expect(Instant(seconds: 5).advanced(by: -Instant.minute) == Instant(seconds: -55))
    #expect(Instant.week == 7 * Instant.day && Instant.day == 24 * Instant.hour)
  }
}
