import Foundation
import Testing

@testable import accord

/// What one shows the other of a need.
@Suite struct SharedNeedTests {
  private static let text = """
    # accord: category
    contact
    # accord: need
    Birnbaum 晚上
    on two lines
    # accord: trigger
    Apfelbaum
    # accord: own step
    Kirschbaum
    # accord: request
    Pflaumenbaum
    """
  private static let words = ["Birnbaum", "Apfelbaum", "Kirschbaum", "Pflaumenbaum"]

  @Test(arguments: ["en", "zh"])
  func `S14 before it is shown, one sees exactly what the other will see`(
    language: String
  ) async throws {
    let household = try await Household.begun()
    let id = try await household.need(Self.text, by: "Mei")
    let sharing = try await household.program.runOnTerminal(
      ["need", "share", id, "--as", "Mei", "--lang", language], answers: ["1"])
    #expect(sharing.status == 0, "\(sharing)")
    let seen = try await household.program.runOnTerminal(
      ["need", "list", "--as", "Lin", "--lang", language])
    // The lines of the need are the same, down to the order.
    let question = language == "en" ? "Show it to Lin?" : "给Lin看？"
    let before = sharing.output.components(separatedBy: question)[0]
    let shown = before.split(separator: "\n").dropFirst().map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    #expect(shown.count == 5, "\(sharing)")
    let list = seen.output.split(separator: "\n").map {
      $0.replacing(#/  [0-9a-z]{3,5}$/#, with: "").trimmingCharacters(in: .whitespaces)
    }
    let start = try #require(list.firstIndex(of: shown[0]), "\(seen)")
    #expect(Array(list[start..<(start + 5)]) == shown, "\(seen)")
    let document = try await household.needs(of: "Lin")
    let mine = try #require(try await household.needs(of: "Mei").needs.first)
    let copy = try #require(document.shared.first)
    #expect(
      [copy.category, copy.text, copy.trigger, copy.step, copy.request]
        == [mine.category, mine.text, mine.trigger, mine.step, mine.request])
    #expect(copy.by == "Mei" && copy.on == "2026-11-21" && !copy.heard && copy.servedBy == [])
    #expect(document.needs == [] && document.shared.count == 1)
  }

  @Test func `S14 only the one that is shared is shown`() async throws {
    let household = try await Household.begun()
    let id = try await household.need("Birnbaum", by: "Mei")
    _ = try await household.need("Apfelbaum", by: "Mei")
    try await household.succeeds(["need", "share", id, "--as", "Mei", "--yes"])
    for words in [["need", "list", "--as", "Lin"], ["need", "list", "--shared"], ["log"]] {
      let shown = try await household.succeeds(words).output
      #expect(shown.contains("Birnbaum") && !shown.contains("Apfelbaum"))
    }
    #expect(try household.filesHolding(["Apfelbaum"]) == [])
  }

  /// Ways to take a shared need back.
  enum Taking: String, CaseIterable { case unshare, remove }

  @Test(arguments: Taking.allCases)
  func `S14, S17 what is taken back is in no file, and nobody is shown it`(
    taking: Taking
  ) async throws {
    let household = try await Household.begun()
    let id = try await household.need(Self.text, by: "Mei")
    try await household.succeeds(["need", "share", id, "--as", "Mei", "--yes"])
    try await household.succeeds(["need", "heard", id, "--as", "Lin"])
    #expect(try household.filesHolding(Self.words) == ["store/accord.db"])

    let more = taking == .remove ? ["--yes"] : []
    let told = try await household.succeeds(["need", taking.rawValue, id, "--as", "Mei"] + more)
    #expect(told.output.lowercased().contains("erased"), "\(told)")
    #expect(try household.filesHolding(Self.words) == [])
    for words in [["need", "list", "--as", "Lin"], ["need", "list", "--shared"], ["log"]] {
      let shown = try await household.succeeds(words).output
      for word in Self.words { #expect(!shown.contains(word), "\(words)") }
    }
    let left = try await household.needs(of: "Mei").needs
    #expect(left.map(\.id) == (taking == .remove ? [] : [id]))
    let again = try await household.program.run(["need", "heard", id, "--as", "Lin"])
    #expect(again.status == 64, "\(again)")
    try await household.soundness()
  }

  @Test func `S14 what is changed is seen as it was until it is shared again`() async throws {
    let household = try await Household.begun()
    let id = try await household.need("Birnbaum", by: "Mei", "--category", "contact")
    try await household.succeeds(["need", "share", id, "--as", "Mei", "--yes"])
    try await household.succeeds(["need", "heard", id, "--as", "Lin"])
    let told = try await household.succeeds(
      ["need", "edit", id, "--as", "Mei"], saying: "Apfelbaum")
    #expect(told.output.contains("still sees it as it was"), "\(told)")
    #expect(try await household.needs(of: "Lin").shared.map(\.text) == ["Birnbaum"])
    #expect(try await household.needs(of: "Mei").needs.map(\.text) == ["Apfelbaum"])
    #expect(try household.filesHolding(["Apfelbaum"]) == [])
    let list = try await household.program.runOnTerminal(["need", "list", "--as", "Mei"])
    #expect(list.output.contains("what Lin sees is as it was"), "\(list)")

    try await household.succeeds(["need", "share", id, "--as", "Mei", "--yes"])
    let shown = try await household.needs(of: "Lin").shared
    #expect(shown.map(\.text) == ["Apfelbaum"])
    // The older copy is gone, and with it the thanks for it.
    #expect(try household.filesHolding(["Birnbaum"]) == [])
    #expect(shown.map(\.heard) == [false])
  }

  @Test func `nobody shows, takes back or thanks for what is not theirs to`() async throws {
    let household = try await Household.begun()
    let id = try await household.need("Birnbaum", by: "Mei")
    let refused: [([String], String)] = [
      (["need", "share", id, "--yes"], "Lin"), (["need", "heard", id], "Lin"),
      (["need", "show", id], "Lin"), (["need", "remove", id, "--yes"], "Lin"),
      (["need", "unshare", id], "Mei"),
    ]
    for (words, name) in refused {
      try await household.refuses(words + ["--as", name], 64, "no-match")
    }
    try await household.succeeds(["need", "share", id, "--as", "Mei", "--yes"])
    for words in [["need", "unshare", id, "--as", "Lin"], ["need", "heard", id, "--as", "Mei"]] {
      try await household.refuses(words, 64, "no-match")
    }
    #expect(try await household.needs(of: "Lin").shared.map(\.heard) == [false])
  }
}
