package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Folder {
  /// Gives the folder another path; what lies there is never replaced, unless it is an empty
  /// folder.
  package func rename(to destination: FilePath) throws(FileError) {
    try check(.rename) {
      path.withPlatformString { old in
        destination.withPlatformString { new in old == new ? 0 : renameEntry(old, new) }
      }
    }
    try Folder(around: destination).sync()
  }

  /// Gives a file in this folder another name there; what bears it is never replaced, but refused
  /// with `EEXIST`.
  ///
  /// A sudden death can leave the file with both names. Where the file system knows no hard links,
  /// nobody else may be making files in the folder.
  package func renameFile(_ name: String, to newName: String) throws(FileError) {
    let old = try path(to: name)
    let new = try path(to: newName)
    do throws(FileError) {
      try check(.create) {
        old.withPlatformString { old in new.withPlatformString { link(old, $0) } }
      }
      try remove(name)
    } catch  where error.saysThereAreNoLinks {
      guard (try? Stat(new, followTargetSymlink: false)) == nil else {
        throw FileError(.create, .fileExists)
      }
      try check(.rename) {
        old.withPlatformString { old in new.withPlatformString { renameEntry(old, $0) } }
      }
    }
    try sync()
  }

  /// Gives the folder a path that nothing bears yet: the one asked for, or with a number behind it.
  ///
  /// - Returns: the path it has now.
  @discardableResult
  package func renameToUnused(_ wanted: FilePath) throws(FileError) -> FilePath {
    var number = 1
    while true {
      let path = number == 1 ? wanted : FilePath("\(wanted.string)-\(number)")
      number += 1
      if (try? Stat(path, followTargetSymlink: false)) != nil { continue }
      do throws(FileError) {
        try rename(to: path)
        return path
      } catch  where error.saysTheNameIsTaken {
        continue  // Somebody else was faster.
      }
    }
  }

  /// Makes two folders change paths in one step, so that at no moment either path bears nothing.
  /// Where it throws, nothing was changed.
  ///
  /// - Returns: false where the system or the file system cannot do that; then nothing was changed.
  package func exchange(with other: Folder) throws(FileError) -> Bool {
    do throws(FileError) {
      try check(.rename) {
        path.withPlatformString { one in
          other.path.withPlatformString { exchangeFolders(one, $0) }
        }
      }
    } catch  where [.invalidArgument, .noFunction, .notSupported].contains(error.errno) {
      return false
    }
    return true
  }

  /// The folder with all links of its path followed; one that is not there stays as it is.
  package var resolved: Folder {
    guard let text = path.withPlatformString({ realpath($0, nil) }) else { return self }
    defer { free(text) }
    return Folder(FilePath(platformString: text))
  }

  /// Removes the folder and the files in it; folders inside are not followed. Nothing there: done.
  ///
  /// A link in its place is refused: what it leads to is not ours to empty.
  package func discard() throws(FileError) {
    guard let stat = try? Stat(path, followTargetSymlink: false) else { return }
    guard stat.type == .directory else { throw FileError(.remove, .notDirectory) }
    for name in try entries() { try remove(name) }
    try check(.remove) { path.withPlatformString { rmdir($0) } }
  }

  /// Removes the folder if nothing is in it. Something in it, or nothing there: done.
  package func removeIfEmpty() throws(FileError) {
    do throws(FileError) {
      try check(.remove) { path.withPlatformString { rmdir($0) } }
    } catch  where error.isMissing || [.directoryNotEmpty, .fileExists].contains(error.errno) {
      return
    }
  }
}

// `rename` alone would be the function above.
private func renameEntry(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> CInt {
  rename(old, new)
}

/// `renameat2` with `RENAME_EXCHANGE`, or the same of the Mac.
private func exchangeFolders(_ one: UnsafePointer<CChar>, _ other: UnsafePointer<CChar>) -> CInt {
  #if canImport(Darwin)
    return renamex_np(one, other, UInt32(RENAME_SWAP))
  #else
    // The headers show it only with extensions that Swift does not ask for, and not every C library
    // has it.
    typealias Function =
      @convention(c) (
        CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
      ) -> CInt
    guard let symbol = dlsym(nil, "renameat2") else {
      errno = ENOSYS
      return -1
    }
    let exchange: CUnsignedInt = 2
    return unsafeBitCast(symbol, to: Function.self)(AT_FDCWD, one, AT_FDCWD, other, exchange)
  #endif
}
