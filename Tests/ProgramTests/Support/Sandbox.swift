import Foundation
import Synchronization

/// A temporary folder for one test, with a home and a place for a store; removed at its end.
final class Sandbox: Sendable {
  let folder: String
  /// Empty, and the HOME of what runs in the sandbox.
  let home: String
  /// Where the store goes; nothing is there yet.
  let store: String
  private let mounted = Mutex<[String]>([])

  init() throws {
    let name = "accord-\(UUID().uuidString.prefix(8).lowercased())"
    folder =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent(name).path
    home = folder + "/home"
    store = folder + "/store"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    chmod(folder, 0o700)
  }

  deinit {
    for disk in mounted.withLock({ $0 }) { _ = try? tool("umount", ["-l", disk]) }
    // A test may have taken its own right to enter a folder away.
    _ = try? tool("chmod", ["-R", "u+rwX", folder])
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The path of something in the folder.
  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Writes a file into the folder.
  ///
  /// - Returns: its path.
  @discardableResult
  func write(_ text: String, to name: String, mode: mode_t = 0o644) throws -> String {
    let file = path(name)
    try Inheritance.whileNothingStarts {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }
    chmod(file, mode)
    return file
  }

  /// A small file system of its own in the folder, to be filled up; gone with the sandbox.
  ///
  /// - Returns: its path. Needs `Sandbox.canMount`.
  func smallDisk(bytes: Int) throws -> String {
    let disk = path("disk-\(mounted.withLock { $0.count })")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    try tool("mount", ["-t", "tmpfs", "-o", "size=\(bytes),mode=1777", "accord-tests", disk])
    mounted.withLock { $0.append(disk) }
    return disk
  }

  /// Whether this machine lets the tests mount a small disk: Linux, as root, with the right to.
  static let canMount: Bool = {
    #if os(Linux)
      guard geteuid() == 0, let sandbox = try? Sandbox() else { return false }
      return (try? sandbox.smallDisk(bytes: 65536)) != nil
    #else
      return false
    #endif
  }()

  /// Makes everything in the folder the property of another user; needs root.
  func giveAway(to user: uid_t) throws {
    try tool("chown", ["-hR", "\(user):\(user)", folder])
  }

  /// The path of a program that every user may run: the same, or of a copy in the sandbox where a
  /// folder above it is closed to others.
  func reachableByAll(_ program: String) throws -> String {
    var above = URL(fileURLWithPath: program)
    while above.path != "/" {
      above.deleteLastPathComponent()
      var entry = stat()
      guard stat(above.path, &entry) == 0, entry.st_mode & 0o001 != 0 else {
        let copy = path("program-of-all")
        if !FileManager.default.fileExists(atPath: copy) {
          try Inheritance.whileNothingStarts {
            try FileManager.default.copyItem(atPath: program, toPath: copy)
          }
        }
        return copy
      }
    }
    return program
  }

  @discardableResult
  private func tool(_ name: String, _ arguments: [String]) throws(ProgramFailure) -> Outcome {
    // The sandbox may be going away: nothing that runs here may hold on to it.
    let spawn = Spawn(
      words: ([name] + arguments).map { Array($0.utf8) },
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C"], directory: "/",
      input: .nothing, output: .nothing, error: .nothing)
    let outcome = try Child(spawn, input: nil, limit: .seconds(120)).follow().get()
    guard outcome.status == 0 else {
      throw .toolFailed(name, outcome)
    }
    return outcome
  }
}
