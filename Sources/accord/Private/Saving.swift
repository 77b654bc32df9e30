import Files
import SystemPackage

extension Session {
  /// Writes a text of one's own to a new file that this account alone can read; what is there
  /// already is never replaced.
  func saveNew(_ text: String, at path: String) throws {
    do { try PrivateFile.createNew(Array(text.utf8), at: FilePath(path)) } catch {
      throw Self.unsaved(error)
    }
  }

  private static func unsaved(_ error: FileError) -> any Error {
    switch error.errno {
    case .fileExists:
      Problem(
        "name-taken", .usage,
        Sentence(
          "there is something of that name already; name a new file",
          "这个名字已经有了，请换一个新的文件名"))
    case .noSuchFileOrDirectory, .notDirectory, .invalidArgument:
      Problem(
        "bad-value", .usage,
        Sentence(
          "there is no such folder; name a file in one that exists", "没有这个文件夹，请换一个已有的位置"))
    default: error
    }
  }
}
