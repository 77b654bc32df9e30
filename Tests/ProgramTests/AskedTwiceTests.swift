import Testing

/// A text that touches what only one can decide about, as people and scripts see it (rule S9).
struct AskedTwiceTests {
  private static let next = ["ACCORD_NOW": "2026-11-22T12:00:00+08:00"]
  private static let text = [
    "propose", "boundary", "Phones", "--when", "In the evening", "--then", "You show me your phone",
  ]

  private struct Document: Decodable {
    struct Agreement: Decodable {
      struct Open: Decodable {
        let asksAgain: [String]
        let clauses: [String]
        let stances: [String: String?]

        var said: [String: String] { stances.compactMapValues(\.self) }
      }
      let status: String
      let open: [Open]
    }
    let agreement: Agreement
  }

  private struct Today: Decodable {
    struct Item: Decodable { let kind: String }
    let items: [Item]
  }

  private func agreement(
    _ home: Household, _ arguments: [String], _ environment: [String: String?] = [:]
  ) async throws -> Document.Agreement {
    try await home.succeeds(arguments + ["--json"], environment: environment)
      .json(Document.self).agreement
  }

  @Test func `S9 scripts read what it is about, and who is to say it again`() async throws {
    let home = try await Household.begun()
    let suggested = try await agreement(home, Self.text + ["--as", "Mei"])
    #expect(suggested.status == "proposed")
    #expect(suggested.open.map(\.clauses) == [["phone"]])
    #expect(suggested.open.map(\.asksAgain) == [["Mei"]])
    let first = try await agreement(home, ["accept", "--as", "Lin", "--yes"])
    #expect(first.status == "proposed" && first.open.first?.asksAgain == ["Mei", "Lin"])
    #expect(first.open.first?.said == [:])
    let sameDay = try await agreement(home, ["accept", "--as", "Lin", "--yes"])
    #expect(sameDay.open.first?.asksAgain == ["Mei", "Lin"])
    for name in ["Mei", "Lin"] {
      let items = try await home.succeeds(["today", "--as", name, "--json"]).json(Today.self).items
      #expect(items.map(\.kind) == [])
      let later = try await home.succeeds(
        ["today", "--as", name, "--json"], environment: Self.next
      ).json(Today.self).items
      #expect(later.map(\.kind) == ["again"])
    }
    let second = try await agreement(home, ["accept", "--as", "Mei", "--yes"], Self.next)
    #expect(second.status == "proposed" && second.open.first?.asksAgain == ["Lin"])
    let last = try await agreement(home, ["accept", "--as", "Lin", "--yes"], Self.next)
    #expect(last.status == "active" && last.open.isEmpty)
    try await home.soundness()
  }

