import Agreements
import Testing

@testable import accord

/// Whatever a person can write is text on the page.
@Suite struct HostileHandoutTests {
  static let texts =
    TextTests.texts + [
      "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "<!-- -->", "]]>",
      "&lt;b&gt; &amp; &copy; &#65;", "\" onload=\"x", "' onload='x", "<\u{301}b> &\u{301}amp;",
      "# heading", "  ## heading", "===", "---", "- item", "+ item", "1. item", "12) item",
      "> quote", "    code", "```", "~~~", "*a* _b_ **c** ~~d~~ `e` $f$ ^g^",
      "[link](https://example.org)", "[\u{301}link](x)", "![image](x)", "[note]: x", "[^1]",
      "<https://example.org>", "https://example.org www.example.org me@example.org", "a | b",
      "one\n\nthree\n# four\n- five\n> six\n    seven", "\u{0}nul", "trailing  \nspaces",
      String(repeating: "👨‍👩‍👧", count: 40),
    ]

  /// A page with the text wherever a person's words can stand.
  private static func page(_ text: String) throws -> Handout {
    let name = try Partner.Name("Mei")
    let item = Handout.Item(
      title: text, promise: Sentence(own: text.visible), essence: "\(text): \(text)",
      details: [Detail(Sentence("Why", "为什么"), text), Detail(Sentence("Sign", "手势"), "a T")])
    return Handout(
      pair: Pair(
        Partner(id: Partner.ID("mei"), name: name),
        Partner(id: Partner.ID("lin"), name: name)),
      date: Sentence("today", "今天"),
      sections: [
        Handout.Section(
          anchor: "agreed", heading: Listing.agreed, lead: nil, items: [item])
      ])
  }

  @Test(arguments: texts)
  func `in HTML a text is what it is, and opens nothing`(text: String) throws {
    let output = HandoutHTML(page: try Self.page(text)).text
    #expect(output.hidden == [])
    let page = ParsedPage(output)
    #expect(page.complaint == nil)
    #expect(page.named("h3").map(\.text) == [text.visible])
    let words = text.visibleLines
    #expect(page.texts("essence") == ["\(text): \(text)".visibleLines])
    #expect(page.named("bdi").map(\.text) == ["Mei", "Mei", words, "a T"])
    // The same elements as with any other text.
    let plain = ParsedPage(HandoutHTML(page: try Self.page("plain")).text)
    #expect(page.elements.map(\.name) == plain.elements.map(\.name))
  }

  @Test(arguments: texts)
  func `in Markdown a text begins nothing and marks nothing`(text: String) throws {
    let output = HandoutMarkdown(page: try Self.page(text)).text
    #expect(output.hidden == [])
    let lines = output.lines
    #expect(lines.count { $0.hasPrefix("#") } == 3)
    #expect(lines.count { $0.hasPrefix("- ") } == 2)
    #expect(lines.count { $0 == "---" } == 1)
    let unescaped = output.unicodeScalars.split(separator: "\\").map { String($0.dropFirst()) }
      .joined()
    for mark in ["<", "&", "`", "[", "|", "$", "~", "://", "www."] {
      #expect(!unescaped.contains(mark), "\(mark)")
    }
    // Every line of an essence stays in its block.
    let essence = lines.filter { $0.utf8.starts(with: "> ".utf8) }
    #expect(essence.count == "\(text): \(text)".visibleLines.lines.count)
    #expect(essence.dropLast().allSatisfy { $0.hasSuffix("\\") })
  }

  @Test(arguments: [
    "</style><script>alert(1)</script>", "# a [b](c)\n\n> d", "\u{202E}a\u{1B}[31m",
  ])
  func `what the program writes is no other`(text: String) async throws {
    let household = try await Household.begun()
    try await household.succeeds(
      ["propose", "boundary", "--when=\(text)", "--then=\(text)", "--as=Mei", "--yes", "--", text])
    try await household.succeeds(["accept", "--as", "Lin", "--yes"])
    let html = try await household.succeeds(["report", "--html", "-"]).output
    #expect(html.hidden == [])
    #expect(ParsedPage(html).named("h3").map(\.text) == [text.visible])
    let markdown = try await household.succeeds(["report", "--markdown"]).output
    #expect(markdown.hidden == [])
    #expect(markdown.contains("\n### \(text.visible.escapedForMarkdown)\n"))
  }

  @Test(arguments: [
    ("1. a", "1\\. a"), ("2026 was", "2026 was"), ("20:30", "20:30"), ("3) a", "3\\) a"),
    ("a 1. b", "a 1. b"), ("   - a", "\\- a"), ("a - b", "a - b"), ("a+b=c", "a+b=c"),
    ("It's \"fine\" (really), isn't it?", "It's \"fine\" (really), isn't it?"),
    ("www.a.b", "www\\.a.b"), ("x://y", "x\\://y"), ("a\\b", "a\\\\b"), ("", ""),
    ("<\u{301}b", "\\<\u{301}b"),
  ])
  func `only what would mean something is escaped`(text: String, escaped: String) {
    #expect(text.escapedForMarkdown == escaped)
  }

  @Test func `in XML every mark is escaped, whatever is written over it`() {
    #expect(
      "<\u{301}a&\u{301}b\"\u{301}>".escapedForXML == "&lt;\u{301}a&amp;\u{301}b&quot;\u{301}&gt;")
  }
}

extension String {
  /// What acts on a screen without being seen there, line feeds and what emoji are joined with
  /// aside.
  fileprivate var hidden: [Unicode.Scalar] {
    unicodeScalars.filter { scalar in
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
      let reorders = (0x202A...0x202E).contains(scalar.value)
      return isControl || reorders || (0x2066...0x2069).contains(scalar.value)
    }
  }
}
