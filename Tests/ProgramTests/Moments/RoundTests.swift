import Foundation
import Testing

/// One talk after another: a day that is let pass, and what was opened when the next one is
/// prepared.
@Suite struct RoundTests {
  private static let sunday: [String: String?] = ["ACCORD_NOW": "2026-11-22T20:30:00+08:00"]

  private func prepareBoth(
    _ household: Household, _ talk: [String] = ["checkin", "prepare"]
  ) async throws {
    for (name, text) in [("Mei", "tea"), ("Lin", "soup")] {
      try await household.succeeds(talk + ["--as", name], saying: text)
    }
  }

  @Test func `a day is let pass once, for both, and the next one is named`() async throws {
    let household = try await Household.talkingOnSundays()
    struct Skipped: Decodable {
      let skipped: String
      let next: String
    }
    let first = try await household.succeeds(["checkin", "skip", "--as", "Lin", "--json"])
    #expect(try first.json(Skipped.self).skipped == "2026-11-22")
    #expect(try first.json(Skipped.self).next == "2026-11-29")
    let sunday: [String: String?] = ["ACCORD_NOW": "2026-11-22T09:00:00+08:00"]
    let quiet = try await household.succeeds(["today"], environment: sunday)
    #expect(quiet.output.isEmpty)
  }

  @Test func `said again it lets the same talk pass, and names it`() async throws {
    let household = try await Household.talkingOnSundays()
    for name in ["Mei", "Mei", "Lin"] {
      let said = try await household.succeeds(["checkin", "skip", "--as", name]).output
      #expect(said == "Not this time: Sunday 22 November, 20:00. Next: Sunday 29 November, 20:00\n")
    }
  }

  @Test func `a talk that was held is not let pass, and one that both prepared is told of`()
    async throws
  {
    let household = try await Household.talkingOnSundays()
    try await household.succeeds(["checkin", "skip", "--as", "Lin"])
    try await prepareBoth(household)
    let due = try await household.succeeds(["today"], environment: Self.sunday).output
    #expect(due.hasPrefix("talk\t"), "\(due)")
    try await household.succeeds(["checkin", "open"], environment: Self.sunday)
    #expect(try await household.succeeds(["today"], environment: Self.sunday).output == "")
    let held = try await household.succeeds(
      ["checkin", "skip", "--as", "Mei"], environment: Self.sunday
    ).output
    #expect(held == "Today's talk is behind you already. Next: Sunday 29 November, 20:00\n")
  }

  @Test func `the next talk is tonight's while that is still to come`() async throws {
    let household = try await Household.talkingOnSundays()
    func next(at time: String) async throws -> String? {
      try await household.succeeds(
        ["checkin", "open"], environment: ["ACCORD_NOW": "2026-11-22T\(time):00+08:00"]
      ).output.split(separator: "\n").last.map(String.init)
    }
    #expect(try await next(at: "19:59") == "Next: Sunday 22 November, 20:00")
    #expect(try await next(at: "20:00") == "Next: Sunday 29 November, 20:00")
  }

  @Test(arguments: [["checkin", "prepare"], ["repair"]])
  func `who writes for the next time takes nothing from what is open`(talk: [String]) async throws {
    let household = try await Household.talkingOnSundays()
    try await prepareBoth(household, talk)
    let open = [talk[0], "open"]
    let first = try await household.succeeds(open).output
    #expect(first.contains("Mei: tea") && first.contains("Lin: soup"), "\(first)")
    try await household.succeeds(talk + ["--as", "Mei"], saying: "bread")
    #expect(try await household.succeeds(open).output == first)
    try await household.succeeds(talk + ["--as", "Lin"], saying: "rice")
    let second = try await household.succeeds(open).output
    #expect(second.contains("Mei: bread") && !second.contains("tea"), "\(second)")
  }

  @Test func `the day to look again is the same wherever it stands`() async throws {
    let household = try await Household.talkingOnSundays()
    try await household.succeeds(Household.proposal("half an hour", by: "Mei"))
    try await household.succeeds(["accept", "--yes", "--as", "Lin"])
    // Due on 5 December, a Saturday; the talk is the day after.
    let shown = try await household.succeeds(["show", "half"]).output
    #expect(shown.contains("look again on 6 December"), "\(shown)")
    let page = try await household.succeeds(["report", "--markdown"]).output
    #expect(page.contains("6 December") && !page.contains("5 December"), "\(page)")
    #expect(try await household.succeeds(["calendar"]).output.contains("VALUE=DATE:20261206"))
    let saturday: [String: String?] = ["ACCORD_NOW": "2026-12-05T12:00:00+08:00"]
    let listed = try await household.program.runOnTerminal(["list"], environment: saturday)
    #expect(listed.output.contains("look again tomorrow"), "\(listed)")
    #expect(try await household.succeeds(["today"], environment: saturday).output == "")
    for name in ["Mei", "Lin"] {
      try await household.succeeds(
        ["review", "half", "--keep", "--as", name], environment: saturday)
    }
    // Thirty days on is 4 January; the talk is on the 10th.
    let next = try await household.succeeds(["show", "half"], environment: saturday).output
    #expect(next.contains("look again on 10 January 2027"), "\(next)")
  }
}
