import Testing

struct ImportTests {
  @Test(arguments: Project.modules)
  func `a module imports only what its row of the table names`(file: ProjectFile) {
    for name in file.imports {
      #expect(Arrows.permits(name, in: file.module), "\(file.module) imports \(name)")
    }
  }

  @Test(arguments: Set(Project.sources.map(\.module)).sorted())
  func `what tests begin with is for tests alone`(module: String) {
    #expect(!Arrows.permits(Arrows.testing, in: module))
  }

  @Test(arguments: Project.sources)
  func `nothing in the program imports the whole of Foundation`(file: ProjectFile) {
    #expect(!file.imports.contains("Foundation"))
  }

  @Test(arguments: Project.modules)
  func `no module hands on what it imports`(file: ProjectFile) {
    let found = ["@_exported", "@_implementationOnly", "@testable"].filter {
      file.text.contains($0)
    }
    #expect(found.isEmpty)
  }

  @Test func `every folder of sources is a row of the table`() {
    let folders = Set(Project.sources.map(\.module))
    #expect(folders.subtracting([Arrows.measuring]).isSubset(of: Arrows.table.keys))
  }

  @Test func `the C module includes SQLite and nothing else`() {
    let headers = Project.files(under: "Sources/CSQLite", ending: ".h")
    #expect(!headers.isEmpty)
    let included = headers.map(\.lines).joined().filter { $0.contains("#include") }
    #expect(included.map { String($0) } == ["#include <sqlite3.h>"])
  }

  @Test(
    arguments: [
      ("import Glibc", "Glibc"), ("  import Musl", "Musl"),
      ("@preconcurrency import Darwin", "Darwin"), ("package import Files", "Files"),
      ("@_spi(Testing) public import Storage", "Storage"),
      ("import struct Foundation.Date", "Foundation"), ("import class  SQLite.Database", "SQLite"),
    ])
  func `every form of an import line is read`(line: String, module: String) {
    #expect(ProjectFile(path: "Sources/x/y.swift", text: line).imports == [module])
  }

  @Test(
    arguments: [
      "// import Foundation", "/// `import` lines of import value", "let important = 1",
      "  /// import SQLite",
    ])
  func `a comment about importing is no import`(line: String) {
    #expect(ProjectFile(path: "Sources/x/y.swift", text: line).imports.isEmpty)
  }
}
