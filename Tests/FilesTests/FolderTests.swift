import Files
import Fixtures
import Foundation
import SystemPackage
import Testing

struct FolderTests {
  let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  @Test func `a folder is created with those above it, for its owner alone`() throws {
    let folder = Folder(temporary.path / "a" / "b" / "c")
    #expect(!folder.exists)
    try folder.create()
    #expect(folder.exists)
    for path in [folder.path, temporary.path / "a" / "b", temporary.path / "a"] {
      #expect(try permissions(of: path) == 0o700)
    }
  }

  @Test func `creating a folder that exists changes nothing`() throws {
    #expect(chmod(temporary.path.string, 0o755) == 0)
    try temporary.folder.create()
    #expect(try permissions(of: temporary.path) == 0o755)
  }

  @Test func `a file in the way of a folder is an error`() throws {
    try PrivateFile.write([1], to: temporary.path / "a")
    #expect(!Folder(temporary.path / "a").exists)
    #expect(throws: FileError(.createFolder, .fileExists)) {
      try Folder(temporary.path / "a").create()
    }
    #expect(throws: FileError(.createFolder, .fileExists)) {
      try Folder(temporary.path / "a" / "b").create()
    }
  }

  @Test func `several can create one folder at once`() async throws {
    let folder = Folder(temporary.path / "a" / "b" / "c" / "d")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...12 { group.addTask { try folder.create() } }
      try await group.waitForAll()
    }
    #expect(folder.exists)
  }

  @Test func `all names are listed in order, hidden ones too`() throws {
    let names = [".hidden", "a", "b c", "ä", "明天"]
    for name in names.reversed() { try PrivateFile.write([], to: temporary.path / name) }
    #expect(try temporary.folder.entries() == names)
  }

  @Test func `a missing folder has no list`() {
    let error = #expect(throws: FileError.self) {
      try Folder(temporary.path / "missing").entries()
    }
    #expect(error == FileError(.list, .noSuchFileOrDirectory))
  }

  @Test func `a file is removed by name, and a link without what it names`() throws {
    try PrivateFile.write([], to: temporary.path / "file")
    #expect(symlink("file", (temporary.path / "link").string) == 0)
    try temporary.folder.remove("link")
    #expect(try temporary.folder.entries() == ["file"])
    try temporary.folder.remove("file")
    #expect(try temporary.folder.entries() == [])
    #expect(throws: FileError(.remove, .noSuchFileOrDirectory)) {
      try temporary.folder.remove("file")
    }
  }

  @Test func `an empty folder is removed, one that holds something stays`() throws {
    let folder = Folder(temporary.path / "a")
    try folder.removeIfEmpty()
    try folder.create()
    try PrivateFile.write([], to: folder.path / "file")
    try folder.removeIfEmpty()
    #expect(folder.exists)
    try folder.remove("file")
    try folder.removeIfEmpty()
    #expect(!folder.exists)
  }

  @Test(arguments: ["", ".", "..", "/", "a/b", "../file"])
  func `a name cannot lead out of the folder`(name: String) {
    #expect(throws: FileError(.inspect, .invalidArgument)) { try temporary.folder.remove(name) }
  }

  @Test func `what others may enter or read is found and tightened, the rest untouched`() throws {
    let modes: [(name: String, before: mode_t, after: Int)] = [
      ("kept", 0o600, 0o600), ("readable", 0o644, 0o600), ("group", 0o460, 0o400),
      ("program", 0o755, 0o700),
    ]
    for (name, before, _) in modes {
      try PrivateFile.write([], to: temporary.path / name)
      #expect(chmod((temporary.path / name).string, before) == 0)
    }
    try Folder(temporary.path / "sub").create()
    #expect(chmod((temporary.path / "sub").string, 0o755) == 0)
    #expect(symlink("/", (temporary.path / "link").string) == 0)
    #expect(chmod(temporary.path.string, 0o750) == 0)
    let wide = [".", "group", "program", "readable", "sub"]
    let root = try permissions(of: "/")

    #expect(try temporary.folder.widerThanPrivate() == wide)
    #expect(try temporary.folder.tighten() == wide)

    #expect(try temporary.folder.widerThanPrivate() == [])
    #expect(try temporary.folder.tighten() == [])
    for (name, _, after) in modes {
      #expect(try permissions(of: temporary.path / name) == after)
    }
    #expect(try permissions(of: temporary.path / "sub") == 0o700)
    #expect(try permissions(of: temporary.path) == 0o700)
    #expect(try permissions(of: "/") == root)
  }

  @Test func `the privacy of a folder is told`() throws {
    #expect(try temporary.folder.privacy() == .kept)
    #expect(chmod(temporary.path.string, 0o711) == 0)
    #expect(try temporary.folder.privacy() == .openToOthers)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
  func `a folder of another user is noticed`() throws {
    #expect(chown(temporary.path.string, 65534, 65534) == 0)
    #expect(try temporary.folder.privacy() == .ownedByAnother)
  }
}
