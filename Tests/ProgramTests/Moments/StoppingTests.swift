import Foundation
import Testing

/// Whoever stops halfway is told what stays, and what is not done.
@Suite struct StoppingTests {
  private func reviewed(_ answers: [String]) async throws -> (Outcome, Household) {
    var household = try await Household.begun()
    for title in ["half an hour", "an hour"] {
      try await household.succeeds(Household.proposal(title, by: "Mei"))
      try await household.succeeds(["accept", "--yes", "--as", "Lin"])
    }
    household.program.environment["ACCORD_NOW"] = "2026-12-06T12:00:00+08:00"
    let outcome = try await household.program.runOnTerminal(
      ["review", "--as", "Mei"], answers: answers)
    return (outcome, household)
  }

  private func waiting(_ household: Household) async throws -> Int {
    struct Document: Decodable {
      struct Item: Decodable { let kind: String }
      let items: [Item]
    }
    return try await household.succeeds(["today", "--as", "Mei", "--json"]).json(Document.self)
      .items.count { $0.kind == "review" }
  }

  @Test(arguments: [
    (["1", Typing.interrupt], 130, 2, "stopped; nothing was changed"),
    (["1", "", "1", Typing.interrupt], 130, 2, "stopped; nothing was changed"),
    (["1", "1", "1", Typing.interrupt], 130, 1, "what you answered before is kept, this one"),
    (["1", "1", "1"], 64, 1, "what you answered before is kept, this one"),
  ])
  func `a walk that stops says what is answered`(
    answers: [String], status: Int32, waits: Int, said: String
  ) async throws {
    let (outcome, household) = try await reviewed(answers)
    #expect(outcome.status == .exited(status), "\(outcome)")
    #expect(outcome.output.contains(said), "\(outcome)")
    #expect(try await waiting(household) == waits)
  }

  @Test func `what an answer came to is said before the next one is asked for`() async throws {
    let (outcome, _) = try await reviewed(["1", "let go", "1", "keep"])
    let ended = try #require(outcome.output.range(of: "You no longer agree to this."))
    let last = try #require(outcome.output.range(of: "Did it help?", options: .backwards))
    #expect(outcome.status == 0 && ended.upperBound < last.lowerBound, "\(outcome)")
  }

  @Test func `a password that was set stays, whatever follows it`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("half an hour", by: "Mei"))
    let outcome = try await household.program.runOnTerminal(
      ["accept"], answers: ["pear tree", "pear tree", Typing.interrupt])
    #expect(outcome.status == 130, "\(outcome)")
    #expect(outcome.output.contains("what you did before stays"), "\(outcome)")
    try await household.refuses(["accept", "--yes", "--as", "Lin"], 77, "locked")
  }

  @Test func `what is only suggested cannot end, and the way out of it is named`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("half an hour", by: "Mei"))
    for (name, way) in [("Mei", "accord withdraw"), ("Lin", "accord decline")] {
      let outcome = try await household.program.run(["end", "half", "--as", name])
      #expect(outcome.status == 1 && outcome.error.contains(way), "\(outcome)")
    }
  }
}
