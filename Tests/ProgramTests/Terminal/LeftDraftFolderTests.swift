import Agreements
import Files
import Fixtures
import Foundation
import Sealing
import SystemPackage
import Testing

@testable import accord

/// Which folders are taken for drafts that were left, and what is done with the files in them.
struct LeftDraftFolderTests {
  private let temporary: TemporaryFolder
  private let writer = Partner.ID("0123456789abcdef0123456789abcdef")
  private let keys = DeviceKeys.generate()

  init() throws { temporary = try TemporaryFolder() }

  private var parent: String { temporary.path.string }
  private var all: [LeftDraft] { LeftDraft.all(in: [parent]) }

  /// A folder as a killed program leaves it.
  @discardableResult
  private func leave(
    _ text: String = "# accord: need\nrest", named name: String = "accord.aB3xYz",
    by writer: String? = "0123456789abcdef0123456789abcdef"
  ) throws -> String {
    let folder = "\(parent)/\(name)"
    try Folder(FilePath(folder)).create()
    if let writer { try put(writer + "\n", at: folder + "/writer") }
    try put(text, at: folder + "/accord.txt")
    return folder
  }

  private func put(_ text: String, at path: String) throws {
    try PrivateFile.write(Array(text.utf8), to: FilePath(path))
  }

  private func seal(_ draft: LeftDraft) throws {
    try draft.seal(to: try #require(AgeRecipient(keys.recipient)))
  }

  @Test func `a draft in use is not left; one that was let go is`() throws {
    var draft: Draft? = try Draft("text", under: parent, by: writer)
    #expect(draft != nil && all.isEmpty)
    draft = nil
    #expect(all.map(\.writer) == [writer])
  }

  @Test(arguments: ["accord.short", "accord.toolong1", "other.aB3xYz", "accordXaB3xYz"])
  func `a folder of another name is none`(name: String) throws {
    try leave(named: name)
    #expect(all.isEmpty)
  }

  @Test(arguments: [0o755, 0o750, 0o701, 0o500] as [mode_t])
  func `a folder that is open to others is none`(mode: mode_t) throws {
    #expect(chmod(try leave(), mode) == 0)
    #expect(all.isEmpty)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
  func `a folder of another user is none`() throws {
    #expect(chown(try leave(), 65534, 65534) == 0)
    #expect(all.isEmpty)
  }

  @Test func `a link to a folder is none, nor is a file`() throws {
    let real = try leave(named: "elsewhere")
    #expect(symlink(real, "\(parent)/accord.aB3xYz") == 0)
    try put("", at: "\(parent)/accord.bB3xYz")
    #expect(all.isEmpty)
  }

  @Test(arguments: [
    "", "Lin", "0123456789ABCDEF0123456789ABCDEF", String(repeating: "a", count: 33),
  ])
  func `a writer that is no id is none`(writer: String) throws {
    try leave(by: writer)
    #expect(all.map(\.writer) == [nil])
  }

  @Test func `a folder that holds nothing yet is none`() throws {
    try Folder(FilePath("\(parent)/accord.aB3xYz")).create()
    try Folder(FilePath("\(parent)/accord.bB3xYz")).create()
    try put(writer.text, at: "\(parent)/accord.bB3xYz/writer")
    #expect(all.isEmpty)
  }

  @Test func `what is sealed opens with the keys of its writer, and with no others`() throws {
    let folder = try leave("# accord: need\nrest\n# accord… each text goes below its line\n")
    let draft = try #require(all.first)
    #expect(!draft.isSealed)
    try seal(draft)
    #expect(draft.isSealed)
    #expect(try Folder(FilePath(folder)).entries() == ["accord.txt.age", "writer"])
    #expect(try draft.texts(with: [keys]) == ["# accord: need\nrest\n"])
    let refused = #expect(throws: Problem.self) { try draft.texts(with: [.generate()]) }
    #expect(refused?.code == "other-keys")
    // After a new password, with the earlier key.
    #expect(try draft.texts(with: [.generate(), keys]) == ["# accord: need\nrest\n"])
    // Twice is once.
    try seal(draft)
    #expect(try draft.texts(with: [keys]) == ["# accord: need\nrest\n"])
  }

  @Test func `what an editor saved beside it is sealed too, and links lead nowhere`() throws {
    let folder = try leave()
    try put("# accord: need\nrest and more", at: folder + "/accord.txt.save")
    try put("rest", at: "\(parent)/target")
    #expect(symlink("\(parent)/target", folder + "/.#accord.txt") == 0)
    #expect(mkfifo(folder + "/pipe", 0o600) == 0)
    let draft = try #require(all.first)
    try seal(draft)
    #expect(
      try Folder(FilePath(folder)).entries() == [
        "accord.txt.age", "accord.txt.save.age", "writer",
      ])
    #expect(
      try draft.texts(with: [keys]) == ["# accord: need\nrest", "# accord: need\nrest and more"])
    #expect(try PrivateFile.read(FilePath("\(parent)/target"), atMost: 10) == Array("rest".utf8))
    try draft.discard()
    #expect(try temporary.folder.entries() == ["target"])
  }

  @Test(arguments: ["", "\n\n", "# accord: need\n\n# accord… hint\n", "# accord: need\n \t\n"])
  func `a text in which nothing was written is removed`(text: String) throws {
    try leave(text)
    try seal(try #require(all.first))
    #expect(try temporary.folder.entries() == [])
  }

  @Test func `the oldest comes first`() throws {
    for (name, at) in [("accord.aaaaaa", 30), ("accord.bbbbbb", 10), ("accord.cccccc", 20)] {
      let file = try leave(named: name) + "/writer"
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: Double(at))], ofItemAtPath: file)
    }
    let names = all.map { FilePath($0.path).lastComponent?.string }
    #expect(names == ["accord.bbbbbb", "accord.cccccc", "accord.aaaaaa"])
  }

  @Test func `it is looked for where drafts are made, each place once`() {
    #expect(DraftFolder.parents { _ in nil } == ["/tmp"])
    #expect(DraftFolder.parents { ["TMPDIR": "/x"][$0] } == ["/x", "/tmp"])
    #expect(DraftFolder.parents { ["TMPDIR": "/tmp"][$0] } == ["/tmp"])
    #expect(DraftFolder.parents { ["TMPDIR": " "][$0] } == ["/tmp"])
  }
}
