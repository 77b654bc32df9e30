import Fixtures
import Foundation
import Testing

/// The files of this project, as they lie in the working tree.
enum Project {
  /// Every file below a folder of the project, sorted by path; a missing folder has none.
  static func files(under folder: String, ending suffix: String = "") -> [ProjectFile] {
    let start = Checkout.root.appendingPathComponent(folder).resolvingSymlinksInPath()
    let names = FileManager.default.subpaths(atPath: start.path) ?? []
    return names.sorted().compactMap { name in
      let url = start.appendingPathComponent(name)
      guard name.hasSuffix(suffix), !url.hasDirectoryPath,
        let text = try? String(contentsOf: url, encoding: .utf8)
      else { return nil }
      return ProjectFile(path: "\(folder)/\(name)", text: text)
    }
  }

  /// What is compiled into the program, the C header of `CSQLite` aside.
  static let sources =
    files(under: "Sources", ending: ".swift") + files(under: "Migrations", ending: ".swift")

  /// All that others import: the sources, and what tests begin with.
  static let modules = sources + files(under: "Tests/\(Arrows.testing)", ending: ".swift")

  static let manifest =
    (try? String(
      contentsOf: Checkout.root.appendingPathComponent("Package.swift"), encoding: .utf8)) ?? ""
}

struct ProjectFile: Sendable, CustomTestStringConvertible {
  /// From the root of the project, with slashes.
  let path: String
  let text: String

  var testDescription: String { path }

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// `Storage` for `Sources/Storage/Store.swift`, likewise for what lies under `Tests`;
  /// `Migrations` for what lies in the folder of that name.
  var module: String {
    let parts = path.split(separator: "/")
    return String(["Sources", "Tests"].contains(parts[0]) ? parts[1] : parts[0])
  }

  /// The modules its `import` lines name, those inside `#if` as well.
  var imports: [String] {
    // The expression is slow, and few lines have the word.
    lines.filter { $0.utf8.contains("import".utf8) }.compactMap { line in
      line.firstMatch(
        of:
          /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|var|let|actor)\s+)?(?<module>\w+)/
      ).map { String($0.output.module) }
    }
  }
}
