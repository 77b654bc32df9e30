import Agreements
import Fixtures
import Foundation
import Testing

@testable import accord

/// The days and moments that dateutil reads out of our rules, against our own.
@Suite(.enabled(if: CalendarReader.isExpected, "no calendar programs here"))
struct RecurrenceRuleTests {
  /// What a calendar is to say, and what it has to come to.
  private struct Sample {
    let event: CalendarEvent
    let expected: [String]
  }

  @Test func `a rule comes round on the days of its cadence, at its time`() async throws {
    var generator = Seed.generator
    let samples = try (0..<400).map { try Self.sample($0, using: &generator) }
    try await Self.expect(samples, through: Self.last)
  }

  /// The days on which something could go wrong, without luck.
  @Test func `leap days, month ends and changed clocks are kept`() async throws {
    let start = try #require(Day(iso: "2027-12-31"))
    var samples: [Sample] = []
    for day in 28...31 {
      let pattern = Cadence.Pattern.monthly(try #require(DayOfMonth(day)))
      for time in [nil, "02:30", "23:59"] {
        samples.append(
          try Self.sample(samples.count, pattern, at: time, Self.zones[0], from: start))
      }
    }
    for zone in Self.zones {
      for time in ["00:00", "01:30", "02:00", "02:30", "03:00", "23:30"] {
        samples.append(try Self.sample(samples.count, .daily, at: time, zone, from: start))
      }
    }
    try await Self.expect(samples, through: Self.last)
  }

  // MARK: What is compared

  private static let last = Day(iso: "2035-12-31") ?? .last

  /// Two north, two south, one with half an hour, two without summer time, and UTC.
  private static let zones = [
    "Europe/Berlin", "America/New_York", "Australia/Sydney", "Pacific/Auckland",
    "Australia/Lord_Howe", "Asia/Shanghai", "Asia/Kathmandu", "UTC",
  ]

  private static func known(_ zone: Zone) -> ZoneRules? {
    guard let zone = TimeZone(identifier: zone.name) else { return nil }
    return ZoneRules {
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval($0.seconds)))
    }
  }

  private static func expect(_ samples: [Sample], through last: Day) async throws {
    let sandbox = try Sandbox()
    let calendar = CalendarObject(
      events: samples.map(\.event), clock: Clock(now: Instant(seconds: 1_795_291_200)),
      rules: known)
    let file = try sandbox.write(calendar.text, to: "samples.ics")
    let read = try await CalendarReader.script("occurrences.py", [file, last.iso], in: sandbox)
    let found = read.output.split(separator: "\n").map(String.init)
    try #require(found.count == samples.count, "\(read)")
    for (line, sample) in zip(found, samples) {
      let told = line.split(separator: " ").dropFirst().map(String.init)
      try #require(
        told == sample.expected,
        "\(sample.event.start) \(sample.event.pattern as Any), \(Seed.replay)")
    }
  }

  private static func sample(_ number: Int, using generator: inout SplitMix64) throws -> Sample {
    let weekday = try #require(Weekday.allCases.randomElement(using: &generator))
    let start = Day(iso: "2026-11-21")?.advanced(by: .random(in: 0...1500, using: &generator))
    let anchor = try #require(Day(number: .random(in: 0...40_000, using: &generator)))
    let pattern: Cadence.Pattern =
      switch Int.random(in: 0...3, using: &generator) {
      case 0: .daily
      case 1: .weekly(weekday)
      case 2:
        .everyWeeks(
          try #require(WeekCount(.random(in: 2...52, using: &generator))), weekday, anchor: anchor)
      default: .monthly(try #require(DayOfMonth(.random(in: 1...31, using: &generator))))
      }
    let time = TimeOfDay(minutes: .random(in: 0...1439, using: &generator))
    return try sample(
      number, pattern, at: Bool.random(using: &generator) ? time?.text : nil,
      try #require(zones.randomElement(using: &generator)), from: try #require(start))
  }

  private static func sample(
    _ number: Int, _ pattern: Cadence.Pattern, at time: String?, _ name: String, from start: Day
  ) throws -> Sample {
    let zone = try #require(Zone(name: name))
    let rules = try #require(known(zone))
    let cadence = Cadence(
      pattern: pattern, time: try time.map { try #require(TimeOfDay(text: $0)) }, zone: zone)
    let first = cadence.next(onOrAfter: start)
    let days = cadence.occurrences(from: first, through: last)
    return Sample(
      event: CalendarEvent(
        agreement: Agreement.ID("\(number)"), subject: .talk,
        start: cadence.time.map { .time(first, $0, zone, minutes: 20) } ?? .day(first),
        pattern: pattern, title: "talk", words: "talk"),
      expected: days.map { day in
        cadence.time.map { "\(rules.instant(of: day, at: $0).seconds)" } ?? day.iso
      })
  }
}
