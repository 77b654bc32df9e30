import Agreements
import Files
import Foundation
import Journal
import Sealing
import Storage
import SystemPackage
import Testing

/// Needs that are shown, and boundaries of one's own, as the real program tells of them.
struct ShownTests {
  let program: Program
  private let store: Store

  private static let need = Need.ID(String(repeating: "n", count: 26))

  init() async throws {
    program = try Program.accord(in: Sandbox(), now: "2026-11-21T20:00:00+08:00")
    let begun = try await program.run(["init", "小美", "Lin"])
    try #require(begun.status == 0, "\(begun)")
    store = try Store.writing(Folder(FilePath(program.sandbox.store)))
  }

  private func act<Result>(as partner: Partner, _ body: (Pen) throws -> Result) throws -> Result {
    let devices = try store.devices()
    let device = try #require(devices.first { $0.value == partner.id }).key
    let keys = try DeviceKeys.load(from: store.folder, fingerprint: device.text)
    let writer = Writer(
      partner: partner, key: try keys.withSigningSeed { try SigningKey(seed: $0) })
    let now = try #require(Instant(rfc3339: "2026-11-21T12:00:00Z"))
    return try store.write(as: writer, at: now, in: .utc, body)
  }

  private var mei: Partner { store.pair.first }
  private var lin: Partner { store.pair.second }

  private func declare() throws -> Agreement.ID {
    let text = Wording(
      title: try Title("I walk alone"),
      terms: .boundary(Boundary(cue: try Note("it is too much"), action: try Note("I go out"))),
      promise: .own(mei.id))
    return try act(as: mei) { try $0.declare(text).agreement.id }
  }

  private func share(_ text: String) throws {
    try act(as: mei) { pen in
      _ = try pen.share(Self.need, Need(category: .space, text: try Note(text)))
    }
  }

  private func shown(_ words: [String], _ language: String = "en") async throws -> String {
    let shown = try await program.runOnTerminal(
      words + ["--lang", language], environment: ["TERM": "dumb", "COLUMNS": "100"])
    #expect(shown.status == 0, "\(shown)")
    return shown.output.replacing(/[\u{2068}\u{2069}\r]/, with: "")
  }

  @Test func `an own boundary is told as its owner's, in both languages`() async throws {
    let id = try declare()
    #expect(try await shown(["list"]).contains("小美's boundary: I walk alone"))
    #expect(try await shown(["list"], "zh").contains("小美的边界：I walk alone"))
    #expect(try await shown(["list", "--all"]).contains(/I walk alone +小美's boundary +declared/))
    #expect(try await shown(["list", "--all"], "zh").contains(/小美的边界 +定下了/))
    let sheet = try await shown(["show", "alone"])
    #expect(sheet.contains("小美's boundary."))
    #expect(sheet.contains("Since 21 November; only 小美 changes it or lets it go."))
    #expect(sheet.contains("小美 declared a boundary: \"I walk alone\""))
    let chinese = try await shown(["show", "alone"], "zh")
    #expect(chinese.contains("11月21日起；要改、要放下，都由小美决定。"))
    #expect(chinese.contains("小美定下了自己的边界：“I walk alone”"))
    // Nobody agreed to it, and nobody is asked.
    #expect(try await shown(["today", "--as", "Lin"]).contains("To suggest something"))
    let listed = try await program.run(["list"])
    #expect(listed.output.contains("\tboundary\tactive\tI walk alone\t小美\t\n"))
    let json = try await program.run(["list", "--json"]).output
    #expect(json.contains(#""owner":"小美","promisedBy":["小美"]"#))
    #expect(json.contains("\"id\":\"\(id)\"") && json.contains(#""reviewOn":null"#))
  }

