import Foundation
import Testing

/// Places, keys, locks and streams that are not as they should be.
@Suite struct SurroundingsTests {
  @Test func `where no store is that is told, and nothing is made`() async throws {
    let sandbox = try Sandbox()
    for place in ["store", "no/such/folder"] {
      let household = try Household(in: sandbox, store: sandbox.path(place))
      for command in [["list"], ["doctor"], Household.proposal("first", by: "Mei")] {
        try await household.refuses(command, 66, "no-store")
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.folder) == ["home"])
  }

  @Test func `a store is begun in folders that are not there yet`() async throws {
    let sandbox = try Sandbox()
    let household = try Household(in: sandbox, store: sandbox.path("new/and/deep"))
    try await household.succeeds(["init", "Mei", "Lin"])
    try await household.soundness()
  }

  @Test func `without HOME one is asked to name a folder`() async throws {
    let household = try Household(in: Sandbox())
    for command in [["init", "Mei", "Lin"], ["list"]] {
      try await household.refuses(
        command, 64, "no-home", environment: ["HOME": nil, "ACCORD_STORE": nil])
    }
    try await household.succeeds(["init", "Mei", "Lin"], environment: ["HOME": nil])
  }

  @Test func `a key that others can read is not used`() async throws {
    let household = try await Household.begun()
    let keys = try FileManager.default.contentsOfDirectory(atPath: household.store)
      .filter { $0.hasSuffix(".key") }
    for key in keys { chmod(household.store + "/" + key, 0o644) }
    try await household.refuses(Household.proposal("first", by: "Mei"), 77, "exposed-key")
    #expect(try await household.list().isEmpty)
    #expect(try await household.program.run(["doctor"]).status == 65)

    for key in keys { chmod(household.store + "/" + key, 0o600) }
    try await household.succeeds(Household.proposal("first", by: "Mei"))
  }

  @Test func `without the key of a partner nobody acts as that partner`() async throws {
    let household = try await Household.begun()
    for name in try FileManager.default.contentsOfDirectory(atPath: household.store)
    where name.hasSuffix(".key") {
      try FileManager.default.removeItem(atPath: household.store + "/" + name)
    }
    try await household.refuses(Household.proposal("first", by: "Mei"), 77, "no-key")
    let doctor = try await household.program.run(["doctor"])
    #expect(doctor.status == 65)
    #expect(doctor.output.hasPrefix("No key of either of you is here"))

    let copy = household.sandbox.path("copy")
    #expect(try await household.program.run(["backup", copy]).error.hasPrefix("No key"))
    try await household.refuses(["restore", copy, "--yes"], 65, "no-backup")
  }

  @Test func `a folder that is synced is refused, before and after a store is in it`()
    async throws
  {
    let sandbox = try Sandbox()
    let synced = sandbox.path("synced")
    let household = try Household(in: sandbox, store: synced + "/store")
    try FileManager.default.createDirectory(
      atPath: synced + "/.stfolder", withIntermediateDirectories: true)
    try await household.refuses(["init", "Mei", "Lin"], 1, "synced-folder")
    #expect(try FileManager.default.contentsOfDirectory(atPath: synced) == [".stfolder"])

    try FileManager.default.removeItem(atPath: synced + "/.stfolder")
    try await household.succeeds(["init", "Mei", "Lin"])
    try FileManager.default.createDirectory(
      atPath: synced + "/.stfolder", withIntermediateDirectories: false)
    let before = try Snapshot(of: household.store)
    try await household.refuses(["list"], 1, "synced-folder")
    try await household.refuses(Household.proposal("first", by: "Mei"), 1, "synced-folder")
    #expect(try Snapshot(of: household.store) == before)
  }

  @Test func `a folder that others could look into is closed to them`() async throws {
    let household = try await Household.begun()
    chmod(household.store, 0o755)
    chmod(household.database, 0o644)
    let outcome = try await household.program.run(Household.proposal("first", by: "Mei"))
    #expect(outcome.status == 0 && !outcome.error.isEmpty, "\(outcome)")
    #expect(try Snapshot(of: household.store).entries["."]?.mode == S_IFDIR | 0o700)
    #expect(try Snapshot(of: household.store).entries["accord.db"]?.mode == S_IFREG | 0o600)
  }

  /// How another program holds the database.
  enum Hold: CaseIterable {
    /// As `BEGIN EXCLUSIVE` does.
    case exclusive
    /// As a long SELECT does: others may read, not write.
    case shared
    /// As another Accord does while it writes.
    case folder
  }

  @Test(arguments: Hold.allCases)
  func `a database that somebody holds for long is busy, and nothing is lost`(
    hold: Hold
  ) async throws {
    let household = try await Household.begun()
    let held = try household.hold(hold)
    try await household.refuses(Household.proposal("first", by: "Mei"), 75, "busy")
    if hold == .exclusive {
      try await household.refuses(["list"], 75, "busy")
    } else {
      #expect(try await household.list().isEmpty)
    }
    close(held)
    #expect(try await household.soundness().entries == 2)
    try await household.succeeds(Household.proposal("first", by: "Mei"))
  }
}

extension Household {
  /// Takes a lock until the descriptor it returns is closed; lock bytes as in SQLite's `os.h`.
  fileprivate func hold(_ hold: SurroundingsTests.Hold) throws -> Int32 {
    if hold == .folder {
      let descriptor = open(store, O_RDONLY | O_CLOEXEC)
      try #require(flock(descriptor, LOCK_EX) == 0)
      return descriptor
    }
    let descriptor = open(database, O_RDWR | O_CLOEXEC)
    let pending = off_t(0x4000_0000)
    var lock = flock()
    lock.l_whence = Int16(SEEK_SET)
    lock.l_type = Int16(hold == .exclusive ? F_WRLCK : F_RDLCK)
    lock.l_start = hold == .exclusive ? pending : pending + 2
    lock.l_len = hold == .exclusive ? 512 : 510
    try #require(fcntl(descriptor, F_SETLK, &lock) == 0)
    return descriptor
  }
}
