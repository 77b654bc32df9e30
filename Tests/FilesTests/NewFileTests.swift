import Files
import Fixtures
import Foundation
import SystemPackage
import Testing

/// Files that must not be there yet.
struct NewFileTests {
  let temporary: TemporaryFolder
  var file: FilePath { temporary.path / "file" }

  init() throws {
    temporary = try TemporaryFolder()
  }

  @Test func `a new file is private and complete`() throws {
    try PrivateFile.createNew([1, 2], at: file)
    #expect(try permissions(of: file) == 0o600)
    #expect(try PrivateFile.read(file, atMost: 2) == [1, 2])
    #expect(try Stat(file).linkCount == 1)
    #expect(try temporary.folder.entries() == ["file"])
  }

  enum Taken: CaseIterable {
    case file, danglingLink, folder

    func take(_ path: FilePath) throws {
      switch self {
      case .file: try PrivateFile.write([1], to: path)
      case .danglingLink: #expect(symlink("nowhere", path.string) == 0)
      case .folder: try Folder(path).create()
      }
    }
  }

  @Test(arguments: Taken.allCases)
  func `a new file never takes a name that is taken`(taken: Taken) throws {
    try taken.take(file)
    let before = try Stat(file, followTargetSymlink: false)
    #expect(throws: FileError(.create, .fileExists)) { try PrivateFile.createNew([2], at: file) }
    #expect(try Stat(file, followTargetSymlink: false).inode == before.inode)
    #expect(try temporary.folder.entries() == ["file"])
  }

  /// How a new file that has to be judged is written.
  enum Way: CaseIterable {
    case beside, inPlace

    func create(
      _ bytes: [UInt8], at path: FilePath, judging judge: ([UInt8]) throws -> Void
    ) throws {
      switch self {
      case .beside: try PrivateFile.createNew(bytes, at: path, judging: judge)
      case .inPlace: try PrivateFile.createInPlace(bytes, at: path, judging: judge)
      }
    }
  }

  private struct Doubt: Error {}

  @Test(arguments: Way.allCases)
  func `a new file is judged by what lies on the disk, and doubt leaves nothing`(way: Way) throws {
    #expect(throws: Doubt.self) {
      try way.create([1, 2], at: file) { written in
        #expect(written == [1, 2])
        #expect(try temporary.folder.entries().contains("file") == (way == .inPlace))
        throw Doubt()
      }
    }
    #expect(try temporary.folder.entries() == [])
    try way.create([1, 2], at: file) { _ in }
    #expect(try permissions(of: file) == 0o600)
    #expect(try PrivateFile.read(file, atMost: 2) == [1, 2])
    #expect(try Stat(file).linkCount == 1)
    #expect(try temporary.folder.entries() == ["file"])
  }

  @Test(arguments: Taken.allCases, Way.allCases)
  func `a new file that is judged never takes a name that is taken`(
    taken: Taken, way: Way
  ) throws {
    try taken.take(file)
    let before = try Stat(file, followTargetSymlink: false)
    #expect(throws: FileError(.create, .fileExists)) { try way.create([2], at: file) { _ in } }
    #expect(try Stat(file, followTargetSymlink: false).inode == before.inode)
    #expect(try temporary.folder.entries() == ["file"])
  }

  @Test(arguments: Taken.allCases)
  func `what takes the name while a new file is judged is left as it is`(taken: Taken) throws {
    var before: Stat?
    #expect(throws: FileError(.create, .fileExists)) {
      try PrivateFile.createNew([2], at: file) { _ in
        try taken.take(file)
        before = try Stat(file, followTargetSymlink: false)
      }
    }
    #expect(try Stat(file, followTargetSymlink: false).inode == before?.inode)
    #expect(try temporary.folder.entries() == ["file"])
  }

  @Test func `of several that create one file at once exactly one does`() async throws {
    let path = file
    let winners = try await withThrowingTaskGroup(of: UInt8?.self) { group in
      for number in UInt8(1)...12 {
        group.addTask {
          do throws(FileError) {
            try PrivateFile.createNew([number], at: path)
            return number
          } catch  where error == FileError(.create, .fileExists) {
            return nil
          }
        }
      }
      return try await group.reduce(into: []) { $0 += [$1].compactMap(\.self) }
    }
    #expect(try PrivateFile.read(file, atMost: 1) == winners)
    #expect(try temporary.folder.entries() == ["file"])
  }
}
