import Foundation
import Testing

/// A restore never takes a password away, and says what it left.
struct RestoringLockedTests {
  /// A backup without passwords; then Lin has one, and writes to the private side.
  private func household() async throws -> (Household, backup: String) {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("before", by: "Mei"))
    let backup = household.sandbox.path("backup")
    try await household.succeeds(["backup", backup])
    try household.lock("Lin", with: "pear tree")
    return (household, backup)
  }

  private func damage(_ household: Household) throws {
    #expect(truncate(household.database, 5_000) == 0)
  }

  @Test(arguments: [false, true])
  func `S24 Lin's password stays, also over a damaged database`(isDamaged: Bool) async throws {
    let (household, backup) = try await household()
    if isDamaged { try damage(household) }
    let restored = try await household.program.run(["restore", backup, "--yes"])
    #expect(restored.status == 0)
    #expect(
      restored.error
        == "Lin: a password is set, so key and private side stay as they are now.\n")
    try await household.refuses(["accept", "--as", "Lin", "--yes"], 77, "locked")
    let password = try household.file("pear tree\n")
    try await household.succeeds([
      "accept", "--as", "Lin", "--yes", "--passphrase-file", password,
    ])
    try await household.soundness()
  }

  @Test func `a sealed key nobody knows keeps the others out, and that is told`() async throws {
    let (household, backup) = try await household()
    // As if a password made a new key.
    let keys = try FileManager.default.contentsOfDirectory(atPath: household.store)
      .filter { $0.hasSuffix(".key") }
    let lins = try #require(
      keys.first {
        let bytes = FileManager.default.contents(atPath: household.store + "/" + $0)
        return bytes?.starts(with: Array("age".utf8)) ?? false
      })
    try Inheritance.whileNothingStarts {
      try FileManager.default.moveItem(
        atPath: household.store + "/" + lins,
        toPath: household.store + "/0123456789abcdef.key")
    }
    try damage(household)
    let restored = try await household.program.run(["restore", backup, "--yes", "--lang", "zh"])
    #expect(restored.status == 0)
    #expect(restored.error.contains("Lin在备份里的钥匙没有放回来"), "\(restored)")
    #expect(restored.error.contains("Lin：这里没有这段历史认得的钥匙"), "\(restored)")
    // It may be Lin's or Mei's: with an open key nothing is agreed, and everything taken back.
    try await household.refuses(["accept", "--as", "Lin", "--yes"], 77, "locked")
    try await household.refuses(Household.proposal("Mei goes on", by: "Mei"), 77, "withheld")
    try await household.succeeds(["withdraw", "before", "--as", "Mei"])

    struct Done: Decodable { let withoutKey: [String] }
    let again = try await household.succeeds(["restore", backup, "--yes", "--json"])
    #expect(try again.json(Done.self).withoutKey == ["Lin"])
  }

  @Test func `a vault that is none is told by a backup, and refuses a restore`() async throws {
    let household = try await Household.begun()
    let written = try await household.program.run(["reflect", "add", "--as", "Lin"], input: "x")
    #expect(written.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: household.store)
    let vault = try #require(names.first { $0.hasSuffix(".vault") })
    try household.sandbox.write("a letter", to: "letter", mode: 0o600)
    try Inheritance.whileNothingStarts {
      try FileManager.default.removeItem(atPath: household.store + "/" + vault)
      try FileManager.default.copyItem(
        atPath: household.sandbox.path("letter"), toPath: household.store + "/" + vault)
    }
    let backup = household.sandbox.path("backup")
    let saved = try await household.program.run(["backup", backup])
    #expect(saved.status == 0 && saved.error.contains("\(vault) is damaged"), "\(saved)")
    try await household.refuses(["restore", backup, "--yes"], 65, "damaged")
    try await household.refuses(
      ["restore", backup, "--yes", "--store", household.sandbox.path("new")], 65, "damaged")
  }
}
