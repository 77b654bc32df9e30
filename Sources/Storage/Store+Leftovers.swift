package import Files
package import SystemPackage

// What runs that were killed left, with keys in it.

extension Store {
  /// The drafts of backups and restores beside a store's folder, and the half-written keys and
  /// vaults in it, that nobody works on any more. Nothing is changed.
  package static func leftovers(beside folder: Folder) -> [FilePath] {
    let folder = folder.resolved
    let parent = Folder(around: folder.path)
    return DraftFolder.abandoned(in: parent).map(\.path) + formerDrafts(beside: folder).map(\.path)
      + halfWritten(in: folder).map { folder.path.appending($0) }
  }

  /// Removes them; what a killed restore had in hand when it put one store in the place of another
  /// is kept under a name that can be seen.
  ///
  /// What cannot be removed is no reason not to go on.
  /// - Returns: where that lies now.
  @discardableResult
  static func removeLeftovers(beside folder: Folder) -> [FilePath] {
    let folder = folder.resolved
    let kept = DraftFolder.removeAbandoned(
      in: Folder(around: folder.path), keptName: "-replaced-left")
    for draft in formerDrafts(beside: folder) { try? draft.discard() }
    if let lock = try? FolderLock(on: folder, timeout: 50) {
      removeHalfWritten(in: folder)
      lock.release()
    }
    return kept
  }

  /// The same of the files in a folder; whoever calls it holds the folder's lock.
  static func removeHalfWritten(in folder: Folder) {
    for name in namesOfHalfWritten(in: folder) { try? folder.remove(name) }
  }

  /// While somebody holds the lock, they may be at work on what is half-written.
  private static func halfWritten(in folder: Folder) -> [String] {
    guard let lock = try? FolderLock(on: folder, timeout: 50) else { return [] }
    let names = namesOfHalfWritten(in: folder)
    lock.release()
    return names
  }

  private static func namesOfHalfWritten(in folder: Folder) -> [String] {
    ((try? folder.entries()) ?? []).filter { name in
      // `.NAME.<random>.tmp`, as `PrivateFile` writes beside what is there.
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 5, parts[0].isEmpty, parts[4] == "tmp",
        UInt64(parts[3], radix: 16) != nil
      else { return false }
      return StoreFile("\(parts[1]).\(parts[2])") != nil
    }
  }

  /// What earlier versions made without a lock, under a name made of the place's own.
  private static func formerDrafts(beside folder: Folder) -> [Folder] {
    guard let name = folder.path.lastComponent?.string else { return [] }
    let parent = Folder(around: folder.path)
    let fixed = [".\(name).unfinished", ".\(name).restoring"]
    let names = ((try? parent.entries()) ?? []).filter {
      fixed.contains($0) || $0.hasPrefix(".\(name).unpacked-")
    }
    return names.map { Folder(parent.path.appending($0)) }.filter {
      (try? Stat($0.path, followTargetSymlink: false))?.type == .directory
    }
  }
}
