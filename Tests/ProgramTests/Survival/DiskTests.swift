import Foundation
import Testing

/// Disks without room, and folders without the right to write.
@Suite struct DiskTests {
  @Test(.enabled(if: Sandbox.canMount, "needs the right to mount"))
  func `on a full disk nothing is changed, and all is there again with some room`() async throws {
    let sandbox = try Sandbox()
    let disk = try sandbox.smallDisk(bytes: 2 << 20)
    let household = try await Household.begun(in: sandbox, store: disk + "/store")
    try await household.succeeds(Household.proposal("before", by: "Mei"))
    let filling = try Filling(disk)
    try await household.refuses(Household.proposal("full", by: "Mei"), 74, "disk-full")
    #expect(try await household.list().map(\.title) == ["before"])
    try await household.soundness()

    try filling.leave(pages: 64)
    try await household.succeeds(Household.proposal("full", by: "Mei"))
    try await household.soundness()
  }

  @Test(.enabled(if: Sandbox.canMount, "needs the right to mount"))
  func `a disk that fills up in the middle of an act loses nothing`() async throws {
    let sandbox = try Sandbox()
    let disk = try sandbox.smallDisk(bytes: 2 << 20)
    let household = try await Household.begun(in: sandbox, store: disk + "/store")
    let filling = try Filling(disk)
    var kept = 0
    var statuses: Set<Int32> = []
    for pages in 1...40 {
      try filling.leave(pages: pages)
      // Long enough for pages of its own.
      let reason = String(repeating: "好", count: 2000)
      let outcome = try await household.program.run(
        Household.proposal("\(pages)", by: "Lin") + ["--reason", reason, "--json"])
      if outcome.status == 0 {
        kept += 1
      } else {
        #expect(outcome.status == 74, "\(pages) \(outcome)")
        #expect(outcome.errorCode == "disk-full", "\(pages) \(outcome)")
      }
      if case .exited(let status) = outcome.status { statuses.insert(status) }
      let diagnosis = try await household.soundness("\(pages) pages")
      #expect(diagnosis.agreements == kept, "\(pages) pages")
    }
    #expect(statuses == [0, 74])
  }

  @Test(.enabled(if: Sandbox.canMount, "needs the right to mount"))
  func `a store that a full disk kept from beginning can be begun later`() async throws {
    let sandbox = try Sandbox()
    let disk = try sandbox.smallDisk(bytes: 1 << 20)
    let household = try Household(in: sandbox, store: disk + "/store")
    let filling = try Filling(disk)
    for pages in [0, 1, 2, 3, 4, 6, 8, 12] {
      try filling.leave(pages: pages)
      try await household.refuses(["init", "Mei", "Lin"], 74, "disk-full")
      try await household.refuses(["list"], 66, "no-store")
    }
    try filling.leave(pages: 128)
    try await household.succeeds(["init", "Mei", "Lin"])
    try await household.soundness()
  }

  @Test func `in a folder that is only for reading one can read, and nothing else`() async throws {
    var household = try await Household.begun()
    try await household.succeeds(Household.proposal("before", by: "Mei"))
    household.program = try household.program.asOrdinaryUser()
    chmod(household.store, 0o500)
    let before = try Snapshot(of: household.store)
    try await household.refuses(Household.proposal("later", by: "Mei"), 74, "not-permitted")
    #expect(try await household.list().map(\.title) == ["before"])
    try await household.soundness()
    for name in try FileManager.default.contentsOfDirectory(atPath: household.store) {
      chmod(household.store + "/" + name, 0o400)
    }
    try await household.refuses(Household.proposal("later", by: "Mei"), 74, "not-permitted")
    #expect(try await household.list().map(\.title) == ["before"])
    #expect(try Snapshot(of: household.store).withoutModes == before.withoutModes)
  }

  @Test func `in a folder that is closed to this account nothing seems lost`() async throws {
    var household = try await Household.begun()
    household.program = try household.program.asOrdinaryUser()
    chmod(household.store, 0)
    try await household.refuses(["list"], 74, "not-permitted")
    try await household.refuses(Household.proposal("later", by: "Mei"), 74, "not-permitted")
    try await household.refuses(["init", "Mei", "Lin"], 74, "not-permitted")
    chmod(household.store, 0o700)
    try await household.soundness()
  }

  @Test func `a database that is closed to this account is no missing one`() async throws {
    var household = try await Household.begun()
    household.program = try household.program.asOrdinaryUser()
    chmod(household.database, 0)
    try await household.refuses(["list"], 74, "not-permitted")
    try await household.refuses(["init", "Mei", "Lin"], 74, "not-permitted")
    chmod(household.database, 0o600)
    try await household.soundness()
  }

  @Test func `where no folder can be made none is begun`() async throws {
    let sandbox = try Sandbox()
    var household = try Household(in: sandbox, store: sandbox.path("closed/store"))
    try FileManager.default.createDirectory(
      atPath: sandbox.path("closed"), withIntermediateDirectories: false)
    household.program = try household.program.asOrdinaryUser()
    chmod(sandbox.path("closed"), 0o500)
    try await household.refuses(["init", "Mei", "Lin"], 74, "not-permitted")
  }
}

/// A file that takes all the room of a disk, and gives some back.
struct Filling {
  private static let page = 4096
  private let file: String

  init(_ disk: String) throws {
    file = disk + "/filling"
    try #require(FileManager.default.createFile(atPath: file, contents: nil))
    try leave(pages: 0)
  }

  /// Leaves room for so many pages of 4 KiB.
  func leave(pages: Int) throws {
    let descriptor = open(file, O_WRONLY | O_APPEND | O_CLOEXEC)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let zeros = [UInt8](repeating: 0, count: Self.page)
    while write(descriptor, zeros, zeros.count) > 0 {}
    let size = lseek(descriptor, 0, SEEK_END)
    try #require(ftruncate(descriptor, size - off_t(pages * Self.page)) == 0)
  }
}
