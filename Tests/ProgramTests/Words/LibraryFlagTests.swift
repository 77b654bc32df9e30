import Fixtures
import Foundation
import Testing

@testable import accord

/// Whatever is typed, it is answered in our own words: no flag of the library's is a fault of ours.
struct LibraryFlagTests {
  private static let spellings = [
    "--help=x", "--help=", "--help=你", "-h=x", "-h=", "-xh", "-hx", "-help", "-yh", "--help-hidden",
    "--help-hidden=x", "-help-hidden", "--experimental-dump-help", "--experimental-dump-help=x",
    "--generate-completion-script", "--generate-completion-script=zsh", "--version=x", "-version",
    "---completion", "---help", "--=x", "-=h",
  ]

  /// How many verbs lie between two that are tried with one spelling; all spellings together try
  /// all.
  private static let stride = 6

  @Test(arguments: spellings.indices)
  func `a flag of the library's in another spelling is a mistyped command line`(
    index: Int
  ) throws {
    let flag = Self.spellings[index]
    let verbs = Swift.stride(from: index % Self.stride, to: Verb.all.count, by: Self.stride)
      .map { Verb.all[$0] }
    for verb in [Verb.top] + verbs {
      // The first argument of a shell that asks for candidates is for the library.
      if verb.path.isEmpty, flag == Completions.request { continue }
      let problem = #expect(throws: Problem.self, "\(verb.name) \(flag)") {
        _ = try Arguments.parsed(verb.path + [flag])
      }
      #expect(problem?.exit == .usage, "\(verb.name) \(flag)")
    }
  }

  @Test(arguments: [
    ["list", "--help=x"], ["show", "-xh"], ["-h=x"], ["--help-hidden"], ["need", "--help=x"],
    ["list", "--experimental-dump-help"], ["--experimental-dump-help"], ["pause", "30m", "-xh"],
    ["--generate-completion-script", "bash"], ["--as", "Mei", "-xh"], ["draft", "2", "-h="],
  ])
  func `it is told in one sentence of either language`(words: [String]) async throws {
    let program = try Program.accord(in: Sandbox())
    for language in ["en_US.UTF-8", "zh_CN.UTF-8"] {
      let outcome = try await program.run(words, environment: ["LANG": language])
      outcome.isOneComplaint(64)
      #expect(!outcome.error.contains("Error:") && !outcome.error.contains("USAGE"), "\(outcome)")
    }
  }

  /// Pieces of what the library knows, put together at random.
  @Test func `no words at all are a fault`() throws {
    let pieces = [
      "--", "-", "=", "h", "x", "help", "hidden", "version", "as", "json", "list", "need", "add",
      "pause", "30m", "---completion", "generate-completion-script", "experimental-dump-help",
      "no-", "你", " ", "", "--help", "-h", "--store", "--lang", "zh", "help",
    ]
    var generator = Seed.generator
    for _ in 0..<500 {
      let words = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }.joined()
      }
      if words.first == Completions.request { continue }
      do {
        let command = try Arguments.parsed(words)
        let verb = (Verb(leading: words) ?? .top).unfolded
        #expect(type(of: command) == verb.command, "\(words), \(Seed.replay)")
      } catch let problem as Problem {
        #expect(problem.exit == .usage, "\(words), \(Seed.replay)")
      }
    }
  }
}
