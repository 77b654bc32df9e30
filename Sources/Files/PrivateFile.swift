package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of one person, read whole and replaced whole.
package struct PrivateFile: Sendable {
  /// Who else could have had a hand in the file.
  package enum Privacy: Hashable, Sendable {
    /// Owned by the effective user; nobody else has a permission.
    case kept
    /// The group or others have some permission.
    case openToOthers
    /// Another user owns it.
    case ownedByAnother
  }

  package let bytes: [UInt8]
  package let privacy: Privacy
}

// MARK: - Reading

extension PrivateFile {
  /// Reads a regular file of at most `limit` bytes together with its privacy.
  ///
  /// Both come from one descriptor, so nobody can exchange the file in between. A symbolic link is
  /// refused with `ELOOP`, a longer file with `EFBIG`, see ``FileError/isNotAFile`` for the rest.
  package init(reading path: FilePath, atMost limit: Int) throws(FileError) {
    // Without O_NONBLOCK, opening a pipe waits for its writer.
    let file = try step(.open) {
      try Self.openUntimed(path, options: [.noFollow, .closeOnExec, .nonBlocking])
    }
    defer { try? file.close() }
    let stat = try step(.inspect) { try Stat(file) }
    guard stat.type == .regular else { throw FileError(.inspect, .notSupported) }
    privacy = Privacy(stat)
    bytes = try Self.bytes(of: file, expecting: Int(stat.size), atMost: limit)
  }

  /// Reads a regular file of at most `limit` bytes; a symbolic link is refused.
  package static func read(
    _ path: FilePath, atMost limit: Int
  ) throws(FileError) -> [UInt8] {
    try PrivateFile(reading: path, atMost: limit).bytes
  }

  /// Opens a file for reading, and leaves no access time that tells when it was read.
  ///
  /// Linux allows that to the owner of a file alone; another's is opened as usual. macOS has no
  /// such way. C constant: `O_NOATIME`, which Glibc shows to GNU programs only; the number is that
  /// of every system Swift runs on.
  package static func openUntimed(
    _ path: FilePath, options: FileDescriptor.OpenOptions
  ) throws -> FileDescriptor {
    #if os(Linux)
      let untimed = FileDescriptor.OpenOptions(rawValue: 0o1_000_000)
      do {
        return try FileDescriptor.open(path, .readOnly, options: options.union(untimed))
      } catch Errno.notPermitted {
        // Read all the same.
      }
    #endif
    return try FileDescriptor.open(path, .readOnly, options: options)
  }

  private static func bytes(
    of file: FileDescriptor, expecting size: Int, atMost limit: Int
  ) throws(FileError) -> [UInt8] {
    guard size <= limit else { throw FileError(.read, .fileTooLarge) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    // The size is only a guess: the file may grow while it is read.
    var chunk = [UInt8](repeating: 0, count: min(limit, 65_536) + 1)
    // It may have been a key.
    defer { chunk.wipe() }
    while true {
      let count = try step(.read) { try chunk.withUnsafeMutableBytes { try file.read(into: $0) } }
      guard count > 0 else { return bytes }
      guard bytes.count + count <= limit else { throw FileError(.read, .fileTooLarge) }
      bytes += chunk[..<count]
    }
  }
}

extension PrivateFile.Privacy {
  init(_ stat: Stat) {
    if stat.userID.rawValue != geteuid() {
      self = .ownedByAnother
    } else if stat.isOpenToOthers {
      self = .openToOthers
    } else {
      self = .kept
    }
  }
}

extension Stat {
  var isOpenToOthers: Bool { permissions.rawValue & 0o077 != 0 }
}

// MARK: - Writing

extension PrivateFile {
  /// Puts `bytes` in place of what `path` held, mode 0600, and returns once they are on disk.
  ///
  /// They are written beside it and renamed, so a reader sees the old content or the new, and a
  /// failure leaves the old. Only a failed `sync` of the folder is reported after the renaming: the
  /// new content is then there, but a power cut could still bring the old one back.
  package static func write(_ bytes: [UInt8], to path: FilePath) throws(FileError) {
    let temporary = try writeBeside(path, bytes)
    do throws(FileError) {
      try take(path, with: temporary)
    } catch {
      remove(temporary)
      throw error
    }
    try Folder(around: path).sync()
  }

  /// Like ``write(_:to:)``, but what was written is read back, and `judge` must be content with it
  /// before it takes the place; what `judge` throws leaves the old.
  ///
  /// The folder is for the caller to sync: until then a power cut could bring the old content back.
  package static func replace(
    _ path: FilePath, with bytes: [UInt8], judging judge: ([UInt8]) throws -> Void
  ) throws {
    let temporary = try writeBeside(path, bytes)
    do {
      try readBack(temporary, bytes.count, judge)
      try take(path, with: temporary)
    } catch {
      remove(temporary)
      throw error
    }
  }

  private static func readBack(
    _ path: FilePath, _ count: Int, _ judge: ([UInt8]) throws -> Void
  ) throws {
    var written = try read(path, atMost: count)
    // It may have been a key.
    defer { written.wipe() }
    try judge(written)
  }

