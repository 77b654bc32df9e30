import Foundation
import Testing

/// The hint beside an act: one line, to the writer alone.
@Suite struct WordingHintTests {
  static let reason = "you never listen to me"
  static let mark = "own side"

  private static func proposal(_ title: String, by name: String = "Mei") -> [String] {
    Household.proposal(title, by: name) + ["--reason", reason]
  }

  /// What one can do with words of one's own, and what has to be there before.
  struct Case: CustomTestStringConvertible {
    let verb: String
    var before: [[String]] = []
    let more: [String]
    var now: String?

    var testDescription: String { verb }
    var command: [String] { [verb, "--as", "Mei"] + more }
    var environment: [String: String?] { now.map { ["ACCORD_NOW": $0] } ?? [:] }

    static let theirs = Household.proposal("half an hour", by: "Lin")
    static let agreed = [theirs, ["accept", "--yes", "--as", "Mei"]]
    static let table = [
      Case(verb: "propose", more: ["cool-down", "title", "--minutes", "30", "--reason", reason]),
      Case(verb: "counter", before: [theirs], more: ["--reason", reason]),
      Case(verb: "amend", before: agreed, more: ["hour", "--reason", reason]),
      Case(verb: "decline", before: [theirs], more: ["--note", reason]),
      Case(verb: "end", before: agreed, more: ["hour", "--note", reason]),
      Case(
        verb: "review", before: agreed, more: ["hour", "--keep", "--note", reason],
        now: "2026-12-06T12:00:00+08:00"),
    ]
  }

  @Test(arguments: Case.table)
  func `an act with such words is done, and says one line beside it`(tried: Case) async throws {
    let household = try await Household.begun()
    for command in tried.before { try await household.succeeds(command) }
    let silent = try household.copy(named: "silent")
    let asJSON = try household.copy(named: "json")
    let environment = tried.environment

    let hinted = try await household.succeeds(tried.command, environment: environment)
    #expect(hinted.error.split(separator: "\n").count == 1, "\(hinted)")
    #expect(hinted.error.contains("(perhaps from your own side: When I feel you don't listen"))
    #expect(!hinted.output.contains(Self.mark), "\(hinted)")

    let off = try await silent.succeeds(tried.command + ["--no-hints"], environment: environment)
    #expect(off.error.isEmpty && off.output == hinted.output, "\(off)")
    let document = try await asJSON.succeeds(tried.command + ["--json"], environment: environment)
    #expect(document.error.isEmpty && !document.output.contains(Self.mark), "\(document)")

    // What is kept is what was written.
    for one in [household, silent, asJSON] {
      let documents = [["list", "--all", "--json"], ["log", "--as", "Mei", "--json"]]
      var kept = ""
      for reading in documents {
        kept += try await one.succeeds(reading, environment: environment).output
      }
      #expect(kept.contains("\"\(Self.reason)\""), "\(kept)")
      for name in ["Mei", "Lin"] {
        for reading in [["log"], ["list", "--all"], ["today"]] {
          let shown = try await one.succeeds(reading + ["--as", name], environment: environment)
          #expect(!(shown.output + shown.error).contains(Self.mark), "\(shown)")
        }
      }
    }
  }

  @Test func `at a terminal it stands before the question, so that one can change the words`()
    async throws
  {
    let household = try await Household.begun()
    let shown = try await household.program.runOnTerminal(Self.proposal("title"), answers: ["3"])
    #expect(shown.status == 0, "\(shown)")
    let hint = try #require(shown.output.range(of: Self.mark))
    let question = try #require(shown.output.range(of: "2 change it"))
    #expect(hint.upperBound < question.lowerBound, "\(shown)")
    #expect(try await household.list().isEmpty)
  }

  @Test(arguments: ["--when", "--then", "--reason"])
  func `S6 a time for an answer is answered with one's own pace, wherever it is`(
    flag: String
  ) async throws {
    let household = try await Household.begun()
    var texts = ["--when": "When we write", "--then": "We take our time", "--reason": "It helps"]
    texts[flag] = "You answer me within ten minutes"
    let outcome = try await household.succeeds(
      ["propose", "ritual", "title", "--as", "Mei"] + texts.flatMap { [$0, $1] })
    #expect(outcome.error.contains("I'll answer when I'm free."), "\(outcome)")
  }

  @Test(arguments: [
    ["check-in", "title", "--every", "weekly", "--on", "sunday", "--then", "we always talk"],
    ["boundary", "你总是", "--when", "你总是不回我", "--then", "我从来不追问"],
    ["reassurance", "title", "--when", "you never call", "--phrase", "I will always love you"],
  ])
  func `promises and schedules get none`(words: [String]) async throws {
    let household = try await Household.begun()
    let outcome = try await household.succeeds(["propose", "--as", "Mei"] + words)
    #expect(!outcome.error.contains(Self.mark), "\(outcome)")
  }

  @Test func `nobody is told anything about the other's words`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(Self.proposal("half an hour"))
    for command in [["counter", "--minutes", "40"], ["decline"], ["renew"], ["accept", "--yes"]] {
      let one = try household.copy(named: command[0])
      if command[0] == "renew" { try await one.succeeds(["decline", "--as", "Lin"]) }
      let outcome = try await one.program.run(command + ["--as", "Lin"])
      #expect(outcome.status == 0 && !outcome.error.contains(Self.mark), "\(outcome)")
      let shown = try await one.program.runOnTerminal(["show", "hour", "--as", "Lin"])
      #expect(shown.output.contains(Self.reason) && !shown.output.contains(Self.mark), "\(shown)")
    }
  }

  @Test func `before a note is said it may be put in other words`() async throws {
    let household = try await Household.begun()
    for (title, again, kept) in [
      ("one", "", Self.reason), ("two", "I miss being heard", "I miss being heard"),
    ] {
      try await household.succeeds(Household.proposal(title, by: "Lin"))
      let shown = try await household.program.runOnTerminal(
        ["decline", title, "--as", "Mei"],
        answers: (title == "one" ? [""] : []) + [Self.reason, again])
      #expect(shown.status == 0 && shown.output.contains(Self.mark), "\(shown)")
      #expect(try await household.log().last?.note == kept)
    }
  }
}
