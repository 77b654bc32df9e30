import Foundation
import Testing

/// What the pages for contributors point at is there.
struct DocumentationTests {
  private static let pages = Project.files(under: "Sources/accord/Accord.docc", ending: ".md")

  /// The claims that tests make, which are their names.
  private static let claims = Set(
    Project.files(under: "Tests", ending: ".swift").flatMap { file in
      file.text.matches(of: /func `([^`]+)`/).map { String($0.output.1) }
    })

  /// What stands under "test" in its tables.
  private static func tests(in page: ProjectFile) -> [String] {
    var column: Int?
    return page.lines.flatMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("|") else { return [String]() }
      if let place = cells.firstIndex(of: "test") { column = place }
      guard let column, column < cells.count else { return [] }
      return cells[column].matches(of: /`([^`]+)`/).map { String($0.output.1) }
    }
  }

  @Test(arguments: ["AbuseCases.md", "Safety.md"])
  func `a test that answers a case or a rule is there under its name`(name: String) throws {
    let page = try #require(Self.pages.first { $0.name == name })
    let named = Self.tests(in: page)
    #expect(named.count > 30)
    #expect(named.filter { !Self.claims.contains($0) } == [])
  }

  @Test func `a page that another points to is there`() {
    let there = Set(Self.pages.map { $0.name.dropLast(3) })
    for page in Self.pages + Project.sources {
      for link in page.text.matches(of: /<doc:(\w+)>/) where !there.contains(link.output.1) {
        Issue.record("\(page.path): \(link.output.1)")
      }
    }
  }
}
