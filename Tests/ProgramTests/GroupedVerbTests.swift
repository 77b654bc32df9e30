import Foundation
import Testing

/// Verbs that stand in a group, in all the ways they are typed.
struct GroupedVerbTests {
  // MARK: Where options stand

  @Test(
    arguments: [
      ["--as", "Mei", "need", "--lang", "zh", "list"], ["--as=Mei", "--lang=zh", "需要", "列表"],
      ["need", "--as", "Mei", "list", "--lang", "zh"],
      ["need", "list", "--lang", "zh", "--as=Mei"],
      ["我的需要", "--lang", "zh", "--as", "Mei"], ["--lang", "zh", "need", "--as", "Mei", "--"],
      // A full-width space does not end a word for the shell.
      ["need\u{3000}list", "--as", "Mei", "--lang", "zh"],
      ["need", "\u{3000}list\u{3000}", "--as", "Mei", "--lang", "zh"],
      ["--lang", "zh", "need\u{3000}", "--as\u{3000}Mei", "list"],
      ["--lang", "zh", "需要\u{3000}列表\u{3000}--as\u{3000}Mei"],
    ])
  func `options stand before a group, between, and after its verb`(words: [String]) async throws {
    let household = try await Self.householdOfNeed()
    let usual = try await household.succeeds(["need", "list", "--as", "Mei", "--lang", "zh"])
    #expect(usual.output.contains("a good night"))
    #expect(try await household.succeeds(words).output == usual.output)
  }

  @Test(
    arguments: [
      ["trend", "--svg", "F"], ["trend", "--svg=F"], ["走向", "--svg", "F", "看"],
      ["这段时间", "show", "--svg\u{3000}F"],
    ])
  func `the options of a group are those of its usual verb`(words: [String]) async throws {
    let household = try await Household.begun()
    try await household.succeeds(["--as", "Mei"] + words)
    #expect(FileManager.default.fileExists(atPath: household.sandbox.home + "/F"))
  }

  @Test func `what follows a verb after a full-width space is its own`() async throws {
    let household = try await Self.householdOfNeed()
    let usual = try await household.succeeds(["need", "list", "--as", "Mei", "--json"])
    struct Document: Decodable {
      struct Kept: Decodable { let id: String }
      let needs: [Kept]
    }
    let id = try #require(try usual.json(Document.self).needs.first).id
    for words in [["需要\u{3000}看\u{3000}\(id)"], ["need", "show\u{3000}\(id)"]] {
      let shown = try await household.succeeds(words + ["--as", "Mei"])
      #expect(shown.output.contains("a good night"))
    }
  }

  // MARK: What is no verb

  @Test(
    arguments: [
      (["need", "sahre"], "need share"), (["需要", "lsit"], "need list"),
      (["需要", "分想"], "need 分享"), (["need", "写写"], "need 写"), (["trend", "shwo"], "trend show"),
      (["help", "reflect", "sumary"], "reflect summary"),
    ])
  func `a verb that was mistyped inside a group is guessed`(words: [String], meant: String)
    async throws
  {
    let (english, chinese) = try await Self.complaints(words)
    #expect(english.contains("did you mean accord \(meant)?"))
    #expect(chinese.contains("是不是想用 accord \(meant)？"))
  }

  @Test(
    arguments: [
      ["need", "nothing"], ["need", "help"], ["需要", "x"], ["need", "propose"],
      ["help", "need", "nothing"], ["need", "nothing", "--help"],
    ])
  func `no verb is guessed that has nothing in common`(words: [String]) async throws {
    let (english, chinese) = try await Self.complaints(words)
    #expect(english.contains("; all of them: accord need --help\n"))
    #expect(chinese.contains("；全部命令：accord need --help\n"))
  }

  @Test(
    arguments: [
      (["need", "nothing"], "unknown-verb"), (["需要", "nothing", "list"], "unknown-verb"),
      (["steady", "x"], "unknown-verb"),
      (["need", "--", "add"], "unexpected-words"), (["need", "--", "--as"], "unexpected-words"),
      (["need", ""], "unknown-verb"), (["need", "\u{3000}"], "unknown-verb"),
      (["need", "list", "extra"], "unexpected-words"), (["need", "-"], "unexpected-words"),
      (["need", "--nothing"], "unknown-flag"), (["steady", "--edit"], "unknown-flag"),
      (["need", "list", "--svg", "F"], "unknown-flag"),
      (["need", "--as"], "missing-value"), (["trend", "--svg"], "missing-value"),
      (["trend", "--json=no"], "unexpected-value"),
    ])
  func `what a group cannot use is refused in either language and as JSON`(
    words: [String], code: String
  ) async throws {
    let household = try Household(in: Sandbox())
    try await household.refuses(words, 64, code)
    #expect(!FileManager.default.fileExists(atPath: household.store))
  }

  // MARK: Help

  @Test(
    arguments: [
      ["need", "add", "-h"], ["need", "--help", "add"], ["--help", "需要", "写"],
      ["help", "need", "add"], ["帮助", "需要", "加"], ["help\u{3000}need\u{3000}add"],
      ["help", "need\u{3000}add"], ["need\u{3000}add", "--help"],
    ])
  func `help for a verb of a group is asked for in many ways`(words: [String]) async throws {
    let program = try Program.accord(in: Sandbox())
    let usual = try await program.run(["need", "add", "--help"])
    #expect(usual.output.contains("Usage: accord need add "))
    let outcome = try await program.run(words)
    #expect(outcome.status == 0 && outcome.output == usual.output)
  }

  @Test(arguments: [["需要", "--help"], ["help", "need"], ["--help", "need"], ["帮助", "我的需要"]])
  func `help for a group names its verbs`(words: [String]) async throws {
    let program = try Program.accord(in: Sandbox())
    let usual = try await program.run(["need", "--help"])
    for verb in ["add", "list", "show", "edit", "remove", "share", "unshare", "heard"] {
      #expect(usual.output.contains("\n  \(verb)"))
    }
    let outcome = try await program.run(words)
    #expect(outcome.status == 0 && outcome.output == usual.output)
  }

  // MARK: What they are tried on

  private static func householdOfNeed() async throws -> Household {
    let household = try await Household.begun()
    let outcome = try await household.program.run(
      ["need", "add", "--as", "Mei"], input: "a good night")
    #expect(outcome.status == 0, "\(outcome)")
    return household
  }

  /// What is told in each language of a command line that ends with status 64.
  private static func complaints(
    _ words: [String]
  ) async throws -> (english: String, chinese: String) {
    let program = try Program.accord(in: Sandbox())
    let english = try await program.run(words + ["--lang", "en"])
    let chinese = try await program.run(words + ["--lang", "zh"])
    for outcome in [english, chinese] { outcome.isOneComplaint(64) }
    return (english.error, chinese.error)
  }
}
