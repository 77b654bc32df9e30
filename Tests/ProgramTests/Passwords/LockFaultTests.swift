import Foundation
import Sealing
import Testing

/// Errors, a full disk and sudden death at every step by which a password is set or removed.
@Suite(.serialized, .enabled(if: Shell.strace.isThere, "needs strace and the right to trace"))
struct LockFaultTests {
  private static let old = "pear tree"

  @Test(
    arguments: FaultTests.Effect.allCases,
    ["write", "fsync", "?rename,?renameat,?renameat2", "flock"])
  func `a lock that fails leaves the key as it was, or as it should be`(
    effect: FaultTests.Effect, calls: String
  ) async throws {
    let household = try await Household.begun()
    let keys = try #require(try household.keys(of: "Mei"))
    let file = try household.file(Self.old + "\n")
    let remove = ["lock", "--as", "Mei", "--passphrase-file", file, "--remove"]
    var number = 1
    while true {
      try household.lock(keys, with: Self.old)
      let (hit, outcome) = try await household.run(remove, effect, at: calls, number)
      let isOld = try household.keys(of: "Mei", password: Self.old) == keys
      let isNew = try household.keys(of: "Mei") == keys
      #expect(isOld || isNew, "\(number): \(outcome)")
      if case .exited(let status) = outcome.status {
        #expect([0, 70, 74, 75].contains(status), "\(outcome)")
        if status == 0 { #expect(isNew, "\(outcome)") }
      }
      guard hit else { break }
      number += 1
    }
    #expect(number > 1, "no call to \(calls)")
    // What a killed one left beside the key may be an open one: it goes with the next.
    try household.lock(keys, with: Self.old)
    try await household.succeeds(remove)
    let files = try FileManager.default.contentsOfDirectory(atPath: household.store)
    #expect(files.allSatisfy { !$0.hasSuffix(".tmp") }, "\(files)")
    try await household.soundness()
  }

  @Test(arguments: [("fsync", 1), ("?rename,?renameat,?renameat2", 1), ("fsync", 2)])
  func `whoever is killed while changing a password has the old or the new one`(
    calls: String, number: Int
  ) async throws {
    let household = try await Household.begun()
    let keys = try #require(try household.keys(of: "Mei"))
    try household.lock(keys, with: Self.old)
    let old = try household.file(Self.old + "\n", named: "old")
    let new = try household.file("plum tree\n", named: "new")
    let (hit, outcome) = try await household.run(
      ["lock", "--as", "Mei", "--passphrase-file", old, "--new-passphrase-file", new], .death,
      at: calls, number)
    #expect(hit, "\(outcome)")
    // The second sync is that of the folder, after the new key has its name.
    let password = number == 1 ? Self.old : "plum tree"
    #expect(try household.keys(of: "Mei", password: password) == keys)
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
