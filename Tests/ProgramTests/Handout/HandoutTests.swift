import Agreements
import Foundation
import Testing

@testable import accord

/// What stands on the page for two, and what does not.
@Suite struct HandoutTests {
  /// Mei and Lin with something of every sort.
  static func household() async throws -> Household {
    var household = try await Household.begun()
    try await household.succeeds(Household.proposal("Firstborn", by: "Mei"))
    try await household.succeeds(["accept", "--as", "Lin", "--yes"])
    try await household.succeeds(
      [
        "propose", "reassurance", "Onesided", "--when", "a bad day", "--phrase", "I am here",
        "--promise", "me", "--as", "Lin", "--yes",
      ])
    try await household.succeeds(["accept", "--as", "Mei", "--yes"])
    try await household.succeeds(
      ["boundary", "add", "Alone", "--when", "it is loud", "--then", "I walk", "--as", "Mei"])
    household.program.environment["ACCORD_NOW"] = "2026-12-06T12:00:00+08:00"
    try await household.succeeds(Household.proposal("Suggested", by: "Lin"))
    try await household.succeeds(["amend", "Firstborn", "--minutes", "45", "--as", "Mei"])
    return household
  }

  private static func markdown(of household: Household, _ more: String...) async throws -> String {
    try await household.succeeds(["report", "--markdown"] + more).output
  }

  @Test func `every text in force stands there once, and every one that waits`() async throws {
    let household = try await Self.household()
    let page = ParsedPage(try await household.succeeds(["report", "--html", "-"]).output)
    #expect(page.complaint == nil)
    let titles = page.named("section").map { section in
      section.all.filter { $0.name == "h3" }.map(\.text)
    }
    #expect(titles == [["Firstborn", "Onesided"], ["Alone"], ["Firstborn", "Suggested"]])
    let text = try await Self.markdown(of: household)
    #expect(text.ranges(of: "We both stop for 30 minutes").count == 2)
    #expect(text.ranges(of: "We both stop for 45 minutes").count == 1)
    #expect(text.ranges(of: "I am here").count == 1)
    #expect(text.ranges(of: "it is loud: I walk").count == 1)
    #expect(text.contains("A change is suggested; the old text still holds."))
  }

  @Test func `what ended, was declined, taken back or put away is not there`() async throws {
    var household = try await Self.household()
    try await household.succeeds(["end", "Onesided", "--as", "Mei"])
    try await household.succeeds(["decline", "Suggested", "--as", "Mei"])
    try await household.succeeds(["withdraw", "Firstborn", "--as", "Mei"])
    var text = try await Self.markdown(of: household)
    for title in ["Onesided", "Suggested", "45 minutes", "Waiting"] {
      #expect(!text.contains(title))
    }
    try await household.succeeds(Household.proposal("Forgotten", by: "Lin"))
    household.program.environment["ACCORD_NOW"] = "2027-01-06T12:00:00+08:00"
    text = try await Self.markdown(of: household)
    #expect(!text.contains("Forgotten") && text.contains("Firstborn"))
    try await household.succeeds(["end", "Firstborn", "--as", "Lin"])
    try await household.succeeds(["boundary", "end", "Alone", "--as", "Mei"])
    #expect(try await Self.markdown(of: household).contains("Nothing is agreed at the moment."))
  }

  @Test func `of an erased text it says that it was erased, and nothing else`() throws {
    let name = try Partner.Name("Mei")
    let pair = Pair(
      Partner(id: Partner.ID("mei"), name: name), Partner(id: Partner.ID("lin"), name: name))
    let erased = Handout.Item(
      title: Session.erasedTitle.text, promise: nil, essence: nil, details: [])
    let page = Handout(
      pair: pair, date: Sentence("today", "今天"),
      sections: [
        Handout.Section(anchor: "agreed", heading: Listing.agreed, lead: nil, items: [erased])
      ])
    let item = try #require(ParsedPage(HandoutHTML(page: page).text).named("li").first)
    #expect(item.children.map(\.name) == ["h3"])
    #expect(item.children.first?.text == Session.erasedTitle.text)
    #expect(HandoutMarkdown(page: page).text.contains("### (its words were erased)\n\n---"))
  }

  // MARK: The same for both

