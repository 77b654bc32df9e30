import Foundation
import Testing

/// S24: a password of one's own, offered where it matters first.
@Suite struct FirstAnswerTests {
  private static let offer = "choose a password of your own"

  private static func begun() async throws -> Household {
    let household = try await Household.begun()
    for (title, name) in [("one", "Mei"), ("two", "Mei"), ("three", "Lin")] {
      try await household.succeeds(Household.proposal(title, by: name))
    }
    return household
  }

  @Test func `S24 a password is offered at each partner's first answer`() async throws {
    let household = try await Self.begun()
    let first = try await household.program.runOnTerminal(
      ["accept", "one", "--as", "Lin"], answers: ["plum tree", "plum tree", "1"])
    #expect(first.status == 0 && first.output.contains("Lin, \(Self.offer)"), "\(first)")
    #expect(!first.output.contains("plum"))
    #expect(try household.keys(of: "Lin") == nil)
    let keys = try #require(try household.keys(of: "Lin", password: "plum tree"))

    // The next answer takes it, and the other partner is offered one of their own.
    try household.lock(keys, with: "plum")
    let next = try await household.program.runOnTerminal(
      ["accept", "two", "--as", "Lin"], answers: ["1", "plum"])
    #expect(next.status == 0 && !next.output.contains(Self.offer), "\(next)")
    let other = try await household.program.runOnTerminal(
      ["accept", "three", "--as", "Mei"], answers: ["", "1"])
    #expect(other.status == 0 && other.output.contains("Mei, \(Self.offer)"), "\(other)")
    #expect(try household.keys(of: "Mei") != nil)
  }

  @Test func `it is offered once, and not to who has one`() async throws {
    let household = try await Self.begun()
    let none = try await household.program.runOnTerminal(
      ["decline", "one", "--as", "Lin"], answers: ["", ""])
    #expect(none.status == 0 && none.output.contains(Self.offer), "\(none)")
    let again = try await household.program.runOnTerminal(
      ["accept", "two", "--as", "Lin"], answers: ["1"])
    #expect(again.status == 0 && !again.output.contains(Self.offer), "\(again)")

    try household.lock("Mei", with: "pear tree")
    let locked = try await household.program.runOnTerminal(
      ["accept", "three", "--as", "Mei"], answers: ["1", "pear tree"])
    #expect(locked.status == 0 && !locked.output.contains(Self.offer), "\(locked)")
  }

  @Test func `nothing is offered with --yes, with --no-input, or off a terminal`() async throws {
    let household = try await Self.begun()
    let yes = try await household.program.runOnTerminal(["accept", "one", "--as", "Lin", "--yes"])
    #expect(yes.status == 0 && !yes.output.contains(Self.offer), "\(yes)")
    #expect(yes.output.contains("A password: accord lock"))
    let still = try await household.program.runOnTerminal(
      ["decline", "three", "--as", "Mei", "--no-input"])
    #expect(still.status == 0 && !still.output.contains(Self.offer), "\(still)")
    let piped = try await household.program.run(["accept", "two", "--as", "Lin", "--yes"])
    #expect(piped.status == 0 && piped.error.isEmpty, "\(piped)")
  }

  @Test func `nothing is offered for an answer that cannot be given`() async throws {
    let household = try await Self.begun()
    let own = try await household.program.runOnTerminal(["accept", "one", "--as", "Mei"])
    #expect(own.status == 1 && !own.output.contains(Self.offer), "\(own)")
    let late = try await household.program.runOnTerminal(
      ["accept", "one", "--as", "Lin"], environment: ["ACCORD_NOW": "2026-12-20T12:00:00+08:00"])
    #expect(late.status == 1 && !late.output.contains(Self.offer), "\(late)")
  }

  @Test func `no answer to the offer is no answer at all`() async throws {
    let household = try await Self.begun()
    let before = try Snapshot(of: household.store)
    for answers in [[], ["plum"], ["a", "b", "c", "d", "e", "f"]] {
      let outcome = try await household.program.runOnTerminal(
        ["accept", "one", "--as", "Lin"], answers: answers)
      #expect(outcome.status == 64, "\(outcome)")
      #expect(try Snapshot(of: household.store) == before)
    }
  }
}
