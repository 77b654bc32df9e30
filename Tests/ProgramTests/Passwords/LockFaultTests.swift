import Foundation
import Sealing
import Testing

/// Errors, a full disk and sudden death at every step by which a password is set or removed.
@Suite(.serialized, .enabled(if: Shell.strace.isThere, "needs strace and the right to trace"))
struct LockFaultTests {
  private static let old = "pear tree"

  @Test(
    arguments: FaultTests.Effect.allCases,
    ["write,pwrite64", "fsync", "?link,linkat", "?unlink,unlinkat", "flock"])
  func `a lock that fails leaves the old password or the new one, and all that was there`(
    effect: FaultTests.Effect, calls: String
  ) async throws {
    let begun = try await Household.begun()
    try begun.lock("Mei", with: Self.old)
    let file = try begun.file(Self.old + "\n")
    var number = 1
    while true {
      let household = try begun.copy(named: "\(number)")
      let (hit, outcome) = try await household.run(
        ["lock", "--as", "Mei", "--passphrase-file", file, "--remove"], effect, at: calls, number)
      let comment = "\(number): \(outcome)"
      if case .exited(let status) = outcome.status {
        #expect([0, 65, 70, 74, 75].contains(status), "\(comment)")
      }
      let open = try await household.program.run(Household.proposal("open", by: "Mei"))
      let closed = try await household.program.run(
        Household.proposal("closed", by: "Mei") + ["--passphrase-file", file])
      #expect(open.status == 0 || closed.status == 0, "\(comment) \(open) \(closed)")
      if outcome.status == 0 { #expect(open.status == 0, "\(comment)") }
      // Whoever opened a key cleared away what was left of the one before; of a new one that was
      // never admitted nobody knows whether its writer still is at it.
      let findings = try await household.program.run(["doctor", "--json"])
        .json(Household.Diagnosis.self).findings
      #expect(
        findings.allSatisfy { $0.contains(".key.next") || $0.contains(".tmp") },
        "\(comment) \(findings)")
      try FileManager.default.removeItem(atPath: household.store)
      guard hit else { break }
      // The first ones, then every fourth: there are many, and much alike.
      number += number < 8 ? 1 : 4
    }
    #expect(number > 1, "no call to \(calls)")
  }

  @Test(arguments: [("fsync", 1), ("?rename,?renameat,?renameat2", 1)])
  func `whoever is killed while changing a password has the old or the new one`(
    calls: String, number: Int
  ) async throws {
    let household = try await Household.begun()
    try household.lock("Mei", with: Self.old)
    let old = try household.file(Self.old + "\n", named: "old")
    let new = try household.file("plum tree\n", named: "new")
    let (hit, outcome) = try await household.run(
      ["lock", "--as", "Mei", "--passphrase-file", old, "--new-passphrase-file", new], .death,
      at: calls, number)
    #expect(hit, "\(outcome)")
    var opening: [String] = []
    for password in [old, new] {
      let acting = try await household.program.run(
        Household.proposal("with \(password == old)", by: "Mei") + ["--passphrase-file", password])
      if acting.status == 0 { opening.append(password) }
    }
    #expect(opening.count == 1, "\(opening)")
    try await household.soundness()
  }
}

extension Household {
  /// Runs a command with a fault at one call; says whether there was such a call.
  fileprivate func run(
    _ command: [String], _ effect: FaultTests.Effect, at calls: String, _ number: Int
  ) async throws -> (hit: Bool, Outcome) {
    let trace = sandbox.path("trace")
    let outcome = try await program.under([
      "strace", "-f", "-qq", "-o", trace, "-e", "trace=\(calls)", "-e",
      "inject=\(calls):\(effect.rawValue):when=\(number)",
    ]).run(command)
    let traced = (try? String(contentsOfFile: trace, encoding: .utf8)) ?? ""
    let hit =
      effect == .death
      ? outcome.status == .killed(by: SIGKILL) : traced.contains("(INJECTED)")
    return (hit, outcome)
  }
}
