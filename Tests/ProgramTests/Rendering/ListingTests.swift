import Testing

@testable import accord

/// Listings as a terminal shows them, made by the real program.
struct ListingTests {
  static let titles = [
    "Stop", "吵架先停半小时", "👩‍❤️‍👨 Sunday walk", "周五🍲晚上", "❤️", "e\u{301}te\u{301}", "هدوء",
    "A rather long title that goes on and on, so that it cannot be shown whole on a terminal",
    "一个很长很长的名字，一个很长很长的名字，一个很长很长的名字，一个很长很长的名字，在终端上放不下",
  ]

  private func household() async throws -> Program {
    let program = try Program.accord(in: Sandbox(), now: "2026-11-21T20:00:00+08:00")
    _ = try await program.run(["init", "小美", "Lin"])
    for (index, title) in Self.titles.enumerated() {
      let promise = ["both", "me", "you"][index % 3]
      let made = try await program.run([
        "propose", "boundary", title, "--when", "it is \(index)", "--then", "we stop",
        "--promise", promise, "--as", "小美",
      ])
      try #require(made.status == 0, "\(made)")
      let agreed = try await program.run(["accept", title, "--as", "Lin", "--yes"])
      try #require(agreed.status == 0, "\(agreed)")
    }
    return program
  }

  /// Where the id begins on a line, in columns: it is the last word.
  private func placeOfID(_ line: Substring) -> Int? {
    guard let gap = line.lastIndex(of: " ") else { return nil }
    return String(line[...gap]).columns
  }

  @Test(arguments: Language.allCases, [["list"], ["list", "--all"]])
  func `every id begins in the same column`(language: Language, words: [String]) async throws {
    let program = try await household()
    let shown = try await program.runOnTerminal(
      words + ["--lang", language.rawValue], environment: ["TERM": "dumb"])
    let rows = shown.output.split(separator: "\n").filter { $0.contains("  ") }
    #expect(rows.count == Self.titles.count)
    #expect(Set(rows.compactMap(placeOfID)).count == 1)
    for row in rows { #expect(String(row).columns <= 80) }
  }

  @Test func `colours move nothing`() async throws {
    let program = try await household()
    let plain = try await program.runOnTerminal(["list"], environment: ["TERM": "dumb"])
    let coloured = try await program.runOnTerminal(["list", "--color", "always"])
    #expect(coloured.output.contains("\u{1B}["))
    #expect(coloured.output.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain.output)
  }

  @Test func `in a pipe there are fields, whole and without a heading`() async throws {
    let program = try await household()
    let piped = try await program.run(["list"])
    let rows = piped.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(rows.allSatisfy { $0.count == 6 })
    #expect(Set(rows.map { String($0[3]) }) == Set(Self.titles))
    #expect(!piped.output.contains("\u{2068}"))
  }
}
