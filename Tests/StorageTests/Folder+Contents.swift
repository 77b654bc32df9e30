import Files
import Foundation
import SystemPackage

extension Folder {
  /// The bytes of every file, by name.
  func contents() throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in try entries() {
      contents[name] = try PrivateFile.read(path.appending(name), atMost: 1 << 30)
    }
    return contents
  }

  /// The names of the files that hold these bytes anywhere.
  func files(holding text: String) throws -> [String] {
    let wanted = Data(text.utf8)
    return try contents().filter { Data($0.value).range(of: wanted) != nil }.keys.sorted()
  }
}
