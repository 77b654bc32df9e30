import Foundation
import Testing

@testable import accord

struct CalendarCommandTests {
  struct Document: Decodable {
    let calendar: String
    let leftOut: [String]
  }

  private static let talk = [
    "check-in", "Sunday talk", "--every", "weekly", "--on", "sunday", "--at", "20:00",
  ]

  // MARK: What is in it

  @Test func `talks, rituals that come round and days to look again are events`() async throws {
    let household = try await Household.begun()
    try await household.agrees(Self.talk)
    try await household.agrees(["ritual", "Walk", "--every", "daily", "--at", "07:30"])
    try await household.agrees(["ritual", "Letter", "--every", "monthly", "--on", "31"])
    try await household.agrees(["ritual", "Hug", "--when", "one comes home", "--then", "a hug"])
    let events = try await household.events()
    #expect(
      events.map { "\($0.summary) \($0["RRULE"] ?? "once")" } == [
        "Sunday talk FREQ=WEEKLY;BYDAY=SU", "Walk FREQ=DAILY",
        "Letter FREQ=MONTHLY;BYMONTHDAY=-1", "Look again: Sunday talk once",
        "Look again: Walk once", "Look again: Letter once", "Look again: Hug once",
      ])
    #expect(
      events.prefix(4).map { [$0["TRANSP"], $0["TRIGGER"], $0["DURATION"]] } == [
        ["OPAQUE", "-PT15M", "PT20M"], ["TRANSPARENT", "PT0S", "PT15M"],
        ["TRANSPARENT", "PT9H", nil], ["TRANSPARENT", "PT9H", nil],
      ])
    #expect(events.allSatisfy { $0["CLASS"] == "PRIVATE" })
    #expect(events[0]["DTSTART;TZID=Asia/Shanghai"] == "20261122T200000")
    #expect(events[1]["DTSTART;TZID=Asia/Shanghai"] == "20261121T073000")
    #expect(events[2]["DTSTART;VALUE=DATE"] == "20261130")
    #expect(events[0]["DESCRIPTION"] == "Every Sunday at 20:00 we talk for 20 minutes.")
  }

  @Test func `S13: nothing is in the calendar that is not in force for both`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(["propose"] + Self.talk + ["--as", "Mei"])
    try await household.agrees(["ritual", "Ended", "--every", "daily"])
    try await household.succeeds(["end", "Ended", "--as", "Lin"])
    try await household.succeeds([
      "boundary", "add", "Mine", "--when", "it gets loud", "--then", "I leave", "--as", "Mei",
      "--yes",
    ])
    let added = try await household.program.run(
      ["need", "add", "--as", "Mei"], input: "an evening for myself\n")
    try #require(added.status == 0, "\(added)")
    let calendar = try await household.succeeds(["calendar"]).output
    #expect(!calendar.contains("VEVENT"))
    for text in ["Sunday", "Ended", "Mine", "loud", "evening", "Mei", "Lin"] {
      #expect(!calendar.contains(text))
    }
  }

  @Test func `the same event has the same name, whatever becomes of it`() async throws {
    var household = try await Household.begun()
    try await household.agrees(Self.talk)
    let before = try await household.events()
    try await household.succeeds(["amend", "Sunday", "--at=19:00", "--as", "Mei", "--yes"])
    try await household.succeeds(["accept", "Sunday", "--as", "Lin", "--yes"])
    household.program.environment["ACCORD_NOW"] = "2026-11-22T12:00:00+08:00"
    let after = try await household.events()
    #expect(before.map(\.uid) == after.map(\.uid))
    #expect(Set(after.map(\.uid)).count == 2)
    #expect(before.map { $0["DTSTAMP"] } == ["20261121T040000Z", "20261121T040000Z"])
    #expect(after.map { $0["DTSTAMP"] } == ["20261122T040000Z", "20261122T040000Z"])
  }

  // MARK: Days to look again

  @Test(arguments: [
    // Due on the 5th, a Saturday; the talk is on Sundays.
    ("2026-11-21T12:00:00+08:00", "20261206"), ("2026-12-06T23:00:00+08:00", "20261206"),
    ("2026-12-07T12:00:00+08:00", "20261213"), ("2027-03-01T12:00:00+08:00", "20270307"),
  ])
  func `one looks again when the next talk is`(now: String, day: String) async throws {
    var household = try await Household.begun()
    try await household.agrees(Self.talk)
    household.program.environment["ACCORD_NOW"] = now
    let review = try #require(try await household.events().last)
    #expect(review["DTSTART;VALUE=DATE"] == day)
  }

  @Test(arguments: [
    ("2026-11-21T12:00:00+08:00", "20261205"), ("2026-12-07T12:00:00+08:00", "20261207"),
  ])
  func `without a talk it is the day it is due, or today`(now: String, day: String) async throws {
    var household = try await Household.begun()
    try await household.agrees(["cool-down", "Stop", "--minutes", "30"])
    household.program.environment["ACCORD_NOW"] = now
    let review = try #require(try await household.events().last)
    #expect(review["DTSTART;VALUE=DATE"] == day)
    #expect(review.summary == "Look again: Stop")
  }

  // MARK: How it is written

  @Test(arguments: TextTests.texts.filter { !$0.hasPrefix("-") })
  func `whatever a partner wrote, the lines are whole and nothing raw is in them`(
    text: String
  ) async throws {
    let household = try await Household.begun()
    try await household.agrees(["ritual", text, "--every=daily", "--at=20:00", "--then=\(text)"])
    let calendar = ReadCalendar(try await household.succeeds(["calendar"]).outputBytes)
    #expect(calendar.isWellFormed)
    let events = calendar.events
    #expect(events.count == 2)
    #expect(Array(events[0].summary.utf8) == Array(text.visible.utf8))
  }

  @Test(arguments: [("en", "no legal document", "Ours"), ("zh", "不是法律文件", "我们的约定")])
  func `S20: the calendar says that it is no legal document, and may be left at any time`(
    language: String, words: String, name: String
  ) async throws {
    let told = try await Household.begun().succeeds(["calendar", "--lang", language]).output
    let unfolded = told.replacing("\r\n ", with: "")
    #expect(unfolded.contains(words))
    #expect(unfolded.contains(language == "en" ? "at any time" : "随时"))
    #expect(unfolded.contains("\r\nX-WR-CALNAME:\(name)\r\n"))
    #expect(unfolded.contains("\r\nPRODID:-//Accord//Accord//EN\r\n"))
  }

  @Test func `as JSON it is the same text, and nothing is said beside it`() async throws {
    let household = try await Household.begun()
    for _ in 0..<2 {
      let plain = try await household.succeeds(["calendar"])
      let outcome = try await household.succeeds(["calendar", "--json"])
      #expect(outcome.error == "")
      let document = try outcome.json(Document.self)
      #expect(document.calendar == plain.output && document.leftOut == [])
      try await household.agrees(Self.talk)
    }
  }

  // MARK: What is said beside it

  @Test
  func `an empty calendar is told to be empty, one with something in a pipe is not remarked on`()
    async throws
  {
    let household = try await Household.begun()
    let empty = try await household.succeeds(["calendar"])
    #expect(empty.error.split(separator: "\n").count == 1)
    #expect(empty.error.contains("empty"))
    try await household.agrees(Self.talk)
    #expect(try await household.succeeds(["calendar"]).error == "")
  }

  @Test func `at a terminal it is shown, and then how to keep it in a file`() async throws {
    let household = try await Household.begun()
    try await household.agrees(Self.talk)
    let shown = try await household.program.runOnTerminal(["calendar"])
    let lines = shown.output.split(whereSeparator: \.isNewline)
    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(lines.suffix(2).first == "END:VCALENDAR")
    #expect(lines.last == "To keep it in a file: accord calendar > ours.ics")
  }

  @Test func `what is in a zone this computer does not know is left out, and told`() async throws {
    let household = try await Household.begun()
    try await household.agrees(Self.talk, in: "Europe/Berlin")
    try await household.agrees(["ritual", "Walk", "--every", "daily"], in: "Europe/Berlin")
    let zones = household.sandbox.path("zoneinfo")
    try FileManager.default.createDirectory(
      atPath: zones + "/Asia", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "/usr/share/zoneinfo/Asia/Shanghai", toPath: zones + "/Asia/Shanghai")
    let environment = ["TZDIR": zones]
    let outcome = try await household.succeeds(["calendar"], environment: environment)
    #expect(outcome.error.split(separator: "\n").count == 1)
    #expect(outcome.error.hasPrefix("\"Sunday talk\" is left out: "))
    #expect(outcome.error.contains("Europe/Berlin"))
    #expect(!outcome.output.contains("Europe/Berlin\r\n"))
    // A whole day needs no clock, and neither does looking again.
    let events = try await household.events(environment: environment)
    #expect(events.map(\.summary) == ["Walk", "Look again: Sunday talk", "Look again: Walk"])
    let document = try await household.succeeds(["calendar", "--json"], environment: environment)
      .json(Document.self)
    #expect(document.leftOut == (try await household.list().prefix(1).map(\.id)))
  }
}

extension Household {
  /// The events of the calendar, as a plain reader finds them.
  func events(environment: [String: String?] = [:]) async throws -> [ReadEvent] {
    ReadCalendar(try await succeeds(["calendar"], environment: environment).outputBytes).events
  }
}
