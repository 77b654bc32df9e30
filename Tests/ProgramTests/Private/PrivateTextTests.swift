import Foundation
import Testing

@testable import accord

/// Private words that are hard to keep, and hard to show.
@Suite struct PrivateTextTests {
  private static let texts: [String] = [
    "我希望周日晚上一起聊聊", "👩‍❤️‍👨👨‍👩‍👧‍👦 🏳️‍🌈 1️⃣, e\u{301} is not é", "before\0after",
    "\u{1B}[31mred\u{1B}]0;owned\u{7} \u{1B}P+q\u{1B}\\ \u{9B}2J \u{8}\u{8}\u{7F}",
    "שלום \u{202E}abc\u{2066}", "one\ntwo\n\nfour\n# a heading of one's own", "one\r\ntwo", "a\rb",
    "tab\tand  two spaces, \\n no line", "\u{FEFF}mark \u{2028} \u{85} \u{FFFE} \u{10FFFF} end",
    "'); DROP TABLE need; -- see # accord: need, in the middle", "-",
    String(repeating: "好", count: 1_600),
  ]

  @Test(arguments: texts)
  func `a private text comes back byte for byte, and is never shown raw`(
    text: String
  ) async throws {
    let household = try await Household.begun()
    let short = String(String.UnicodeScalarView(text.unicodeScalars.prefix(200)))
    // Without headings, and below each of them.
    let whole = try await household.need(text, by: "Mei")
    _ = try await household.need(
      "# accord: need\n\(text)\n# accord: 触发点\n\(short)\n# accord: 先为自己做的\n\(text)\n# accord: request\n\(text)\n",
      by: "Mei")
    let note =
      "# accord: what I felt\n\(text)\n# accord: what I did\n\(text)\n# accord: trigger\n\(short)"
    _ = try await household.reflection(note, by: "Mei")
    try await household.succeeds(
      ["steady", "edit", "--as", "Mei"],
      saying: "# accord: sentence\n\(text)\n\n# accord: people\n\(text)")

    let bytes = Array(text.utf8)
    let needs = try await household.needs(of: "Mei").needs
    #expect(needs.map { Array($0.text.utf8) } == [bytes, bytes])
    #expect(needs[1].request.map { Array($0.utf8) } == bytes)
    #expect(needs[1].step.map { Array($0.utf8) } == bytes)
    #expect(needs[1].trigger.map { Array($0.utf8) } == Array(short.utf8))
    let written = try #require(try await household.reflections(of: "Mei").first)
    #expect(written.felt.map { Array($0.utf8) } == bytes)
    #expect(written.did.map { Array($0.utf8) } == bytes && written.happened == nil)
    let footing = try #require(try await household.footing(of: "Mei"))
    #expect(footing.sentence.map { Array($0.utf8) } == bytes)
    #expect(footing.people.map { Array($0.utf8) } == bytes && footing.step == nil)

    try await household.succeeds(["need", "share", needs[1].id, "--as", "Mei", "--yes"])
    let shared = try await household.needs(of: "Lin").shared
    #expect(shared.map { Array($0.text.utf8) } == [bytes])
    try await Self.isNeverShownRaw(household, whole)
    try await household.soundness()
  }

  private static func isNeverShownRaw(_ household: Household, _ id: String) async throws {
    let page = household.sandbox.path("page.md")
    try await household.succeeds(["reflect", "summary", "--to", page, "--as", "Mei"])
    let saved = try Data(contentsOf: URL(fileURLWithPath: page))
    #expect(raw(String(decoding: saved, as: UTF8.self)) == [])
    for words in [
      ["need", "list"], ["need", "show", id], ["reflect", "list"], ["reflect", "summary"],
      ["triggers"], ["steady"],
    ] {
      let piped = try await household.succeeds(words + ["--as", "Mei"])
      #expect(piped.shownRaw == [], "\(words)")
      let shown = try await household.program.runOnTerminal(
        words + ["--as", "Mei"], environment: ["NO_COLOR": "1", "TERM": "xterm"])
      #expect(shown.status == 0, "\(shown)")
      // What runs from right to left is closed off in isolates of our own.
      #expect(shown.shownRaw.allSatisfy { $0 == "\u{2068}" || $0 == "\u{2069}" }, "\(words)")
    }
    // In menus, and as what is there already.
    for (words, answers) in [
      (["need", "share"], ["2", "1"]), (["need", "edit", id], ["", "", "", "", ""]),
      (["reflect", "remove"], ["1", "2"]), (["steady", "edit"], ["", "", ""]),
    ] {
      let asked = try await household.program.runOnTerminal(
        words + ["--as", "Mei"], answers: answers, environment: ["NO_COLOR": "1", "TERM": "xterm"])
      #expect(asked.status == 0, "\(asked)")
      #expect(asked.shownRaw.allSatisfy { $0 == "\u{2068}" || $0 == "\u{2069}" }, "\(words)")
    }
  }

