import Foundation
import Testing

/// Whatever a person can type or paste.
@Suite struct TextTests {
  static let texts = [
    "👩‍❤️‍👨 我们 👨‍👩‍👧‍👦 🏳️‍🌈 1️⃣",
    "שלום, נעצור לרגע وقفة",
    "caf\u{E9} cafe\u{301} \u{1112}\u{1161}\u{11AB} \u{D55C} a\u{300}\u{301}\u{302}\u{303}",
    "\u{301}begins with a mark",
    "\u{1B}[31mred\u{1B}[0m \u{1B}]0;title\u{7} \u{9B}31m \u{8}\u{7F}",
    "one\ttwo\rthree\r\nfour\nfive",
    "\u{202E}desrever\u{202C} \u{2066}isolated\u{2069} \u{200F}",
    " leading and trailing\u{3000}",
    "\"quotes\" 'single' \\ back / slash `tick` $HOME %s %n {} ; -- DROP TABLE agreement",
    "\u{FEFF}mark \u{FFFD} \u{FFFE} \u{10FFFF} end",
    "# accord: title",
    "null", "０１２：３０", "--help", "-", "--",
    String(repeating: "界", count: 200),
    String(repeating: "e\u{301}", count: 100),
  ]

  @Test(arguments: texts)
  func `a text comes back byte for byte and is never shown raw`(text: String) async throws {
    let household = try await Household.begun()
    try await household.succeeds(
      [
        "propose", "cool-down", "--minutes=30", "--reason=\(text)", "--as=Mei", "--json", "--",
        text,
      ])
    let listed = try #require(try await household.list().first)
    #expect(listed.title.map { Array($0.utf8) } == Array(text.utf8))
    #expect(listed.reason.map { Array($0.utf8) } == Array(text.utf8))
    let logged = try await household.log().compactMap(\.title)
    #expect(logged.map { Array($0.utf8) } == [Array(text.utf8)])

    let shown = ["show", listed.id]
    for command in [["list", "--all"], shown, ["log"], ["today"], ["accept", "--yes"]] {
      let piped = try await household.program.run(command + ["--as", "Lin"])
      #expect(piped.status == 0, "\(piped)")
      #expect(piped.shownRaw == [], "\(command)")
      if command != shown, command != ["today"], command != ["log"] {
        #expect(piped.output.split(whereSeparator: \.isNewline).count == 1, "\(piped)")
      }
    }
    for command in [["list", "--all"], shown, ["log"]] {
      let shown = try await household.program.runOnTerminal(
        command, environment: ["NO_COLOR": "1", "TERM": "xterm"])
      #expect(shown.status == 0, "\(shown)")
      // What runs from right to left is closed off in isolates of our own.
      let scalars = shown.shownRaw
      #expect(scalars.allSatisfy { $0 == "\u{2068}" || $0 == "\u{2069}" }, "\(command)")
      #expect(
        scalars.count { $0 == "\u{2068}" } == scalars.count { $0 == "\u{2069}" }, "\(command)")
    }
    try await household.soundness()
  }

  @Test(arguments: ["", " ", "\t\n ", "\u{3000}", "\u{A0}\u{2003}\u{2028}"])
  func `a text of nothing but white space is refused`(text: String) async throws {
    let household = try await Household.begun()
    let words = ["propose", "--as=Mei", "cool-down", "--minutes=30"]
    try await household.refuses(words + ["--", text], 64, "empty")
    // Nothing at all is no reason; white space is a mistake.
    if !text.isEmpty {
      try await household.refuses(words + ["--reason=\(text)", "title"], 64, "empty")
    }
    #expect(try await household.list().isEmpty)
  }

  @Test(arguments: ["a", "好", "e\u{301}", "👨‍👩‍👧‍👦"])
  func `a title of 200 and a reason of 2,000 scalars are kept, one more is refused`(
    unit: String
  ) async throws {
    let household = try await Household.begun()
    func text(_ count: Int) -> String {
      let scalars = (0..<count).map { Array(unit.unicodeScalars)[$0 % unit.unicodeScalars.count] }
      return String(String.UnicodeScalarView(scalars))
    }
    func words(_ title: Int, _ reason: Int) -> [String] {
      Household.proposal(text(title), by: "Mei") + ["--reason", text(reason)]
    }
    try await household.refuses(words(201, 1), 64, "too-long")
    try await household.refuses(words(10_000, 1), 64, "too-long")
    try await household.refuses(words(1, 2001), 64, "too-long")
    try await household.refuses(words(1, 10_000), 64, "too-long")
    #expect(try await household.list().isEmpty)
    try await household.succeeds(words(200, 2000))
    let listed = try #require(try await household.list().first)
    #expect(listed.title?.unicodeScalars.count == 200)
    #expect(listed.reason?.unicodeScalars.count == 2000)
  }

  @Test func `texts that fit alone but not together are refused`() async throws {
    let household = try await Household.begun()
    let long = String(repeating: "好", count: 2000)
    try await household.refuses(
      [
        "propose", "reassurance", "title", "--when", long, "--phrase", long, "--reason", long,
        "--as", "Mei",
      ], 65, "too-large")
    #expect(try await household.soundness().entries == 2)
  }

  @Test func `titles that differ only in how an accent is written are two`() async throws {
    let household = try await Household.begun()
    let titles = ["caf\u{E9}", "cafe\u{301}"]
    for title in titles { try await household.succeeds(Household.proposal(title, by: "Mei")) }
    let listed = try await household.list().compactMap(\.title).map { Array($0.utf8) }
    #expect(listed == titles.map { Array($0.utf8) })
  }

  @Test func `an argument that is no UTF-8 is refused`() async throws {
    let household = try await Household.begun()
    let proposal = Household.proposal("title", by: "Mei").map { Array($0.utf8) }
    for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE5, 0xA5]] {
      var title = proposal
      title[2] = bytes
      try await household.refuses(raw: title, 64, "not-utf8")
      try await household.refuses(
        raw: proposal + [Array("--reason=".utf8) + bytes], 64, "not-utf8")
      try await household.refuses(raw: [bytes], 64, "not-utf8")
    }
    #expect(try await household.list().isEmpty)
  }

  @Test func `text that begins with a dash needs no guessing`() async throws {
    let household = try await Household.begun()
    let words = ["propose", "cool-down", "--minutes", "30", "--as", "Mei"]
    try await household.refuses(words + ["--walk"], 64, "unknown-flag")
    try await household.refuses(words + ["--reason", "--x", "walk"], 64, "missing-value")
    try await household.succeeds(words + ["--reason=--x", "--", "--walk"])
    let listed = try #require(try await household.list().first)
    #expect(listed.title == "--walk" && listed.reason == "--x")
    try await household.succeeds(["accept", "--as", "Lin", "--yes", "--", "--walk"])
  }

  @Test(arguments: [("a\0b", "\0x\0", "\0\n\0y"), ("早\u{1B}", "# no header\nline\n\nline", "=x")])
  func `what was written in the editor comes back byte for byte`(
    title: String, reason: String, signal: String
  ) async throws {
    let household = try await Household.begun()
    let text = """
      # accord: minutes
      30
      # accord: title
      \(title)
      # accord: reason
      \(reason)
      # accord: signal
      \(signal)

      """
    let file = try household.sandbox.write(text, to: "text")
    let editor = try household.sandbox.write(
      "#!/bin/sh\ncat '\(file)' > \"$1\"\n", to: "editor", mode: 0o755)
    try await household.succeeds(
      ["propose", "cool-down", "--edit", "--as", "Mei"],
      environment: ["EDITOR": editor, "VISUAL": nil])
    let listed = try #require(try await household.list().first)
    #expect(listed.title.map { Array($0.utf8) } == Array(title.utf8))
    #expect(listed.reason.map { Array($0.utf8) } == Array(reason.utf8))
    for command in [["list", "--all"], ["log"], ["show", listed.id]] {
      let shown = try await household.succeeds(command)
      #expect(shown.shownRaw == [], "\(command)")
    }
    try await household.soundness()
  }

  @Test(arguments: ["小美👩‍❤️‍👩", "שלום", "Mei Mei"])
  func `a name comes back as it was given`(name: String) async throws {
    let household = try Household(in: Sandbox())
    try await household.succeeds(["init", "--", name, "Lin"])
    try await household.succeeds(
      ["propose", "cool-down", "--minutes", "30", "--as=\(name)", "title"])
    #expect(try await household.log().last.map { Array($0.by.utf8) } == Array(name.utf8))
    for command in [["list", "--all"], ["log"], ["show", "title"], ["today"], ["doctor"]] {
      #expect(try await household.succeeds(command).shownRaw == [], "\(command)")
    }
  }

  @Test(arguments: ["\u{1B}[31mMei", "1", "２", "both"])
  func `a name that would be mistaken for something else is refused`(name: String) async throws {
    let household = try Household(in: Sandbox())
    try await household.refuses(["init", "--", name, "Lin"], 64, "bad-name")
  }
}

extension Outcome {
  /// Characters in the output that act on a terminal, or turn the text around, instead of showing.
  var shownRaw: [Unicode.Scalar] {
    (output + error).unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
      default: false
      }
    }
  }
}
