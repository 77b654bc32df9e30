import Foundation
import Testing

/// Disks without room, folders without rights, and faults in the middle of a private write.
@Suite struct VaultDiskTests {
  private static let word = "Birnbaum"

  @Test(.enabled(if: Sandbox.canMount, "needs the right to mount"))
  func `on a full disk no private word is lost or half kept`() async throws {
    let sandbox = try Sandbox()
    let disk = try sandbox.smallDisk(bytes: 2 << 20)
    let household = try await Household.begun(in: sandbox, store: disk + "/store")
    _ = try await household.need("before", by: "Mei")
    let filling = try Filling(disk)
    let before = try Snapshot(of: household.store).entries.filter { $0.key != "." }
    // A vault takes 65 KiB; at first there is no room at all, then for all but one page.
    for pages in [0, 1, 8, 16] {
      try filling.leave(pages: pages)
      for words in [["need", "add"], ["reflect", "add"], ["steady", "edit"]] {
        try await household.refuses(
          words + ["--as", "Mei"], saying: Array(Self.word.utf8), 74, "disk-full",
          never: Self.word)
      }
      let after = try Snapshot(of: household.store).entries.filter { $0.key != "." }
      #expect(after == before, "\(pages) pages")
      #expect(try await household.needs(of: "Mei").needs.map(\.text) == ["before"])
    }
    try filling.leave(pages: 24)
    _ = try await household.need(Self.word, by: "Mei")
    #expect(try await household.needs(of: "Mei").needs.map(\.text) == ["before", Self.word])
  }

  @Test func `in a folder that is only for reading one can read one's own, and is told the rest`()
    async throws
  {
    var household = try await Household.begun()
    let id = try await household.need("before", by: "Mei")
    let file = try household.vaultFile(of: "Mei")
    household.program = try household.program.asOrdinaryUser()
    chmod(household.store, 0o500)
    let before = try Snapshot(of: household.store)
    for words in [
      ["need", "add"], ["need", "edit", id], ["reflect", "add"], ["steady", "edit"],
    ] {
      try await household.refuses(
        words + ["--as", "Mei"], saying: Array(Self.word.utf8), 74, "not-permitted",
        never: Self.word)
    }
    try await household.refuses(
      ["need", "remove", id, "--yes", "--as", "Mei"], 74, "not-permitted")
    #expect(try await household.needs(of: "Mei").needs.map(\.text) == ["before"])
    chmod(household.store, 0o700)
    chmod(file, 0)
    for words in [["need", "list"], ["need", "add"]] {
      try await household.refuses(
        words + ["--as", "Mei"], saying: Array(Self.word.utf8), 74, "not-permitted",
        never: Self.word)
    }
    chmod(file, 0o600)
    #expect(try Snapshot(of: household.store).withoutModes == before.withoutModes)
  }

  @Test func `while somebody else holds the folder one is told, and nothing is lost`()
    async throws
  {
    let household = try await Household.begun()
    _ = try await household.need("before", by: "Mei")
    let gate = open(household.store, O_RDONLY | O_CLOEXEC)
    #expect(flock(gate, LOCK_EX) == 0)
    defer { close(gate) }
    try await household.refuses(
      ["need", "add", "--as", "Mei"], saying: Array(Self.word.utf8), 75, "busy", never: Self.word)
    #expect(try await household.needs(of: "Mei").needs.map(\.text) == ["before"])
  }

  /// What happens at a call: an error of the system, or the end of the process.
  enum Effect: String, CaseIterable {
    case ioError = "error=EIO"
    case noSpace = "error=ENOSPC"
    case death = "signal=KILL"
  }

  @Test(
    .enabled(if: Shell.strace.isThere, "needs strace and the right to trace"),
    arguments: Effect.allCases, ["fsync", "?rename,?renameat,?renameat2", "?unlink,?unlinkat"])
  func `a private write that fails at any call keeps all or nothing, and says which`(
    effect: Effect, calls: String
  ) async throws {
    let household = try await Household.begun()
    _ = try await household.need("before", by: "Mei")
    var kept: [String] = ["before"]
    for number in 1...20 {
      let trace = household.sandbox.path("trace")
      let outcome = try await household.program.under([
        "strace", "-f", "-qq", "-o", trace, "-e", "trace=\(calls)", "-e",
        "inject=\(calls.replacing("?", with: "")):\(effect.rawValue):when=\(number)",
      ]).run(["need", "add", "--as", "Mei", "--json"], input: "new \(number)")
      let comment = "\(effect) at \(calls) \(number): \(outcome)"
      let traced = (try? String(contentsOfFile: trace, encoding: .utf8)) ?? ""
      let isHit =
        outcome.status == .killed(by: SIGKILL) || traced.contains("(INJECTED)")
      let now = try await household.needs(of: "Mei").needs.map(\.text)
      #expect(now == kept || now == kept + ["new \(number)"], "\(comment)")
      let isKept = now.count > kept.count
      switch outcome.status {
      case .exited(0): #expect(isKept, "\(comment)")
      case .exited(let status):
        #expect(status == 74 && outcome.errorCode != nil, "\(comment)")
        if outcome.errorCode != "uncertain" { #expect(!isKept, "\(comment)") }
      case .killed(let signal): #expect(effect == .death && signal == SIGKILL, "\(comment)")
      }
      kept = now
      if !isHit {
        // Where the last one died, something may lie there to be cleared away: one call more.
        #expect(outcome.status == 0, "\(comment)")
        return
      }
    }
    Issue.record("no end of calls to \(calls)")
  }
}
