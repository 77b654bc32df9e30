import Foundation
import Testing

@testable import accord

/// How the page is asked for, and the file it becomes.
@Suite struct HandoutFileTests {
  @Test func `the file is new, private, and what standard output would have been`() async throws {
    let household = try await HandoutTests.household()
    let file = household.sandbox.path("page.html")
    let told = try await household.succeeds(["report", "--html", file])
    #expect(told.output == "Written to \(file). Whoever has the file can read it.\n")
    let written = try String(contentsOfFile: file, encoding: .utf8)
    #expect(try await household.succeeds(["report", "--html", "-"]).output == written)
    var entry = stat()
    #expect(stat(file, &entry) == 0 && entry.st_mode & 0o777 == 0o600)
    try await household.refuses(["report", "--html", file], 64, "name-taken")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == written)
    try await household.refuses(
      ["report", "--html", household.sandbox.path("nowhere/page.html")], 64, "bad-value")
  }

  @Test func `exactly one form is asked for`() async throws {
    let household = try await Household.begun()
    try await household.refuses(["report"], 64, "missing")
    let file = household.sandbox.path("page.html")
    try await household.refuses(["report", "--html", file, "--markdown"], 64, "contradiction")
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func `a script gets the text of the page, or the name of the file`() async throws {
    struct Document: Decodable {
      let schema: String
      let page: String?
      let file: String?
    }
    let household = try await HandoutTests.household()
    for form in [["--markdown"], ["--html", "-"]] {
      let page = try await household.succeeds(["report"] + form).output
      let document = try await household.succeeds(["report", "--json"] + form).json(Document.self)
      #expect(document.page == page && document.schema == "accord/1")
    }
    let file = household.sandbox.path("page.html")
    let told = try await household.succeeds(["report", "--html", file, "--json"])
    #expect(try told.json(Document.self).file == file)
  }

  // MARK: HTML

  @Test(arguments: Language.allCases)
  func `S25 the page loads nothing, runs nothing and sends nothing`(
    language: Language
  ) async throws {
    let household = try await HandoutTests.household()
    let text = try await household.succeeds(
      ["report", "--html", "-", "--lang", language.rawValue]
    ).output
    #expect(text.hasPrefix("<!DOCTYPE html>\n"))
    let page = ParsedPage(text)
    #expect(page.complaint == nil)
    let allowed: Set = [
      "html", "head", "meta", "title", "style", "body", "header", "svg", "circle", "h1", "h2", "h3",
      "p", "main", "section", "ul", "li", "span", "bdi", "strong", "br", "footer",
    ]
    #expect(Set(page.elements.map(\.name)).subtracting(allowed) == [])
    let attributes = Set(page.elements.flatMap { $0.attributes.keys })
    #expect(!attributes.contains { ["src", "href", "style"].contains($0) || $0.hasPrefix("on") })
    for loading in ["http:", "https:", "//", "url(", "@import", "javascript", "data:"] {
      #expect(!text.contains(loading), "\(loading)")
    }
    let policy = page.named("meta").first { $0.attributes["http-equiv"] != nil }?.attributes
    #expect(policy?["http-equiv"] == "Content-Security-Policy")
    #expect(policy?["content"]?.hasPrefix("default-src 'none';") == true)
    #expect(page.named("meta").contains { $0.attributes["content"] == "no-referrer" })
  }

  @Test(arguments: [(Language.english, "en"), (.chinese, "zh-Hans")])
  func `who listens to it finds headings, landmarks and lists in order`(
    language: Language, tag: String
  ) async throws {
    let household = try await HandoutTests.household()
    let page = ParsedPage(
      try await household.succeeds(["report", "--html", "-", "--lang", language.rawValue]).output)
    #expect(page.root?.attributes["lang"] == tag)
    #expect(page.named("body").first?.children.map(\.name) == ["header", "main", "footer"])
    let levels = page.elements.compactMap { element -> Int? in
      ["h1": 1, "h2": 2, "h3": 3][element.name]
    }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    for section in page.named("section") {
      let label = section.attributes["aria-labelledby"]
      #expect(section.children.first?.attributes["id"] == label && label != nil)
    }
    for list in page.named("ul") {
      #expect(!list.children.isEmpty && list.children.allSatisfy { $0.name == "li" })
    }
  }

  // MARK: Colours

  @Test(arguments: [HandoutStyle.light, HandoutStyle.dark])
  func `every ink can be read on both grounds`(palette: HandoutStyle.Palette) throws {
    for ink in [palette.ink, palette.soft, palette.accent] {
      for ground in [palette.paper, palette.card] {
        #expect(try Self.contrast(ink, ground) >= 4.5, "\(ink) on \(ground)")
      }
    }
  }

  @Test func `on white paper too`() throws {
    for ink in [HandoutStyle.light.soft, HandoutStyle.light.accent] {
      #expect(try Self.contrast(ink, "#ffffff") >= 4.5)
    }
  }

  /// Source: WCAG 2.2, "contrast ratio" and "relative luminance".
  private static func contrast(_ one: String, _ other: String) throws -> Double {
    let both = try [luminance(one), luminance(other)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  private static func luminance(_ colour: String) throws -> Double {
    let number = try #require(Int(colour.dropFirst(), radix: 16))
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(number >> shift & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
