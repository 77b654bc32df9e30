import Files
import Fixtures
import Foundation
import SystemPackage

extension TemporaryFolder {
  /// The path of a file in it, joined as text: not every name here can be one.
  func file(_ name: String = "some.db") -> String { path.string + "/" + name }

  var names: [String] {
    get throws { try folder.entries() }
  }
}

func bytes(of path: String) throws -> Data {
  try Data(contentsOf: URL(fileURLWithPath: path))
}
