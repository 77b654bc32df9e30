import Agreements
import Testing

@Suite struct GatheringDayTests {
  @Test(arguments: [
    // The next talk's day, whichever of several comes first.
    ("2026-12-05", nil, ["2026-12-06"], "2026-12-06"),
    ("2026-12-05", nil, ["2026-12-20", "2026-12-06", "2026-12-13"], "2026-12-06"),
    ("2026-12-05", nil, ["2026-12-05"], "2026-12-05"),
    // Its own day without one, and where none comes within a month.
    ("2026-12-05", nil, [], "2026-12-05"),
    ("2026-12-05", nil, ["2027-01-05"], "2027-01-05"),
    ("2026-12-05", nil, ["2027-01-06"], "2026-12-05"),
    // Never later than it lapses.
    ("2026-12-05", "2026-12-12", ["2026-12-12"], "2026-12-12"),
    ("2026-12-05", "2026-12-12", ["2026-12-13"], "2026-12-05"),
    ("2026-12-05", "2026-12-04", ["2026-12-06"], "2026-12-05"),
  ])
  func `a review is looked at on the day of the next talk that comes soon enough`(
    due: String, lapse: String?, talks: [String], expected: String
  ) throws {
    let day = try Review.gatheringDay(
      from: Sample.day(due), lapsingAfter: lapse.map(Sample.day), talks: talks.map(Sample.day))
    #expect(day.iso == expected)
  }

  @Test func `nothing gathers past the end of the calendar`() {
    #expect(Review.gatheringDay(from: .last, lapsingAfter: nil, talks: [.last]) == .last)
    let daily = Cadence(pattern: .daily, time: .midnight, zone: .utc)
    #expect(daily.next(onOrAfter: .last, for: .utc, rules: .utc) == .last)
  }

  private static let shanghai = ZoneRules { _ in 28_800 }

  @Test(arguments: [
    // Sunday evening in Berlin is Monday morning in Shanghai.
    ("20:00", "2026-11-16", "2026-11-16"), ("20:00", "2026-11-17", "2026-11-23"),
    ("20:00", "2026-11-22", "2026-11-23"),
    // Sunday noon is Sunday there too.
    ("12:00", "2026-11-17", "2026-11-22"), ("12:00", "2026-11-23", "2026-11-29"),
    // In summer time 17:30 is before midnight, in winter it is after.
    ("17:30", "2026-10-18", "2026-10-18"), ("17:30", "2026-10-19", "2026-10-26"),
  ])
  func `a talk comes on a day of the reader's calendar`(
    time: String, from: String, expected: String
  ) throws {
    let cadence = Cadence(pattern: .weekly(.sunday), time: try Sample.time(time), zone: .utc)
    let found = try cadence.next(
      onOrAfter: Sample.day(from), for: Self.shanghai, rules: SampleZone.berlin.rules)
    #expect(found.iso == expected)
  }

  @Test func `without a time of day it is that day for everybody`() throws {
    let cadence = Cadence(pattern: .weekly(.sunday), time: nil, zone: .utc)
    let found = try cadence.next(
      onOrAfter: Sample.day("2026-11-17"), for: Self.shanghai, rules: SampleZone.berlin.rules)
    #expect(found.iso == "2026-11-22")
  }
}
