import Fixtures
import Foundation
import Testing

/// Whatever happened to the files: each command answers, in time, as it answers people.
///
/// `ACCORD_FUZZ=700` makes so many cases instead of a few, each of three commands; `ACCORD_SEED`
/// repeats a run. A seed that once made a command fail is kept in `Tests/Fixtures/Fuzz/seeds.txt`.
struct FileFuzzTests {
  @Test(arguments: Seed.runs(Seed.count(of: "ACCORD_FUZZ", usually: 12)))
  func `S19 no change of the files kills a command, hangs it or is taken for our mistake`(
    seed: UInt64
  ) async throws {
    try await expectAnswers(seed)
  }

  @Test(arguments: kept)
  func `what once made a command fail does so no more`(seed: UInt64) async throws {
    try await expectAnswers(seed)
  }

  /// A seed in hexadecimal a line; after `#` why it is kept.
  private static let kept: [UInt64] = {
    let url = Checkout.root.appendingPathComponent("Tests/Fixtures/Fuzz/seeds.txt")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { line in
      UInt64(line.prefix { $0.isHexDigit }, radix: 16)
    }
  }()

  private func expectAnswers(_ seed: UInt64) async throws {
    var generator = SplitMix64(seed: seed)
    let old = OldStore.all.randomElement(using: &generator) ?? OldStore.all[0]
    let household = try old.household(at: "2026-12-01T00:30:00Z")
    let password = try household.file(OldStore.password + "\n")
    var edits = FileEdits(household, seed: generator.next())
    // Half of them after the program of today has made the file its own.
    if Bool.random(using: &generator) {
      _ = try await household.program.run(Household.proposal("Begun", by: "Mei"))
    }
    var done = [old.name]
    for _ in 0..<Int.random(in: 1...3, using: &generator) { done.append(try edits.edit()) }
    for _ in 0..<3 {
      var command = edits.command()
      if Bool.random(using: &generator), command.contains("--as") {
        command += ["--passphrase-file", password]
      }
      let outcome = try await household.program.run(command, timeLimit: .seconds(60))
      #expect(
        Self.answers.contains(outcome.status),
        "seed \(String(seed, radix: 16)): \(done), \(command): \(outcome)")
    }
  }

  /// Done, refused, or told; never 70, which says that it is our mistake, and no signal.
  private static let answers: [Outcome.Status] = [0, 1, 64, 65, 66, 69, 74, 75, 77].map {
    .exited($0)
  }
}
