import Foundation
import Testing

@testable import accord

/// Acting, and reading, where a password seals the keys.
@Suite struct ActingLockedTests {
  static let password = "pear tree in winter"

  /// Something Mei could do next, were there no password.
  struct Case: CustomTestStringConvertible {
    let verb: String
    var before: [[String]] = []
    var more: [String] = []
    var now: String?

    var testDescription: String { verb }
    var command: [String] { verb.split(separator: " ").map(String.init) + ["--as", "Mei"] + more }
    var environment: [String: String?] { now.map { ["ACCORD_NOW": $0] } ?? [:] }

    static let mine = Household.proposal("half an hour", by: "Mei")
    static let theirs = Household.proposal("half an hour", by: "Lin")
    static let agreed = [theirs, ["accept", "--yes", "--as", "Mei"]]

    static let table = [
      Case(verb: "propose", more: ["cool-down", "half an hour", "--minutes", "30"]),
      Case(verb: "accept", before: [theirs], more: ["--yes"]),
      Case(verb: "decline", before: [theirs]),
      Case(verb: "counter", before: [theirs], more: ["--minutes", "40"]),
      Case(verb: "withdraw", before: [mine]),
      Case(verb: "amend", before: agreed, more: ["hour", "--minutes", "40"]),
      Case(verb: "end", before: agreed, more: ["hour"]),
      Case(verb: "renew", before: agreed + [["end", "hour", "--as", "Lin"]], more: ["hour"]),
      Case(
        verb: "review", before: agreed, more: ["hour", "--keep"],
        now: "2026-12-06T12:00:00+08:00"),
      Case(
        verb: "forget", before: [mine, ["withdraw", "--as", "Mei"]], more: ["hour", "--yes"]),
      Case(verb: "lock", more: ["--remove"]),
      Case(
        verb: "boundary add", more: ["--when", "it gets loud", "--then", "I go for a walk"]),
      Case(
        verb: "boundary end",
        before: [
          ["boundary", "add", "--when", "it gets loud", "--then", "I go for a walk", "--as", "Mei"]
        ], more: ["loud"]),
      Case(verb: "pause extend", before: [["pause"]]),
      Case(verb: "pause back", before: [["pause"]]),
      Case(verb: "pause drop", before: [["pause"]]),
      Case(
        verb: "checkin skip",
        before: [
          ["propose", "check-in", "--every", "daily", "--as", "Lin"],
          ["accept", "--yes", "--as", "Mei"],
        ]),
    ]

    /// The verbs that sign nothing.
    static let reading: Set = [
      "init", "today", "list", "show", "log", "backup", "restore", "doctor", "safety",
      "completions", "manual",
      "coach",
      "completions", "manual", "boundary", "boundary list", "steady", "steady show", "screen",
      "report", "calendar", "say", "remind", "pause status",
    ]

    /// The verbs that open a private side, which `LockedSideTests` try.
    static let opening: Set = [
      "need", "need add", "need list", "need show", "need edit", "need remove", "need share",
      "need unshare", "need heard", "reflect", "reflect add", "reflect list", "reflect remove",
      "reflect summary", "triggers", "steady edit", "trend", "trend show", "trend add",
      "trend remove", "checkin prepare", "repair", "repair write",
    ]

    /// The verbs of pauses and talks that are tried with them: `PausingTests`, `TalkingTests`.
    static let together: Set = ["pause", "pause start", "checkin", "checkin open", "repair open"]

    /// The verbs for a text that was left, which `LeftDraftTests` try.
    static let drafts: Set = ["draft", "draft show", "draft remove"]
  }

  @Test func `every verb is tried, or signs nothing`() {
    let known = Set(Case.table.map(\.verb)).union(Case.reading).union(Case.opening)
      .union(Case.together).union(Case.drafts)
    #expect(known == Set(HelpTests.verbs))
  }

