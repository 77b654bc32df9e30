#if os(Linux)
  import Foundation
  import Testing

  @testable import accord

  /// The one line on the desktop.
  struct NoticeTests {
    private static func waiting() async throws -> (Household, Desktop) {
      let household = try await Household.atDesktop()
      let desktop = try Desktop(in: household.sandbox)
      try await household.succeeds(Household.proposal("xylophone", by: "Mei"))
      return (household, desktop)
    }

    private static let english = "--app-name=Accord When you have a moment: accord"

    @Test func `S21 a notice is the same line whatever waits and for whom, and names nobody`()
      async throws
    {
      let (household, desktop) = try await Self.waiting()
      try await household.succeeds(["today", "--notify"])
      try await household.succeeds(["accept", "--as", "Lin", "--yes"])
      // What waits now is a review, of both.
      let later = ["ACCORD_NOW": "2026-12-06T12:00:00+08:00"]
      for name in ["Mei", "Lin"] {
        try await household.succeeds(["today", "--notify", "--as", name], environment: later)
      }
      #expect(desktop.notifySend.calls == [Self.english, Self.english, Self.english])
      #expect(desktop.notifySend.input == "")
      try await household.succeeds(["今天", "--notify", "--lang", "zh"], environment: later)
      #expect(desktop.notifySend.calls.last == "--app-name=Accord 有空的时候看看：accord")
    }

    @Test func `it is shown once, and only where something waits for the one who is known`()
      async throws
    {
      let (household, desktop) = try await Self.waiting()
      try await household.succeeds(["today", "--notify", "--as", "Mei"])
      #expect(desktop.notifySend.calls == [])
      // Nobody knows who reads where both have a key: it is for either.
      for words in [["today", "--notify", "--as", "Lin"], ["today", "--notify"]] {
        let before = desktop.notifySend.calls.count
        try await household.succeeds(words)
        #expect(desktop.notifySend.calls.count == before + 1)
      }
    }

    @Test func `S5 it prints nothing, asks nothing and changes no byte`() async throws {
      let (household, _) = try await Self.waiting()
      let store = try Snapshot(of: household.store)
      let outcome = try await household.succeeds(["today", "--notify"])
      #expect(outcome.output + outcome.error == "")
      let shown = try await household.program.runOnTerminal(["today", "--notify"])
      #expect(shown.status == 0 && shown.output == "")
      let document = try await household.succeeds(["today", "--notify", "--json"])
      #expect(document.output == #"{"notified":true,"schema":"accord/1"}"# + "\n")
      #expect(try Snapshot(of: household.store) == store)
    }

    @Test func `where nothing shows it, that is one sentence, and silence where nothing waits`()
      async throws
    {
      let (household, _) = try await Self.waiting()
      try await household.refuses(
        ["today", "--notify"], 69, "no-notifier", environment: ["PATH": "/nowhere"])
      _ = try StandIn("notify-send", in: household.sandbox, doing: "exit 1")
      try await household.refuses(["today", "--notify"], 69, "no-desktop")
      try await household.succeeds(["withdraw", "--as", "Mei"])
      let outcome = try await household.succeeds(
        ["today", "--notify"], environment: ["PATH": "/nowhere"])
      #expect(outcome.output + outcome.error == "")
    }

    @Test func `where no store is nothing is shown, and that is told`() async throws {
      let household = try Household(in: Sandbox())
      let desktop = try Desktop(in: household.sandbox)
      try await household.refuses(["today", "--notify"], 66, "no-store")
      #expect(desktop.notifySend.calls == [])
    }
  }
#endif
