import Foundation
import Testing

/// S5: reading leaves no trace.
@Suite struct ReadingTests {
  @Test func `S5: no command that reads changes anything in the store or the home`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("半小时", by: "Mei"))
    try await household.succeeds(["accept", "--as", "Lin", "--yes"])
    try await household.succeeds(Household.proposal("forty", by: "Lin"))
    try await household.succeeds(["amend", "半小时", "--minutes", "40", "--as", "Mei"])
    try await household.succeeds(Household.proposal("gone", by: "Lin"))
    try await household.succeeds(["decline", "gone", "--as", "Mei"])

    let store = try Snapshot(of: household.store)
    let home = try Snapshot(of: household.sandbox.home)
    for command in Self.reading {
      for more in [[], ["--json"], ["--as", "Lin", "--lang", "zh"]] {
        // Scripts and help have no other form.
        if command.first == "---completion" || command.contains("--help"), !more.isEmpty {
          continue
        }
        let outcome = try await household.program.run(command + more)
        #expect(outcome.status == 0, "\(command + more) \(outcome)")
        #expect(try Snapshot(of: household.store) == store, "\(command + more)")
        #expect(try Snapshot(of: household.sandbox.home) == home, "\(command + more)")
      }
      let shown = try await household.program.runOnTerminal(command)
      #expect(shown.status == 0, "\(command) \(shown)")
      #expect(try Snapshot(of: household.store) == store, "\(command)")
      #expect(try Snapshot(of: household.sandbox.home) == home, "\(command)")
    }
  }

  @Test(arguments: [
    // In a pause, at its return, an hour later, and once it is to be erased.
    "2026-11-21T12:10:00+08:00", "2026-11-21T12:31:00+08:00", "2026-11-21T14:00:00+08:00",
    "2026-11-24T12:00:00+08:00",
  ])
  func `S5 nor does one that tells of a moment, or that one has passed`(now: String) async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("半小时", by: "Mei"))
    for talk in [["checkin", "prepare"], ["repair"]] {
      for name in ["Mei", "Lin"] {
        try await household.succeeds(talk + ["--as", name], saying: "a walk")
      }
      try await household.succeeds([talk[0], "open"])
    }
    try await household.succeeds(["pause"])
    let store = try Snapshot(of: household.store)
    let environment = ["ACCORD_NOW": now]
    let opened = now.hasPrefix("2026-11-21T14") ? [["checkin", "open"], ["repair", "open"]] : []
    let other = [["pause", "status"], ["today"], ["list"], ["log"], ["doctor"], ["calendar"]]
    for command in opened + other + [["report", "--markdown"], []] {
      let outcome = try await household.program.run(command, environment: environment)
      #expect(outcome.status == 0, "\(command) \(outcome)")
      let shown = try await household.program.runOnTerminal(command, environment: environment)
      // It asks for one thing each, and nobody answers.
      let asks = command == ["checkin", "open"]
      #expect(shown.status == (asks ? 64 : 0), "\(command) \(shown)")
      #expect(try Snapshot(of: household.store) == store, "\(command)")
    }
  }

  @Test func `what is refused changes nothing in the store`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("half an hour", by: "Mei"))
    let store = try Snapshot(of: household.store)
    try await household.refuses(["accept", "half an hour", "--as", "Mei"], 1, "own-proposal")
    try await household.refuses(["end", "half an hour", "--as", "Lin"], 1, "not-in-force")
    try await household.refuses(["show", "nothing of that name"], 64, "no-match")
    try await household.refuses(["init", "Mei", "Lin"], 1, "already-there")
    try await household.refuses(Household.proposal("half an hour", by: "Nobody"), 64, "who")
    #expect(try Snapshot(of: household.store) == store)
  }

  private static let reading: [[String]] = [
    [], ["today"], ["list"], ["list", "--all"], ["list", "--kind", "cool-down"],
    ["list", "--status", "declined"], ["show", "半小时"], ["show", "半小时", "--diff"],
    ["show", "gone"], ["log"], ["log", "forty"], ["say"], ["doctor"], ["safety"],
    ["completions", "bash"],
    ["completions", "zsh"], ["completions", "fish"], ["manual"], ["--help"], ["propose", "--help"],
    ["report", "--markdown"], ["report", "--html", "-"], ["calendar"], ["pause", "status"],
  ]
}
