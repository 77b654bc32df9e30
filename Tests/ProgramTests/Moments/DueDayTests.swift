import Foundation
import Testing

/// What is due by the clocks of several places: through changes of the clock, the ends of months,
/// leap days and midnight.
@Suite struct DueDayTests {
  /// What was agreed, where and when somebody looks, and what is due then.
  struct Case: CustomTestStringConvertible {
    let name: String
    var at = "Europe/Berlin"
    let every: [String]
    let now: String
    var seenFrom: String?
    /// What `today` says, without its heading and its hints; nil where nothing is due.
    let due: String?

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "the evening before the clock goes forward", every: ["weekly", "sunday", "02:30"],
      now: "2027-03-27T12:00:00+01:00", due: nil),
    Case(
      name: "a time that is skipped comes an hour later by the clock",
      every: ["weekly", "sunday", "02:30"], now: "2027-03-28T00:30:00+01:00",
      due: "Today at 03:30, a talk of about 20 minutes"),
    Case(
      name: "a time shown twice is the first", every: ["weekly", "sunday", "02:30"],
      now: "2027-10-31T01:00:00+02:00", due: "Today at 02:30, a talk of about 20 minutes"),
    Case(
      name: "the last day of a short month", every: ["monthly", "31", "20:00"],
      now: "2027-02-28T09:00:00+01:00", due: "Tonight at 20:00, a talk of about 20 minutes"),
    Case(
      name: "the day before it", every: ["monthly", "31", "20:00"],
      now: "2027-02-27T23:59:59+01:00", due: nil),
    Case(
      name: "a leap day", every: ["monthly", "29", ""], now: "2028-02-29T09:00:00+01:00",
      due: "Today, a talk of about 20 minutes"),
    Case(
      name: "the same in a year without one", every: ["monthly", "29", ""],
      now: "2027-02-28T09:00:00+01:00", due: "Today, a talk of about 20 minutes"),
    Case(
      name: "the last second of the day", every: ["daily", "", "00:00"],
      now: "2026-12-01T23:59:59+01:00", due: "Today, a talk of about 20 minutes"),
    Case(
      name: "Monday morning there is Sunday evening here", at: "Asia/Shanghai",
      every: ["weekly", "monday", "08:00"], now: "2026-12-06T12:00:00-05:00",
      seenFrom: "America/New_York", due: "Tonight at 19:00, a talk of about 20 minutes"),
    Case(
      name: "and on Monday it is over", at: "Asia/Shanghai", every: ["weekly", "monday", "08:00"],
      now: "2026-12-07T12:00:00-05:00", seenFrom: "America/New_York", due: nil),
    Case(
      name: "every other week counts from its own Monday", every: ["2-weeks", "sunday", "20:00"],
      now: "2026-12-06T09:00:00+01:00", due: "Tonight at 20:00, a talk of about 20 minutes"),
    Case(
      name: "and leaves the week between out", every: ["2-weeks", "sunday", "20:00"],
      now: "2026-11-29T09:00:00+01:00", due: nil),
  ]

  @Test(arguments: cases)
  func `what comes round is due on the reader's day`(case one: Case) async throws {
    var household = try await Household.begun()
    household.program.environment["TZ"] = one.at
    let flags = zip(["--every", "--on", "--at"], one.every).filter { !$1.isEmpty }
    try await household.succeeds(
      ["propose", "check-in", "--as", "Mei", "--review-in", "365"] + flags.flatMap { [$0, $1] })
    try await household.succeeds(["accept", "--yes", "--as", "Lin"])
    let shown = try await household.program.runOnTerminal(
      ["today"],
      environment: ["ACCORD_NOW": one.now, "TZ": one.seenFrom ?? one.at])
    #expect(shown.status == 0, "\(shown)")
    let lines = shown.output.split(whereSeparator: \.isNewline).dropFirst()
    let first = try #require(lines.first.map(String.init))
    if let due = one.due {
      #expect(first == due, "\(shown)")
    } else {
      #expect(first.hasPrefix("Nothing needs you today."), "\(shown)")
    }
  }

  @Test(
    arguments: [
      // Half an hour is half an hour, whatever the clock shows.
      ("2027-03-28T01:45:00+01:00", "--for", "30m", "Back at 03:15."),
      ("2027-10-31T02:45:00+02:00", "--for", "30m", "Back at 02:15."),
      ("2027-03-28T01:45:00+01:00", "--until", "02:30", "Back at 03:30."),
      ("2027-10-31T01:45:00+02:00", "--until", "02:30", "Back at 02:30."),
      ("2026-12-31T23:50:00+01:00", "--for", "30m", "Back tomorrow at 00:20."),
      ("2028-02-28T23:50:00+01:00", "--until", "0:10", "Back tomorrow at 00:10."),
      ("2027-03-27T12:00:00+01:00", "--for", "24h", "Back tomorrow at 13:00."),
      ("2026-11-21T12:00:00+01:00", "--until", "11:59", "Back tomorrow at 11:59."),
      ("2026-11-21T12:00:00+01:00", "", "45m", "Back at 12:45."),
      ("2026-11-21T12:00:00+01:00", "", "21:00", "Back at 21:00."),
      ("2026-11-21T12:00:00+01:00", "", "半小时", "Back at 12:30."),
      ("2026-11-21T12:00:00+01:00", "", "晚上9点", "Back at 21:00."),
    ])
  func `a pause ends by the clock on the wall`(
    now: String, flag: String, time: String, back: String
  ) async throws {
    let household = try await Household.begun()
    let environment: [String: String?] = ["ACCORD_NOW": now, "TZ": "Europe/Berlin"]
    let words = ["pause", flag, time].filter { !$0.isEmpty }
    let outcome = try await household.succeeds(words, environment: environment)
    #expect(outcome.output.contains(back), "\(outcome)")
  }

  @Test func `S3, S10 a proposal that would lapse over a leap day waits out the pause`()
    async throws
  {
    let household = try await Household.begun()
    func at(_ time: String) -> [String: String?] { ["ACCORD_NOW": time] }
    try await household.succeeds(
      Household.proposal("Stop", by: "Mei"), environment: at("2028-02-15T12:00:00+08:00"))
    // Two weeks later, to the second, is the leap day at noon.
    try await household.succeeds(["pause"], environment: at("2028-02-29T11:50:00+08:00"))
    struct Listed: Decodable {
      struct One: Decodable { let status: String }
      let agreements: [One]
    }
    for (time, status) in [
      ("2028-02-29T12:00:01+08:00", "proposed"), ("2028-03-02T12:19:59+08:00", "proposed"),
      ("2028-03-02T12:20:01+08:00", "lapsed"),
    ] {
      let list = try await household.succeeds(
        ["list", "--all", "--json"], environment: at(time))
      #expect(try list.json(Listed.self).agreements.map(\.status) == [status], "\(time)")
    }
    try await household.succeeds(
      ["accept", "--yes", "--as", "Lin"], environment: at("2028-03-02T12:00:00+08:00"))
    let list = try await household.succeeds(
      ["list", "--json"], environment: at("2028-03-10T12:00:00+08:00"))
    #expect(try list.json(Listed.self).agreements.map(\.status) == ["active"])
  }
}
