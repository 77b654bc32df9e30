import Fixtures
import Foundation
import Testing

/// `backup` and `restore`, many at once, killed, and over what is no store.
@Suite(.serialized) struct GoingBackTests {
  private func household() async throws -> (Household, backup: String) {
    let household = try await Household.begun()
    try await household.succeeds(Household.proposal("before", by: "Mei"))
    let backup = household.sandbox.path("backup")
    try await household.succeeds(["backup", backup])
    return (household, backup)
  }

  /// The names in the folder that the store lies in.
  private func names(_ household: Household) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: household.sandbox.folder).sorted()
  }

  private func all(_ running: [Running]) async throws -> [Outcome] {
    var outcomes: [Outcome] = []
    for one in running { outcomes.append(try await one.wait()) }
    return outcomes
  }

  // MARK: Many at once

  @Test func `of four restores at once each leaves one whole store`() async throws {
    let (household, backup) = try await household()
    for round in 1...3 {
      let restores = try (1...4).map { _ in
        try household.program.start(["restore", backup, "--yes", "--json"])
      }
      for outcome in try await all(restores) { #expect(outcome.status == 0, "\(outcome)") }
      let asides = try names(household).filter { $0.hasPrefix("store-replaced-") }
      #expect(asides.count == 4 * round)
      for name in asides + ["store"] {
        let files = try FileManager.default.contentsOfDirectory(
          atPath: household.sandbox.path(name))
        #expect(files.count == 3 && files.contains("accord.db"), "\(name) \(files)")
      }
      try await household.soundness()
    }
    #expect(try !names(household).contains { $0.hasPrefix(".") })
  }

  @Test func `of ten backups of one name one is made, and the others say that it is taken`()
    async throws
  {
    let (household, _) = try await household()
    let copy = household.sandbox.path("copy")
    let outcomes = try await all(
      (1...10).map { _ in try household.program.start(["backup", copy, "--json"]) })
    #expect(outcomes.filter { $0.status == 0 }.count == 1)
    #expect(outcomes.filter { $0.errorCode == "name-taken" && $0.status == 64 }.count == 9)
    #expect(try !names(household).contains { $0.hasPrefix(".") })
  }

  @Test func `what a writer reported while a backup took the place is in one of the two`()
    async throws
  {
    let (household, backup) = try await household()
    let program = household.program
    var running: [(String?, Running)] = []
    for number in 1...12 {
      let title = "during \(number)"
      running.append((title, try program.start(Household.proposal(title, by: "Lin") + ["--json"])))
      if number % 6 == 3 {
        running.append((nil, try program.start(["restore", backup, "--yes", "--json"])))
      }
    }
    var reported: Set<String> = []
    for (title, one) in running {
      let outcome = try await one.wait()
      let codes = [nil, "replaced", "busy"]
      #expect(codes.contains(outcome.errorCode), "\(outcome)")
      if let title, outcome.status == 0 { reported.insert(title) }
      if title == nil { #expect(outcome.status == 0, "\(outcome)") }
    }
    var found: Set<String> = []
    for name in try names(household) where name.hasPrefix("store") {
      var one = household
      one.program.environment["ACCORD_STORE"] = household.sandbox.path(name)
      found.formUnion(try await one.list().compactMap(\.title))
      try await one.soundness(name)
    }
    #expect(reported.subtracting(found) == [])
  }

  // MARK: Killed

  @Test func `after a kill at any moment the store is whole, and the next run clears up`()
    async throws
  {
    let (household, backup) = try await household()
    var generator = Seed.generator
    var killed = 0
    // About as long as one takes here and now.
    var usual = Duration.milliseconds(100)
    for number in 1...24 {
      let copy = household.sandbox.path("copy-\(number)")
      let command = number.isMultiple(of: 2) ? ["backup", copy] : ["restore", backup, "--yes"]
      let running = try household.program.start(command)
      try await Task.sleep(for: usual * Double.random(in: 0.2...1.1, using: &generator))
      running.kill()
      let outcome = try await running.wait()
      if outcome.status == .killed(by: SIGKILL) { killed += 1 }
      usual = usual * (outcome.status == 0 ? 0.9 : 1.1)
      let listed = try await household.list().map(\.title)
      #expect(listed == ["before"], "\(Seed.replay)")
    }
    #expect(killed > 0)
    try await household.succeeds(["restore", backup, "--yes"])
    #expect(try !names(household).contains { $0.hasPrefix(".") }, "\(Seed.replay)")
    try await household.soundness(Seed.replay)
    // Whatever bears a name is whole.
    for name in try names(household) where name.hasPrefix("copy-") || name.hasPrefix("store-") {
      var one = household
      one.program.environment["ACCORD_STORE"] = household.sandbox.path(name)
      try await one.soundness("\(name) \(Seed.replay)")
    }
  }

  @Test func `what a killed run left is named by doctor, until the next one`() async throws {
    let (household, backup) = try await household()
    let draft = household.sandbox.path(".store.restoring-ab12")
    try Inheritance.whileNothingStarts {
      try FileManager.default.createDirectory(
        atPath: draft, withIntermediateDirectories: false)
      try FileManager.default.copyItem(atPath: backup, toPath: draft + "/filling")
    }
    for lang in ["en", "zh"] {
      let told = try await household.program.run(["doctor", "--lang", lang])
      #expect(told.status == 65 && told.output.contains(draft), "\(told)")
    }
    try await household.succeeds(["backup", household.sandbox.path("second")])
    try await household.soundness()
    #expect(try !names(household).contains { $0.hasPrefix(".") })
  }

  // MARK: What is no backup

  @Test(arguments: ["accord.db", "accord.db-journal"])
  func `a pipe in a copy is refused at once, in one sentence`(name: String) async throws {
    let (household, backup) = try await household()
    let path = backup + "/" + name
    unlink(path)
    #expect(mkfifo(path, 0o600) == 0)
    let before = try Snapshot(of: household.store)
    try await household.refuses(["restore", backup, "--yes"], 65, "damaged")
    #expect(try Snapshot(of: household.store) == before)
  }

  @Test func `the store itself and what lies in it are refused in one sentence`() async throws {
    let (household, _) = try await household()
    try await household.refuses(["restore", household.store, "--yes"], 64, "own-store")
    let inside = household.store + "/backup"
    try await household.succeeds(["backup", inside])
    try await household.refuses(["restore", inside, "--yes"], 64, "own-store")
    try await household.soundness()
  }

  @Test(
    .enabled(if: Shell.strace.isThere, "needs strace and the right to trace"),
    arguments: ["pread64", "read"])
  func `a disk that cannot be read is told as that`(call: String) async throws {
    let (household, backup) = try await household()
    let copy = household.sandbox.path("copy")
    let password = try household.file("pear tree\n")
    let sealed = ["backup", "--sealed", copy, "--new-passphrase-file", password]
    let reading: [(file: String, command: [String])] =
      call == "read"
      ? [(backup + "/accord.db", ["restore", backup, "--yes"])]
      : [(household.database, ["backup", copy]), (household.database, sealed)]
    for (file, command) in reading {
      // From the first, from one in the middle: a bad place on the disk stays one.
      for number in [1, 20] where call != "read" || number == 1 {
        let traced = household.program.under([
          "strace", "-f", "-qq", "-o", household.sandbox.path("trace"), "-P", file,
          "-e", "trace=read,pread64", "-e", "inject=read:error=EIO",
          "-e", "inject=pread64:error=EIO:when=\(number)+",
        ])
        let outcome = try await traced.run(command + ["--json"])
        #expect(outcome.status == 74, "\(command) \(number) \(outcome)")
        #expect(outcome.errorCode == "input-output", "\(command) \(number) \(outcome)")
      }
    }
    try await household.soundness()
    #expect(try !names(household).contains { $0.hasPrefix(".") || $0 == "copy" })
  }
}
