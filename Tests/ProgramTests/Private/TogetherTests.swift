import Foundation
import Testing

/// Several windows on one private side at the same moment.
@Suite(.serialized) struct TogetherTests {
  @Test(arguments: [2, 10])
  func `of what many processes write into one vault at once nothing is lost`(
    count: Int
  ) async throws {
    let household = try await Household.begun()
    var commands: [PrivateCommand] = []
    for number in 0..<count {
      commands.append(.init(["need", "add"], "need \(number)"))
      commands.append(.init(["reflect", "add"], "note \(number)"))
    }
    // Each of these can be there but once.
    commands.append(.init(["steady", "edit"], "I am worth being loved"))
    commands.append(.init(["trend", "add"], "6 5 7"))
    for outcome in try await household.atOnce(commands, as: "Mei") {
      #expect(outcome.status == 0, "\(outcome)")
    }
    let numbers = Set(0..<count)
    let needs = try await household.needs(of: "Mei").needs
    #expect(needs.count == count && Set(needs.map(\.text)) == Set(numbers.map { "need \($0)" }))
    #expect(Set(needs.map(\.id)).count == count)
    let notes = try await household.reflections(of: "Mei").map(\.happened)
    #expect(notes.count == count && Set(notes) == Set(numbers.map { "note \($0)" }))
    #expect(try await household.footing(of: "Mei")?.sentence == "I am worth being loved")
    #expect(try await household.succeeds(["trend", "--as", "Mei"]).output.contains("6\t5\t7"))
  }

  @Test func `while one writes and the other too, what is shown and thanked for is kept as well`()
    async throws
  {
    let household = try await Household.begun()
    var mine: [String] = []
    for number in 0..<6 { mine.append(try await household.need("Mei \(number)", by: "Mei")) }
    let theirs = try await household.need("Lin 0", by: "Lin")
    try await household.succeeds(["need", "share", theirs, "--yes", "--as", "Lin"])
    async let lins = household.atOnce(
      [
        .init(["need", "add"], "Lin 1"), .init(["reflect", "add"], "Lin's"),
        .init(["need", "remove", theirs, "--yes"], ""),
      ], as: "Lin", gated: false)
    let meis = try await household.atOnce(
      [
        .init(["need", "edit", mine[0]], "Mei changed"),
        .init(["need", "share", mine[1], "--yes"]),
        .init(["need", "share", mine[2], "--yes"]), .init(["need", "remove", mine[3], "--yes"]),
        .init(["need", "add"], "Mei new"), .init(["need", "share", mine[0], "--yes"]),
      ], as: "Mei")
    for outcome in try await meis + lins { #expect(outcome.status == 0, "\(outcome)") }

    let document = try await household.needs(of: "Mei")
    #expect(
      document.needs.map(\.text) == [
        "Mei changed", "Mei 1", "Mei 2", "Mei 4", "Mei 5", "Mei new",
      ])
    let shown = document.shared
    #expect(Set(shown.map(\.id)) == [mine[0], mine[1], mine[2]])
    // Shown before it was changed or after, but whole.
    #expect(shown.allSatisfy { ["Mei 0", "Mei changed", "Mei 1", "Mei 2"].contains($0.text) })
    #expect(try await household.needs(of: "Lin").needs.map(\.text) == ["Lin 1"])
    try await household.soundness()
  }

  @Test func `what another window wrote meanwhile is not written over`() async throws {
    let household = try await Household.begun()
    let id = try await household.need("first", by: "Mei")
    // The other window is as quick as an editor is slow.
    let other = Spawn(
      words: [household.program.path, "need", "edit", id, "--as", "Mei"].map { Array($0.utf8) },
      environment: household.program.environment, directory: household.sandbox.home,
      input: .nothing, output: .nothing, error: .nothing)
    let outcome = try await household.program.runOnTerminal(
      ["need", "edit", id, "--as", "Mei", "--category", "time"],
      typist: { shown in
        let shown = String(decoding: shown, as: UTF8.self)
        guard shown.hasSuffix(": ") else { return nil }
        if shown.contains("I sometimes") { return Array("\n".utf8) }
        _ = try? Child(other, input: Array("second".utf8), limit: .seconds(60)).follow().get()
        return Array("third\n".utf8)
      })
    #expect(outcome.status == 75, "\(outcome)")
    #expect(outcome.output.contains("changed in another window"), "\(outcome)")
    #expect(try await household.needs(of: "Mei").needs.map(\.text) == ["second"])
  }
}

/// A command with what it reads.
struct PrivateCommand: Sendable {
  let words: [String]
  let text: String

  init(_ words: [String], _ text: String = "") {
    (self.words, self.text) = (words, text)
  }
}

extension Household {
  /// Starts all these commands, and returns how they ended.
  ///
  /// - Parameter gated: whether the folder's lock is held until all have been started, so that
  ///   they really meet.
  fileprivate func atOnce(
    _ commands: [PrivateCommand], as name: String, gated: Bool = true
  ) async throws -> [Outcome] {
    let gate = gated ? open(store, O_RDONLY | O_CLOEXEC) : -1
    if gated { #expect(flock(gate, LOCK_EX) == 0) }
    let running = try commands.map { try program.start($0.words + ["--as", name], input: $0.text) }
    if gated {
      try await Task.sleep(for: .milliseconds(700))
      close(gate)
    }
    var outcomes: [Outcome] = []
    for process in running { outcomes.append(try await process.wait()) }
    // "Busy" is an answer too, on a slow machine: nothing was done, and one tries again.
    for index in outcomes.indices where outcomes[index].status == 75 {
      let command = commands[index]
      outcomes[index] = try await program.run(command.words + ["--as", name], input: command.text)
    }
    return outcomes
  }
}
