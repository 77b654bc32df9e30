package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Folder {
  /// Gives the folder another path; what lies there is never replaced, unless it is an empty folder.
  package func rename(to destination: FilePath) throws(FileError) {
    try check(.rename) {
      path.withPlatformString { old in
        destination.withPlatformString { new in old == new ? 0 : renameFolder(old, new) }
      }
    }
    try Folder(around: destination).sync()
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
private func renameFolder(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> CInt {
  rename(old, new)
}
