package import Agreements
package import Files
package import SystemPackage

/// Where a backup is read from.
package enum BackupSource: Sendable {
  case folder(Folder)
  /// What a sealed backup holds.
  case archive([UInt8])
}

/// Why a backup is not put in the place of the store, though it may be whole.
package enum RestoreRefusal: Error, Hashable, Sendable {
  /// It is the store itself.
  case sameFolder
  /// It lies inside the store.
  case insideStore
  /// Nobody could act from it.
  case noKey
}

/// What a restore did.
package struct Restoration: Sendable {
  /// Where the old store lies now; nil where there was none.
  package var aside: FilePath?
  /// What a restore that was killed had in hand, now under a name that can be seen.
  package var recovered: [FilePath] = []
  /// Both partners, as the backup has them.
  package let pair: Pair
  /// Whose key and private side stayed as they were, because a password guards them.
  package let guarded: Set<Partner.ID>
  /// Whose key in the backup was left out, because a sealed key was here of which nobody knows
  /// whose it is.
  package let leftOut: Set<Partner.ID>
  /// For whom nobody can act in the store as it is now.
  package let withoutKey: Set<Partner.ID>
  /// Names of files in the backup that belong to nobody in it, and were left out.
  package let strangers: Set<String>
}

extension Store {
  /// Looks at a folder from which a store is to be restored, as far as that takes no time.
  ///
  /// - Throws: `FileFault`, `RestoreRefusal.noKey`, or `StoreError` where no store is in it.
  package static func checkBackup(_ backup: Folder) throws {
    try told {
      if let marker = SyncedFolder.marker(above: backup.path) {
        throw StoreError.syncedFolder(marker.engine)
      }
      guard backup.exists else { throw StoreError.noStore }
      try checkAreFiles(in: backup)
      try checkIsDatabase(in: backup)
      guard try backup.entries().contains(where: { $0.hasSuffix(keySuffix) }) else {
        throw RestoreRefusal.noKey
      }
    }
  }

  /// Whether a folder's database, and its journal if there is one, are files that may be opened:
  /// SQLite would wait for a pipe, and read on in what has no end.
  private static func checkIsDatabase(in folder: Folder) throws {
    let names = try folder.entries()
    guard names.contains(fileName) else { throw StoreError.noStore }
    for name in [fileName, fileName + "-journal"] where names.contains(name) {
      let size = try folder.taking(name) { path throws(FileError) in
        try PrivateFile.size(of: path)
      }
      guard size <= mostBytes else { throw FileFault(name, .tooLarge) }
    }
    let magic = Array("SQLite format 3\0".utf8)
    guard try PrivateFile.beginning(of: folder.path.appending(fileName), count: 16) == magic
    else { throw StoreError.damaged }
  }

  /// Puts a backup in the place of the store; what was there is kept beside it.
  ///
  /// Of many at once each leaves one whole store. It holds the lock of the store's folder while it
  /// decides what stays there and changes the two; see ``RestorePlan``.
  /// - Parameter asideName: the name of the old store from then on, or with a number behind it.
  package static func restore(
    _ source: BackupSource, to folder: Folder, asideName: String
  ) throws -> Restoration {
    try told {
      if let marker = SyncedFolder.marker(above: folder.path) {
        throw StoreError.syncedFolder(marker.engine)
      }
      let place = folder.resolved
      if case .folder(let backup) = source { try checkIsApart(backup, from: place) }
      guard place.path.lastComponent != nil else { throw StoreError.folderInUse }
      try Folder(around: place.path).create()
      let recovered = removeLeftovers(beside: place)
      var done = try DraftFolder.with(beside: place.path, for: .restoring) { draft in
        let copy = try draft.folder(.source)
        try fill(copy, from: source)
        let store = try readable(in: copy) { try reading(copy) }
        defer { store.close() }
        let refused = try store.fileFaults().first { $0.reason != .ofNobody }
        if let refused { throw refused }
        let aside = place.path.removingLastComponent().appending(asideName)
        return try Restoring(store, in: draft, place: place, aside: aside).run()
      }
      done.recovered = recovered
      return done
    }
  }

  private static func checkIsApart(_ backup: Folder, from place: Folder) throws {
    let backup = backup.resolved
    guard place.exists else { return }
    if backup == place { throw RestoreRefusal.sameFolder }
    if backup.path.starts(with: place.path) { throw RestoreRefusal.insideStore }
  }

  /// Copies what a backup consists of into a folder of our own, where nobody exchanges it.
  private static func fill(_ copy: Folder, from source: BackupSource) throws {
    switch source {
    case .archive(let bytes): try unpack(bytes, into: copy)
    case .folder(let backup):
      try checkBackup(backup)
      // It may be somebody's store.
      try alone(in: backup) {
        try copyDatabase(from: backup, to: copy)
        for name in try backup.entries() { try copyFile(name, from: backup, to: copy) }
      }
    }
  }

  /// Copies a database as it lies there, and the journal of a writer that was killed.
  static func copyDatabase(from folder: Folder, to copy: Folder) throws {
    try checkIsDatabase(in: folder)
    let names = try folder.entries()
    for name in [fileName, fileName + "-journal"] where names.contains(name) {
      try folder.taking(name) { path throws(FileError) in
        try PrivateFile.copy(path, to: try copy.path(to: name), atMost: mostBytes)
      }
    }
  }
}
