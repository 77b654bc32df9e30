import Fixtures
import Foundation
import Testing

/// Stores as the programs of each schema left them, with and without a password: they open, say
/// what they said, and their people go on.
struct OldStoreTests {
  /// What the program of that time told of it.
  struct Expected: Decodable {
    let at: String
    let statuses: [String: String]
    let untitled: [String: String]
    let agreements: Int
    let entries: Int
    let erased: Int
    let locked: [String]
  }

  private struct All: Decodable {
    let agreements: [Household.Listed]
  }

  private struct Checked: Decodable {
    let agreements: Int
    let entries: Int
    let erased: Int
    let findings: [String]
    let locked: [String]
  }

  @Test(arguments: OldStore.all.map(\.name))
  func `S17, S19, a store of every schema so far opens, is sound, says the same, and goes on`(
    name: String
  ) async throws {
    let old = OldStore(name: name)
    let expected = try JSONDecoder().decode(Expected.self, from: old.expected())
    let household = try old.household(at: expected.at)

    let checked = try await household.program.run(["doctor", "--json"])
      .json(Checked.self)
    #expect(checked.findings.isEmpty)
    #expect(checked.agreements == expected.agreements)
    #expect(checked.entries == expected.entries && checked.erased == expected.erased)
    #expect(checked.locked == expected.locked)
    let all = try await household.program.run(["list", "--all", "--json"]).json(All.self).agreements
    let titled = all.filter { $0.title != nil }.map { ($0.title ?? "", $0.status) }
    #expect(Dictionary(titled) { first, _ in first } == expected.statuses)
    let untitled = all.filter { $0.title == nil }.map { ($0.id, $0.status) }
    #expect(Dictionary(untitled) { first, _ in first } == expected.untitled)

    try await goOn(household, isLocked: !expected.locked.isEmpty)
  }

  /// Both act; whoever has a password needs it, and everything is sound after it.
  private func goOn(_ household: Household, isLocked: Bool) async throws {
    let password = try household.file(OldStore.password + "\n")
    let key = isLocked ? ["--passphrase-file", password] : []
    let end = ["end", "Stop for half an hour", "--as", "Lin"]
    if isLocked { try await household.refuses(end, 77, "locked") }
    let ended = try await household.program.run(end + key)
    #expect(ended.status == 0, "\(ended)")
    try await household.succeeds(Household.proposal("Something new", by: "Mei"))
    let accepted = try await household.program.run(
      ["accept", "Something new", "--as", "Lin", "--yes"] + key)
    #expect(accepted.status == 0, "\(accepted)")
    let needs = try await household.program.run(["need", "list", "--as", "Lin"] + key)
    #expect(needs.status == 0, "\(needs)")
    try await household.soundness()
  }
}
