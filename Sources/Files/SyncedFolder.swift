package import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether something copies a folder to other computers behind the program's back.
package enum SyncedFolder {
  /// A program that keeps a folder equal on several computers.
  package enum Engine: String, Hashable, Sendable, CaseIterable {
    case syncthing, dropbox, oneDrive, nextcloud, ownCloud, iCloudDrive, googleDrive
    /// Any other that macOS mounts below `~/Library/CloudStorage`.
    case cloudStorage
  }

  /// Where an engine was recognised.
  package struct Marker: Hashable, Sendable {
    package let engine: Engine
    /// The folder that bears the marker: the path in question, or one above it.
    package let folder: FilePath

    package init(engine: Engine, folder: FilePath) {
      self.engine = engine
      self.folder = folder
    }
  }

  /// The nearest sign that `path` lies in a folder an engine carries.
  ///
  /// The last components need not exist yet. The path is judged as it was given and as it is with
  /// all links resolved, since an engine's folder may be known by either name. What cannot be read
  /// is passed over.
  package static func marker(above path: FilePath) -> Marker? {
    let given = absolute(path)
    let resolved = resolved(given)
    return nearestMarker(resolved) ?? (given == resolved ? nil : nearestMarker(given))
  }

  private static func nearestMarker(_ path: FilePath) -> Marker? {
    var folder = path
    while let name = folder.lastComponent {
      let parent = folder.removingLastComponent()
      let inside = parent.lastComponent?.string
      if let engine = engine(byName: name.string, inside: inside) ?? engine(byEntriesOf: folder) {
        return Marker(engine: engine, folder: folder)
      }
      folder = parent
    }
    return nil
  }

  /// The engine whose folder goes by this name.
  private static func engine(byName name: String, inside parent: String?) -> Engine? {
    switch (name, parent) {
    case ("Dropbox", _): .dropbox
    case ("OneDrive", _): .oneDrive
    case ("Nextcloud", _): .nextcloud
    case ("ownCloud", _): .ownCloud
    case ("Mobile Documents", _): .iCloudDrive
    case ("Google Drive", _), ("GoogleDrive", _): .googleDrive
    case (_, "CloudStorage") where name.hasPrefix("Dropbox-"): .dropbox
    case (_, "CloudStorage") where name.hasPrefix("OneDrive-"): .oneDrive
    case (_, "CloudStorage") where name.hasPrefix("GoogleDrive-"): .googleDrive
    // Elsewhere the name is too common: a source tree may be called so.
    case ("CloudStorage", "Library"): .cloudStorage
    // The folders of companies: "Dropbox (Example Ltd)", "OneDrive - Example Ltd".
    case _ where name.hasPrefix("Dropbox ("): .dropbox
    case _ where name.hasPrefix("OneDrive -"): .oneDrive
    default: nil
    }
  }

  /// The engine that left its own files in a folder.
  private static func engine(byEntriesOf folder: FilePath) -> Engine? {
    func type(of name: String) -> FileType? {
      (try? Stat(folder.appending(name), followTargetSymlink: false))?.type
    }
    if type(of: ".stfolder") != nil { return .syncthing }
    // In a home folder, `.dropbox` is the folder of the program's settings.
    if type(of: ".dropbox") == .regular || type(of: ".dropbox.cache") != nil { return .dropbox }
    if type(of: ".nextcloudsync.log") != nil { return .nextcloud }
    if type(of: ".owncloudsync.log") != nil { return .ownCloud }
    let names = (try? Folder(folder).entries()) ?? []
    return names.contains(where: isSyncDatabase) ? .nextcloud : nil
  }

  /// `._sync_0123456789ab.db` of older, `.sync_0123456789ab.db` of newer clients.
  ///
  /// ownCloud's has the same name; Nextcloud's client, its descendant, is the more common.
  private static func isSyncDatabase(_ name: String) -> Bool {
    (name.hasPrefix("._sync_") || name.hasPrefix(".sync_")) && name.hasSuffix(".db")
  }

  private static func absolute(_ path: FilePath) -> FilePath {
    if path.isAbsolute { return path }
    guard let current = realPath(".") else { return path }
    return current.pushing(path)
  }

  /// The path with its links followed, as far as it exists.
  private static func resolved(_ path: FilePath) -> FilePath {
    var existing = path
    var missing: [FilePath.Component] = []
    while let name = existing.lastComponent {
      if let real = realPath(existing) {
        return real.appending(missing.reversed()).lexicallyNormalized()
      }
      missing.append(name)
      existing.removeLastComponent()
    }
    return path.lexicallyNormalized()
  }

  private static func realPath(_ path: FilePath) -> FilePath? {
    guard let text = path.withPlatformString({ realpath($0, nil) }) else { return nil }
    defer { free(text) }
    return FilePath(platformString: text)
  }
}
