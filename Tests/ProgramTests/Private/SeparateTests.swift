import Foundation
import Testing

/// What is one's own leaves nothing where both can look.
@Suite struct SeparateTests {
  /// In every private text, and what it is about, in both languages.
  private static let words = ["Birnbaum", "梨树", "understanding", "being understood", "被理解"]
  /// What an image of SQLite, or a name in it, would show.
  private static let innards = ["SQLite format 3", "CREATE TABLE", "reflection", "known_from"]

  @Test func `S13 a hundred private items, edits and removals change no byte of what is shared`()
    async throws
  {
    let household = try await Self.household()
    let temporary = household.sandbox.path("temporary")
    let before = try Snapshot(of: household.store)
    #expect(before.entries.keys.count { $0.hasSuffix(".vault") } == 0)

    async let mei = household.fiftyChanges(by: "Mei")
    async let lin = household.fiftyChanges(by: "Lin")
    #expect(try await mei + lin == 100)
    let after = try Snapshot(of: household.store)
    let vaults = after.entries.filter { $0.key.hasSuffix(".vault") }
    #expect(vaults.count == 2)
    #expect(Set(after.entries.keys).subtracting(vaults.keys) == Set(before.entries.keys))
    for (name, entry) in before.entries where name != "." {
      #expect(after.entries[name] == entry, "\(name)")
    }
    // How much there is in a vault does not show either.
    #expect(Set(vaults.values.map(\.bytes.count)).count == 1)
    #expect(vaults.values.allSatisfy { $0.mode & 0o777 == 0o600 })

    #expect(try household.filesHolding(Self.words) == [])
    for vault in vaults.values {
      for word in Self.innards { #expect(vault.bytes.range(of: Data(word.utf8)) == nil) }
    }
    let files = FileManager.default
    #expect(try files.contentsOfDirectory(atPath: temporary) == [])
    #expect(try files.contentsOfDirectory(atPath: household.sandbox.home) == [])
    try await household.soundness()
  }

  @Test func `S13 only showing, taking back and thanking change what is shared`() async throws {
    let household = try await Self.household()
    let id = try await household.need("# accord: need\nBirnbaum", by: "Mei")
    var before = try Data(contentsOf: URL(fileURLWithPath: household.database))
    func hasChanged(sourceLocation: SourceLocation = #_sourceLocation) throws {
      let now = try Data(contentsOf: URL(fileURLWithPath: household.database))
      #expect(now != before, sourceLocation: sourceLocation)
      before = now
    }
    // Looking at what would be shown, and saying no.
    let snapshot = try Snapshot(of: household.store)
    let asked = try await household.program.runOnTerminal(
      ["need", "share", id, "--as", "Mei"], answers: ["2"])
    #expect(asked.output.contains("It stays yours alone."), "\(asked)")
    #expect(try await household.program.run(["need", "share", id, "--as", "Mei"]).status == 64)
    #expect(try Snapshot(of: household.store) == snapshot)

    try await household.succeeds(["need", "share", id, "--as", "Mei", "--yes"])
    try hasChanged()
    try await household.succeeds(["need", "heard", id, "--as", "Lin"])
    try hasChanged()
    try await household.succeeds(["need", "edit", id, "--as", "Mei"], saying: "another word")
    #expect(try Data(contentsOf: URL(fileURLWithPath: household.database)) == before)
    try await household.succeeds(["need", "unshare", id, "--as", "Mei"])
    try hasChanged()
    try await household.succeeds(["need", "remove", id, "--as", "Mei", "--yes"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: household.database)) == before)
  }

  /// A couple with something agreed, and a temporary folder of their own.
  private static func household() async throws -> Household {
    var household = try await Household.begun()
    let temporary = household.sandbox.path("temporary")
    try FileManager.default.createDirectory(
      atPath: temporary, withIntermediateDirectories: false)
    household.program.environment["TMPDIR"] = temporary
    try await household.succeeds(Household.proposal("half an hour", by: "Mei"))
    try await household.succeeds(["accept", "--as", "Lin", "--yes"])
    return household
  }
}

extension Household {
  /// Everything one partner can do for themselves, fifty times, with looks at it in between.
  ///
  /// - Returns: how often something was changed.
  fileprivate func fiftyChanges(by name: String) async throws -> Int {
    var count = 0
    func change(_ words: [String], saying text: String, now: String? = nil) async throws -> Outcome
    {
      count += 1
      var environment: [String: String?] = [:]
      if let now { environment["ACCORD_NOW"] = now }
      return try await succeeds(
        words + ["--as", name, "--json"], saying: text, environment: environment)
    }
    struct Added: Decodable { let id: String }
    var needs: [String] = []
    for number in 0..<14 {
      let text = """
        # accord: category
        understanding
        # accord: need
        Birnbaum \(number) 梨树
        # accord: trigger
        Birnbaum at night
        # accord: own step
        Birnbaum first
        # accord: request
        Birnbaum, please
        """
      needs.append(try await change(["need", "add"], saying: text).json(Added.self).id)
    }
    for id in needs.prefix(10) {
      _ = try await change(["need", "edit", id], saying: "Birnbaum, another time")
    }
    for id in needs.suffix(5) { _ = try await change(["need", "remove", id, "--yes"], saying: "") }
    var notes: [String] = []
    for _ in 0..<10 {
      let text = "# accord: 发生了什么\nBirnbaum\n梨树\n# accord: trigger\nBirnbaum at night"
      notes.append(try await change(["reflect", "add"], saying: text).json(Added.self).id)
    }
    for id in notes.suffix(4) {
      _ = try await change(["reflect", "remove", id, "--yes"], saying: "")
    }
    for day in ["2026-11-21", "2026-12-25", "2027-02-01"] {
      _ = try await change(["trend", "add"], saying: "6 5 7", now: "\(day)T12:00:00+08:00")
    }
    for number in 0..<4 {
      let text = "# accord: sentence\nBirnbaum \(number)\n# accord: people\nBirnbaum's sister"
      _ = try await change(["steady", "edit"], saying: text)
    }
    for words in [
      ["need", "list"], ["need", "show", needs[0]], ["reflect", "list"], ["reflect", "summary"],
      ["triggers"], ["steady"], ["trend"],
    ] {
      try await succeeds(words + ["--as", name])
    }
    return count
  }
}
