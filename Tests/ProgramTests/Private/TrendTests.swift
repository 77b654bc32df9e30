import Foundation
import Testing

@testable import accord

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// One's own grades over time.
@Suite struct TrendTests {
  private static func time(_ day: Int) -> String {
    Date(timeIntervalSince1970: 1_790_000_000 + Double(day) * 86_400).ISO8601Format()
  }

  private struct Document: Decodable {
    let ratings: [Rating]

    struct Rating: Decodable, Equatable {
      let on: String
      let seen: Int
      let speaking: Int
      let mending: Int
      let agreements: [String]
    }
  }

  private func rate(_ grades: String, day: Int, in household: Household) async throws {
    try await household.succeeds(
      ["trend", "add", "--as", "Mei"], saying: grades, environment: ["ACCORD_NOW": Self.time(day)])
  }

  @Test func `a rating comes 28 days after the one before, and not a day sooner`() async throws {
    let household = try await Household.begun()
    try await rate("6 5 7", day: 0, in: household)
    for day in [0, 1, 27] {
      try await household.refuses(
        ["trend", "add", "--as", "Mei"], saying: Array("1 2 3".utf8), 1, "resting", never: "6",
        environment: ["ACCORD_NOW": Self.time(day)])
    }
    try await rate("０,１０，10\n", day: 28, in: household)
    let document = try await household.succeeds(["trend", "--as", "Mei", "--json"])
      .json(Document.self)
    #expect(
      document.ratings.map { [$0.seen, $0.speaking, $0.mending] } == [[6, 5, 7], [0, 10, 10]])
    #expect(document.ratings.map(\.on) == ["2026-09-21", "2026-10-19"])
    for wrong in ["", "6 5", "6 5 7 8", "6 5 11", "6 5 -1", "6 5 7.5", "six five seven"] {
      try await household.refuses(
        ["trend", "add", "--as", "Mei"], saying: Array(wrong.utf8), 64, "bad-value",
        never: "seven", environment: ["ACCORD_NOW": Self.time(100)])
    }
    // Lin's are Lin's.
    try await household.succeeds(
      ["trend", "add", "--as", "Lin"], saying: "1 1 1", environment: ["ACCORD_NOW": Self.time(1)])
  }

  @Test(arguments: [("en", "Too few", "usual"), ("zh", "次数还少", "平时")])
  func `fewer than three points say so, and three show what is usual`(
    language: String, few: String, usual: String
  ) async throws {
    let household = try await Household.begun()
    let show = ["trend", "--as", "Mei", "--lang", language]
    let none = try await household.program.runOnTerminal(show)
    #expect(none.status == 0 && none.output.contains("accord trend add"), "\(none)")
    for point in 0..<4 {
      try await rate("\(4 + point % 2) 5 6", day: point * 28, in: household)
      let shown = try await household.program.runOnTerminal(show)
      #expect(shown.output.contains(few) == (point < 2), "\(shown)")
      let legend = shown.output.split(separator: "\n").prefix(3)
      #expect(legend.allSatisfy { $0.contains(usual) } == (point >= 2), "\(shown)")
      let picture = household.sandbox.path("\(point).svg")
      try await household.succeeds(show + ["--svg", picture])
      let drawn = try Picture(picture)
      #expect(drawn.text.contains(few) == (point < 2))
      // The usual range is the only area.
      #expect(drawn.elements.contains("rect") == (point >= 2))
    }
  }

  @Test func `what was agreed at the time is named, as text and nothing else`() async throws {
    let household = try await Household.begun()
    let titles = [
      "<script>alert(1)</script>", "]]> & \"quoted\" 'too' &amp;", "\u{1B}[31mred\u{7}",
      "\u{FFFE}吵架\0先停",
    ]
    for (index, title) in titles.enumerated() {
      try await household.succeeds(
        ["propose", "cool-down", "--minutes=30", "--as=Mei", "--"]
          + [title].map { $0.replacing("\0", with: "") },
        environment: ["ACCORD_NOW": Self.time(1)])
      guard index != 3 else { continue }
      try await household.succeeds(
        ["accept", "--as", "Lin", "--yes"], environment: ["ACCORD_NOW": Self.time(1)])
    }
    for day in [0, 28, 56] { try await rate("4 5 6", day: day, in: household) }
    let agreed = titles.prefix(3).map(\.visible)

    let now = ["ACCORD_NOW": Self.time(57)]
    let shown = try await household.program.runOnTerminal(
      ["trend", "--as", "Mei"], environment: now.merging(["NO_COLOR": "1"]) { $1 })
    for title in agreed { #expect(shown.output.contains(title), "\(shown)") }
    // Nobody answered it.
    #expect(!shown.output.contains("吵架"), "\(shown)")
    #expect(shown.shownRaw == [], "\(shown)")
    let document = try await household.succeeds(
      ["trend", "--as", "Mei", "--json"], environment: now
    ).json(Document.self)
    #expect(document.ratings.map(\.agreements.count) == [0, 3, 3])
    let ids = try await household.list().filter { $0.title.map { !$0.contains("吵架") } ?? false }
    #expect(Set(document.ratings.flatMap(\.agreements)) == Set(ids.map(\.id)))

    let file = household.sandbox.path("trend.svg")
    try await household.succeeds(["trend", "--svg", file, "--as", "Mei"], environment: now)
    let picture = try Picture(file)
    for title in agreed { #expect(picture.text.contains(title), "\(picture.text)") }
    #expect(picture.elements.isSubset(of: Picture.known), "\(picture.elements)")
    #expect(!picture.text.contains("吵架"))
  }

  @Test func `a picture is a new file for this account alone, and takes the place of none`()
    async throws
  {
    let household = try await Household.begun()
    try await rate("4 5 6", day: 0, in: household)
    let file = household.sandbox.path("trend.svg")
    struct Drawn: Decodable { let file: String }
    let drawn = try await household.succeeds(
      ["trend", "--svg", file, "--as", "Mei", "--json"]
    ).json(Drawn.self)
    #expect(drawn.file == file)
    var info = stat()
    #expect(lstat(file, &info) == 0 && info.st_mode & 0o777 == 0o600)
    let before = FileManager.default.contents(atPath: file)
    symlink("nowhere", household.sandbox.path("dangling"))
    for (path, code) in [
      ("trend.svg", "name-taken"), ("home", "name-taken"), ("dangling", "name-taken"),
      ("no/such/file.svg", "bad-value"), ("trend.svg/x", "bad-value"),
    ] {
      for words in [["trend", "--svg"], ["reflect", "summary", "--to"]] {
        try await household.refuses(
          words + [household.sandbox.path(path), "--as", "Mei"], 64, code)
      }
    }
    #expect(FileManager.default.contents(atPath: file) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: household.sandbox.folder)
    #expect(Set(names) == ["home", "store", "trend.svg", "dangling"])
    let page = household.sandbox.path("page.md")
    try await household.succeeds(["reflect", "summary", "--to", page, "--as", "Mei"])
    #expect(lstat(page, &info) == 0 && info.st_mode & 0o777 == 0o600)
  }
}

/// An SVG file, read as XML.
private final class Picture: NSObject, XMLParserDelegate {
  static let known: Set = ["svg", "title", "text", "rect", "line", "polyline", "circle"]

  private(set) var text = ""
  private(set) var elements: Set<String> = []

  init(_ file: String) throws {
    super.init()
    let parser = XMLParser(data: try Data(contentsOf: URL(fileURLWithPath: file)))
    parser.delegate = self
    let isWellFormed = parser.parse()
    #expect(isWellFormed, "\(String(describing: parser.parserError))")
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(name)
    text += "\n"
  }
}