  @Test func `only its owner changes it and lets it go`() async throws {
    let id = try declare()
    for words in [
      ["end", "alone"], ["amend", "alone", "--then", "I stay"], ["forget", "alone", "--yes"],
    ] {
      let refused = try await program.run(words + ["--as", "Lin"])
      #expect(refused.status == 1)
      #expect(refused.error.contains("this is 小美's own boundary"))
    }
    for verb in ["accept", "decline", "withdraw"] {
      let refused = try await program.run([verb, "alone", "--as", "小美"])
      #expect(refused.status == 1)
      #expect(refused.error.contains("nobody is asked for a boundary of one's own"))
    }
    let amended = try await program.run([
      "amend", "alone", "--then", "I sit by the river", "--as", "小美", "--yes",
    ])
    #expect(amended.output.contains("Your boundary, from now on."))
    #expect(try await shown(["show", "alone"]).contains("I sit by the river"))
    #expect(
      try await program.run(["end", "alone", "--as", "小美"]).output.contains("no longer your"))
    #expect(try await shown(["list", "--all"]).contains("let go"))
    #expect(try await shown(["show", "alone"]).contains("小美 let it go on 21 November."))
    let renewed = try await program.run(["renew", "alone", "--as", "小美"])
    #expect(renewed.output.contains("Your boundary, from now on."))
    _ = try await program.run(["end", "alone", "--as", "小美"])
    let log = try await shown(["log"])
    #expect(log.contains("小美 changed a boundary") && log.contains("小美 let go of a boundary"))
    let erased = try await program.run(["forget", String(id.text.prefix(8)), "--as", "小美", "--yes"])
    #expect(erased.output.contains("Erased here"))
    let left = try await shown(["show", String(id.text.prefix(8)), "--as", "Lin"])
    #expect(left.contains("No longer agreed") && !left.contains("would like"))
  }

  @Test func `S14 the log tells of a need while it is shown, and then only that it was`()
    async throws
  {
    try share("an evening to myself")
    try act(as: lin) { pen in _ = try pen.heard(Self.need) }
    #expect(try await shown(["log"]).contains("小美 showed Lin a need: “an evening to myself”"))
    #expect(try await shown(["log"]).contains("Lin thanked 小美 for telling"))
    let chinese = try await shown(["log"], "zh")
    #expect(chinese.contains("小美给Lin看了一个需要：“an evening to myself”"))
    #expect(chinese.contains("Lin说：“听到了，谢谢你告诉我”"))
    let fields = try await program.run(["log"]).output
    #expect(fields.contains("\t小美\tshare\tnnnnnnnn\tan evening to myself\n"))
    let json = try await program.run(["log", "--json"]).output
    let id = Self.need.text
    #expect(
      json.contains(
        """
        "need":{"category":"space","id":"\(id)","request":null,"step":null,\
        "text":"an evening to myself","trigger":null}
        """))
    try act(as: mei) { pen in _ = try pen.unshare(Self.need) }
    let after = try await shown(["log"])
    #expect(after.contains("小美 stopped showing Lin a need") && !after.contains("evening"))
    #expect(try await shown(["log"], "zh").contains("有一个需要，小美不再给Lin看了"))
    #expect(!(try await program.run(["log", "--json"]).output.contains("evening")))
  }

  @Test func `S1 what a text serves is shown with it, and is part of a difference`() async throws {
    try share("an evening to myself")
    var text = Wording(
      title: try Title("Fridays"), terms: .coolDown(CoolDown(length: .usual)), promise: .both,
      needs: [Self.need])
    let id = try act(as: mei) { try $0.propose(text).agreement.id }
    let card = "For what 小美 needs: “an evening to myself”"
    #expect(try await shown(["show", "Fridays"]).contains(card))
    #expect(
      try await shown(["show", "Fridays"], "zh").contains("为了小美的需要：“an evening to myself”"))
    // A change of something else leaves it as it is.
    let other = try await program.run([
      "counter", "Fridays", "--minutes", "45", "--as", "Lin", "--yes",
    ])
    #expect(other.status == 0, "\(other)")
    let json = try await program.run(["show", "Fridays", "--json"]).output
    #expect(json.contains("\"needs\":[\"\(Self.need)\"]"))
    let now = try #require(Instant(rfc3339: "2026-11-21T12:00:00Z"))
    let agreement = try #require(try store.agreement(id))
    let changed = try #require(agreement.open(at: now).last)
    text.needs = []
    try act(as: mei) { pen in
      _ = try pen.counter(changed.id, on: id, with: text)
    }
    #expect(try await shown(["show", "Fridays", "--diff"]).contains("- " + card))
    try act(as: mei) { pen in _ = try pen.unshare(Self.need) }
    #expect(
      try await shown(["show", "Fridays", "--diff"])
        .contains("For a need that is no longer shown (nnnnnnnn)"))
  }
}
