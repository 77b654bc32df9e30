import Agreements

/// Rules written out as a first offset and the changes after it, as pure functions.
struct SampleZone: Sendable {
  let name: String
  /// Seconds east of UTC before the first change.
  let first: Int
  /// Each change, as the RFC 3339 instant and the seconds east of UTC from then on.
  let changes: [(at: String, east: Int)]

  /// Every change and every offset is a multiple of so many seconds.
  var grain: Int {
    let whole = first % 60 == 0 && changes.allSatisfy { $0.east % 60 == 0 }
    return whole ? 60 : 1
  }

  var rules: ZoneRules {
    let first = first
    let changes = changes.compactMap { change in
      Instant(rfc3339: change.at).map { (at: $0, east: change.east) }
    }
    return ZoneRules { instant in
      changes.last { $0.at <= instant }?.east ?? first
    }
  }

  static let berlin = SampleZone(
    name: "Europe/Berlin", first: 3600,
    changes: [("2026-03-29T01:00:00Z", 7200), ("2026-10-25T01:00:00Z", 3600)])

  static let newYork = SampleZone(
    name: "America/New_York", first: -18_000,
    changes: [("2026-03-08T07:00:00Z", -14_400), ("2026-11-01T06:00:00Z", -18_000)])

  /// Summer time of half an hour, in the southern summer.
  static let lordHowe = SampleZone(
    name: "Australia/Lord_Howe", first: 39_600,
    changes: [("2026-04-04T15:00:00Z", 37_800), ("2026-10-03T15:30:00Z", 39_600)])

  static let sydney = SampleZone(
    name: "Australia/Sydney", first: 39_600,
    changes: [("2026-04-04T16:00:00Z", 36_000), ("2026-10-03T16:00:00Z", 39_600)])

  /// Crossed the date line: 2011-12-30 was skipped.
  static let apia = SampleZone(
    name: "Pacific/Apia", first: -36_000, changes: [("2011-12-30T10:00:00Z", 50_400)])

  /// Crossed it the other way: 1867-10-18 came twice, by local mean time to the second.
  static let sitka = SampleZone(
    name: "America/Sitka", first: 53_927, changes: [("1867-10-19T00:31:13Z", -32_473)])

  /// Skipped midnight to one o'clock, and repeated the hour before midnight.
  static let saoPaulo = SampleZone(
    name: "America/Sao_Paulo", first: -10_800,
    changes: [("2018-11-04T03:00:00Z", -7200), ("2019-02-17T02:00:00Z", -10_800)])

  /// Skipped 23:30 to 00:30.
  static let toronto = SampleZone(
    name: "America/Toronto", first: -18_000,
    changes: [("1919-03-31T04:30:00Z", -14_400), ("1919-10-26T04:00:00Z", -18_000)])

  /// One minute past midnight fell back to the evening before.
  static let stJohns = SampleZone(
    name: "America/St_Johns", first: -12_600,
    changes: [("2009-03-08T03:31:00Z", -9000), ("2009-11-01T02:31:00Z", -12_600)])

  static let all = [
    berlin, newYork, lordHowe, sydney, apia, sitka, saoPaulo, toronto, stJohns,
  ]
}
