package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that one person keeps files in.
package struct Folder: Hashable, Sendable {
  package let path: FilePath

  package init(_ path: FilePath) {
    self.path = path
  }

  /// The folder a file lies in.
  package init(around file: FilePath) {
    let folder = file.removingLastComponent()
    path = folder.isEmpty ? "." : folder
  }

  /// Whether there is a folder at this path; a link to one counts.
  package var exists: Bool { (try? Stat(path))?.type == .directory }

  /// Creates the folder and those above it, mode 0700; one that exists already stays as it is.
  package func create() throws(FileError) {
    if exists { return }
    let parent = Folder(around: path)
    if parent.path != path { try parent.create() }
    do throws(FileError) {
      try check(.createFolder) { path.withPlatformString { mkdir($0, 0o700) } }
    } catch  where error.errno == .fileExists && exists {
      return  // Another process was faster.
    }
    do throws(FileError) {
      try parent.sync()
    } catch  where error.operation == .open && error.errno == .permissionDenied {
      // A folder may be entered and written without being readable; such a one cannot be synced.
    }
  }

  /// The names of everything inside, sorted, without `.` and `..`.
  package func entries() throws(FileError) -> [String] {
    guard let stream = path.withPlatformString({ opendir($0) }) else {
      throw FileError(.list, Errno(rawValue: errno))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw FileError(.list, Errno(rawValue: errno)) }
        return names.sorted()
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }

  /// Returns once the names in the folder are on disk.
  package func sync() throws(FileError) {
    let folder = try open()
    defer { try? folder.close() }
    do throws(FileError) {
      try Files.sync(folder)
    } catch  where error.errno == .invalidArgument || error.errno == .notSupported {
      // Some network and FUSE file systems have no sync for folders.
    }
  }

  /// Removes one file, or link, by its name in this folder.
  package func remove(_ name: String) throws(FileError) {
    let path = try path(to: name)
    try check(.remove) { path.withPlatformString { unlink($0) } }
  }

  /// The path of a name in this folder; a name that would lead out of it is refused.
  package func path(to name: String) throws(FileError) -> FilePath {
    guard let component = FilePath.Component(name), component.kind == .regular else {
      throw FileError(.inspect, .invalidArgument)
    }
    return path.appending(component)
  }

  func open() throws(FileError) -> FileDescriptor {
    try step(.open) {
      try FileDescriptor.open(path, .readOnly, options: [.directory, .closeOnExec])
    }
  }
}

// MARK: - Privacy

extension Folder {
  /// Who else could have had a hand in the folder itself.
  package func privacy() throws(FileError) -> PrivateFile.Privacy {
    PrivateFile.Privacy(try step(.inspect) { try Stat(path) })
  }

  /// What the group or others have some permission for: `.` is the folder, then names in it.
  ///
  /// Looks one level deep, at files and folders; links have no permissions of their own.
  package func widerThanPrivate() throws(FileError) -> [String] {
    var names: [String] = []
    if try step(.inspect, { try Stat(path) }).isOpenToOthers { names.append(".") }
    for name in try entries() {
      let entry = path.appending(name)
      let stat: Stat
      do throws(FileError) {
        stat = try step(.inspect) { try Stat(entry, followTargetSymlink: false) }
      } catch  where error.isMissing {
        continue  // Removed since it was listed.
      }
      if stat.type != .symbolicLink, stat.isOpenToOthers { names.append(name) }
    }
    return names
  }

  /// Takes the permissions found by ``widerThanPrivate()`` from the group and others.
  ///
  /// The owner's stay as they are.
  /// - Returns: what was tightened, in the same form.
  package func tighten() throws(FileError) -> [String] {
    let names = try widerThanPrivate()
    for name in names {
      // Through a descriptor, so that a name replaced by a link cannot lead elsewhere. The folder
      // itself may be reached through a link.
      let file =
        if name == "." {
          try open()
        } else {
          try step(.open) {
            try FileDescriptor.open(
              path.appending(name), .readOnly, options: [.noFollow, .closeOnExec, .nonBlocking])
          }
        }
      defer { try? file.close() }
      let stat = try step(.inspect) { try Stat(file) }
      let mode = stat.permissions.rawValue & 0o700
      try check(.restrict) { fchmod(file.rawValue, mode) }
    }
    return names
  }
}
