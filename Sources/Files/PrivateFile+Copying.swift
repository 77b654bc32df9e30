package import SystemPackage

extension PrivateFile {
  /// Copies a regular file of at most `limit` bytes into a new one, mode 0600, and returns once it
  /// is on disk.
  ///
  /// A symbolic link, a pipe or a device is refused as ``init(reading:atMost:)`` refuses it. What
  /// bears the new name already is refused with `EEXIST`. The name is there before the content is,
  /// so the folder must be one that nobody reads yet.
  package static func copy(
    _ source: FilePath, to destination: FilePath, atMost limit: Int
  ) throws(FileError) {
    let source = try openRegular(source)
    defer { try? source.close() }
    let size = Int(try step(.inspect) { try Stat(source) }.size)
    guard size <= limit else { throw FileError(.read, .fileTooLarge) }
    let copy = try step(.create) {
      try FileDescriptor.open(
        destination, .writeOnly, options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
        permissions: [.ownerRead, .ownerWrite])
    }
    defer { try? copy.close() }
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    var copied = 0
    while true {
      let count = try step(.read) {
        try chunk.withUnsafeMutableBytes { try source.read(into: $0) }
      }
      guard count > 0 else { break }
      copied += count
      // The size was only a guess.
      guard copied <= limit else { throw FileError(.read, .fileTooLarge) }
      _ = try step(.write) {
        try chunk.withUnsafeBytes { try copy.writeAll($0.prefix(count)) }
      }
    }
    try sync(copy)
  }

  /// The first bytes of a regular file, at most `count`, without reading on.
  package static func beginning(
    of path: FilePath, count: Int
  ) throws(FileError) -> [UInt8] {
    let file = try openRegular(path)
    defer { try? file.close() }
    var bytes = [UInt8](repeating: 0, count: count)
    var read = 0
    while read < count {
      let more = try step(.read) {
        try bytes.withUnsafeMutableBytes {
          try file.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[read...]))
        }
      }
      guard more > 0 else { break }
      read += more
    }
    return Array(bytes.prefix(read))
  }

  /// Reads a regular file to its end, to learn whether that is possible.
  package static func readThrough(_ path: FilePath) throws(FileError) {
    let file = try openRegular(path)
    defer { try? file.close() }
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while try step(.read, { try chunk.withUnsafeMutableBytes { try file.read(into: $0) } }) > 0 {}
  }

  /// How many bytes a regular file has; anything else is refused.
  package static func size(of path: FilePath) throws(FileError) -> Int {
    let file = try openRegular(path)
    defer { try? file.close() }
    return Int(try step(.inspect) { try Stat(file) }.size)
  }

  // Without O_NONBLOCK, opening a pipe waits for its writer.
  private static func openRegular(_ path: FilePath) throws(FileError) -> FileDescriptor {
    let file = try step(.open) {
      try FileDescriptor.open(path, .readOnly, options: [.noFollow, .closeOnExec, .nonBlocking])
    }
    do throws(FileError) {
      guard try step(.inspect, { try Stat(file) }).type == .regular else {
        throw FileError(.inspect, .notSupported)
      }
    } catch {
      try? file.close()
      throw error
    }
    return file
  }
}
