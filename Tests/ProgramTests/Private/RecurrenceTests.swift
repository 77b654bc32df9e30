import Foundation
import Testing

/// What keeps coming back, over weeks.
@Suite struct RecurrenceTests {
  private static let english = "A counsellor can help to look at it."
  private static let chinese = "可以找咨询师一起看看。"

  /// Days on which one trigger came up, and after which of them the line is there.
  struct Weeks: CustomTestStringConvertible {
    let days: [Int]
    let told: [Bool]
    var testDescription: String { "\(days)" }
  }

  @Test(
    arguments: [
      Weeks(days: [0, 9, 18, 27], told: [false, false, false, true]),
      // The first is exactly 28 days away by then.
      Weeks(days: [0, 9, 18, 28, 29], told: [false, false, false, false, true]),
      Weeks(days: [0, 0, 0, 0], told: [false, false, false, true]),
      Weeks(days: [0, 30, 60, 90], told: [false, false, false, false]),
    ])
  func `S23 from the fourth time in 28 days its writer reads that help exists`(
    weeks: Weeks
  ) async throws {
    let household = try await Household.begun()
    // Typed in more than one way, it is one trigger.
    let spellings = ["Late replies", "late  replies", "ＬＡＴＥ replies", "late replies "]
    for (index, day) in weeks.days.enumerated() {
      let environment = ["ACCORD_NOW": Self.time(day)]
      let text = "# accord: trigger\n\(spellings[index % 4])\n# accord: what I felt\nsad"
      let english = try await household.succeeds(
        ["reflect", "add", "--as", "Mei"], saying: text, environment: environment)
      #expect(english.output.contains(Self.english) == weeks.told[index], "day \(day) \(english)")
      for (language, line) in [("en", Self.english), ("zh", Self.chinese)] {
        let shown = try await household.program.runOnTerminal(
          ["triggers", "--as", "Mei", "--lang", language], environment: environment)
        #expect(shown.output.contains(line) == weeks.told[index], "day \(day) \(shown)")
      }
      let document = try await household.succeeds(
        ["triggers", "--as", "Mei", "--json"], environment: environment
      ).json(TriggersDocument.self)
      let trigger = try #require(document.triggers.first)
      #expect(document.triggers.count == 1 && trigger.days.count == index + 1)
      #expect(trigger.keepsComing == weeks.told[index] && trigger.step == nil)
    }
    // A quiet month later nothing is said of it.
    let later = try await household.program.runOnTerminal(
      ["triggers", "--as", "Mei"], environment: ["ACCORD_NOW": Self.time(120)])
    #expect(!later.output.contains(Self.english) && later.output.contains("ate"), "\(later)")
  }

  @Test func `S23 nobody but its writer reads it, whatever is shared`() async throws {
    let household = try await Household.begun()
    let id = try await household.need(
      "# accord: need\na word\n# accord: trigger\nlate replies\n# accord: own step\nwalk",
      by: "Mei")
    try await household.succeeds(["need", "share", id, "--as", "Mei", "--yes"])
    for _ in 0..<5 {
      _ = try await household.reflection("# accord: trigger\nlate replies", by: "Mei")
    }
    let mine = try await household.program.runOnTerminal(["triggers", "--as", "Mei"])
    #expect(mine.output.contains(Self.english) && mine.output.contains("walk"), "\(mine)")
    for words in [
      ["need", "list", "--as", "Lin"], ["need", "list", "--shared"], ["triggers", "--as", "Lin"],
      ["steady", "--as", "Lin"], ["log"], ["today", "--as", "Lin"], ["reflect", "--as", "Lin"],
      // Nor does what its writer would show to others say it.
      ["need", "list", "--as", "Mei"], ["reflect", "summary", "--as", "Mei"],
      ["steady", "--as", "Mei"],
    ] {
      for language in ["en", "zh"] {
        let shown = try await household.program.runOnTerminal(words + ["--lang", language])
        #expect(shown.status == 0, "\(shown)")
        #expect(!shown.output.contains(Self.english), "\(words)")
        #expect(!shown.output.contains(Self.chinese), "\(words)")
      }
    }
    #expect(try household.filesHolding([Self.english, Self.chinese]) == [])
  }

  private static func time(_ day: Int) -> String {
    let start = Date(timeIntervalSince1970: 1_790_000_000)
    return start.addingTimeInterval(Double(day) * 86_400).ISO8601Format()
  }
}

private struct TriggersDocument: Decodable {
  let triggers: [Entry]

  struct Entry: Decodable {
    let days: [String]
    let keepsComing: Bool
    let step: String?
    let trigger: String
  }
}
