import Foundation
import Testing

/// What cannot be read while it is copied is told as that, and is no mistake of ours.
@Suite struct CopyingFaultTests {
  enum Part: String, CaseIterable { case key, vault, database }

  @Test(arguments: Part.allCases)
  func `a folder by the name of a file is told by a backup`(part: Part) async throws {
    let household = try await Household.begun()
    _ = try await household.need("rest", by: "Mei")
    let path =
      switch part {
      case .key:
        "\(household.store)/"
          + (try #require(
            FileManager.default.contentsOfDirectory(atPath: household.store)
              .first { $0.hasSuffix(".key") }))
      case .vault: try household.vaultFile(of: "Mei")
      case .database: household.database
      }
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let password = try household.file("pear tree\n")
    let copy = household.sandbox.path("copy")
    try await household.refuses(["backup", copy], 65, "damaged")
    try await household.refuses(
      ["backup", "--sealed", copy, "--new-passphrase-file", password], 65, "damaged")
    #expect(!FileManager.default.fileExists(atPath: copy))
  }

  @Test(
    .enabled(if: Shell.strace.isThere, "needs strace and the right to trace"),
    arguments: ["pread64", "fcntl", "read", "openat"])
  func `an error at any call by which a copy is read is no fault of ours`(
    call: String
  ) async throws {
    let household = try await Household.begun()
    let names = try FileManager.default.contentsOfDirectory(atPath: household.store)
    // Of the copy as of the store; nothing of the program's own files.
    let copy = household.sandbox.path("copy")
    let draft = household.sandbox.path(".copy.unfinished")
    let paths = [household.store, draft].flatMap { folder in names.map { "\(folder)/\($0)" } }
    var hits = 0
    for number in 1...60 {
      let trace = household.sandbox.path("trace")
      let outcome = try await household.program.under(
        ["strace", "-f", "-qq", "-o", trace, "-e", "trace=\(call)"]
          + paths.flatMap { ["-P", $0] }
          + ["-e", "inject=\(call):error=EIO:when=\(number)"]
      ).run(["backup", copy, "--json"])
      let isHit = try String(contentsOfFile: trace, encoding: .utf8).contains("(INJECTED)")
      try? FileManager.default.removeItem(atPath: copy)
      guard isHit else { break }
      hits += 1
      // A lock that could not be given back hinders nobody.
      #expect(
        [.exited(0), .exited(65), .exited(74)].contains(outcome.status),
        "\(call) \(number): \(outcome)")
    }
    #expect(hits > 0)
  }
}
