import Foundation
import Testing

/// Words for a moment, in that moment.
struct SayTests {
  private struct Document: Decodable {
    struct Phrase: Decodable, Equatable {
      let id: String
      let title: String
      let when: String
      let phrase: String
      let promisedBy: [String]
    }
    let phrases: [Phrase]
  }

  // MARK: Finding it

  @Test(
    arguments: [
      ("忙", 0), ("好好回", 0), ("忙的时候", 0), ("running", 1), ("ＬＡＴＥ", 1), ("when  i am", 1),
      ("没底", 2), ("feel UNSURE", 2),
    ])
  func `words of the moment or the title bring the phrase alone`(cue: String, index: Int)
    async throws
  {
    let household = try await Household.withSayings()
    let outcome = try await household.succeeds(["say", cue])
    #expect(outcome.output == Household.sayings[index].phrase + "\n")
    #expect(outcome.error == "")
  }

  @Test func `the beginning of its id brings it, and so does a Chinese name of the verb`()
    async throws
  {
    let household = try await Household.withSayings()
    for listed in try await household.list() {
      let phrase = try #require(Household.sayings.first { $0.title == listed.title }).phrase
      for verb in ["say", "安心话", "说句安心话"] {
        let outcome = try await household.succeeds([verb, String(listed.id.prefix(8))])
        #expect(outcome.output == phrase + "\n")
      }
    }
  }

  @Test func `a whole name goes before one it is part of`() async throws {
    let household = try await Household.begun()
    try await household.agree("late", "on the train", "Soon there.")
    try await household.agree("very late", "on the bus", "Don't wait up.")
    #expect(try await household.succeeds(["say", "late"]).output == "Soon there.\n")
  }

  @Test func `each finds what they say themselves, and who is not known finds all`() async throws {
    let household = try await Household.withSayings()
    func titles(_ more: [String]) async throws -> [String] {
      let outcome = try await household.succeeds(["say", "--json"] + more)
      return try outcome.json(Document.self).phrases.map(\.title)
    }
    #expect(try await titles([]) == ["忙的时候", "Running late", "心里没底的时候"])
    #expect(try await titles(["--as", "Lin"]) == ["忙的时候", "Running late"])
    #expect(try await titles(["--as", "Mei"]) == ["忙的时候", "心里没底的时候"])
    try await household.refuses(["say", "late", "--as", "Mei"], 64, "no-match")
  }

  @Test func `where several fit, a person chooses and a script is told`() async throws {
    let household = try await Household.withSayings()
    let chosen = try await household.program.runOnTerminal(["say", "when"], answers: ["2"])
    #expect(chosen.status == 0)
    #expect(chosen.output.hasSuffix("没关系，有我呢。\n"), "\(chosen)")
    let outcome = try await household.program.run(["say", "when"])
    #expect(outcome.status == 64 && outcome.output == "")
    #expect(outcome.error.contains("Running late") && outcome.error.contains("心里没底的时候"))
    let document = try await household.program.run(["say", "when", "--json"])
    #expect(document.status == 64 && document.errorCode == "ambiguous")
  }

  @Test(arguments: ["bus", "", " ", "\u{1B}[31m"])
  func `what fits nothing is told in one sentence`(cue: String) async throws {
    try await Household.withSayings().refuses(["say", cue], 64, "no-match")
    try await Household.begun().refuses(["say", cue], 64, "no-match")
  }

