package import Files
import SQLite
import Sealing
package import SystemPackage

/// What the making of a backup found.
package struct BackupCheck: Sendable {
  /// Of the database in the copy: only what is kept aside, or the copy is not kept.
  package let diagnosis: Diagnosis
  /// What is wrong with keys and vaults, which are copied as they are, or left out where their name
  /// is none of ours.
  package let faults: [FileFault]
  /// What restores before this had in hand when they were broken off, under names that can be seen.
  package var recovered: [FilePath] = []
}

extension Store {
  /// A complete copy in a new folder: the database as of one moment, the key files, and the vaults,
  /// sealed as they are.
  ///
  /// It is made under another name, read back and checked, and only then bears its own. Of many at
  /// once for one name exactly one succeeds.
  package func backUp(to destination: FilePath) throws -> BackupCheck {
    try told {
      // Before a key is copied anywhere.
      if let marker = SyncedFolder.marker(above: destination) {
        throw StoreError.syncedFolder(marker.engine)
      }
      guard destination.lastComponent != nil,
        (try? Stat(destination, followTargetSymlink: false)) == nil
      else { throw StoreError.folderInUse }
      let parent = Folder(around: destination)
      try parent.create()
      let recovered =
        Self.removeLeftovers(beside: Folder(destination)) + Self.removeLeftovers(beside: folder)
      return try DraftFolder.with(beside: destination, for: .unfinished) { draft in
        let copy = try draft.folder(.filling)
        let faults = try copyFiles(into: copy)
        let diagnosis = try Self.check(copy)
        do throws(FileError) {
          try copy.rename(to: destination)
        } catch  where error.saysTheNameIsTaken {
          throw StoreError.folderInUse
        }
        return BackupCheck(diagnosis: diagnosis, faults: faults, recovered: recovered)
      }
    }
  }

  /// The database and what lies beside it, all as of one moment in which nobody writes.
  ///
  /// - Returns: what is wrong with what lies beside it.
  private func copyFiles(into copy: Folder) throws -> [FileFault] {
    try aloneInPlace {
      try readable(in: folder) { try database.copy(into: copy) }
      try Self.checkAreFiles(in: folder)
      for name in try folder.entries() where StoreFile(name) != nil {
        try Self.copyFile(name, from: folder, to: copy)
      }
      try copy.sync()
      return try fileFaults()
    }
  }

  /// Copies one of the files beside the database.
  static func copyFile(_ name: String, from folder: Folder, to copy: Folder) throws {
    guard let limit = limit(ofFile: name) else { return }
    try folder.taking(name) { path throws(FileError) in
      try PrivateFile.copy(path, to: try copy.path(to: name), atMost: limit)
    }
  }

  /// Refuses a folder in which something bears the name of a key or a vault and is no plain file,
  /// or too large for one.
  static func checkAreFiles(in folder: Folder) throws {
    for name in try folder.entries() {
      guard let limit = limit(ofFile: name) else { continue }
      let size = try folder.taking(name) { path throws(FileError) in
        try PrivateFile.size(of: path)
      }
      guard size <= limit else { throw FileFault(name, .tooLarge) }
    }
  }

  /// Reads the database of a copy back, as `doctor` does.
  static func check(_ copy: Folder) throws -> Diagnosis {
    try readable(in: copy) {
      let store = try reading(copy)
      defer { store.close() }
      let diagnosis = try store.diagnose()
      guard diagnosis.findings.allSatisfy(\.isKeptAside) else { throw StoreError.damaged }
      return diagnosis
    }
  }

  /// Whether the disk gives what a folder's database holds, sound or not.
  ///
  /// - Throws: `StoreError` where it does not. No file, or none that may be read whole, is passed
  ///   over.
  package static func checkReads(_ folder: Folder) throws {
    let path = folder.path.appending(fileName)
    try told {
      guard let size = try? PrivateFile.size(of: path), size <= mostBytes else { return }
      try PrivateFile.readThrough(path)
    }
  }

  /// What is wrong with the keys and vaults beside the database, as far as that can be told without
  /// opening them; sorted by name.
  package func fileFaults() throws -> [FileFault] {
    let check = try FileCheck(self)
    return try folder.entries().compactMap { name in
      guard let limit = Self.limit(ofFile: name) else { return nil }
      let bytes = try folder.taking(name) { path throws(FileError) in
        try PrivateFile.read(path, atMost: limit)
      }
      return check.fault(in: name, bytes)
    }
  }

  /// The most bytes a file beside the database may have that belongs to the store; nil for others.
  static func limit(ofFile name: String) -> Int? {
    if name.hasSuffix(keySuffix) { return KeyFile.limit }
    // One partner's vault: at most 64 MiB, and what sealing adds. Only its owner can open it.
    return name.hasSuffix(vaultSuffix) ? 67_108_864 + 65_536 : nil
  }

  /// No store is larger; a larger file is not looked into.
  static let mostBytes = 1 << 31
}

extension Database {
  /// Makes the file of a store in a folder that has none, a copy of this one as of one moment.
  func copy(into folder: Folder) throws {
    let path = folder.path.appending(Store.fileName)
    try PrivateFile.createInPlace([], at: path) { _ in }
    let copy = try Database(path: path.string, access: .readWrite)
    defer { copy.close() }
    try copy.run("PRAGMA synchronous = EXTRA")
    try backup(to: copy)
  }
}
