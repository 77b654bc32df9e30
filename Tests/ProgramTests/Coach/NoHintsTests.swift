import Foundation
import Testing

/// Whether a partner wants hints, and the hints about what is theirs alone.
@Suite struct NoHintsTests {
  private static let mark = WordingHintTests.mark

  private func hinted(
    _ household: Household, _ title: String, by name: String, _ more: [String] = []
  ) async throws -> Bool {
    let outcome = try await household.succeeds(
      Household.proposal(title, by: name) + ["--reason", WordingHintTests.reason] + more)
    return outcome.error.contains(Self.mark)
  }

  @Test func `each says for themselves whether they want hints, and it stays so`() async throws {
    let household = try await Household.begun()
    #expect(try await hinted(household, "one", by: "Mei"))
    let off = try await household.succeeds(["coach", "--no-hints", "--as", "Mei", "--json"])
    #expect(off.output == "{\"hints\":false,\"schema\":\"accord/1\"}\n")
    #expect(try await !hinted(household, "two", by: "Mei"))
    #expect(try await !hinted(household, "three", by: "Mei"))
    #expect(try await hinted(household, "four", by: "Lin"))
    let typed = try await household.program.runOnTerminal(
      Household.proposal("five", by: "Mei") + ["--reason", WordingHintTests.reason], answers: ["1"])
    #expect(typed.status == 0 && !typed.output.contains(Self.mark), "\(typed)")

    try await household.succeeds(["coach", "--hints", "--as", "Mei"])
    #expect(try await hinted(household, "six", by: "Mei"))
    try await household.soundness()
  }

  @Test func `no password is asked for the sake of a hint`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(["coach", "--no-hints", "--as", "Mei"])
    let words =
      Household.proposal("half an hour", by: "Mei") + ["--reason", WordingHintTests.reason]
    try await household.succeeds(words)
    try household.lock("Mei", with: "pear tree")
    try await household.refuses(["coach", "--hints", "--as", "Mei"], 77, "locked")
    // It stands already: nothing is signed, and nothing opened.
    let again = try await household.succeeds(words)
    #expect(again.error.contains(Self.mark), "\(again)")
    // Where the password was needed anyway, her wish is known.
    let password = try household.file("pear tree\n")
    #expect(try await !hinted(household, "other", by: "Mei", ["--passphrase-file", password]))
  }

  @Test func `a vault that cannot be read hinders no act`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(["coach", "--no-hints", "--as", "Mei"])
    let names = try FileManager.default.contentsOfDirectory(atPath: household.store)
    let vault = try #require(names.first { $0.hasSuffix(".vault") })
    try Data("damaged".utf8).write(to: URL(fileURLWithPath: household.store + "/" + vault))
    #expect(try await hinted(household, "title", by: "Mei"))
  }

  // MARK: One's own texts

  @Test func `a hint about a need is on its writer's terminal and nowhere else`() async throws {
    let household = try await Household.begun()
    let add = ["need", "add", "--as", "Mei", "--category", "time"]
    let text = WordingHintTests.reason
    for more in [[], ["--json"]] {
      let piped = try await household.program.run(add + more, input: text)
      #expect(piped.status == 0 && piped.error.isEmpty, "\(piped)")
      #expect(!piped.output.contains(Self.mark) && !piped.output.contains("listen"), "\(piped)")
    }
    let typed = try await household.program.runOnTerminal(add, answers: [text, "", "", ""])
    #expect(typed.status == 0 && typed.output.contains(Self.mark), "\(typed)")
    let off = try await household.program.runOnTerminal(
      add + ["--no-hints"], answers: [text, "", "", ""])
    #expect(off.status == 0 && !off.output.contains(Self.mark), "\(off)")
    // What sets one off tells how it felt.
    let trigger = try await household.program.runOnTerminal(
      add, answers: ["an evening together", "you never call", "", ""])
    #expect(trigger.status == 0 && !trigger.output.contains(Self.mark), "\(trigger)")
    let shared = try Data(contentsOf: URL(fileURLWithPath: household.database))
    #expect(shared.range(of: Data("listen".utf8)) == nil)
  }
}
