import Files
import Fixtures
import Foundation
import SystemPackage
import Testing

struct PrivateFileTests {
  let temporary: TemporaryFolder
  var file: FilePath { temporary.path / "file" }

  init() throws {
    temporary = try TemporaryFolder()
  }

  // MARK: Reading

  @Test(arguments: [0, 1, 65_536, 65_537, 300_000])
  func `what was written is read back`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try PrivateFile.write(bytes, to: file)
    #expect(try PrivateFile.read(file, atMost: 300_000) == bytes)
  }

  @Test func `a file is read up to the limit and not one byte beyond`() throws {
    try PrivateFile.write([1, 2, 3], to: file)
    #expect(try PrivateFile.read(file, atMost: 3) == [1, 2, 3])
    #expect(throws: FileError(.read, .fileTooLarge)) { try PrivateFile.read(file, atMost: 2) }
  }

  @Test func `a file whose size is not told is held to the limit too`() throws {
    #if os(Linux)
      #expect(throws: FileError(.read, .fileTooLarge)) {
        try PrivateFile.read("/proc/self/status", atMost: 10)
      }
      #expect(try PrivateFile.read("/proc/self/status", atMost: 65_536).isEmpty == false)
    #endif
  }

  /// The moment a file was last read, which is set to long before it was written: file systems that
  /// keep access times change such a one at every reading.
  private func isReadingTimed(_ read: () throws -> Void) throws -> Bool {
    var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 2, tv_nsec: 0)]
    #expect(utimensat(AT_FDCWD, file.string, &times, 0) == 0)
    try read()
    return try Stat(file).st_atim.tv_sec != 1
  }

  @Test func `S5 reading a private file of one's own leaves no access time`() throws {
    #if os(Linux)
      try PrivateFile.write([1, 2, 3], to: file)
      let isWholeTimed = try isReadingTimed { _ = try PrivateFile.read(file, atMost: 3) }
      #expect(!isWholeTimed)
      let isTimed = try isReadingTimed {
        let opened = try PrivateFile.openUntimed(file, options: .closeOnExec)
        defer { try? opened.close() }
        var bytes = [UInt8](repeating: 0, count: 3)
        _ = try bytes.withUnsafeMutableBytes { try opened.read(into: $0) }
      }
      #expect(!isTimed)
    #endif
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
  func `a file of another user is read all the same`() throws {
    try PrivateFile.write([1, 2, 3], to: file)
    #expect(chmod(file.string, 0o644) == 0)
    // Anybody may enter the folder.
    #expect(chmod(temporary.path.string, 0o755) == 0)
    try withoutPrivileges {
      let bytes = try PrivateFile.read(file, atMost: 3)
      #expect(bytes == [1, 2, 3])
    }
  }

  @Test func `a missing file is missing`() {
    let error = #expect(throws: FileError.self) { try PrivateFile.read(file, atMost: 10) }
    #expect(error == FileError(.open, .noSuchFileOrDirectory))
    #expect(error?.isMissing == true)
  }

  enum Stranger: CaseIterable { case link, danglingLink, folder, pipe }

  @Test(arguments: Stranger.allCases)
  func `only a regular file is read`(stranger: Stranger) throws {
    switch stranger {
    case .link:
      try PrivateFile.write([1], to: temporary.path / "target")
      #expect(symlink("target", file.string) == 0)
    case .danglingLink: #expect(symlink("nowhere", file.string) == 0)
    case .folder: try Folder(file).create()
    case .pipe: #expect(mkfifo(file.string, 0o600) == 0)
    }
    let error = #expect(throws: FileError.self) { try PrivateFile.read(file, atMost: 10) }
    #expect(error?.isNotAFile == true)
  }

  @Test(arguments: [
    (0o600, PrivateFile.Privacy.kept), (0o400, .kept), (0o700, .kept), (0o640, .openToOthers),
    (0o604, .openToOthers), (0o620, .openToOthers), (0o601, .openToOthers),
  ])
  func `any permission of others is noticed`(mode: Int, privacy: PrivateFile.Privacy) throws {
    try PrivateFile.write([1], to: file)
    #expect(chmod(file.string, mode_t(mode)) == 0)
    #expect(try PrivateFile(reading: file, atMost: 10).privacy == privacy)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
  func `a file of another user is noticed`() throws {
    try PrivateFile.write([1], to: file)
    #expect(chown(file.string, 65534, 65534) == 0)
    #expect(try PrivateFile(reading: file, atMost: 10).privacy == .ownedByAnother)
  }

  // MARK: Writing

  @Test func `a written file is private whatever it replaces`() throws {
    try Data([1]).write(to: URL(fileURLWithPath: file.string))
    #expect(chmod(file.string, 0o666) == 0)
    try PrivateFile.write([2], to: file)
    #expect(try permissions(of: file) == 0o600)
    #expect(try PrivateFile.read(file, atMost: 1) == [2])
  }

  @Test func `writing over a link replaces the link and not what it names`() throws {
    let target = temporary.path / "target"
    try PrivateFile.write([1], to: target)
    #expect(symlink("target", file.string) == 0)
    try PrivateFile.write([2], to: file)
    #expect(try PrivateFile.read(file, atMost: 1) == [2])
    #expect(try PrivateFile.read(target, atMost: 1) == [1])
  }

  @Test func `a file is written by a relative path too`() throws {
    let name = FilePath("accord-test-\(UUID().uuidString)")
    defer { unlink(name.string) }
    try PrivateFile.write([1], to: name)
    #expect(try PrivateFile.read(name, atMost: 1) == [1])
  }

  @Test(arguments: ["", "/", "..", "."])
  func `a path without a file name is refused`(path: FilePath) {
    #expect(throws: FileError(.open, .invalidArgument)) { try PrivateFile.write([1], to: path) }
  }

  // MARK: All or nothing

  @Test func `a folder that cannot be written keeps the old content`() throws {
    try PrivateFile.write([1], to: file)
    chmod(file.string, 0o644)
    chmod(temporary.path.string, 0o555)
    try withoutPrivileges {
      #expect(throws: FileError(.open, .permissionDenied)) {
        try PrivateFile.write([2], to: file)
      }
      #expect(throws: FileError(.open, .permissionDenied)) {
        try PrivateFile.createNew([2], at: temporary.path / "other")
      }
    }
    #expect(try PrivateFile.read(file, atMost: 1) == [1])
    #expect(try temporary.folder.entries() == ["file"])
  }

  @Test func `a renaming that fails leaves nothing behind`() throws {
    try Folder(file).create()
    #expect(throws: FileError(.rename, .isDirectory)) { try PrivateFile.write([2], to: file) }
    #expect(try temporary.folder.entries() == ["file"])
  }

  @Test func `a write that fails half-way keeps the old content and leaves nothing behind`() throws
  {
    try PrivateFile.write([1], to: file)
    // A limit on the size of files stands in for a full disk: a short write, then an error. It is
    // the whole process's, so it is larger than any file of the other tests.
    let limit = 64 << 20
    signal(SIGXFSZ, SIG_IGN)
    #if canImport(Glibc)
      let resource = CInt(RLIMIT_FSIZE.rawValue)
    #else
      let resource = RLIMIT_FSIZE
    #endif
    var before = rlimit()
    #expect(getrlimit(resource, &before) == 0)
    var during = before
    during.rlim_cur = rlim_t(limit)
    #expect(setrlimit(resource, &during) == 0)
    defer { setrlimit(resource, &before) }
    #expect(throws: FileError(.write, .fileTooLarge)) {
      try PrivateFile.write([UInt8](repeating: 2, count: limit + 1), to: file)
    }
    #expect(try PrivateFile.read(file, atMost: 1) == [1])
    #expect(try temporary.folder.entries() == ["file"])
  }

  struct Doubt: Error {}

  @Test func `what was read back and doubted does not take the place`() throws {
    try PrivateFile.write([1], to: file)
    #expect(throws: Doubt.self) {
      try PrivateFile.replace(file, with: [2, 3]) { written in
        #expect(written == [2, 3])
        #expect(try PrivateFile.read(file, atMost: 2) == [1])
        #expect(try temporary.folder.entries().count == 2)
        throw Doubt()
      }
    }
    #expect(try PrivateFile.read(file, atMost: 2) == [1])
    #expect(try temporary.folder.entries() == ["file"])
    try PrivateFile.replace(file, with: [2, 3]) { _ in }
    #expect(try PrivateFile.read(file, atMost: 2) == [2, 3])
    #expect(try temporary.folder.entries() == ["file"])
  }

  @Test func `only what a writer of this very file left is removed`() throws {
    let others = [".file.tmp", ".file.x1.tmp", ".file.1f", ".files.1f.tmp", "file.1f.tmp"]
    for name in [".file.1f.tmp", ".file.0.tmp", "file"] + others {
      try PrivateFile.write([1], to: temporary.path / name)
    }
    try PrivateFile.removeUnfinished(beside: file)
    #expect(try temporary.folder.entries() == (others + ["file"]).sorted())
  }

  @Test func `a reader meets the old content or the new and nothing else`() async throws {
    let path = file
    let contents = [[UInt8](repeating: 1, count: 100_000), [UInt8](repeating: 2, count: 70_000)]
    try PrivateFile.write(contents[0], to: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for round in 1...40 { try PrivateFile.write(contents[round % 2], to: path) }
      }
      group.addTask {
        for _ in 1...400 {
          let met = try PrivateFile.read(path, atMost: 100_000)
          #expect(contents.contains(met))
        }
      }
      try await group.waitForAll()
    }
  }
}
