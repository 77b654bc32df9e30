import Files
import SystemPackage

func / (path: FilePath, name: String) -> FilePath { path.appending(name) }

func permissions(of path: FilePath) throws -> Int {
  Int(try Stat(path, followTargetSymlink: false).permissions.rawValue)
}
