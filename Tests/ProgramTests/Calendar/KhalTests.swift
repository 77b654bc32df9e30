import Testing

/// What a calendar program shows: `khal`, which knows nothing of us.
@Suite(.enabled(if: CalendarReader.isExpected, "no calendar programs here"))
struct KhalTests {
  /// Two talks by two clocks, a ritual, and a day to look again.
  private static func household() async throws -> Household {
    let household = try await Household.begun()
    try await household.agrees(
      ["check-in", "Sunday talk", "--every", "weekly", "--on", "sunday", "--at", "20:00"],
      in: "Europe/Berlin")
    try await household.agrees(
      ["check-in", "Call", "--every=2-weeks", "--on=wednesday", "--at=21:00", "--length=30"],
      in: "America/New_York")
    try await household.agrees(
      ["ritual", "周五晚上是我们的", "--every", "每周", "--on", "周五", "--at", "19:30"],
      in: "Asia/Shanghai")
    try await household.agrees(["ritual", "Letter", "--every", "monthly", "--on", "31"])
    return household
  }

  /// In March 2027 the clocks of New York go forward on the 14th, those of Berlin on the 28th.
  private static let march: [(zone: String, lines: [String])] = [
    (
      "Europe/Berlin",
      [
        "2027-03-12 12:30 to 2027-03-12 12:45: 周五晚上是我们的",
        "2027-03-14 20:00 to 2027-03-14 20:20: Sunday talk",
        "2027-03-18 02:00 to 2027-03-18 02:30: Call",
        "2027-03-19 12:30 to 2027-03-19 12:45: 周五晚上是我们的",
        "2027-03-21 20:00 to 2027-03-21 20:20: Sunday talk",
        "2027-03-26 12:30 to 2027-03-26 12:45: 周五晚上是我们的",
        "2027-03-28 20:00 to 2027-03-28 20:20: Sunday talk",
        "2027-03-31 to 2027-03-31: Letter",
        "2027-04-01 03:00 to 2027-04-01 03:30: Call",
      ]
    ),
    (
      "Asia/Shanghai",
      [
        "2027-03-12 19:30 to 2027-03-12 19:45: 周五晚上是我们的",
        "2027-03-15 03:00 to 2027-03-15 03:20: Sunday talk",
        "2027-03-18 09:00 to 2027-03-18 09:30: Call",
        "2027-03-19 19:30 to 2027-03-19 19:45: 周五晚上是我们的",
        "2027-03-22 03:00 to 2027-03-22 03:20: Sunday talk",
        "2027-03-26 19:30 to 2027-03-26 19:45: 周五晚上是我们的",
        "2027-03-29 02:00 to 2027-03-29 02:20: Sunday talk",
        "2027-03-31 to 2027-03-31: Letter",
        "2027-04-01 09:00 to 2027-04-01 09:30: Call",
      ]
    ),
  ]

  @Test(arguments: march)
  func `khal shows each by its own clock when another's is changed`(
    zone: String, lines: [String]
  ) async throws {
    let household = try await Self.household()
    let file = try await household.calendar()
    let shown = try await CalendarReader.khal(
      readingIn: zone, [file], from: "2027-03-09", through: "2027-04-01", in: household.sandbox)
    #expect(shown == lines)
  }

  @Test func `what is read again takes the place of what was there`() async throws {
    var household = try await Self.household()
    let first = try await household.calendar()
    let change = ["amend", "Sunday", "--at", "19:00", "--as", "Mei", "--yes"]
    try await household.succeeds(change)
    try await household.succeeds(["accept", "Sunday", "--as", "Lin", "--yes"])
    household.program.environment["ACCORD_NOW"] = "2026-11-22T12:00:00+08:00"
    let second = try await household.calendar()
    let shown = try await CalendarReader.khal(
      readingIn: "Europe/Berlin", [first, second], from: "2026-12-05", through: "2026-12-08",
      in: household.sandbox)
    #expect(
      shown.sorted() == [
        "2026-12-06 19:00 to 2026-12-06 19:20: Sunday talk",
        "2026-12-07 to 2026-12-07: Look again: Call",
        "2026-12-07 to 2026-12-07: Look again: Letter",
        "2026-12-07 to 2026-12-07: Look again: Sunday talk",
        "2026-12-07 to 2026-12-07: Look again: 周五晚上是我们的",
      ])
  }

  @Test func `khal reads a calendar without events`() async throws {
    let household = try await Household.begun()
    let shown = try await CalendarReader.khal(
      readingIn: "Asia/Shanghai", [try await household.calendar()], from: "2026-11-21",
      through: "2027-11-21", in: household.sandbox)
    #expect(shown == [])
  }
}

extension Household {
  /// Suggests it as Mei, by the clock of a zone, and says yes to it as Lin.
  func agrees(_ proposal: [String], in zone: String = "Asia/Shanghai") async throws {
    try await succeeds(["propose"] + proposal + ["--as", "Mei"], environment: ["TZ": zone])
    try await succeeds(["accept", proposal[1], "--as", "Lin", "--yes"])
  }

  /// The path of a file with the calendar as it is now.
  func calendar() async throws -> String {
    let name = "ours-\(UInt64.random(in: 0...UInt64.max)).ics"
    return try sandbox.write(try await succeeds(["calendar"]).output, to: name)
  }
}
