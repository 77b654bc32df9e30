import Fixtures
import Foundation
import Testing

/// `kill -9` at any moment of a write.
@Suite(.serialized) struct KilledTests {
  @Test func `what was reported survives two hundred writers killed at random moments`()
    async throws
  {
    let household = try await Household.begun()
    let lanes = try await withThrowingTaskGroup(of: Lane.self) { group in
      for (index, name) in ["Mei", "Lin"].enumerated() {
        group.addTask {
          try await household.hundredWrites(by: name, seed: Seed.value &+ UInt64(index))
        }
      }
      return try await group.reduce(into: [Lane]()) { $0.append($1) }
    }
    let reported = lanes.flatMap(\.reported)
    let killed = lanes.map(\.killed).reduce(0, +)
    #expect(killed > 0 && !reported.isEmpty, "\(killed) killed, \(reported.count) reported")

    let logged = try await household.log().filter { $0.act == "propose" }.compactMap(\.title)
    #expect(Set(reported).subtracting(logged) == [], "\(Seed.replay)")
    #expect(Set(logged).count == logged.count, "\(Seed.replay)")
    #expect(try await household.list().compactMap(\.title).sorted() == logged.sorted())
    try await household.soundness(Seed.replay)
  }
}

/// What one of the partners saw.
private struct Lane {
  var reported: [String] = []
  var killed = 0
}

extension Household {
  fileprivate func hundredWrites(by name: String, seed: UInt64) async throws -> Lane {
    var generator = SplitMix64(seed: seed)
    var lane = Lane()
    // About as long as a write takes here and now: follows the machine, however busy it is.
    var usual = Duration.milliseconds(100)
    for number in 0..<100 {
      let title = "\(name) \(number)"
      let running = try program.start(Self.proposal(title, by: name) + ["--json"])
      if Bool.random(using: &generator) {
        try await Task.sleep(for: usual * Double.random(in: 0...1.2, using: &generator))
      } else {
        try await transactionBegins(in: running)
        try await Task.sleep(for: usual * Double.random(in: 0...0.25, using: &generator))
      }
      running.kill()
      let outcome = try await running.wait()
      if outcome.status == .killed(by: SIGKILL) { lane.killed += 1 }
      #expect(
        outcome.status == 0 || outcome.status == .killed(by: SIGKILL),
        "\(title) \(outcome) \(Seed.replay)")
      // Whoever saw the result was told so, even where the process was killed after printing it.
      if outcome.reportsAgreement { lane.reported.append(title) }
      usual = usual * (outcome.reportsAgreement ? 0.9 : 1.1)
      if number % 10 == 9 { try await succeeds(["list"]) }
    }
    return lane
  }

  /// Waits until somebody has begun to write, or the process has ended.
  private func transactionBegins(in running: Running) async throws {
    let end = ContinuousClock.now + .seconds(5)
    while ContinuousClock.now < end, kill(running.pid, 0) == 0 {
      if access(journal, F_OK) == 0 { return }
      try await Task.sleep(for: .microseconds(200))
    }
  }
}
