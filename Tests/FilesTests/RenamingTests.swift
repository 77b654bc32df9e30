import Files
import Fixtures
import Foundation
import SystemPackage
import Testing

struct RenamingTests {
  let temporary: TemporaryFolder
  var folder: Folder { temporary.folder }

  init() throws {
    temporary = try TemporaryFolder()
    try PrivateFile.write([1], to: temporary.path.appending("old"))
  }

  @Test func `a file gets another name`() throws {
    try folder.renameFile("old", to: "new")
    #expect(try folder.entries() == ["new"])
    #expect(try PrivateFile.read(temporary.path.appending("new"), atMost: 1) == [1])
  }

  @Test func `what bears the name stays, and so does the old name`() throws {
    try PrivateFile.write([2], to: temporary.path.appending("new"))
    #expect(symlink("nowhere", temporary.path.appending("link").string) == 0)
    for name in ["new", "link"] {
      #expect(throws: FileError(.create, .fileExists)) { try folder.renameFile("old", to: name) }
    }
    #expect(try PrivateFile.read(temporary.path.appending("new"), atMost: 1) == [2])
    #expect(try folder.entries() == ["link", "new", "old"])
  }

  @Test(arguments: ["..", "a/b", "", "."])
  func `a name that leads out of the folder is refused`(name: String) throws {
    #expect(throws: FileError(.inspect, .invalidArgument)) {
      try folder.renameFile("old", to: name)
    }
    #expect(try folder.entries() == ["old"])
  }

  @Test func `wiped bytes are zeros, whatever holds them`() {
    var array: [UInt8] = [1, 2, 3]
    let kept = array
    array.wipe()
    #expect(array == [0, 0, 0] && kept == [1, 2, 3])
    var data = Data([1, 2, 3])
    data.wipe()
    #expect(data == Data([0, 0, 0]))
    var slice = [1, 2, 3, 4][1...2] as ArraySlice<UInt8>
    slice.wipe()
    #expect(slice == [0, 0])
    var none: [UInt8] = []
    none.wipe()
    #expect(none.isEmpty)
  }
}
