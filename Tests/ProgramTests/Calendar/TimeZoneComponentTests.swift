import Fixtures
import Foundation
import Testing

@testable import accord

/// The zones of a calendar, as the program tells them and as dateutil reads them.
@Suite(.enabled(if: CalendarReader.isExpected, "no calendar programs here"))
struct TimeZoneComponentTests {
  /// One of each kind: north, south, half an hour, Ireland, none, one without a rule that can be
  /// told, one with a month of winter in spring, a fixed one, UTC itself.
  private static let usual = [
    "Europe/Berlin", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe",
    "Europe/Dublin", "Asia/Shanghai", "Asia/Kathmandu", "Africa/Cairo", "America/Nuuk",
    "America/Santiago", "Asia/Gaza", "Africa/Casablanca", "Etc/GMT+5", "UTC",
  ]

  private static func known() throws -> [String] {
    try String(contentsOfFile: "/usr/share/zoneinfo/zone1970.tab", encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { String($0.split(separator: "\t")[2]) }
  }

  @Test func `from now on for ten years a zone is told as this computer knows it`() async throws {
    let household = try await Household.begun()
    var generator = Seed.generator
    let drawn = try Self.known().shuffled(using: &generator).prefix(20)
    var files: [String] = []
    for zone in Set(Self.usual + drawn) {
      // Without events it is the reader's own zone that is told.
      let told = try await household.succeeds(["calendar"], environment: ["TZ": zone])
      #expect(told.output.contains("\r\nTZID:\(zone)\r\n"), "\(told)")
      files.append(
        try household.sandbox.write(
          told.output, to: zone.replacing("/", with: "+") + ".ics"))
    }
    let read = try await CalendarReader.script(
      "zones.py", ["2026-11-21", "2037-01-01"] + files, in: household.sandbox)
    #expect(read.error == "\(files.count)\n")
    #expect(read.output == "", "\(Seed.replay)")
  }

  @Test(arguments: [
    (
      "Europe/Berlin", ["FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"], 2
    ),
    (
      "America/New_York", ["FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"], 2
    ),
    (
      "Australia/Sydney", ["FREQ=YEARLY;BYMONTH=10;BYDAY=1SU", "FREQ=YEARLY;BYMONTH=4;BYDAY=1SU"], 2
    ),
    // The day after the last Thursday of October is no weekday's place in its month. Two changes in
    // each of eleven years, and what was before.
    ("Africa/Cairo", [], 23), ("Asia/Shanghai", [], 1),
  ])
  func `a clock changed by one rule throughout is told by it`(
    zone: String, rules: [String], parts: Int
  ) async throws {
    let told = try await Household.begun().succeeds(["calendar"], environment: ["TZ": zone])
    let read = ReadCalendar(told.outputBytes).properties
    #expect(read.filter { $0.name == "RRULE" }.map(\.value) == rules)
    #expect(read.count { $0.name == "TZOFFSETTO" } == parts)
  }
}
