import Foundation

/// Everything about a folder that somebody could notice later: names, sizes, times, modes, bytes.
struct Snapshot: Equatable {
  struct Entry: Equatable {
    var mode: mode_t
    let modified: [Int]
    let bytes: Data
  }

  /// By name; `.` is the folder itself.
  private(set) var entries: [String: Entry] = [:]

  init(of folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) + ["."] {
      let path = folder + "/" + name
      var info = stat()
      guard lstat(path, &info) == 0 else { throw CocoaError(.fileReadNoSuchFile) }
      #if canImport(Darwin)
        let time = info.st_mtimespec
      #else
        let time = info.st_mtim
      #endif
      entries[name] = Entry(
        mode: mode_t(info.st_mode), modified: [Int(time.tv_sec), Int(time.tv_nsec)],
        bytes: name == "." ? Data() : try Data(contentsOf: URL(fileURLWithPath: path)))
    }
  }

  /// The same, where the test itself has changed the modes.
  var withoutModes: Snapshot {
    var snapshot = self
    for name in entries.keys { snapshot.entries[name]?.mode = 0 }
    return snapshot
  }
}
