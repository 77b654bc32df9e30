package import Files
import Foundation
package import SystemPackage

/// A new folder below the system's temporary one, removed with the value.
package final class TemporaryFolder: Sendable {
  package let path: FilePath
  package var folder: Folder { Folder(path) }

  package init() throws {
    // Resolved: on macOS the temporary folder is reached through a link.
    let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    path = FilePath(parent).appending("accord-test-\(UUID().uuidString)")
    try folder.create()
  }

  deinit {
    // A test may have taken its own right to enter the folder away.
    chmod(path.string, 0o700)
    try? FileManager.default.removeItem(atPath: path.string)
  }
}
