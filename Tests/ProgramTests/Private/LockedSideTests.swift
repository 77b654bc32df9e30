import Foundation
import Testing

/// The private side of a partner whose keys a password seals.
@Suite struct LockedSideTests {
  private static let password = "pear tree in winter"
  private static let word = "Birnbaum"

  /// A private command; ID is that of a need of one's own, NOTE that of a note, THEIRS a shared
  /// one.
  static let commands: [[String]] = [
    ["need", "add"], ["need", "list"], ["need", "show", "ID"], ["need", "edit", "ID"],
    ["need", "share", "ID", "--yes"], ["need", "unshare", "MINE"], ["need", "heard", "THEIRS"],
    ["need", "remove", "ID", "--yes"], ["reflect", "add"], ["reflect", "list"],
    ["reflect", "summary"], ["reflect", "remove", "NOTE", "--yes"], ["triggers"],
    ["steady", "edit"], ["trend"], ["trend", "add"], ["checkin", "prepare"], ["repair"],
  ]

  private struct Locked {
    let household: Household
    var ids: [String: String] = [:]

    init() async throws {
      household = try await Household.begun()
      ids["ID"] = try await household.need(LockedSideTests.word, by: "Mei")
      ids["MINE"] = try await household.need("\(LockedSideTests.word) two", by: "Mei")
      ids["THEIRS"] = try await household.need("Lin's", by: "Lin")
      ids["NOTE"] = try await household.reflection(LockedSideTests.word, by: "Mei")
      for (id, name) in [("MINE", "Mei"), ("THEIRS", "Lin")] {
        try await household.succeeds(
          ["need", "share", ids[id] ?? "", "--as", name, "--yes"])
      }
      try await household.succeeds(
        ["steady", "edit", "--as", "Mei"], saying: LockedSideTests.word)
      try household.lock("Mei", with: LockedSideTests.password)
    }

    func words(_ command: [String]) -> [String] {
      command.map { ids[$0] ?? $0 } + ["--as", "Mei"]
    }
  }

  @Test(arguments: commands)
  func `S24 without the password nothing of it opens, and with it all`(
    command: [String]
  ) async throws {
    let locked = try await Locked()
    let household = locked.household
    let words = locked.words(command)
    let before = try Snapshot(of: household.store)
    let text = command == ["trend", "add"] ? "6 5 7" : "\(Self.word) again"
    try await household.refuses(words, saying: Array(text.utf8), 77, "locked", never: Self.word)
    let wrong = try household.file("plum tree in winter\n", named: "wrong")
    try await household.refuses(
      words + ["--passphrase-file", wrong], saying: Array(text.utf8), 77, "passphrase",
      never: Self.word)
    #expect(try Snapshot(of: household.store) == before)

    let asked = try await household.program.runOnTerminal(words, answers: ["", "", ""])
    #expect(asked.status == 77, "\(asked)")
    // Nobody writes a page and is refused afterwards.
    #expect(asked.output.hasPrefix("Mei's password: "), "\(asked)")
    #expect(!asked.output.contains(Self.word), "\(asked)")

    // The first line of standard input, the words after it.
    let right = try await household.program.run(
      words + ["--passphrase-file", "-"], input: Self.password + "\n" + text)
    #expect(right.status == 0, "\(right)")
  }

  @Test func `what is shared needs no password`() async throws {
    let locked = try await Locked()
    for language in ["en", "zh"] {
      let shown = try await locked.household.program.runOnTerminal(
        ["need", "list", "--shared", "--as", "Mei", "--lang", language])
      #expect(shown.status == 0, "\(shown)")
      #expect(shown.output.contains("Birnbaum two") && shown.output.contains("Lin's"))
      #expect(!shown.output.contains("assword") && !shown.output.contains("密码"))
    }
    let document = try await locked.household.succeeds(["need", "list", "--shared", "--json"])
      .json(NeedsDocument.self)
    #expect(document.needs == [] && Set(document.shared.map(\.by)) == ["Mei", "Lin"])
    // Lin has no password, and is asked for none.
    #expect(try await locked.household.needs(of: "Lin").needs.map(\.text) == ["Lin's"])
  }

  @Test func `steady shows what was agreed without a password, and the rest with it`()
    async throws
  {
    let locked = try await Locked()
    let household = locked.household
    try await household.succeeds([
      "propose", "reassurance", "busy", "--when", "you cannot answer", "--phrase",
      "I am not ignoring you", "--as", "Lin",
    ])
    let right = try household.file(Self.password + "\n")
    try await household.succeeds(
      ["accept", "--as", "Mei", "--yes", "--passphrase-file", right])
    let steady = ["steady", "--as", "Mei"]

    let piped = try await household.program.run(steady)
    #expect(piped.status == 0, "\(piped)")
    #expect(piped.output == "words\tyou cannot answer\tI am not ignoring you\n")
    let document = try await household.succeeds(steady + ["--json"]).json(SteadyDocument.self)
    #expect(document.own == nil)
    #expect(document.words == [.init(when: "you cannot answer", phrase: "I am not ignoring you")])
    let whole = try await household.succeeds(steady + ["--passphrase-file", right])
    #expect(whole.output.hasSuffix("sentence\t\(Self.word)\n"), "\(whole)")

    for (answer, isOwnShown) in [("", false), ("plum", false), (Self.password, true)] {
      let shown = try await household.program.runOnTerminal(steady, answers: [answer])
      #expect(shown.status == 0, "\(shown)")
      let parts = shown.output.components(separatedBy: "or just Enter: ")
      // It is read while one is still looking for the password.
      #expect(parts.count == 2 && parts[0].contains("I am not ignoring you"), "\(shown)")
      #expect(shown.output.contains(Self.word) == isOwnShown, "\(shown)")
      #expect(shown.output.contains("accord safety"), "\(shown)")
    }
    let wrong = try household.file("plum\n", named: "wrong")
    let refused = try await household.program.run(steady + ["--passphrase-file", wrong])
    #expect(refused.status == 77 && refused.output.contains("I am not ignoring you"))
  }

  @Test func `a password given, changed and taken away leaves every private word there`()
    async throws
  {
    let household = try await Household.begun()
    _ = try await household.need(Self.word, by: "Mei")
    let first = try household.file("pear\n", named: "first")
    let second = try household.file("plum\n", named: "second")
    let list = ["need", "list", "--as", "Mei"]
    try await household.succeeds(["lock", "--as", "Mei", "--new-passphrase-file", first])
    #expect(try await household.program.run(list).status == 77)
    try await household.succeeds(
      ["lock", "--as", "Mei", "--passphrase-file", first, "--new-passphrase-file", second])
    #expect(try await household.program.run(list + ["--passphrase-file", first]).status == 77)
    let opened = try await household.succeeds(list + ["--passphrase-file", second])
    #expect(opened.output.contains(Self.word))
    struct Locked: Decodable { let locked: Bool }
    let freed = try await household.succeeds(
      ["lock", "--as", "Mei", "--remove", "--passphrase-file", second, "--json"])
    #expect(try freed.json(Locked.self).locked == false)
    #expect(try await household.needs(of: "Mei").needs.map(\.text) == [Self.word])
  }
}
