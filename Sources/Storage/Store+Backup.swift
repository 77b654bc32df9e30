package import Files
import SQLite
package import SystemPackage

extension Store {
  /// A complete copy in a new folder: the database as of one moment, the key files, and the vaults,
  /// sealed as they are.
  ///
  /// It is made under another name, read back and checked, and only then bears its own.
  /// - Returns: what the check of the copy found; nothing, or the copy is not kept.
  package func backUp(to destination: FilePath) throws -> Diagnosis {
    try told {
      guard (try? Stat(destination, followTargetSymlink: false)) == nil else {
        throw StoreError.folderInUse
      }
      guard let name = destination.lastComponent else { throw StoreError.folderInUse }
      let parent = Folder(around: destination)
      try parent.create()
      let draft = Folder(parent.path.appending(".\(name.string).unfinished"))
      try draft.discard()
      try draft.create()
      do {
        let diagnosis = try copy(into: draft)
        try draft.rename(to: destination)
        return diagnosis
      } catch {
        try? draft.discard()
        throw error
      }
    }
  }

  private func copy(into draft: Folder) throws -> Diagnosis {
    let path = draft.path.appending(Self.fileName)
    try PrivateFile.createNew([], at: path)
    let copy = try Database(path: path.string, access: .readWrite)
    try copy.run("PRAGMA synchronous = EXTRA")
    try database.backup(to: copy)
    copy.close()
    for name in try folder.entries() {
      guard let limit = Self.limit(ofFile: name) else { continue }
      let bytes = try PrivateFile.read(try folder.path(to: name), atMost: limit)
      try PrivateFile.createNew(bytes, at: try draft.path(to: name))
    }
    try draft.sync()
    let check = try Store.reading(draft)
    defer { check.close() }
    let diagnosis = try check.diagnose()
    guard diagnosis.findings.isEmpty else { throw StoreError.damaged }
    return diagnosis
  }

  /// The most bytes a file beside the database may have that belongs to the store; nil for others.
  static func limit(ofFile name: String) -> Int? {
    if name.hasSuffix(keySuffix) { return 65_536 }
    // One partner's vault: at most 64 MiB, and what sealing adds. Only its owner can open it.
    return name.hasSuffix(vaultSuffix) ? 67_108_864 + 65_536 : nil
  }

  /// Puts a backup in the place of the store; what was there is kept beside it.
  ///
  /// - Parameter kept: names of files beside the database that stay as they are in the old store, or
  ///   are not there if they are not; only where the backup is of the same couple.
  /// - Returns: where the old store lies now; nil where there was none.
  package static func restore(
    _ backup: Folder, to folder: Folder, asideName: String, keeping kept: Set<String> = []
  ) throws -> FilePath? {
    try told {
      let source = try reading(backup)
      guard try source.diagnose().findings.isEmpty else { throw StoreError.damaged }
      let parent = Folder(around: folder.path)
      try parent.create()
      guard let name = folder.path.lastComponent else { throw StoreError.folderInUse }
      let draft = Folder(parent.path.appending(".\(name.string).restoring"))
      try draft.discard()
      try draft.create()
      do {
        _ = try source.copy(into: draft)
        if !kept.isEmpty, try reading(folder).couple == source.couple {
          try draft.take(kept, from: folder)
        }
        source.close()
        return try draft.takePlace(of: folder, aside: parent.path.appending(asideName))
      } catch {
        try? draft.discard()
        throw error
      }
    }
  }
}

extension Folder {
  /// Makes files of these names what they are in the other folder.
  fileprivate func take(_ names: Set<String>, from other: Folder) throws {
    let here = Set(try entries())
    let there = Set(try other.entries())
    for name in names.sorted() {
      guard let limit = Store.limit(ofFile: name) else { continue }
      if there.contains(name) {
        try PrivateFile.write(
          PrivateFile.read(try other.path(to: name), atMost: limit), to: try path(to: name))
      } else if here.contains(name) {
        try remove(name)
      }
    }
  }

  /// A path nothing bears yet: the one asked for, or with a number behind it.
  private static func unused(_ path: FilePath) -> FilePath {
    let paths = [path] + (2...99).map { FilePath("\(path.string)-\($0)") }
    return paths.first { (try? Stat($0, followTargetSymlink: false)) == nil } ?? path
  }

  /// Becomes the other folder; returns where that one lies now, if there was anything in it.
  fileprivate func takePlace(of folder: Folder, aside: FilePath) throws -> FilePath? {
    guard folder.exists else {
      try rename(to: folder.path)
      return nil
    }
    return try alone(in: folder) { () -> FilePath? in
      if try folder.entries().isEmpty {
        try rename(to: folder.path)
        return nil
      }
      let aside = Self.unused(aside)
      do {
        try folder.rename(to: aside)
        try rename(to: folder.path)
      } catch {
        // The second name may be taken already; then there is nothing to take back.
        if !folder.exists { try Folder(aside).rename(to: folder.path) }
        throw error
      }
      return aside
    }
  }
}
