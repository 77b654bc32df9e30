import Foundation
import Testing

/// The numbered list, for who knows no commands.
@Suite struct ScreenTests {
  /// What can be chosen in the last list that was shown.
  private func choices(_ outcome: Outcome) -> [String] {
    let lines = outcome.output.split(whereSeparator: \.isNewline).map(String.init)
    let start = lines.lastIndex { $0 == "What would you like to do?" } ?? 0
    return lines[(start + 1)...].prefix { !$0.hasPrefix("number") }.map { line in
      String(line.drop { $0 == " " || $0.isNumber })
    }
  }

  @Test func `an agreement is read, changed and ended by numbers alone`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("half an hour", by: "Mei"))
    try await household.succeeds(["accept", "--yes", "--as", "Lin"])
    let ended = try await household.program.runOnTerminal(
      [], answers: ["what we agreed", "1", "2", "1", "", ""])
    #expect(ended.status == 0, "\(ended)")
    #expect(ended.output.contains("Agreed since 21 November"), "\(ended)")
    #expect(ended.output.contains("You no longer agree to this."), "\(ended)")
    #expect(try await household.list().map(\.status) == ["ended"])
  }

  @Test func `what goes wrong is told, and the list comes back`() async throws {
    let household = try await Household.begun()
    let outcome = try await household.program.runOnTerminal(
      ["--as", "Lin"],
      answers: ["suggest", "1", Typing.interrupt, "", "make up", "", "", "", "", "", "", "leave"])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains("stopped; nothing was changed"), "\(outcome)")
    #expect(outcome.output.contains("Nothing was written down."), "\(outcome)")
    let lists = outcome.output.ranges(of: "What would you like to do?")
    #expect(lists.count == 3, "\(outcome)")
  }

  @Test func `S10 in a pause nothing can be chosen that would be refused`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("half an hour", by: "Mei"))
    try await household.succeeds(["pause"])
    let paused = try await household.program.runOnTerminal([], answers: [""])
    #expect(
      choices(paused) == [
        "I'm back", "a little longer", "leave it for now", "wait here",
        "not this time, to what was suggested", "what we agreed", "say it",
        "steady me", "what each of us needs", "if you feel unsafe", "leave",
      ])
    #expect(!paused.output.contains("half an hour"), "the matter is hidden")
    let later = try await household.program.runOnTerminal(
      [], answers: [""], environment: ["ACCORD_NOW": "2026-11-21T12:31:00+08:00"])
    #expect(choices(later).first == "how to begin again")
    #expect(choices(later).contains("not this time, to what was suggested"))
    #expect(!choices(later).contains("look and answer"))
    #expect(later.output.contains("What was suggested can wait until 13:30."), "\(later)")
    let calm = try await household.program.runOnTerminal(
      [], answers: [""], environment: ["ACCORD_NOW": "2026-11-21T13:31:00+08:00"])
    #expect(choices(calm).first == "look and answer")
  }

  @Test func `where nothing is there yet it begins with two names, and Enter begins nothing`()
    async throws
  {
    let household = try Household(in: Sandbox())
    let left = try await household.program.runOnTerminal([], answers: [""])
    #expect(left.status == 66, "\(left)")
    let wrong = try await household.program.runOnTerminal([], answers: ["Mei", "mei"])
    #expect(wrong.status == 64, "\(wrong)")
    #expect(!FileManager.default.fileExists(atPath: household.store))
    // Keys without agreements are no beginning: there is something to put back.
    let other = try await Household.begun()
    try FileManager.default.removeItem(atPath: other.store + "/accord.db")
    let lost = try await other.program.runOnTerminal([], answers: ["Mei", "Lin"])
    #expect(lost.status == 66 && lost.output.contains("accord restore DIR"), "\(lost)")
    let begun = try await household.program.runOnTerminal([], answers: ["Mei", "-Lin", "leave"])
    #expect(begun.status == 0 && begun.output.contains("Ready. Anyone"), "\(begun)")
    #expect(choices(begun).contains("suggest an agreement"), "\(begun)")
    try await household.succeeds(["list", "--as=-Lin"])
  }

  @Test func `S10 a no and an end are a number away in a pause`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("half an hour", by: "Mei"))
    try await household.succeeds(Household.proposal("an hour", by: "Mei"))
    try await household.succeeds(["accept", "half", "--yes", "--as", "Lin"])
    try await household.succeeds(["pause"])
    let outcome = try await household.program.runOnTerminal(
      ["--as", "Lin"], answers: ["not this time", "", "", "what we agreed", "1", "1", "", "leave"])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(Set(try await household.list().map(\.status)) == ["declined", "ended"])
  }

  @Test func `what cannot be chosen any more is not offered`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(["pause"])
    try await household.succeeds(["pause", "drop", "--as", "Mei"])
    let mei = try await household.program.runOnTerminal(["--as", "Mei"], answers: [""])
    #expect(choices(mei).first == "I'm back", "one may still come back")
    #expect(choices(mei).contains("suggest an agreement"), "\(mei)")
    #expect(!choices(mei).contains("leave it for now"), "\(mei)")
    let lin = try await household.program.runOnTerminal(["--as", "Lin"], answers: [""])
    #expect(choices(lin).first == "I'm back", "\(lin)")
    let calm = try await household.program.runOnTerminal(
      [], answers: [""], environment: ["ACCORD_NOW": "2026-11-21T14:00:00+08:00"])
    #expect(!choices(calm).contains("open our talk"), "\(calm)")
  }

  @Test func `whoever mistypes is not shown out, and Ctrl-C claims nothing`() async throws {
    let household = try await Household.begun()
    let outcome = try await household.program.runOnTerminal(
      [], answers: ["a", "b", "c", "d", "pause", "", Typing.interrupt])
    #expect(outcome.status == 130, "\(outcome)")
    #expect(outcome.output.contains("Paused. Back at 12:30."), "\(outcome)")
    #expect(!outcome.output.contains("nothing was changed"), "\(outcome)")
  }

  @Test func `who ends the input leaves, and off a terminal nothing is asked`() async throws {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("half an hour", by: "Mei"))
    let left = try await household.program.runOnTerminal([])
    #expect(left.status == 0, "\(left)")
    for words in [[], ["--no-input"], ["--json"]] {
      let outcome = try await household.program.run(words)
      #expect(outcome.status == 0 && !outcome.output.contains("What would"), "\(outcome)")
      let shown = try await household.program.runOnTerminal(words.isEmpty ? ["today"] : words)
      #expect(shown.status == 0 && !shown.output.contains("What would"), "\(shown)")
    }
  }
}