  @Test func `a shell is offered the words that help, and nothing else that is agreed`()
    async throws
  {
    let household = try await Household.withSayings()
    try await household.succeeds(Household.proposal("half an hour", by: "Mei"))
    try await household.succeeds(["accept", "half", "--as", "Lin", "--yes"])
    let place = ["2", "0"]
    let outcome = try await household.succeeds(
      ["---completion", "say", "--", "positional@0"] + place + ["accord", "say", ""])
    let offered = outcome.output.split(separator: "\n")
    #expect(offered.count == 3)
    for (line, saying) in zip(offered, Household.sayings) { #expect(line.contains(saying.title)) }
  }

  // MARK: The list

  @Test func `the list names each moment, and whose it is where one alone says it`() async throws {
    let household = try await Household.withSayings()
    let shown = try await household.program.runOnTerminal(["say", "--lang", "zh"]).output
    let lines = shown.split(whereSeparator: \.isNewline)
    #expect(lines.contains { $0.hasPrefix("忙的时候") && $0.contains("先发一句") })
    #expect(lines.contains { $0.hasPrefix("Running late") && $0.contains("Lin来说") })
    #expect(lines.contains { $0.hasPrefix("心里没底的时候") && $0.contains("Mei来说") })
    #expect(lines.count { $0.contains("来说") } == 2)
  }

  @Test func `in a pipe a line has id, title, who says it, when, and the words`() async throws {
    let household = try await Household.withSayings()
    let rows = try await household.succeeds(["say"]).output.split(separator: "\n")
      .map { $0.split(separator: "\t").dropFirst().map(String.init) }
    #expect(
      rows == [
        ["忙的时候", "Mei,Lin", "我在忙、没法好好回的时候，先发一句", "我在忙，不是不理你。"],
        ["Running late", "Lin", "When I am late", #"I am on my way.\nDon't wait with dinner."#],
        ["心里没底的时候", "Mei", "When you feel unsure", "没关系，有我呢。"],
      ])
  }

  @Test func `the document holds what was agreed`() async throws {
    let household = try await Household.withSayings()
    let phrases = try await household.succeeds(["say", "late", "--json"]).json(Document.self)
      .phrases
    let id = try #require(try await household.list().first { $0.title == "Running late" }).id
    #expect(
      phrases == [
        .init(
          id: id, title: "Running late", when: "When I am late",
          phrase: "I am on my way.\nDon't wait with dinner.", promisedBy: ["Lin"])
      ])
  }

  @Test func `where nothing is agreed the list is empty, and a person reads what to do`()
    async throws
  {
    let household = try await Household.begun()
    #expect(try await household.succeeds(["say"]).output == "")
    let shown = try await household.program.runOnTerminal(["say"])
    #expect(shown.status == 0 && shown.output.contains("accord propose reassurance"))
    #expect(try await household.succeeds(["say", "--json"]).output.contains(#""phrases":[]"#))
  }

  @Test func `what is no longer agreed is no longer there`() async throws {
    let household = try await Household.withSayings()
    try await household.succeeds(["end", "late", "--as", "Mei"])
    try await household.refuses(["say", "late"], 64, "no-match")
  }

  // MARK: What is printed

  @Test func `a pipe gets exactly what was agreed, and a terminal sees what it is`() async throws {
    let household = try await Household.begun()
    let phrase = "  e\u{301}\tמזל \u{1B}]0;x\u{7}\u{200D}\r\n\\n 好 "
    try await household.agree("title", "cue", phrase)
    let outcome = try await household.succeeds(["say", "cue"])
    #expect(outcome.outputBytes == Array((phrase + "\n").utf8))
    let shown = try await household.program.runOnTerminal(["say", "cue"])
    #expect(shown.output.contains("^[]0;x^G<U+200D>"))
    #expect(!shown.output.contains("\u{1B}]0") && !shown.output.contains("\u{7}"))
  }

  @Test func `S5 saying it changes no byte, and nobody is asked who they are`() async throws {
    let household = try await Household.withSayings()
    let store = try Snapshot(of: household.store)
    let home = try Snapshot(of: household.sandbox.home)
    for words in [["say"], ["say", "忙"], ["say", "忙", "--as", "Lin"], ["say", "--json"]] {
      try await household.succeeds(words)
      let shown = try await household.program.runOnTerminal(words)
      #expect(shown.status == 0 && !shown.output.contains("Who is this?"))
      #expect(try Snapshot(of: household.store) == store)
      #expect(try Snapshot(of: household.sandbox.home) == home)
    }
  }
}