  @Test(arguments: [["--markdown"], ["--html", "-"]])
  func `the page is the same whoever asks, and asks nobody`(form: [String]) async throws {
    let household = try await Self.household()
    try household.lock("Mei", with: "a password of Mei's")
    let plain = try await household.succeeds(["report"] + form).output
    for name in ["Mei", "Lin"] {
      #expect(try await household.succeeds(["report", "--as", name] + form).output == plain)
    }
    let shown = try await household.program.runOnTerminal(["report"] + form)
    #expect(shown.output.replacing("\r\n", with: "\n") == plain)
  }

  @Test func `S13 nothing private is read for it`() async throws {
    let household = try await Self.household()
    _ = try await household.need("Birnbaum", by: "Mei", "--category", "contact")
    let before = try await Self.markdown(of: household)
    #expect(!before.contains("Birnbaum"))
    for name in try FileManager.default.contentsOfDirectory(atPath: household.store)
    where name != "accord.db" {
      try FileManager.default.removeItem(atPath: household.store + "/" + name)
    }
    #expect(try await Self.markdown(of: household) == before)
  }

  @Test func `S6 until when something waits, and since when, is not there`() async throws {
    let household = try await Self.household()
    let text = try await Self.markdown(of: household)
    let waiting = try #require(text.ranges(of: "## Waiting for a yes").first)
    let rest = text[waiting.lowerBound...].prefix { _ in true }.split(separator: "---")[0]
    #expect(!rest.contains("December") && !rest.contains("2026"))
    #expect(rest.contains("No answer is not a no."))
  }

  // MARK: How it was

  @Test(arguments: ["Mei", "Lin"])
  func `S7 what both said is told, and not who said it or who was first`(
    first: String
  ) async throws {
    var household = try await Self.household()
    household.program.environment["ACCORD_NOW"] = "2026-12-07T12:00:00+08:00"
    let other = first == "Mei" ? "Lin" : "Mei"
    let said = ["review", "Firstborn", "--keep", "--note", "Pflaume", "--helped"]
    let before = try await Self.markdown(of: household)
    try await household.succeeds(said + ["yes", "--as", first])
    // One answer alone leaves no trace.
    #expect(try await Self.markdown(of: household) == before)
    try await household.succeeds(said + ["no", "--as", other])
    let text = try await Self.markdown(of: household)
    #expect(
      text.contains(
        """
        - **Looked at again on 7 December**: one of us said “it helped”, one “not really”; kept
        """))
    #expect(!text.contains("Pflaume"))
  }

  @Test func `a round in which nobody said whether it helped is told all the same`() async throws {
    var household = try await Self.household()
    household.program.environment["ACCORD_NOW"] = "2026-12-07T12:00:00+08:00"
    try await household.succeeds(["review", "Firstborn", "--keep", "--as", "Mei"])
    try await household.succeeds(["review", "Firstborn", "--change", "--as", "Lin"])
    #expect(
      try await Self.markdown(of: household)
        .contains("- **Looked at again on 7 December**: a change was wished for"))
  }

  // MARK: Needs

  @Test func `S14 a need that a text serves is there while it is shown`() async throws {
    let household = try await Self.household()
    let id = try await household.need("Birnbaum", by: "Mei", "--category", "contact")
    try await household.succeeds(["need", "share", id, "--as", "Mei", "--yes"])
    try await household.succeeds(
      Household.proposal("Served", by: "Lin") + ["--for-need", id])
    let told = "- **For what Mei needs**: “Birnbaum”"
    #expect(try await Self.markdown(of: household).contains(told))
    try await household.succeeds(["need", "unshare", id, "--as", "Mei"])
    let after = try await Self.markdown(of: household)
    #expect(after.contains("Served") && !after.contains("need") && !after.contains("Birnbaum"))
  }

  // MARK: What every page says

  @Test(arguments: Language.allCases, ["--markdown", "--html=-"])
  func `S12, S15, S20 it says what it is not, who can read it, and whom it is not for`(
    language: Language, form: String
  ) async throws {
    let household = try await Household.begun()
    let page = try await household.succeeds(["report", form, "--lang", language.rawValue]).output
    for sentence in Handout.limits + Safety.onPaper {
      #expect(page.contains(sentence.text(in: language)))
    }
    #expect(!page.contains("accord "))
  }

  @Test(arguments: Language.allCases)
  func `S12 what is said on paper stands on the safety page too`(language: Language) {
    let bare = { (text: String) in text.filter { !$0.isWhitespace } }
    let page = bare(Safety.page.text(in: language))
    for sentence in Safety.onPaper {
      let said = sentence.text(in: language).split { ".。".contains($0) }
      for part in said { #expect(page.contains(bare(String(part))), "\(part)") }
    }
  }
}
