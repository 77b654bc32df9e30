import Fixtures
import Foundation
import SQLite
import Testing

/// What is not there any more, told by whoever remembers it, whenever their password is given.
struct RememberingTests {
  /// Mei and Lin agreed on something, then Lin set a password and ended it.
  private struct Ended {
    let household: Household
    /// How Lin gives the password.
    let lin: [String]
    /// The store before Lin had a password, and before the end.
    let unlocked: Data
    let agreed: Data
  }

  private func ended() async throws -> Ended {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("a walk", by: "Mei"))
    try await household.succeeds(["accept", "--as", "Lin", "--yes"])
    let unlocked = try Data(contentsOf: URL(fileURLWithPath: household.database))
    let lin = try await household.setPassword("pear tree", of: "Lin")
    let agreed = try Data(contentsOf: URL(fileURLWithPath: household.database))
    try await household.succeeds(["end", "a walk"] + lin)
    return Ended(household: household, lin: lin, unlocked: unlocked, agreed: agreed)
  }

  /// Puts a file of before in the place of the present one.
  private func put(_ data: Data, at path: String) throws {
    try Inheritance.whileNothingStarts { try data.write(to: URL(fileURLWithPath: path)) }
  }

  /// What Lin is told on standard error when the password is given, in both languages; the command
  /// is done all the same.
  private func told(
    _ household: Household, _ lin: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> (english: String, chinese: String) {
    var said: [String] = []
    for language in ["en", "zh"] {
      let outcome = try await household.program.run(
        ["reflect", "list", "--lang", language] + lin)
      #expect(outcome.status == 0, "\(outcome)", sourceLocation: sourceLocation)
      said.append(outcome.error)
    }
    return (said[0], said[1])
  }

  /// Says that one goes on from here; then nothing more is told, and all is well.
  private func goOn(
    _ household: Household, _ lin: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    // A new password would make what is missing look as if it had never been.
    let other = try household.file("plum tree\n", named: "other")
    let refused = try await household.program.run(
      ["lock", "--json", "--new-passphrase-file", other] + lin)
    #expect(
      refused.status == 1 && refused.errorCode == "something-missing", "\(refused)",
      sourceLocation: sourceLocation)
    let gone = try await household.succeeds(
      ["doctor", "--go-on"] + lin, sourceLocation: sourceLocation)
    #expect(gone.output == "Good: from here on.\n", sourceLocation: sourceLocation)
    let after = try await told(household, lin, sourceLocation: sourceLocation)
    #expect(after == ("", ""), "\(after)", sourceLocation: sourceLocation)
    let again = try await household.succeeds(
      ["doctor", "--go-on"] + lin, sourceLocation: sourceLocation)
    #expect(
      again.output == "Nothing is missing that Lin remembers.\n", sourceLocation: sourceLocation)
    try await household.soundness(sourceLocation: sourceLocation)
  }

  @Test func `S24 an end that was cut off is told by whoever remembers`() async throws {
    let ended = try await ended()
    let household = ended.household
    #expect(try await told(household, ended.lin) == ("", ""))
    let database = try Database(path: household.database, access: .readWrite)
    try database.unguarded {
      try database.run("DELETE FROM body WHERE entry = (SELECT max(number) FROM entry)")
      try database.run("DELETE FROM entry WHERE number = (SELECT max(number) FROM entry)")
      try database.run(
        """
        UPDATE feed SET (head_seq, head_id, head_tick) = (
          SELECT seq, id, tick FROM entry WHERE entry.device = feed.device ORDER BY seq DESC LIMIT 1
        )
        """)
    }
    database.close()
    // Nothing else can tell.
    try await household.succeeds(["doctor", "--rebuild"])
    #expect(try await household.list().map(\.status) == ["active"])

    let told = try await told(household, ended.lin)
    #expect(told.english.contains("The last thing Lin did is missing here"), "\(told)")
    #expect(told.chinese.contains("Lin最后做的那一步，在这里找不到"), "\(told)")
    // It can be ended again, whatever is missing.
    try await household.succeeds(["end", "a walk"] + ended.lin)
    try await goOn(household, ended.lin)
    #expect(try await household.list().map(\.status) == ["ended"])
  }

  @Test func `S24 an older store put back is told by whoever remembers`() async throws {
    let ended = try await ended()
    try put(ended.agreed, at: ended.household.database)
    let told = try await told(ended.household, ended.lin)
    #expect(told.english.contains("an older copy put back"), "\(told)")
    #expect(told.chinese.contains("换回了旧的备份"), "\(told)")
    try await goOn(ended.household, ended.lin)
    #expect(try await ended.household.list().map(\.status) == ["active"])
    try await ended.household.succeeds(["end", "a walk"] + ended.lin)
  }

  @Test func `S24 with a store from before the password its key signs nothing, until one goes on`()
    async throws
  {
    let ended = try await ended()
    let household = ended.household
    try put(ended.unlocked, at: household.database)
    try await household.refuses(
      Household.proposal("more", by: "Lin") + ended.lin.dropFirst(2), 77, "older-store")
    let named = try await household.program.run(["doctor"])
    #expect(
      named.status == 65 && named.output.contains("that these agreements do not know"), "\(named)")
    let gone = try await household.succeeds(["doctor", "--go-on"] + ended.lin)
    #expect(gone.output == "Good: from here on.\n")
    #expect(try await told(household, ended.lin) == ("", ""))
    try await household.succeeds(["end", "a walk"] + ended.lin)
    try await household.soundness()
  }

  @Test func `S24 beside a new store the old key is told to be of other agreements`() async throws {
    let ended = try await ended()
    let household = ended.household
    let other = try await Household.begun(in: household.sandbox, store: household.sandbox.path("b"))
    try put(try Data(contentsOf: URL(fileURLWithPath: other.database)), at: household.database)
    for words in [Household.proposal("more", by: "Lin"), ["doctor", "--go-on", "--as", "Lin"]] {
      try await household.refuses(words + ended.lin.dropFirst(2), 77, "other-agreements")
    }
    // Not by the wrong password.
    let wrong = try household.file("plum tree\n", named: "wrong")
    try await household.refuses(
      ["doctor", "--go-on", "--as", "Lin", "--passphrase-file", wrong], 77, "passphrase")
  }

  @Test func `S24 a private side that is gone, or older, is told by whoever remembers`()
    async throws
  {
    let household = try await Household.begun()
    let lin = try await household.setPassword("pear tree", of: "Lin")
    func write(_ text: String) async throws {
      let written = try await household.program.run(["reflect", "add"] + lin, input: text)
      #expect(written.status == 0 && written.error.isEmpty, "\(written)")
    }
    try await write("one")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: household.store)
        .first { $0.hasSuffix(".vault") })
    let vault = "\(household.store)/\(name)"
    let older = try Data(contentsOf: URL(fileURLWithPath: vault))
    try await write("two")
    #expect(try await told(household, lin) == ("", ""))

    try put(older, at: vault)
    let told = try await told(household, lin)
    #expect(told.english.contains("is an older state than the last one"), "\(told)")
    #expect(told.chinese.contains("变回了以前的样子"), "\(told)")
    try await goOn(household, lin)

    #expect(unlink(vault) == 0)
    let gone = try await self.told(household, lin)
    #expect(gone.english.contains("is gone from here"), "\(gone)")
    #expect(gone.chinese.contains("不见了"), "\(gone)")
    try await goOn(household, lin)
  }

  @Test(arguments: [".key", ".vault"])
  func `S24 nothing is begun over a locked key or a private side`(suffix: String) async throws {
    let household = try await Household.begun()
    if suffix == ".key" {
      try household.lock("Lin", with: "pear tree")
    } else {
      let written = try await household.program.run(["reflect", "add", "--as", "Lin"], input: "x")
      #expect(written.status == 0, "\(written)")
    }
    #expect(unlink(household.database) == 0)
    let before = try Snapshot(of: household.store)
    try await household.refuses(["init", "Mei", "Lin"], 1, "kept-here")
    let told = try await household.program.run(["init", "Mei", "Lin"])
    #expect(told.error.contains(suffix), "\(told)")
    #expect(try Snapshot(of: household.store) == before)
  }
}