  @Test func `S9 off a terminal both read the same question beside what they do`() async throws {
    let home = try await Household.begun()
    let proposed = try await home.succeeds(Self.text + ["--as", "Mei"])
    let accepted = try await home.succeeds(["accept", "--as", "Lin", "--yes"])
    let asked = proposed.error.split(separator: "\n").filter { $0.contains("?") }
    #expect(asked.count == 2)
    for line in asked { #expect(accepted.error.contains(line)) }
    // The question is about the text, and names nobody.
    for name in ["Mei", "Lin"] { #expect(!asked.joined().contains(name)) }
  }

  @Test func `nobody is asked twice about what is harmless`() async throws {
    let home = try await Household.begun()
    try await home.succeeds(Household.proposal("Stop", by: "Mei"))
    let harmless = try await agreement(home, ["accept", "--as", "Lin", "--yes"])
    #expect(harmless.status == "active")
  }

  @Test func `who suggests the other's very words says a first yes to them, and reads so`()
    async throws
  {
    let home = try await Household.begun()
    try await home.succeeds(Self.text + ["--as", "Mei"])
    for now in [nil, Self.next["ACCORD_NOW"]] {
      let said = try await home.succeeds(
        Self.text + ["--as", "Lin"],
        environment: now.map { ["ACCORD_NOW": $0] } ?? [:])
      #expect(said.output.contains("first yes"))
    }
    #expect(try await home.list().map(\.status) == ["proposed"])
  }

  @Test func `S9 whoever takes what was offered about both is asked twice all the same`()
    async throws
  {
    let home = try await Household.begun()
    let shown = try await home.program.runOnTerminal(
      Self.text + ["--as", "Mei"], answers: ["2", "1"])
    #expect(shown.output.contains("Both of us show the other our phone"))
    let lin = try await home.program.runOnTerminal(["accept", "--as", "Lin"], answers: ["", "1"])
    #expect(lin.output.contains("You are both asked twice") && lin.output.contains("first yes"))
    #expect(try await home.list().map(\.status) == ["proposed"])
    // Written by hand it touches nothing on the lists.
    let plain = try await agreement(
      home,
      [
        "propose", "boundary", "By hand", "--when", "In the evening", "--then",
        "Both of us show the other our phone", "--as", "Mei",
      ])
    #expect(plain.open.map(\.asksAgain) == [[]])
  }

  @Test(arguments: [("If it is late", "you get no dinner"), ("At night", "you sleep with me")])
  func `what is no better about both is not offered so, and the way to the safety page is`(
    moment: String, action: String
  ) async throws {
    let home = try await Household.begun()
    let asked = try await home.succeeds([
      "propose", "boundary", "So", "--when", moment, "--then", action, "--as", "Mei",
    ])
    #expect(asked.error.contains("accord safety") && !asked.error.contains("about both of you"))
  }

  @Test(arguments: ["you ask me first", "Mei tells me", "你要先问我"])
  func `a boundary of one's own that says what the other does is told so, and stopped by nothing`(
    action: String
  ) async throws {
    let home = try await Household.begun()
    func add(_ action: String, _ title: String) async throws -> Outcome {
      try await home.succeeds([
        "boundary", "add", title, "--when", "it gets late", "--then", action, "--as", "Lin",
      ])
    }
    let told = try await add(action, "Theirs")
    #expect(told.error.contains("This says what Mei does."))
    let own = try await add("I go to bed", "Mine")
    #expect(own.error == "")
    #expect(try await home.list().map(\.status) == ["active", "active"])
  }

  // MARK: - Thinking again, with no name of the text

  @Test func `S9 a no is said to what one said yes to, and to nothing else`() async throws {
    let home = try await Household.begun()
    try await home.succeeds(Self.text + ["--as", "Mei"])
    try await home.succeeds(["accept", "--as", "Lin", "--yes"])
    let whole = try await agreement(home, ["accept", "--as", "Lin", "--yes"], Self.next)
    #expect(whole.open.first?.said == ["Lin": "consent"])
    // He still can, though nothing asks him any more.
    let other = try home.copy(named: "countered")
    try await other.succeeds(
      ["counter", "--then", "We talk about our day", "--yes", "--as", "Lin"],
      environment: Self.next)
    try await home.succeeds(["decline", "--as", "Lin"], environment: Self.next)
    #expect(try await home.list().map(\.status) == ["declined"])
  }

  @Test func `of two that wait none is declined by itself`() async throws {
    let home = try await Household.begun()
    try await home.succeeds(Self.text + ["--as", "Mei"])
    try await home.succeeds(["accept", "--as", "Lin", "--yes"])
    try await home.succeeds(Household.proposal("Stop", by: "Mei"))
    let unnamed = try await home.program.run(["decline", "--as", "Lin"])
    #expect(unnamed.status == 64 && unnamed.error.contains("2 agreements match"))
    // Of yeses only one can be said now.
    let stop = try await agreement(home, ["accept", "--as", "Lin", "--yes"])
    #expect(stop.status == "active")
  }

  @Test func `one's own suggestion is none to decline, also when it asks again`() async throws {
    let home = try await Household.begun()
    try await home.succeeds(Self.text + ["--as", "Lin"])
    try await home.succeeds(Household.proposal("Stop", by: "Mei"), environment: Self.next)
    try await home.succeeds(["decline", "--as", "Lin"], environment: Self.next)
    #expect(try await home.list().map(\.status) == ["proposed", "declined"])
  }

  // MARK: - At a computer both share

  @Test func `the one whose no it is, is meant; whose yes, is asked where both have one`()
    async throws
  {
    let home = try await Household.begun()
    try await home.succeeds(
      Self.text + ["--as", "Mei"], environment: ["ACCORD_NOW": "2026-11-21T10:00:00+08:00"])
    let asked = try await home.program.runOnTerminal(["accept"], answers: ["", "4"])
    #expect(asked.output.contains("This one is Lin's to answer."))
    let late = ["ACCORD_NOW": "2026-11-21T23:00:00+08:00"]
    try await home.succeeds(["accept", "--as", "Lin", "--yes"], environment: late)
    // Mei's night is over, Lin's is not.
    let midnight = ["ACCORD_NOW": "2026-11-22T00:30:00+08:00"]
    let who = try await home.program.runOnTerminal(["accept"], answers: [], environment: midnight)
    #expect(who.output.contains("Who is this?"))
    let no = try await home.program.runOnTerminal(
      ["decline"], answers: [""], environment: midnight)
    #expect(no.output.contains("no reason needed"))
    #expect(try await home.list().map(\.status) == ["declined"])
  }

  @Test func `S9 midnight alone is no night`() async throws {
    let home = try await Household.begun()
    try await home.succeeds(Self.text + ["--as", "Mei"])
    func accept(_ now: String) async throws -> [String] {
      try await agreement(
        home, ["accept", "phones", "--as", "Lin", "--yes"], ["ACCORD_NOW": now]
      ).open.first?.asksAgain ?? []
    }
    #expect(try await accept("2026-11-21T23:58:00+08:00") == ["Mei", "Lin"])
    #expect(try await accept("2026-11-22T00:01:00+08:00") == ["Mei", "Lin"])
    #expect(try await accept("2026-11-22T07:57:59+08:00") == ["Mei", "Lin"])
    #expect(try await accept("2026-11-22T07:58:00+08:00") == ["Mei"])
  }

  @Test func `both say it again at the same moment, and it is agreed once`() async throws {
    let home = try await Household.begun()
    try await home.succeeds(Self.text + ["--as", "Mei"])
    try await home.succeeds(["accept", "--as", "Lin", "--yes"])
    async let mei = home.program.run(
      ["accept", "phones", "--as", "Mei", "--yes"], environment: Self.next)
    async let lin = home.program.run(
      ["accept", "phones", "--as", "Lin", "--yes"], environment: Self.next)
    #expect(try await [mei.status, lin.status] == [0, 0])
    let listed = try await home.list()
    #expect(listed.map(\.status) == ["active"])
    let yeses = try await home.log().filter { $0.act == "accept" }
    #expect(yeses.count == 3)
    try await home.soundness()
  }

  @Test func `S16, S9 a locked partner says it again with the password alone`() async throws {
    let home = try await Household.begun()
    let file = try home.file("pear tree in winter")
    try home.lock("Lin", with: "pear tree in winter")
    try await home.succeeds(Self.text + ["--as", "Mei"])
    let with = ["--passphrase-file", file, "--yes"]
    try await home.succeeds(["accept", "--as", "Lin"] + with)
    // What stands needs no key.
    try await home.succeeds(["accept", "--as", "Lin", "--yes"])
    try await home.refuses(
      ["accept", "--as", "Lin", "--yes"], 77, "locked", environment: Self.next)
    try await home.succeeds(["accept", "--as", "Lin"] + with, environment: Self.next)
    try await home.succeeds(["accept", "--as", "Mei", "--yes"], environment: Self.next)
    #expect(try await home.list().map(\.status) == ["active"])
  }

  @Test func `whoever suggested it takes it back at the second question`() async throws {
    let home = try await Household.begun()
    try await home.succeeds(Self.text + ["--as", "Mei"])
    try await home.succeeds(["accept", "--as", "Lin", "--yes"])
    let taken = try await home.program.runOnTerminal(
      ["accept", "--as", "Mei"], answers: ["", "4"], environment: Self.next)
    #expect(taken.output.contains("Taken back"))
    #expect(try await home.list().map(\.status) == ["withdrawn"])
  }
}
