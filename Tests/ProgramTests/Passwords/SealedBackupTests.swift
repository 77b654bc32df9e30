import Foundation
import Testing

/// A whole store in one file that a password opens.
struct SealedBackupTests {
  @Test func `a sealed backup brings back everything, private sides included`() async throws {
    let sandbox = try Sandbox()
    let household = try await Household.begun(in: sandbox)
    try await household.succeeds(Household.proposal("Dinner together", by: "Mei"))
    let note = "a note of Lin's own"
    let written = try await household.program.run(["reflect", "add", "--as", "Lin"], input: note)
    #expect(written.status == 0)
    let before = try Snapshot(of: household.store)
    let password = try sandbox.write("月亮 and tea\n", to: "password", mode: 0o600)
    let file = sandbox.path("copy.age")
    try await household.succeeds([
      "backup", "--sealed", file, "--new-passphrase-file", password,
    ])
    #expect(try Snapshot(of: household.store) == before)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(bytes.starts(with: Array("age-encryption.org/v1\n-> scrypt ".utf8)))
    for text in ["Dinner together", note, "accord.db", "SQLite format 3", "月亮"] {
      #expect(bytes.range(of: Data(text.utf8)) == nil)
    }

    let other = try Household(in: sandbox, store: sandbox.path("elsewhere"))
    let restored = try await other.program.run(
      ["restore", file, "--passphrase-file", password])
    #expect(restored.status == 0, "\(restored)")
    #expect(try await other.list().map(\.title) == ["Dinner together"])
    try await other.soundness()
    let notes = try await other.succeeds(["reflect", "list", "--as", "Lin"])
    #expect(notes.output.contains(note))
    // Nothing that was unpacked on the way is left.
    let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.folder)
    #expect(!names.contains { $0.hasPrefix(".") })

    try await refusesAllElse(household, file, bytes, password)
  }

  private func refusesAllElse(
    _ household: Household, _ file: String, _ bytes: Data, _ password: String
  ) async throws {
    let sandbox = household.sandbox
    let before = try Snapshot(of: household.store)
    try await household.refuses(
      ["backup", "--sealed", file, "--new-passphrase-file", password], 64, "name-taken")
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
    try await household.refuses(["backup", "--sealed", sandbox.path("b.age")], 64, "missing")
    try await household.refuses(["backup", "here", "--sealed", "there"], 64, "contradiction")

    let wrong = try sandbox.write("moon and tea", to: "wrong", mode: 0o600)
    let outcome = try await household.program.run(
      ["restore", file, "--yes", "--json", "--passphrase-file", wrong])
    #expect(outcome.status == 77 && outcome.errorCode == "passphrase", "\(outcome)")

    let cut = sandbox.path("cut.age")
    try Inheritance.whileNothingStarts {
      try bytes.dropLast(100).write(to: URL(fileURLWithPath: cut))
    }
    let damaged = try await household.program.run(
      ["restore", cut, "--yes", "--json", "--passphrase-file", password])
    #expect(damaged.status == 65 && damaged.errorCode == "damaged", "\(damaged)")

    // Refused before any work is done.
    let costly = String(decoding: bytes.prefix(200), as: UTF8.self)
      .replacing(/(scrypt \S+) 17/) { "\($0.output.1) 40" }
    #expect(costly.contains(" 40\n"))
    try sandbox.write(costly, to: "costly.age")
    try await household.refuses(
      ["restore", sandbox.path("costly.age"), "--yes", "--passphrase-file", password], 65,
      "damaged")

    try sandbox.write("a letter", to: "letter.age")
    try await household.refuses(["restore", sandbox.path("letter.age"), "--yes"], 65, "no-backup")
    #expect(try Snapshot(of: household.store) == before)
  }

  @Test(.enabled(if: Shell.strace.isThere, "needs strace and the right to trace"))
  func `what takes the name while a backup is sealed is left as it is`() async throws {
    let household = try await Household.begun()
    let file = household.sandbox.path("copy.age")
    let password = try household.file("pear tree\n")
    // Held for some seconds before it gives its file the name.
    let held = household.program.under([
      "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=?link,linkat", "-e",
      "inject=?link,linkat:delay_enter=5000000",
    ])
    let running = try held.start([
      "backup", "--sealed", file, "--new-passphrase-file", password, "--json",
    ])
    // Once something lies beside it, it is sealed.
    let isBeside = try await Self.soon {
      try Self.names(in: household.sandbox).contains { $0.hasPrefix(".copy.age.") }
    }
    #expect(isBeside)
    try household.sandbox.write("a letter", to: "copy.age")
    let outcome = try await running.wait()
    #expect(outcome.status == 64 && outcome.errorCode == "name-taken", "\(outcome)")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "a letter")
    #expect(try !Self.names(in: household.sandbox).contains { $0.hasPrefix(".") })
  }

  @Test(.enabled(if: Shell.strace.isThere, "needs strace and the right to trace"))
  func `a disk without hard links takes a sealed backup too`() async throws {
    let household = try await Household.begun()
    let sandbox = household.sandbox
    let file = sandbox.path("copy.age")
    let password = try household.file("pear tree\n")
    let backup = ["backup", "--sealed", file, "--new-passphrase-file", password]
    let traced = household.program.under([
      "strace", "-f", "-qq", "-o", sandbox.path("trace"), "-e", "trace=?link,linkat", "-e",
      "inject=?link,linkat:error=EPERM",
    ])
    let saved = try await traced.run(backup)
    let trace = try String(contentsOfFile: sandbox.path("trace"), encoding: .utf8)
    #expect(saved.status == 0 && trace.contains("(INJECTED)"), "\(saved) \(trace)")
    #expect(try !Self.names(in: sandbox).contains { $0.hasPrefix(".") })

    let other = try Household(in: sandbox, store: sandbox.path("elsewhere"))
    let restored = try await other.program.run(["restore", file, "--passphrase-file", password])
    #expect(restored.status == 0, "\(restored)")
    try await other.soundness()
  }

  private static func names(in sandbox: Sandbox) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sandbox.folder)
  }

  /// Whether something comes true within a minute.
  private static func soon(_ isSo: () throws -> Bool) async throws -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(60)
    while clock.now < end {
      if try isSo() { return true }
      try await Task.sleep(for: .milliseconds(2))
    }
    return false
  }
}
