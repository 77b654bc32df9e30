import Foundation
import Testing

/// `accord coach`: what it reads, and what it leaves behind, which is nothing.
@Suite struct CoachCommandTests {
  struct Looked: Decodable {
    struct Finding: Decodable, Equatable {
      let kind: String
      let text: String
      let offset: Int
      let length: Int
    }
    let schema: String
    let findings: [Finding]
    let suggestion: String?
  }

  private static let words = "you never listen to me"

  @Test(arguments: [
    ("👩‍❤️‍👨 you never listen", ["accusing", "absolute"]), ("🏳️‍🌈👍🏽你总是不回我", ["accusing", "absolute"]),
    ("e\u{301}\r\n你从来不听", ["accusing", "absolute"]), ("\0\u{1B}[0m never", ["absolute"]),
    ("🙂 Answer me within ten minutes", ["controlling"]), ("我们周日聊聊，好吗", []),
  ])
  func `a finding stands where its offset says, in Unicode scalars`(
    text: String, kinds: [String]
  ) async throws {
    let outcome = try await Program.accord(in: Sandbox()).run(["coach", "--json"], input: text)
    #expect(outcome.status == 0, "\(outcome)")
    let looked = try outcome.json(Looked.self)
    #expect(looked.schema == "accord/1")
    #expect(looked.findings.map(\.kind) == kinds)
    #expect((looked.suggestion == nil) == kinds.isEmpty)
    let scalars = Array(text.unicodeScalars)
    for finding in looked.findings {
      let words = scalars[finding.offset..<(finding.offset + finding.length)]
      #expect(words.elementsEqual(finding.text.unicodeScalars))
    }
  }

  @Test func `in a pipe each finding is a line, and the suggestion the last`() async throws {
    let program = try Program.accord(in: Sandbox())
    let found = try await program.run(["coach"], input: "well,\tyou\tnever\tlisten \\ to me")
    #expect(found.status == 0 && found.error.isEmpty, "\(found)")
    #expect(
      found.output == """
        accusing\t6\t9\tyou\\tnever
        absolute\t10\t5\tnever
        suggestion\tWhen I feel you don't listen, I feel … . I'd like … . Could you … ? \
        It's all right to say no.

        """, "\(found)")
    for text in ["we miss it", "", " \n"] {
      let none = try await program.run(["coach"], input: text)
      #expect(none.status == 0 && none.output.isEmpty && none.error.isEmpty, "\(none)")
      let asJSON = try await program.run(["coach", "--json"], input: text).json(Looked.self)
      #expect(asJSON.findings == [] && asJSON.suggestion == nil)
    }
  }

  @Test(arguments: ["you never listen. ", "你总是不回我。", "\0", "\u{1B}[2J", "好"])
  func `16 KiB of anything are read`(unit: String) async throws {
    let text = String(repeating: unit, count: 16 * 1_024 / unit.utf8.count)
    let outcome = try await Program.accord(in: Sandbox()).run(["coach", "--json"], input: text)
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    let findings = try outcome.json(Looked.self).findings
    #expect(findings.isEmpty == !(unit.contains("never") || unit.contains("总是")))
  }

  @Test(arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x79, 0xE4, 0xBD]] as [[UInt8]])
  func `what is not UTF-8 is refused`(bytes: [UInt8]) async throws {
    let program = try Program.accord(in: Sandbox())
    let words = [Array("coach".utf8)]
    let outcome = try await program.run(raw: words, input: bytes)
    outcome.isOneComplaint(65)
    let asJSON = try await program.run(raw: words + [Array("--json".utf8)], input: bytes)
    #expect(asJSON.status == 65 && asJSON.errorCode == "input", "\(asJSON)")
  }

  @Test func `what acts on a terminal is made visible`() async throws {
    let program = try Program.accord(in: Sandbox())
    let text = "you\u{1B}[31m \u{202E}never\u{7}\u{202C} \u{9B}31m listen to\u{200B} me"
    let piped = try await program.run(["coach"], input: text)
    let file = try program.sandbox.write(text, to: "text")
    var shell = Program("/bin/sh", in: program.sandbox)
    shell.environment = program.environment
    let shown = try await shell.runOnTerminal(["-c", "'\(program.path)' coach <'\(file)'"])
    for outcome in [piped, shown] {
      #expect(outcome.status == 0 && outcome.output.contains("never"), "\(outcome)")
      let raw = outcome.output.unicodeScalars.filter {
        ($0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t")
          || $0.properties.generalCategory == .format
      }
      #expect(raw.isEmpty, "\(outcome)")
    }
  }

  @Test func `it needs no store, no home, no clock and no name`() async throws {
    let program = try Program.accord(in: Sandbox())
    let outcome = try await program.run(
      ["coach"], input: Self.words,
      environment: ["HOME": nil, "ACCORD_STORE": nil, "ACCORD_AS": "nobody", "ACCORD_NOW": "x"])
    #expect(outcome.status == 0 && outcome.output.contains("suggestion\t"), "\(outcome)")
    let asked = try await program.runOnTerminal(["coach", "--no-input"])
    #expect(asked.status == 64, "\(asked)")
  }

  @Test func `S16 a text is no argument, and none of it is left in any file`() async throws {
    let household = try await Household.begun()
    let before = try Snapshot(of: household.store)
    let home = try Snapshot(of: household.sandbox.home)
    for more in [
      ["coach", Self.words], ["coach", "--"] + Self.words.split(separator: " ").map(String.init),
    ] {
      let outcome = try await household.program.run(more, input: "")
      outcome.isOneComplaint(64)
      #expect(!outcome.error.contains("listen"))
    }
    for more in [[], ["--json"], ["--as", "Mei"], ["--lang", "zh"]] {
      let outcome = try await household.program.run(["coach"] + more, input: Self.words)
      #expect(outcome.status == 0 && outcome.output.contains("listen"), "\(outcome)")
    }
    let typed = try await household.program.runOnTerminal(["coach"], answers: [Self.words])
    #expect(typed.status == 0 && typed.output.contains("Perhaps like this:"), "\(typed)")

    #expect(try Snapshot(of: household.store) == before)
    #expect(try Snapshot(of: household.sandbox.home) == home)
    let files = try #require(FileManager.default.enumerator(atPath: household.sandbox.folder))
    for case let name as String in files {
      let bytes = FileManager.default.contents(atPath: household.sandbox.path(name))
      #expect(bytes?.range(of: Data("listen to me".utf8)) == nil, "\(name)")
    }
  }

  @Test func `S7 looking at a text changes no byte, also where there is a vault`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(["coach", "--no-hints", "--as", "Mei"])
    let before = try Snapshot(of: household.store)
    for _ in 1...3 {
      let outcome = try await household.program.run(["coach", "--as", "Mei"], input: Self.words)
      #expect(outcome.status == 0)
    }
    #expect(try Snapshot(of: household.store) == before)
    // The same wish again is no change either.
    try await household.succeeds(["coach", "--no-hints", "--as", "Mei"])
    try await household.refuses(["coach", "--no-hints", "--hints"], 64, "contradiction")
    #expect(try Snapshot(of: household.store) == before)
  }
}
