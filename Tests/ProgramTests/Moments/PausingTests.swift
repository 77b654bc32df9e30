import Foundation
import Testing

/// A pause as it is called: nothing stands in its way.
@Suite struct PausingTests {
  private static let password = "pear tree in winter"
  private static let back = "Back at 12:30."

  private struct Paused: Decodable {
    struct Pause: Decodable {
      let until: String
      let back: [String]
      let leaving: [String]
      let isOver: Bool
    }
    let pause: Pause?
  }

  private func paused(_ household: Household) async throws -> Paused.Pause? {
    try await household.succeeds(["pause", "status", "--json"]).json(Paused.self).pause
  }

  @Test func `S11 it asks nothing, at a terminal and off it, whoever sits there`() async throws {
    let household = try await Household.begun()
    let shown = try await household.program.runOnTerminal(["pause"])
    #expect(shown.status == 0 && shown.output.contains(Self.back), "\(shown)")
    #expect(!shown.output.contains("?  1 "), "\(shown)")
    let again = try await household.succeeds(["pause", "--as", "Lin"])
    #expect(again.output.contains(Self.back))
    #expect(try await paused(household)?.until == "2026-11-21T04:30:00Z")
  }

  @Test func `S11 a password is asked for only where every key has one, and Enter goes on`()
    async throws
  {
    let household = try await Household.begun()
    try household.lock("Mei", with: Self.password)
    let open = try await household.program.runOnTerminal(["pause"])
    #expect(open.status == 0 && !open.output.contains("password"), "\(open)")
    try household.lock("Lin", with: Self.password + "s")
    let other: [String: String?] = ["ACCORD_NOW": "2026-11-22T12:00:00+08:00"]
    let before = try Snapshot(of: household.store)
    for (answers, status, reason) in [
      ([""], 77, "nobody's password"), (["no", "nor this", "x"], 77, "not kept (that is not"),
      ([Typing.interrupt], 130, "nobody's password"),
    ] {
      let skipped = try await household.program.runOnTerminal(
        ["pause"], answers: answers as [String], environment: other)
      let parts = skipped.output.components(separatedBy: "The password of Mei or Lin")
      #expect(parts.count == answers.count + 1, "\(skipped)")
      #expect(parts.first?.contains(Self.back) == true, "the return is named first")
      #expect(skipped.output.contains("That is not") == (answers.count > 1), "\(skipped)")
      #expect(skipped.output.contains(reason), "\(skipped)")
      #expect(skipped.status == .exited(Int32(status)), "\(skipped)")
    }
    let silent = try await household.program.run(["pause"], environment: other)
    #expect(silent.output.contains(Self.back) && silent.status == 77, "\(silent)")
    #expect(try Snapshot(of: household.store) == before)
    let kept = try await household.program.runOnTerminal(
      ["pause"], answers: [Self.password + "s"], environment: other)
    #expect(kept.status == 0 && kept.output.contains(Self.back), "\(kept)")
    #expect(try Snapshot(of: household.store) != before)
    // What needs nothing to be written needs no password, nor does what is refused.
    for words in [[], ["10m"]] {
      let runs = try await household.program.runOnTerminal(["pause"] + words, environment: other)
      #expect(
        runs.status == 0 && runs.output.contains("already. \(Self.back.dropLast())"), "\(runs)")
    }
    let long = try await household.program.runOnTerminal(
      ["pause", "extend", "2h"], environment: other)
    #expect(long.status == 1 && !long.output.contains("password"), "\(long)")
    let left = try await household.program.runOnTerminal(
      ["pause", "extend"], answers: [""], environment: other)
    #expect(left.status == 0 && left.output.contains("Nothing was changed."), "\(left)")
    let wrong = try await household.program.runOnTerminal(
      ["pause", "extend"], answers: ["a", "b", "c"], environment: other)
    #expect(wrong.status == 77, "\(wrong)")
    try await household.refuses(["pause", "extend"], 77, "locked", environment: other)
    // A longer one runs: that return is named, also where the new one is not kept.
    try await household.succeeds(
      ["pause", "back", "--as", "Mei", "--passphrase-file", try household.file(Self.password)],
      environment: other)
    let shorter = try await household.program.runOnTerminal(
      ["pause", "5m"], answers: [""], environment: other)
    #expect(shorter.output.contains(Self.back) && shorter.status == 77, "\(shorter)")
    let nobody = try await household.program.run(
      ["pause", "5m", "--as", "Foo"], environment: other)
    #expect(nobody.output.contains(Self.back) && nobody.status == 64, "\(nobody)")
  }

  @Test func `only the last pause is told of, and whoever is back after all is back`() async throws
  {
    let household = try await Household.begun()
    func at(_ time: String) -> [String: String?] { ["ACCORD_NOW": "2026-11-21T\(time):00+08:00"] }
    func said(_ words: [String], _ time: String) async throws -> String {
      try await household.succeeds(words, environment: at(time)).output
    }
    _ = try await said(["pause"], "12:00")
    for name in ["Mei", "Lin"] { _ = try await said(["pause", "drop", "--as", name], "12:01") }
    #expect(try await said(["pause", "status"], "12:02").contains("Lin leaves it for now"))
    _ = try await said(["pause"], "12:10")
    let left = try await said(["pause", "drop", "--as", "Mei"], "12:11")
    #expect(left.contains("Lin has until 12:40"), "\(left)")
    _ = try await said(["pause", "back", "--as", "Mei"], "12:12")
    let status = try await said(["pause", "status"], "12:13")
    #expect(status.contains("Mei is back.") && !status.contains("leaves it"), "\(status)")
    _ = try await said(["pause", "back", "--as", "Lin"], "12:14")
    let ended = try await said(["pause", "status"], "12:15")
    #expect(!ended.contains("leaves it"), "\(ended)")
  }

  @Test func `what cannot be put off any more is not said to be`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(["pause", "1h"])
    try await household.succeeds(["pause", "extend"])
    let again = try await household.succeeds(["pause"])
    #expect(again.output.contains("You are pausing already. Back at 13:15."), "\(again)")
    #expect(!again.output.contains("extend"), "\(again)")
    // Who is back from it and calls half an hour does not read that it begins now.
    try await household.succeeds(["pause", "drop", "--as", "Mei"])
    let other = try await household.succeeds(["pause"])
    #expect(other.output.contains("already. Back at 13:15."), "\(other)")
    let short = try await household.succeeds(["pause", "5m", "--as", "Mei"])
    #expect(short.output.contains("already. Back at 13:15:") && short.error == "", "\(short)")
    // By a clock that goes on, one that begins now is not taken for one that ran.
    let free = try await Household.begun()
    for length in ["9m", "19m", "29m"] {
      let begun = try await free.succeeds(["pause", length], environment: ["ACCORD_NOW": nil])
      #expect(begun.output.hasPrefix("Paused. Back"), "\(begun)")
    }
  }

  @Test func `a pause does not get shorter, and a time that has passed is tomorrow's`()
    async throws
  {
    let household = try await Household.begun()
    let far = try await household.succeeds(["pause", "11:00"])
    #expect(far.output.contains("Back tomorrow at 11:00."), "\(far)")
    #expect(far.error.contains("23 hours from now"), "\(far)")
    let short = try await household.succeeds(["pause", "40m"])
    #expect(short.output.contains("Back tomorrow at 11:00: a pause does not get"), "\(short)")
    for name in ["Mei", "Lin"] { try await household.succeeds(["pause", "back", "--as", name]) }
    // As far off, but today.
    let near = try await household.succeeds(
      ["pause", "21:00"], environment: ["ACCORD_NOW": "2026-11-21T00:10:00+08:00"])
    #expect(near.output.contains("Back at 21:00.") && near.error == "", "\(near)")
  }

  @Test func `at the return nothing is called agreed that is agreed no longer`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("Stop", by: "Mei"))
    try await household.succeeds(["accept", "--yes", "--as", "Lin"])
    try await household.succeeds(["pause"])
    let later = ["ACCORD_NOW": "2026-11-21T12:31:00+08:00"]
    func said() async throws -> String {
      try await household.succeeds(["pause", "status"], environment: later).output
    }
    #expect(try await said().contains("this is what you agreed"))
    try await household.succeeds(["end", "Stop", "--as", "Mei"], environment: later)
    #expect(try await said().contains("Nobody gives in; the clock says so."))
  }

  @Test func `S11 where it cannot be kept the return is named all the same`() async throws {
    let nothing = try Household(in: Sandbox())
    let none = try await nothing.program.run(["pause", "--until", "13:00"])
    #expect(none.status == 66, "\(none)")
    #expect(none.output.contains("Back at 13:00."), "\(none)")
    #expect(none.error.contains("not kept"), "\(none)")

    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("Stop", by: "Mei") + ["--signal", "a T"])
    try await household.succeeds(["accept", "--yes", "--as", "Lin"])
    let program = try household.program.asOrdinaryUser()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o500], ofItemAtPath: household.store)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: household.store)
    }
    let refused = try await program.run(["pause", "--lang", "zh"])
    #expect(refused.status == 74, "\(refused)")
    #expect(refused.output.contains("12:30回来") && refused.output.contains("暗号：a T"), "\(refused)")
  }

  @Test func `each says for themselves that they are back, and the return is put off once`()
    async throws
  {
    let household = try await Household.begun()
    try await household.succeeds(["pause", "--for", "40m"])
    try await household.succeeds(["pause", "back", "--as", "Mei"])
    #expect(try await paused(household)?.back == ["Mei"])
    try await household.succeeds(["pause", "extend"])
    #expect(try await paused(household)?.until == "2026-11-21T04:55:00Z")
    try await household.refuses(["pause", "extend", "5m"], 1, "extended-already")
    // As it says there, a new one always can be called.
    try await household.succeeds(["pause", "1h"])
    #expect(try await paused(household)?.until == "2026-11-21T05:00:00Z")
    try await household.succeeds(["pause", "back", "--as", "Mei"])
    try await household.succeeds(["pause", "drop", "--as", "Lin"])
    #expect(try await paused(household) == nil)
    try await household.refuses(["pause", "drop", "--as", "Lin"], 1, "no-pause")
    // Who looks for a way to begin finds one, pause or none.
    let openers = try await household.succeeds(["pause", "back", "--as", "Lin"])
    #expect(openers.output.contains("To copy:"))
  }

  @Test(
    arguments: [
      (["--for", "2m"], "out-of-range"), (["--for", "25h"], "out-of-range"),
      (["--for", "soon"], "bad-value"), (["--for", ""], "bad-value"),
      (["--until", "25:00"], "bad-value"), (["--until", "\u{1B}[31m"], "bad-value"),
      (["--for", "30m", "--until", "13:00"], "contradiction"),
    ])
  func `a time nobody can read begins nothing`(words: [String], code: String) async throws {
    let household = try await Household.begun()
    let before = try Snapshot(of: household.store)
    try await household.refuses(["pause"] + words, 64, code)
    try await household.refuses(["pause", "extend", "never"], 64, "bad-value")
    try await household.refuses(["pause", "extend", "15m"], 1, "no-pause")
    #expect(try Snapshot(of: household.store) == before)
  }

  @Test func `S10 what waits is refused before anything is asked`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("half an hour", by: "Mei"))
    try await household.succeeds(Household.proposal("an hour", by: "Lin"))
    try await household.succeeds(["accept", "--yes", "--as", "Mei"])
    try await household.succeeds(["pause"])
    for (command, code) in [
      (["propose", "cool-down", "--as", "Mei"], "paused"), (["amend", "--as", "Mei"], "paused"),
      (["counter", "--as", "Lin"], "paused"), (["accept", "--as", "Lin"], "settling"),
      (["repair"], "apart"),
    ] {
      let outcome = try await household.program.runOnTerminal(command)
      #expect(outcome.status == 1, "\(command) \(outcome)")
      let asked = try await household.program.run(command + ["--json"])
      #expect(asked.errorCode == code, "\(command) \(asked)")
    }
    try await household.succeeds(["decline", "half", "--as", "Lin"])
    try await household.succeeds(["end", "hour", "--as", "Lin"])
  }

  // MARK: Waiting at the terminal

  /// The pause began so long ago that it ends in a few seconds.
  private func endingSoon(in seconds: Int) async throws -> Household {
    var household = try await Household.begun()
    let began = Date.now.addingTimeInterval(Double(seconds) - 1_800)
    let text = began.formatted(.iso8601)
    try await household.succeeds(["pause"], environment: ["ACCORD_NOW": text])
    household.program.environment["ACCORD_NOW"] = nil
    return household
  }

  @Test func `the wait ends with the clock, which speaks first`() async throws {
    // On a busy computer a short one is over before somebody waits for it.
    for seconds in [5, 30, 120] {
      let household = try await endingSoon(in: seconds)
      let outcome = try await household.program.runOnTerminal(["pause", "status", "--stay"])
      #expect(outcome.status == 0, "\(outcome)")
      #expect(outcome.output.contains("It's time. Nobody gives in"), "\(outcome)")
      if outcome.output.contains("Any key leaves.") { return }
    }
    Issue.record("nobody ever waited")
  }

  @Test(arguments: ["x", " ", "\u{1B}[A", "你"])
  func `any key leaves, and the pause goes on`(key: String) async throws {
    let household = try await endingSoon(in: 600)
    let keys = Answers([key])
    let outcome = try await household.program.runOnTerminal(
      ["pause", "status", "--stay"],
      typist: { shown in
        String(decoding: shown, as: UTF8.self).contains("Any key")
          ? keys.next().map { Array($0.utf8) } : nil
      })
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains("The pause goes on."), "\(outcome)")
    #expect(try await paused(household)?.isOver == false)
  }

  @Test func `with ACCESSIBLE nothing is written over itself`() async throws {
    for environment: [String: String?] in [["ACCESSIBLE": "1"], ["TERM": "dumb"]] {
      let household = try await endingSoon(in: 10)
      let outcome = try await household.program.runOnTerminal(
        ["pause", "status", "--stay"], environment: environment)
      #expect(!outcome.output.contains("\u{1B}[K") && !outcome.output.contains("\r\u{1B}"))
    }
  }

  @Test func `off a terminal there is nowhere to wait, and nothing is refused for that`()
    async throws
  {
    let household = try await endingSoon(in: 600)
    let outcome = try await household.program.run(["pause", "status", "--stay"])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains("Paused until"), "\(outcome)")
  }
}