  private static func take(_ path: FilePath, with temporary: FilePath) throws(FileError) {
    try check(.rename) {
      temporary.withPlatformString { old in path.withPlatformString { rename(old, $0) } }
    }
  }

  /// Writes a file that must not exist yet, mode 0600, and returns once it is on disk.
  ///
  /// Whatever bears the name already, even a dangling link, is refused with `EEXIST`. The name
  /// appears with the whole content or not at all. The file system must know hard links.
  package static func createNew(_ bytes: [UInt8], at path: FilePath) throws(FileError) {
    let temporary = try writeBeside(path, bytes)
    defer { remove(temporary) }
    try name(temporary, path)
    try Folder(around: path).sync()
  }

  /// Like ``createNew(_:at:)``, but what was written is read back, and `judge` must be content with
  /// it before it gets the name; what `judge` throws leaves nothing.
  ///
  /// Where the file system knows no hard links, it is created by ``createInPlace(_:at:judging:)``.
  /// The folder is for the caller to sync.
  package static func createNew(
    _ bytes: [UInt8], at path: FilePath, judging judge: ([UInt8]) throws -> Void
  ) throws {
    let temporary = try writeBeside(path, bytes)
    defer { remove(temporary) }
    try readBack(temporary, bytes.count, judge)
    do throws(FileError) {
      try name(temporary, path)
    } catch  where error.saysThereAreNoLinks {
      // There may not be room for two.
      remove(temporary)
      try createInPlace(bytes, at: path, judging: judge)
    }
  }

  /// Writes a file that must not exist yet under its own name; `judge` must be content with what
  /// was written, else it is removed again.
  ///
  /// Nothing that bears the name is ever replaced: it is refused with `EEXIST`. But the name is
  /// there before the content is, so a sudden death leaves a part.
  package static func createInPlace(
    _ bytes: [UInt8], at path: FilePath, judging judge: ([UInt8]) throws -> Void
  ) throws {
    try writeNew(bytes, at: path, .create)
    do { try readBack(path, bytes.count, judge) } catch {
      remove(path)
      throw error
    }
  }

  /// Gives a finished file another name; unlike `rename`, `link` never replaces.
  private static func name(_ temporary: FilePath, _ path: FilePath) throws(FileError) {
    try check(.create) {
      temporary.withPlatformString { old in path.withPlatformString { link(old, $0) } }
    }
  }

  private static func remove(_ path: FilePath) {
    _ = path.withPlatformString { unlink($0) }
  }

  /// Writes and syncs a new file in the folder of `path`, and returns its path.
  private static func writeBeside(
    _ path: FilePath, _ bytes: [UInt8]
  ) throws(FileError) -> FilePath {
    let temporary = try temporaryPath(beside: path)
    try writeNew(bytes, at: temporary, .open)
    return temporary
  }

  /// Writes and syncs a file that is not there yet.
  private static func writeNew(
    _ bytes: [UInt8], at path: FilePath, _ operation: FileError.Operation
  ) throws(FileError) {
    let file = try step(operation) {
      try FileDescriptor.open(
        path, .writeOnly, options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
        permissions: [.ownerRead, .ownerWrite])
    }
    do throws(FileError) {
      defer { try? file.close() }
      try write(bytes, to: file)
      try sync(file)
    } catch {
      remove(path)
      throw error
    }
  }

  private static func write(
    _ bytes: [UInt8], to file: FileDescriptor
  ) throws(FileError) {
    var written = 0
    while written < bytes.count {
      written += try step(.write) {
        try bytes.withUnsafeBytes {
          try file.write(UnsafeRawBufferPointer(rebasing: $0[written...]))
        }
      }
    }
  }

  /// Removes what killed writers of the file at `path` left beside it.
  ///
  /// Whoever calls it must know that nobody is writing the file now.
  package static func removeUnfinished(beside path: FilePath) throws(FileError) {
    guard let name = path.lastComponent else { return }
    let folder = Folder(around: path)
    for entry in try folder.entries() {
      guard entry.hasPrefix(".\(name.string)."), entry.hasSuffix(".tmp"),
        UInt64(entry.dropFirst(name.string.count + 2).dropLast(4), radix: 16) != nil
      else { continue }
      try folder.remove(entry)
    }
  }

  private static func temporaryPath(beside path: FilePath) throws(FileError) -> FilePath {
    guard let name = path.lastComponent, name.kind == .regular else {
      throw FileError(.open, .invalidArgument)
    }
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return path.removingLastComponent().appending(".\(name.string).\(digits).tmp")
  }
}

/// Returns once the content of an open file or folder is on disk.
func sync(_ file: FileDescriptor) throws(FileError) {
  #if canImport(Darwin)
    // There fsync leaves the data in the drive's own cache; see fsync(2).
    if fcntl(file.rawValue, F_FULLFSYNC) == 0 { return }
  #endif
  try check(.sync) { fsync(file.rawValue) }
}