  @Test(arguments: Case.table)
  func `S24 without their password nobody acts as a partner, and with it they do`(
    tried: Case
  ) async throws {
    let household = try await Household.begun()
    for command in tried.before { try await household.succeeds(command) }
    try household.lock("Mei", with: Self.password)
    let before = try Snapshot(of: household.store)

    try await household.refuses(tried.command, 77, "locked", environment: tried.environment)
    #expect(try Snapshot(of: household.store) == before)
    let wrong = try household.file("plum tree in winter\n", named: "wrong")
    try await household.refuses(
      tried.command + ["--passphrase-file", wrong], 77, "passphrase",
      environment: tried.environment)
    #expect(try Snapshot(of: household.store) == before)

    let right = try household.file(Self.password + "\n")
    try await household.succeeds(
      tried.command + ["--passphrase-file", right], environment: tried.environment)
    #expect(try Snapshot(of: household.store) != before)
    // Lin has none, and is not asked for one.
    let nextDay: [String: String?] = ["ACCORD_NOW": tried.now ?? "2026-11-22T12:00:00+08:00"]
    try await household.succeeds(Household.proposal("later", by: "Lin"), environment: nextDay)
    try await household.soundness()
  }

  @Test func `what is refused anyway is refused without the password`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("half an hour", by: "Mei"))
    for command in [Household.proposal("gone", by: "Mei"), ["decline", "gone", "--as", "Lin"]] {
      try await household.succeeds(command)
    }
    try household.lock("Mei", with: Self.password)
    // It would be told if it were read.
    let unread = ["--as", "Mei", "--passphrase-file", household.sandbox.path("nothing")]
    let refused: [([String], Int32, String)] = [
      (["accept", "hour", "--yes"], 1, "own-proposal"), (["decline", "hour"], 1, "own-proposal"),
      (["end", "hour"], 1, "not-in-force"), (["renew", "gone"], 1, "resting"),
      (["propose", "cool-down", "gone", "--minutes", "30"], 1, "resting"),
      (["counter", "hour", "--minutes", "30"], 1, "unchanged"),
      (["amend", "hour", "--minutes", "40"], 1, "not-in-force"),
      (["withdraw", "gone"], 1, "nothing-to-answer"),
      (["review", "hour", "--keep"], 1, "not-in-force"),
      (["propose", "cool-down", "--minutes", "3"], 64, "out-of-range"),
      (["propose", "cool-down"], 64, "missing"), (["end", "nothing"], 64, "no-match"),
      (["forget", "hour"], 64, "missing"),
    ]
    for (command, status, code) in refused {
      let outcome = try await household.program.run(command + unread + ["--json"])
      #expect(outcome.status == .exited(status) && outcome.errorCode == code, "\(outcome)")
    }
    // Nor is it read for what stands already.
    try await household.succeeds(Household.proposal("half an hour", by: "Mei") + unread)
  }

  @Test func `reading needs no password, and asks for none`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("half an hour", by: "Lin"))
    try household.lock("Mei", with: Self.password)
    let copy = household.sandbox.path("copy")
    for command in [
      [], ["today"], ["list", "--all"], ["show", "hour"], ["log"], ["doctor"], ["backup", copy],
    ] {
      let shown = try await household.program.runOnTerminal(command + ["--as", "Mei"])
      #expect(shown.status == 0 && !shown.output.contains("password:"), "\(shown)")
    }
    var restored = household
    restored.program.environment["ACCORD_STORE"] = copy
    try await restored.refuses(["accept", "--as", "Mei", "--yes"], 77, "locked")
    #expect(try await household.program.run(["doctor"]).output.contains("Mei's key has a password"))
  }

  @Test func `while a password is asked for others can write`() async throws {
    let household = try await Household.begun()
    try household.lock("Mei", with: Self.password)
    let lins = Spawn(
      words: ([household.program.path] + Household.proposal("Lin's", by: "Lin")).map {
        Array($0.utf8)
      },
      environment: household.program.environment, directory: household.sandbox.home,
      input: .nothing, output: .nothing, error: .nothing)
    let mei = try await household.program.runOnTerminal(
      Household.proposal("Mei's", by: "Mei") + ["--yes"],
      typist: { shown in
        guard String(decoding: shown, as: UTF8.self).hasSuffix("Mei's password: ") else {
          return nil
        }
        let lin = try? Child(lins, input: nil, limit: .seconds(120)).follow().get()
        return lin?.status == 0 ? Array("\(Self.password)\n".utf8) : Typing.endOfInput
      })
    #expect(mei.status == 0, "\(mei)")
    #expect(try await household.list().compactMap(\.title).sorted() == ["Lin's", "Mei's"])
  }
}
