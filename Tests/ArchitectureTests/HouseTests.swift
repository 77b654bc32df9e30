import Fixtures
import Foundation
import Testing

struct HouseTests {
  static let everySwiftFile = Project.sources + Project.files(under: "Tests", ending: ".swift")

  @Test(arguments: everySwiftFile)
  func `a file is at most 300 lines long`(file: ProjectFile) {
    let count = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    #expect(count <= 300)
  }

  /// What is no comment, `swift format` looks at.
  @Test(arguments: everySwiftFile)
  func `a comment is at most 100 columns wide`(file: ProjectFile) {
    let wide = file.lines.filter { line in
      line.utf8.count > 100 && line.count > 100 && line.drop(while: \.isWhitespace).hasPrefix("//")
    }
    #expect(wide.isEmpty)
  }

  @Test(arguments: everySwiftFile)
  func `a file is named for what it holds`(file: ProjectFile) {
    let vague = ["util", "helper", "manager", "service", "common", "misc"]
    let name = file.name.lowercased()
    #expect(!vague.contains { name.contains($0) })
  }

  @Test(arguments: Project.files(under: "Sources/accord", ending: ".swift"))
  func `the program holds no SQL`(file: ProjectFile) {
    let sql =
      /\b(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|ATTACH|VACUUM|REPLACE|COMMIT|ROLLBACK)\s/
    let found = file.text.firstMatch(of: sql)?.output.1
    #expect(found == nil)
  }

  @Test(arguments: Project.sources)
  func `nothing in the program ends it by force or is left for later`(file: ProjectFile) {
    let found = ["TODO", "FIXME", "try!", "as!", "fatalError(", "preconditionFailure("]
      .filter { file.text.contains($0) }
    #expect(found.isEmpty)
  }

  /// Below the program an error has no room for what people wrote: its payloads are closed sets,
  /// numbers and codes. A key's fingerprint is one; `SQLiteError` and `MigrationError` hold
  /// statements and names of columns, and have tests of their own.
  @Test(
    arguments: Project.sources.filter {
      !["accord", "SQLite", Arrows.measuring].contains($0.module)
    })
  func `an error below the program has no room for a text`(file: ProjectFile) {
    for body in file.errorTypes {
      let payload = /\b(String|Substring|Note|Title|Wording|Words<\w+>|Partner\.Name)\b/
      let open = body.replacing("fingerprint: String", with: "fingerprint")
      #expect(open.firstMatch(of: payload)?.output.0 == nil, "\(body)")
    }
  }

  @Test func `nothing lies at the top level but what belongs there`() throws {
    let allowed: Set = [
      "Package.swift", "Package.resolved", "README.md", "README.zh.md", "LICENSE", "Sources",
      "Tests", "Migrations", "Scripts", ".ci", ".gitignore", ".swift-format",
      // Git's own, and what it is told to leave alone.
      ".git", ".build", ".swiftpm", ".DS_Store",
    ]
    let found = try FileManager.default.contentsOfDirectory(atPath: Checkout.root.path)
    #expect(Set(found).subtracting(allowed).filter { !$0.hasSuffix(".xcodeproj") } == [])
  }

  @Test func `the tests see the whole project`() {
    #expect(Project.sources.count > 50)
    #expect(Project.sources.contains { $0.path == "Migrations/Migrations.swift" })
    #expect(Project.modules.contains { $0.module == Arrows.testing })
    #expect(Self.everySwiftFile.contains { $0.path.hasSuffix("/HouseTests.swift") })
  }
}

extension ProjectFile {
  /// The declarations of errors in it: cases and stored values, comments and functions left out.
  fileprivate var errorTypes: [String] {
    var types: [String] = []
    var current: [Substring]?
    var indent: Substring = ""
    for line in lines {
      if current == nil, line.contains(/\b(enum|struct) \w+[^{]*\bError\b[^{]*\{$/) {
        indent = line.prefix { $0 == " " }
        current = []
      } else if current != nil, line.hasPrefix(indent + "}") {
        types.append((current ?? []).joined(separator: "\n"))
        current = nil
      } else if line.contains(/^\s*(case|(package |private |public )?(let|var))\s/) {
        current?.append(line)
      }
    }
    return types
  }
}