  private static func raw(_ text: String) -> [Unicode.Scalar] {
    Outcome(status: 0, outputBytes: Array(text.utf8), errorBytes: []).shownRaw
  }

  @Test(
    arguments: texts.prefix(8) + ["-"] + [
      "# accord: need", "# accord: need\nx\n\\# accord: own step", "# accord… no",
    ])
  func `Enter at every question, and an editor that changes nothing, leave a need as it is`(
    text: String
  ) async throws {
    let household = try await Household.begun()
    // What could be taken for a heading stands behind a backslash.
    let typed = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == "\\" }.hasPrefix("# accord") ? "\\" + $0 : $0 }
      .joined(separator: "\n")
    let id = try await household.need(
      "# accord: need\n\(typed)\n# accord: request\n\(typed)", by: "Mei")
    let before = try await household.needs(of: "Mei").needs
    #expect(before.map { Array($0.text.utf8) } == [Array(text.utf8)])
    let bytes = FileManager.default.contents(atPath: try household.vaultFile(of: "Mei"))
    let edited = try await household.program.runOnTerminal(
      ["need", "edit", id, "--edit", "--as", "Mei"], environment: ["EDITOR": "true", "VISUAL": nil])
    #expect(edited.status == 0, "\(edited)")
    let entered = try await household.program.runOnTerminal(
      ["need", "edit", id, "--as", "Mei"], answers: ["", "", "", "", ""])
    #expect(entered.status == 0, "\(entered)")
    #expect(try await household.needs(of: "Mei").needs == before)
    // Not even sealed anew.
    #expect(FileManager.default.contents(atPath: try household.vaultFile(of: "Mei")) == bytes)
  }

  @Test(arguments: ["", " ", "\t\n \n", "\u{3000}", "\u{A0}\u{2003}\u{2028}", "\r\n\r\n"])
  func `nothing but white space is nothing`(text: String) async throws {
    let household = try await Household.begun()
    for (words, code) in [
      (["need", "add"], "missing"), (["reflect", "add"], "empty"), (["steady", "edit"], "empty"),
    ] {
      for text in [text, "# accord: trigger\n\(text)", "# accord: people\n\(text)"] {
        let known = words[0] == "steady" ? "people" : "trigger"
        guard !text.contains("# accord") || text.contains(known) else { continue }
        try await household.refuses(
          words + ["--as", "Mei"], saying: Array(text.utf8), 64, code, never: "Birnbaum")
      }
    }
    #expect(!FileManager.default.fileExists(atPath: try household.vaultFile(of: "Mei")))
  }

  @Test(arguments: ["a", "好", "👨‍👩‍👧‍👦"])
  func `of a text 2,000 scalars are kept and of a trigger 200, one more is refused`(
    unit: String
  ) async throws {
    let household = try await Household.begun()
    func text(_ count: Int) -> String {
      let scalars = Array(unit.unicodeScalars)
      return String(String.UnicodeScalarView((0..<count).map { scalars[$0 % scalars.count] }))
    }
    for count in [2_001, 10_000] {
      for words in [["need", "add"], ["reflect", "add"], ["steady", "edit"]] {
        try await household.refuses(
          words + ["--as", "Mei"], saying: Array(text(count).utf8), 64, "too-long", never: text(9))
      }
    }
    let trigger = "# accord: need\nx\n# accord: trigger\n"
    try await household.refuses(
      ["need", "add", "--as", "Mei"], saying: Array((trigger + text(201)).utf8), 64, "too-long",
      never: text(9))
    _ = try await household.need(text(2_000), by: "Mei")
    _ = try await household.need(trigger + text(200), by: "Mei")
    let kept = try await household.needs(of: "Mei").needs
    #expect(kept.map { $0.text.unicodeScalars.count } == [2_000, 1])
    #expect(kept.last?.trigger?.unicodeScalars.count == 200)
  }

  @Test func `a line longer than a terminal keeps is asked for again, and never cut`()
    async throws
  {
    let household = try await Household.begun()
    let long = String(repeating: "好", count: 1_999)
    let outcome = try await household.program.runOnTerminal(
      ["reflect", "add", "--as", "Mei"], answers: [long, "short", "", "", "", "", ""])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains("or a long one later with --edit"), "\(outcome)")
    let kept = try #require(try await household.reflections(of: "Mei").first)
    #expect(kept.texts.compactMap { $0 } == ["short"])
  }
}
