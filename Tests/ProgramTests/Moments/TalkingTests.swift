import Foundation
import Sealing
import Testing

/// Talks that both prepare apart and open together, at one computer or at two.
@Suite struct TalkingTests {
  private static let password = "pear tree in winter"

  private struct Talk: Decodable {
    let notes: [String: [String: String]]?
    let next: String?
  }

  private func prepare(
    _ household: Household, _ name: String, _ text: String,
    _ talk: [String] = ["checkin", "prepare"]
  ) async throws {
    try await household.succeeds(talk + ["--as", name], saying: text)
  }

  private func files(_ household: Household, holding text: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: household.store).filter { name in
      let data = try Data(contentsOf: URL(fileURLWithPath: household.store + "/" + name))
      return data.range(of: Data(text.utf8)) != nil
    }
  }

  @Test func `what is prepared is in no file in the plain until both are ready`() async throws {
    let household = try await Household.talkingOnSundays()
    try await prepare(household, "Mei", "# accord: thank you\nunmistakable tea")
    #expect(try files(household, holding: "unmistakable") == [])
    let short = try await household.succeeds(["checkin", "open"])
    #expect(short.output.contains("five minutes") && !short.output.contains("tea"))
    #expect(try files(household, holding: "unmistakable") == [])
    try await prepare(household, "Lin", "unmistakable soup")
    #expect(try files(household, holding: "unmistakable") == [])
    try await household.succeeds(["checkin", "open"])
    #expect(try files(household, holding: "unmistakable") == ["accord.db"])
  }

  @Test func `the short talk reads the same, whoever has prepared`() async throws {
    let nobody = try await Household.talkingOnSundays()
    let mei = try await Household.talkingOnSundays()
    try await prepare(mei, "Mei", "tea")
    let lin = try await Household.talkingOnSundays()
    try await prepare(lin, "Lin", "soup")
    let texts = try await [nobody, mei, lin].asyncMap {
      try await $0.succeeds(["checkin", "open"]).output
    }
    #expect(Set(texts).count == 1)
  }

  @Test func `both are opened at once, can be read again, and leave the vaults`() async throws {
    let household = try await Household.talkingOnSundays()
    try await prepare(household, "Mei", "tea")
    try await prepare(household, "Lin", "# accord: 想谢的\n汤\n# accord: a request\nSunday off")
    let first = try await household.succeeds(["checkin", "open", "--json"]).json(Talk.self)
    #expect(
      first.notes == [
        "Mei": ["thanks-1": "tea"], "Lin": ["thanks-1": "汤", "request": "Sunday off"],
      ])
    #expect(first.next == "2026-11-22")
    let again = try await household.succeeds(["checkin", "open", "--json"]).json(Talk.self)
    #expect(again.notes == first.notes)
    // The next talk begins with empty pages.
    let asked = try await household.program.runOnTerminal(
      ["checkin", "prepare", "--as", "Mei"], answers: ["", "", "", "", ""])
    #expect(!asked.output.contains("[tea]"), "\(asked)")
  }

  /// What one of two computers would do that each hold one key: the other's is out of the way.
  private func withoutKeys<Result>(
    of name: String, _ household: Household, _ body: () async throws -> Result
  ) async throws -> Result {
    let file = try #require(try household.keys(of: name)).fingerprint + ".key"
    let key = household.store + "/" + file
    let aside = household.sandbox.path("aside.key")
    try FileManager.default.moveItem(atPath: key, toPath: aside)
    defer { try? FileManager.default.moveItem(atPath: aside, toPath: key) }
    return try await body()
  }

  @Test func `where each has a computer, one opens after the other, and both see it then`()
    async throws
  {
    let household = try await Household.talkingOnSundays()
    try await prepare(household, "Mei", "tea")
    try await prepare(household, "Lin", "soup")
    let first = try await withoutKeys(of: "Lin", household) {
      try await household.succeeds(["checkin", "open"]).output
    }
    #expect(first == "Yours is open. Both are shown once Lin opens theirs.\n")
    let again = try await withoutKeys(of: "Lin", household) {
      try await household.succeeds(["checkin", "open"]).output
    }
    #expect(again == first)
    let second = try await withoutKeys(of: "Mei", household) {
      try await household.succeeds(["checkin", "open"]).output
    }
    #expect(second.contains("Mei: tea") && second.contains("Lin: soup"), "\(second)")
  }

  @Test func `what an opening left in the vaults when it was killed goes with the next one`()
    async throws
  {
    let household = try await Household.talkingOnSundays()
    try await prepare(household, "Mei", "tea")
    try await prepare(household, "Lin", "soup")
    let vaults = try Snapshot(of: household.store).entries.filter { $0.key.hasSuffix(".vault") }
    try await household.succeeds(["checkin", "open"])
    for (name, entry) in vaults {
      try entry.bytes.write(to: URL(fileURLWithPath: household.store + "/" + name))
    }
    let again = try await household.succeeds(["checkin", "open"]).output
    #expect(again.contains("Mei: tea") && again.contains("Lin: soup"), "\(again)")
    for name in ["Mei", "Lin"] {
      let asked = try await household.program.runOnTerminal(
        ["checkin", "prepare", "--as", name], answers: ["", "", "", "", ""])
      #expect(!asked.output.contains("[tea]") && !asked.output.contains("[soup]"), "\(asked)")
    }
  }

  @Test func `who stops after the reveal is told that it stays, and is asked again`() async throws {
    let household = try await Household.talkingOnSundays()
    try await prepare(household, "Mei", "tea")
    try await prepare(household, "Lin", "soup")
    let stopped = try await household.program.runOnTerminal(
      ["checkin", "open"], answers: [Typing.interrupt])
    #expect(stopped.status == 130, "\(stopped)")
    #expect(stopped.output.contains("what you did before stays"), "\(stopped)")
    #expect(!stopped.output.contains("nothing was changed"), "\(stopped)")
    let again = try await household.program.runOnTerminal(
      ["checkin", "open"], answers: ["it rains", "I bring an umbrella", "1", ""])
    #expect(again.status == 0, "\(again)")
    #expect(Set(try await household.list().map(\.status)) == ["proposed", "active"])
  }

  @Test func `S10 what was opened before is not gone over in a later pause`() async throws {
    let household = try await Household.talkingOnSundays()
    for (name, text) in [("Mei", "small"), ("Lin", "cornered")] {
      try await prepare(household, name, text, ["repair"])
      try await prepare(household, name, text)
    }
    for talk in ["repair", "checkin"] {
      #expect(try await household.succeeds([talk, "open"]).output.contains("cornered"))
    }
    try await household.succeeds(["pause"])
    for talk in ["repair", "checkin"] {
      try await household.refuses([talk, "open"], 1, "apart")
    }
  }

  @Test func `on its day a talk that both prepared is said to be ready`() async throws {
    let household = try await Household.talkingOnSundays()
    let sunday = ["ACCORD_NOW": "2026-11-22T20:05:00+08:00"]
    func today() async throws -> String {
      try await household.program.runOnTerminal(["today"], environment: sunday).output
    }
    try await prepare(household, "Mei", "tea")
    #expect(try await today().contains("each apart"))
    try await prepare(household, "Lin", "soup")
    #expect(try await today().contains("you have both prepared; together: accord checkin open"))
    // The hour has passed, and nobody is told that it has.
    #expect(try await today().contains("Today, a talk of about 20 minutes"))
  }

  @Test func `S7 two days later it is gone from every file with the next act`() async throws {
    let household = try await Household.talkingOnSundays()
    try await prepare(household, "Mei", "unmistakable tea", ["repair"])
    try await prepare(household, "Lin", "unmistakable soup", ["repair"])
    try await household.succeeds(["repair", "open"])
    #expect(try files(household, holding: "unmistakable") == ["accord.db"])
    let later: [String: String?] = ["ACCORD_NOW": "2026-11-23T12:00:00+08:00"]
    let closed = try await household.succeeds(["repair", "open", "--json"], environment: later)
    #expect(try closed.json(Talk.self).notes == nil)
    // Reading leaves no trace; an act does.
    #expect(try files(household, holding: "unmistakable") == ["accord.db"])
    try await household.succeeds(Household.proposal("Stop", by: "Mei"), environment: later)
    #expect(try files(household, holding: "unmistakable") == [])
    try await household.soundness()
    for word in ["pause", "repair", "unmistakable", "check-in\""] {
      let log = try await household.succeeds(["log"], environment: later)
      #expect(!log.output.contains(word))
    }
  }

  @Test func `S24 where a password seals one, nothing is opened without it`() async throws {
    let household = try await Household.talkingOnSundays()
    try await prepare(household, "Mei", "unmistakable tea", ["repair"])
    try await prepare(household, "Lin", "unmistakable soup", ["repair"])
    try household.lock("Lin", with: Self.password)
    let before = try Snapshot(of: household.store)
    let silent = try await household.program.run(["repair", "open"])
    #expect(silent.status == 77 && !silent.output.contains("unmistakable"), "\(silent)")
    let wrong = try await household.program.runOnTerminal(
      ["repair", "open"], answers: ["no", "no", "no"])
    #expect(wrong.status == 77 && !wrong.output.contains("unmistakable"), "\(wrong)")
    #expect(try Snapshot(of: household.store) == before)
    let open = try await household.program.runOnTerminal(
      ["repair", "open"], answers: [Self.password, ""])
    #expect(open.status == 0, "\(open)")
    #expect(open.output.contains("Mei: unmistakable tea"))
    #expect(open.output.contains("Lin: unmistakable soup"))
  }

  @Test func `what was taken back is not opened`() async throws {
    let household = try await Household.talkingOnSundays()
    try await prepare(household, "Mei", "tea")
    try await prepare(household, "Lin", "soup")
    let taken = try await household.program.runOnTerminal(
      ["checkin", "prepare", "--as", "Mei"], answers: ["-", "", "", "", ""])
    #expect(taken.output.contains("Nothing is prepared any more."), "\(taken)")
    let short = try await household.succeeds(["checkin", "open"])
    #expect(short.output.contains("five minutes") && !short.output.contains("soup"))
  }

  @Test(
    arguments: [
      String(repeating: "字", count: 1_001), String(repeating: "a", count: 10_000),
    ])
  func `a text that is too long is refused and nothing is kept`(text: String) async throws {
    let household = try await Household.talkingOnSundays()
    let before = try Snapshot(of: household.store)
    let outcome = try await household.program.run(
      ["checkin", "prepare", "--as", "Mei"], input: text)
    #expect(outcome.status == 64 && !outcome.error.contains("字"), "\(outcome)")
    let empty = try await household.program.run(["repair", "--as", "Mei"], input: "  \n ")
    #expect(empty.status == 64, "\(empty)")
    #expect(try Snapshot(of: household.store) == before)
  }

  @Test func `all that fits can be opened, and nothing of it reaches the terminal unseen`()
    async throws
  {
    let household = try await Household.talkingOnSundays()
    let text = "\u{1B}[31m\u{7}" + String(repeating: "🌳", count: 990)
    let all = ["what I felt", "what I saw and heard", "what it touched in me"]
      .map { "# accord: \($0)\n\(text)" }.joined(separator: "\n")
    try await prepare(household, "Mei", all, ["repair"])
    try await prepare(household, "Lin", "short", ["repair"])
    let shown = try await household.program.runOnTerminal(["repair", "open"], answers: [""])
    #expect(shown.output.contains("🌳🌳") && !shown.output.contains("\u{1B}[31m"), "\(shown.status)")
    let tooMuch = Array(repeating: 0, count: 5).enumerated().map { number, _ in
      "# accord: \(Self.headings[number])\n\(String(repeating: "\u{1}", count: 999))x"
    }.joined(separator: "\n")
    let refused = try await household.program.run(["repair", "--as", "Mei"], input: tooMuch)
    #expect(refused.status == 65 && refused.error.contains("long"), "\(refused)")
  }

  private static let headings = [
    "what I felt", "what I saw and heard", "what it touched in me", "my part in it",
    "next time, one thing from me",
  ]
}

extension Array {
  fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async throws -> [T] {
    var all: [T] = []
    for one in self { all.append(try await body(one)) }
    return all
  }
}
