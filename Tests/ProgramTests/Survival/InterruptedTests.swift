import Foundation
import Testing

/// A store whose last writer died in the middle of a transaction, and left a hot journal.
@Suite struct InterruptedTests {
  @Test(
    .enabled(if: Shell.sqlite.isThere, "needs the sqlite3 shell"),
    arguments: [["list"], ["today"], ["doctor"], Household.proposal("next", by: "Mei")])
  func `what a killed writer left half-done is taken back by whoever comes next`(
    command: [String]
  ) async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("before", by: "Mei"))
    try await household.dieWriting()
    try await household.succeeds(command)
    #expect(access(household.journal, F_OK) != 0)
    let titles = try await household.list().map(\.title)
    #expect(titles.filter { $0 != "next" } == ["before"])
    try await household.soundness()
  }

  @Test(.enabled(if: Shell.sqlite.isThere, "needs the sqlite3 shell"))
  func `ten readers at once take back what a killed writer left`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("before", by: "Mei"))
    try await household.dieWriting()
    let readers = try (1...10).map { _ in try household.program.start(["list", "--all", "--json"]) }
    for reader in readers {
      let outcome = try await reader.wait()
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.output.contains("before"))
    }
    try await household.soundness()
  }

  @Test(.enabled(if: Shell.sqlite.isThere, "needs the sqlite3 shell"))
  func `where it may not be taken back that is told, and nothing changed`() async throws {
    var household = try await Household.begun()
    try await household.succeeds(Household.proposal("before", by: "Mei"))
    try await household.dieWriting()
    household.program = try household.program.asOrdinaryUser()
    for file in [household.database, household.journal] { chmod(file, 0o400) }
    chmod(household.store, 0o500)
    let before = try Snapshot(of: household.store)
    try await household.refuses(["list"], 74, "not-permitted")
    try await household.refuses(Household.proposal("later", by: "Mei"), 74, "not-permitted")
    #expect(try Snapshot(of: household.store) == before)
    chmod(household.store, 0o700)
    for file in [household.database, household.journal] { chmod(file, 0o600) }
    #expect(try await household.list().map(\.title) == ["before"])
    try await household.soundness()
  }
}

/// A tool that some tests need and some machines lack.
struct Shell {
  let isThere: Bool

  static let sqlite = Shell("sqlite3", ["-version"])
  static let strace = Shell("strace", ["-f", "-o", "/dev/null", "-e", "trace=none", "true"])

  private init(_ name: String, _ arguments: [String]) {
    let spawn = Spawn(
      words: ([name] + arguments).map { Array($0.utf8) },
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"], directory: "/", input: .nothing,
      output: .nothing, error: .nothing)
    let outcome = try? Child(spawn, input: nil, limit: .seconds(120)).follow().get()
    isThere = outcome?.status == 0
  }
}

extension Household {
  /// Changes the whole database in a transaction that spills to disk, and dies before its end.
  fileprivate func dieWriting() async throws {
    let script = """
      PRAGMA cache_size = 2;
      PRAGMA secure_delete = ON;
      BEGIN IMMEDIATE;
      DELETE FROM agreement;
      DELETE FROM stance;
      CREATE TABLE filling (x);
      INSERT INTO filling WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100)
        SELECT randomblob(3000) FROM n;
      .shell kill -9 $PPID
      """
    let whole = try Data(contentsOf: URL(fileURLWithPath: database))
    var shell = Program("sqlite3", in: sandbox)
    shell.environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin"
    let outcome = try await shell.run([database], input: script)
    try #require(outcome.status == .killed(by: SIGKILL), "\(outcome)")
    try #require(access(journal, F_OK) == 0)
    try #require(try Data(contentsOf: URL(fileURLWithPath: database)) != whole)
  }
}
