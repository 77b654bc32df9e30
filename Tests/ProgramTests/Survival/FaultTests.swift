import Foundation
import Testing

/// Errors, a full disk and sudden death at every single system call by which an act is kept.
@Suite(.serialized, .enabled(if: Shell.strace.isThere, "needs strace and the right to trace"))
struct FaultTests {
  /// What happens at a call: an error of the system, or the end of the process.
  enum Effect: String, CaseIterable {
    case ioError = "error=EIO"
    case noSpace = "error=ENOSPC"
    case death = "signal=KILL"
  }

  // A call that not every machine has is passed over with `?`; each call is counted by itself.

  @Test(arguments: Effect.allCases)
  func `a propose whose write fails keeps all or nothing, and says which`(
    effect: Effect
  ) async throws {
    // A disk that has become full stays so.
    try await FaultRun(.propose, effect, at: "pwrite64", lasts: effect == .noSpace)
      .throughAllCalls()
  }

  @Test(arguments: Effect.allCases, ["fdatasync", "?unlink,unlinkat", "write", "flock"])
  func `a propose whose sync, removal or result fails keeps all or nothing, and says which`(
    effect: Effect, calls: String
  ) async throws {
    try await FaultRun(.propose, effect, at: calls).throughAllCalls()
  }

  @Test(
    arguments: Effect.allCases,
    ["fsync", "?unlink,unlinkat", "?link,linkat", "?rename,?renameat,?renameat2", "?mkdir,mkdirat"])
  func `an init that fails leaves nothing in the way of the next, and says which`(
    effect: Effect, calls: String
  ) async throws {
    try await FaultRun(.begin, effect, at: calls).throughAllCalls()
  }

  @Test(arguments: Effect.allCases, ["fdatasync", "?unlink,unlinkat", "ftruncate"])
  func `a forget that fails erases all or nothing, and says which`(
    effect: Effect, calls: String
  ) async throws {
    try await FaultRun(.forget, effect, at: calls).throughAllCalls()
  }
}

/// One act, over and over, with a fault at the first call of a kind, at the second, and so on.
private struct FaultRun {
  enum Subject {
    case propose, begin, forget
  }

  let subject: Subject
  let effect: FaultTests.Effect
  let calls: String
  /// Whether every later call fails too.
  let lasts: Bool

  init(_ subject: Subject, _ effect: FaultTests.Effect, at calls: String, lasts: Bool = false) {
    (self.subject, self.effect, self.calls, self.lasts) = (subject, effect, calls, lasts)
  }

  /// Goes on until the act makes fewer calls than would be needed for the fault.
  func throughAllCalls() async throws {
    let template = try await template()
    let batch = 6
    var count = 0
    for start in stride(from: 1, to: 1000, by: batch) {
      let hits = try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in start..<(start + batch) {
          group.addTask { try await isHit(number, template) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      count += hits.count { $0 }
      if hits.contains(false) {
        #expect(count > 0, "no call to \(calls)")
        return
      }
    }
    Issue.record("no end of calls to \(calls)")
  }

  private func template() async throws -> Household {
    guard subject != .begin else { return try Household(in: Sandbox()) }
    let household = try await Household.begun()
    if subject == .forget {
      // Long enough that the file grows shorter once it is gone.
      try await household.succeeds(
        Household.proposal("secret", by: "Mei")
          + ["--reason", String(repeating: "长", count: 1_900)])
      try await household.succeeds(["withdraw", "--as", "Mei"])
      // As if a migration had kept a copy.
      try FileManager.default.copyItem(
        atPath: household.database, toPath: household.keptCopy)
    }
    return household
  }

  private var command: [String] {
    switch subject {
    case .propose: Household.proposal("title", by: "Mei")
    case .begin: ["init", "Mei", "Lin"]
    case .forget: ["forget", "secret", "--yes", "--as", "Mei"]
    }
  }

  /// Runs the act with a fault at one call; false where there was no such call any more.
  private func isHit(_ number: Int, _ template: Household) async throws -> Bool {
    let name = "\(number)"
    let household =
      subject == .begin
      ? try Household(in: template.sandbox, store: template.sandbox.path(name))
      : try template.copy(named: name)
    let trace = template.sandbox.path(name + ".trace")
    let when = "when=\(number)\(lasts ? "+" : "")"
    let outcome = try await household.program
      .under([
        "strace", "-f", "-qq", "-o", trace, "-e", "trace=\(calls)", "-e",
        "inject=\(calls):\(effect.rawValue):\(when)",
      ])
      .run(command + ["--json"])

    let comment = "\(effect.rawValue) at \(calls) \(number): \(outcome)"
    let traced = (try? String(contentsOfFile: trace, encoding: .utf8)) ?? ""
    let hit =
      effect == .death
      ? outcome.status == .killed(by: SIGKILL) : traced.contains("(INJECTED)")
    if !hit { #expect(outcome.status == 0, "\(comment)") }

    let isDone = try await isDone(household, comment)
    switch outcome.status {
    case .exited(0): #expect(isDone, "\(comment)")
    case .exited(let status):
      #expect([65, 70, 74, 75].contains(status), "\(comment)")
      // Without JSON it was the result that could not be written.
      if outcome.errorCode == nil { #expect(status == 74 && isDone, "\(comment)") }
      if let code = outcome.errorCode, code != "uncertain" { #expect(!isDone, "\(comment)") }
    case .killed(let signal):
      #expect(effect == .death && signal == SIGKILL, "\(comment)")
      if outcome.reportsAgreement { #expect(isDone, "\(comment)") }
    }
    // Doing it again is safe; each time would take long.
    let isUncertain = outcome.errorCode == "uncertain"
    if isDone ? isUncertain && subject == .propose : isUncertain || number % 5 == 1 {
      try await household.succeeds(command)
      #expect(try await self.isDone(household, comment), "\(comment)")
    }
    try FileManager.default.removeItem(atPath: household.store)
    return hit
  }

  /// Whether the act is there, as a whole; half of it is a failure.
  private func isDone(_ household: Household, _ comment: String) async throws -> Bool {
    if subject == .begin {
      let outcome = try await household.program.run(["list", "--json"])
      if outcome.status != 0 {
        #expect(outcome.status == 66, "\(comment) \(outcome)")
        return false
      }
      // What was left, or could not be removed, is named, and nothing else.
      let doctor = try await household.program.run(["doctor", "--json"])
      let findings = try doctor.json(Household.Diagnosis.self).findings
      #expect(
        findings.allSatisfy {
          (effect == .death || calls.contains("unlink")) && $0.contains(".tmp")
        },
        "\(comment) \(findings)")
      return true
    }
    let diagnosis = try await household.soundness(comment)
    switch subject {
    case .begin: return true
    case .propose:
      let states = [Household.Diagnosis(agreements: 0, entries: 2, findings: []), .proposed]
      #expect(states.contains(diagnosis), "\(comment)")
      return diagnosis == .proposed
    case .forget:
      let data = try Data(contentsOf: URL(fileURLWithPath: household.database))
      let isGone = data.range(of: Data("secret".utf8)) == nil
      #expect(isGone == (diagnosis.entries > 5), "\(comment) \(diagnosis)")
      if isGone { #expect(access(household.keptCopy, F_OK) != 0, "\(comment)") }
      return isGone
    }
  }
}

extension Household {
  fileprivate var keptCopy: String { store + "/accord-schema-1.db" }
}

extension Household.Diagnosis {
  /// One text and its proposing beside both beginnings.
  fileprivate static let proposed = Self(agreements: 1, entries: 4, findings: [])
}
