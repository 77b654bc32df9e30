import Foundation
import Testing

@testable import accord

/// What changes from one text to another, as the real program shows it.
struct DifferenceTests {
  private func household() async throws -> Program {
    let program = try Program.accord(in: Sandbox(), now: "2026-11-21T20:00:00+08:00")
    _ = try await program.run(["init", "小美", "Lin"])
    let made = try await program.run([
      "propose", "cool-down", "先停一停", "--minutes", "30", "--signal", "双手比T",
      "--meanwhile", "走一走\n喝口水", "--as", "小美",
    ])
    try #require(made.status == 0, "\(made)")
    return program
  }

  /// What `show --diff` tells of Lin's text: the last part of it.
  private func change(in program: Program) async throws -> String {
    let shown = try await program.run(["show", "先停一停", "--diff"])
    try #require(shown.status == 0, "\(shown)")
    let heading = try #require(shown.output.range(of: "Lin, ", options: .backwards))
    return String(shown.output[heading.lowerBound...])
  }

  private func lines(_ text: String, beginning mark: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { $0.hasPrefix(mark) }
  }

  @Test func `only what differs is marked`() async throws {
    let program = try await household()
    let countered = try await program.run(["counter", "--minutes", "45", "--as", "Lin"])
    try #require(countered.status == 0, "\(countered)")
    let after = try await change(in: program)
    #expect(lines(after, beginning: "- ") == ["- \"Too heated? We both stop for 30 minutes.\""])
    #expect(lines(after, beginning: "+ ") == ["+ \"Too heated? We both stop for 45 minutes.\""])
    #expect(lines(after, beginning: "  ").contains("  先停一停"))
    #expect(lines(after, beginning: "  ").contains("  喝口水"))
  }

  @Test func `a line more of a text is one line more of the difference`() async throws {
    let program = try await household()
    let countered = try await program.run([
      "counter", "--meanwhile", "走一走\n喝口水\n听歌", "--as", "Lin",
    ])
    try #require(countered.status == 0, "\(countered)")
    let after = try await change(in: program)
    #expect(lines(after, beginning: "- ") == [])
    #expect(lines(after, beginning: "+ ") == ["+ 听歌"])
  }

  @Test func `who promises is part of the difference`() async throws {
    let program = try await household()
    let countered = try await program.run(["counter", "--promise", "me", "--as", "Lin"])
    try #require(countered.status == 0, "\(countered)")
    let shown = try await program.run(["show", "先停一停", "--diff", "--lang", "zh"])
    #expect(lines(shown.output, beginning: "- ").contains("- 我们都这样做。"))
    #expect(lines(shown.output, beginning: "+ ").contains("+ 这条只有Lin要做。"))
  }
}
