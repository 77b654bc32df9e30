import Files
import Fixtures
import Foundation
import SystemPackage
import Testing

struct SyncedFolderTests {
  let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  @Test(arguments: [
    ("Dropbox/store", SyncedFolder.Engine.dropbox, "Dropbox"),
    ("Dropbox (Example Ltd)/store", .dropbox, "Dropbox (Example Ltd)"),
    ("OneDrive/store", .oneDrive, "OneDrive"),
    ("OneDrive - Example Ltd/a/store", .oneDrive, "OneDrive - Example Ltd"),
    ("Nextcloud/store", .nextcloud, "Nextcloud"),
    ("ownCloud/store", .ownCloud, "ownCloud"),
    (
      "Library/Mobile Documents/com~apple~CloudDocs/store", .iCloudDrive,
      "Library/Mobile Documents"
    ),
    ("Google Drive/My Drive/store", .googleDrive, "Google Drive"),
    ("GoogleDrive/store", .googleDrive, "GoogleDrive"),
    (
      "Library/CloudStorage/GoogleDrive-a@example.org/My Drive/store", .googleDrive,
      "Library/CloudStorage/GoogleDrive-a@example.org"
    ),
    ("Library/CloudStorage/Dropbox/store", .dropbox, "Library/CloudStorage/Dropbox"),
    (
      "Library/CloudStorage/OneDrive-Personal/store", .oneDrive,
      "Library/CloudStorage/OneDrive-Personal"
    ),
    ("Library/CloudStorage/Box-Box/store", .cloudStorage, "Library/CloudStorage"),
  ])
  func `a folder is known by its name, existing or not`(
    path: String, engine: SyncedFolder.Engine, folder: String
  ) throws {
    let marker = SyncedFolder.Marker(engine: engine, folder: temporary.path / folder)
    #expect(SyncedFolder.marker(above: temporary.path / path) == marker)
    try Folder(temporary.path / path).create()
    #expect(SyncedFolder.marker(above: temporary.path / path) == marker)
  }

  @Test(arguments: [
    (".stfolder/", SyncedFolder.Engine.syncthing), (".stfolder", .syncthing),
    (".dropbox", .dropbox), (".dropbox.cache/", .dropbox), (".nextcloudsync.log", .nextcloud),
    (".owncloudsync.log", .ownCloud), ("._sync_5af1d2c3b4a5.db", .nextcloud),
    (".sync_5af1d2c3b4a5.db", .nextcloud),
  ])
  func `a folder is known by what an engine left in it`(
    entry: String, engine: SyncedFolder.Engine
  ) throws {
    let root = temporary.path / "carried"
    try Folder(root).create()
    if entry.hasSuffix("/") {
      try Folder(root / entry).create()
    } else {
      try PrivateFile.write([], to: root / entry)
    }
    let marker = SyncedFolder.Marker(engine: engine, folder: root)
    #expect(SyncedFolder.marker(above: root / "a" / "store") == marker)
    #expect(SyncedFolder.marker(above: root) == marker)
    #expect(SyncedFolder.marker(above: temporary.path) == nil)
    #expect(SyncedFolder.marker(above: temporary.path / "carried elsewhere") == nil)
  }

  @Test(arguments: [
    ".local/share/accord", "dropbox-notes/store", "My Dropbox notes/store", "OneDriveX/store",
    "src/CloudStorage/store", "GoogleDrive-old/store", "nextcloud.bak/store", "Sync/store",
  ])
  func `a folder that only sounds alike is not taken for one`(path: String) throws {
    try Folder(temporary.path / path).create()
    #expect(SyncedFolder.marker(above: temporary.path / path) == nil)
  }

  @Test(arguments: [".dropbox/", ".syncthing", "sync_1.db", ".sync_1.db-wal", "stfolder/"])
  func `a program's settings and other files are not taken for a mark`(entry: String) throws {
    if entry.hasSuffix("/") {
      try Folder(temporary.path / entry).create()
    } else {
      try PrivateFile.write([], to: temporary.path / entry)
    }
    #expect(SyncedFolder.marker(above: temporary.path / "store") == nil)
  }

  @Test func `a link does not hide where it leads`() throws {
    let root = temporary.path / "carried"
    try Folder(root / ".stfolder").create()
    #expect(symlink(root.string, (temporary.path / "innocent").string) == 0)
    let marker = SyncedFolder.Marker(engine: .syncthing, folder: root)
    #expect(SyncedFolder.marker(above: temporary.path / "innocent" / "a" / "store") == marker)
  }

  @Test func `an engine's folder that is a link is known by its own name`() throws {
    try Folder(temporary.path / "disk").create()
    let link = temporary.path / "OneDrive"
    #expect(symlink("disk", link.string) == 0)
    #expect(
      SyncedFolder.marker(above: link / "store")
        == SyncedFolder.Marker(engine: .oneDrive, folder: link))
  }

  @Test func `the way up through a parent is followed`() throws {
    try Folder(temporary.path / "Dropbox" / "a").create()
    try Folder(temporary.path / "b").create()
    let path = temporary.path / "b" / ".." / "Dropbox" / "a" / "missing"
    #expect(SyncedFolder.marker(above: path)?.folder == temporary.path / "Dropbox")
  }

  @Test func `the nearest mark is told`() throws {
    try Folder(temporary.path / "Dropbox" / "Nextcloud" / "a").create()
    let path = temporary.path / "Dropbox" / "Nextcloud" / "a"
    #expect(SyncedFolder.marker(above: path)?.engine == .nextcloud)
  }

  @Test func `a relative path is judged from the current folder`() {
    #expect(SyncedFolder.marker(above: "Dropbox/store")?.engine == .dropbox)
    #expect(SyncedFolder.marker(above: "accord-missing/store") == nil)
  }
}
