import Agreements
import Fixtures
import Foundation
import Testing
import Vault

/// `kill -9` at any moment of a private write.
@Suite(.serialized) struct KilledVaultTests {
  @Test func `what was acknowledged survives two hundred private writers killed at random moments`()
    async throws
  {
    let household = try await Household.begun()
    let lanes = try await withThrowingTaskGroup(of: PrivateLane.self) { group in
      for (index, name) in ["Mei", "Lin"].enumerated() {
        group.addTask {
          try await household.hundredPrivateWrites(by: name, seed: Seed.value &+ UInt64(index))
        }
      }
      return try await group.reduce(into: [PrivateLane]()) { $0.append($1) }
    }
    let killed = lanes.map(\.killed).reduce(0, +)
    let done = lanes.map(\.done).reduce(0, +)
    #expect(killed > 0 && done > 0, "\(killed) killed, \(done) done")
    for lane in lanes {
      let listed = try await household.needs(of: lane.name).needs.map(\.text)
      #expect(listed.sorted() == lane.texts.sorted(), "\(Seed.replay)")
      // The next write clears away what killed ones left.
      _ = try await household.need("the last one", by: lane.name)
      let file = try household.vaultFile(of: lane.name)
      let left = try household.unfinished(beside: file)
      #expect(left == [], "\(Seed.replay)")
    }
    try await household.soundness(Seed.replay)
  }
}

/// What one of the partners wrote, and how often.
private struct PrivateLane {
  let name: String
  var texts: Set<String> = []
  var killed = 0
  var done = 0
}

extension Household {
  fileprivate func unfinished(beside file: String) throws -> [String] {
    let name = URL(fileURLWithPath: file).lastPathComponent
    return try FileManager.default.contentsOfDirectory(atPath: store)
      .filter { $0.hasPrefix(".\(name).") }
  }

  fileprivate func hundredPrivateWrites(by name: String, seed: UInt64) async throws -> PrivateLane {
    var generator = SplitMix64(seed: seed)
    var lane = PrivateLane(name: name)
    let file = try vaultFile(of: name)
    // About as long as a write takes here and now: follows the machine, however busy it is.
    var usual = Duration.milliseconds(100)
    for number in 0..<100 {
      let (words, text, after) = try next(number, lane, &generator)
      let running = try program.start(words + ["--as", name, "--json"], input: text)
      if Bool.random(using: &generator) {
        try await Task.sleep(for: usual * Double.random(in: 0...1.2, using: &generator))
      } else {
        try await writeBegins(of: file, in: running)
        try await Task.sleep(for: usual * Double.random(in: 0...0.25, using: &generator))
      }
      running.kill()
      let outcome = try await running.wait()
      let comment = "\(number) \(words) \(outcome) \(Seed.replay)"
      if outcome.status == .killed(by: SIGKILL) { lane.killed += 1 }
      #expect(outcome.status == 0 || outcome.status == .killed(by: SIGKILL), "\(comment)")

      let kept = Set(try vault(of: name).needs().map(\.need.text.text))
      // Whoever saw the result was told so, even where the process was killed after printing it.
      let isAcknowledged = outcome.output.contains(#""schema":"accord/1"}"#)
      if isAcknowledged { #expect(kept == after, "\(comment)") }
      #expect(kept == after || kept == lane.texts, "\(comment)")
      if kept == after { lane.done += 1 }
      lane.texts = kept
      usual = usual * (isAcknowledged ? 0.9 : 1.1)
    }
    return lane
  }

  /// A need more, another text for one, or one less; and what there is then.
  private func next(
    _ number: Int, _ lane: PrivateLane, _ generator: inout SplitMix64
  ) throws -> (words: [String], text: String, after: Set<String>) {
    let new = "\(lane.name) \(number)"
    guard let old = lane.texts.sorted().randomElement(using: &generator),
      Int.random(in: 0..<10, using: &generator) < 4
    else { return (["need", "add"], new, lane.texts.union([new])) }
    let id = try #require(
      try vault(of: lane.name).needs().first { $0.need.text.text == old }
    ).id.text
    let without = lane.texts.subtracting([old])
    return number.isMultiple(of: 2)
      ? (["need", "remove", id, "--yes"], "", without)
      : (["need", "edit", id], new, without.union([new]))
  }

  /// Waits until somebody has begun to write this file, or the process has ended.
  private func writeBegins(of file: String, in running: Running) async throws {
    let end = ContinuousClock.now + .seconds(5)
    let already = Set(try unfinished(beside: file))
    while ContinuousClock.now < end, kill(running.pid, 0) == 0 {
      if !Set(try unfinished(beside: file)).subtracting(already).isEmpty { return }
      try await Task.sleep(for: .microseconds(200))
    }
  }
}
