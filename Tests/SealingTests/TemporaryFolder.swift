import Files
import Foundation
import SystemPackage

/// A new folder below the system's temporary one, removed with the value.
final class TemporaryFolder {
  let path: FilePath
  var folder: Folder { Folder(path) }

  init() throws {
    let parent = FileManager.default.temporaryDirectory.path
    path = FilePath(parent).appending("accord-test-\(UUID().uuidString)")
    try folder.create()
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path.string)
  }
}
