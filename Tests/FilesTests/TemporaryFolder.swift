import Files
import Foundation
import SystemPackage

/// A new folder below the system's temporary one, removed with the value.
final class TemporaryFolder {
  let path: FilePath
  var folder: Folder { Folder(path) }

  init() throws {
    // Resolved: on macOS the temporary folder is reached through a link.
    let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    path = FilePath(parent).appending("accord-test-\(UUID().uuidString)")
    try folder.create()
  }

  deinit {
    chmod(path.string, 0o700)
    try? FileManager.default.removeItem(atPath: path.string)
  }
}

func / (path: FilePath, name: String) -> FilePath { path.appending(name) }

func permissions(of path: FilePath) throws -> Int {
  Int(try Stat(path, followTargetSymlink: false).permissions.rawValue)
}

/// Runs `body` without the rights of root, which no permission bits hold back.
///
/// On Linux the identity files are accessed with belongs to the thread, so other tests keep theirs.
func withoutPrivileges(_ body: () throws -> Void) throws {
  #if os(Linux)
    guard geteuid() == 0 else { return try body() }
    setfsuid(65534)
    defer { setfsuid(0) }
  #endif
  try body()
}

#if os(Linux)
  private func setfsuid(_ user: uid_t) {
    typealias Function = @convention(c) (uid_t) -> CInt
    guard let symbol = dlsym(nil, "setfsuid") else { return }
    _ = unsafeBitCast(symbol, to: Function.self)(user)
  }
#endif
