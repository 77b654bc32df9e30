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
