import Agreements
import CSQLite
import Journal
import Testing

@testable import SQLite
@testable import Storage

struct ListTests {
  let home: Household

  init() throws { home = try Household() }

  @Test func `lists are in the order things were suggested, and tell what they are of`() throws {
    let promise = Promise.only(home.bo.partner.id)
    let first = try home.agree(try Wording("一", promise: promise))
    let second = try home.act(home.bo, day: 1) { try $0.propose(try Wording("Two")) }
    let third = try home.act(home.bo, day: 2) { try $0.propose(try Wording("Three")) }
    try home.act(home.anna, day: 2) { try $0.decline(third.revision, on: third.id) }
    let all = try home.store.everything()
    #expect(all.map(\.id) == [first, second, third].map(\.id))
    #expect(all.map(\.title) == ["一", "Two", "Three"])
    #expect(all.map(\.promise) == [promise, .both, .both])
    #expect(all.allSatisfy { $0.kind == .coolDown })
    #expect(all.map { $0.status(at: Household.day(3)) } == [.active, .proposed, .declined])
    #expect(all.map { $0.status(at: Household.day(60)) } == [.lapsed, .lapsed, .declined])
    #expect(all.map(\.firstTick) == all.map(\.firstTick).sorted())
    #expect(all[0].reviewDue == Household.day(14))
    #expect(try home.store.inForce(at: Household.day(3)).map(\.id) == [first.id])
    #expect(try home.store.inForce(at: Household.day(22)).isEmpty)
    #expect(try home.store.waiting(at: Household.day(15)).map(\.id) == [second.id])
    #expect(try home.store.waiting(at: Household.day(15.01)).isEmpty)
  }

  @Test func `the texts in force are those of the kinds asked for`() throws {
    let rule = try Wording("Stop")
    let words = Wording(
      title: try Title("Busy"),
      terms: .reassurance(Reassurance(cue: try Note("I am busy"), phrase: try Note("Soon"))),
      promise: .both)
    let first = try home.agree(rule)
    let second = try home.agree(words)
    try home.act(home.bo) { try $0.propose(try Wording("Open")) }
    let all = try home.store.standing(at: Household.day(1))
    #expect(all.map(\.summary.id) == [first.id, second.id])
    #expect(all.map(\.wording) == [rule, words])
    let some = try home.store.standing([.reassurance], at: Household.day(1))
    #expect(some.map(\.wording) == [words])
    try home.act(home.anna, day: 1) { _ = try $0.end(second.id) }
    #expect(try home.store.standing([.reassurance], at: Household.day(1)).isEmpty)
  }

  @Test func `two current texts are listed as in force and told apart as contested`() throws {
    let agreed = try home.agree(try Wording("Base"))
    let first = try #require(agreed.agreement.current.first)
    for reason in ["one", "two"] {
      let wording = try Wording("Base", reason: reason)
      let name = Naming.revision(
        of: home.store.couple, on: agreed.id, parents: [first.id], wording: wording)
      let proposal = Proposal(
        revision: name, after: nil, parents: [first.id], step: .amend, lapsesAt: Household.day(14),
        refuses: [])
      try home.act(home.anna) { pen in
        try pen.record(.word(on: agreed.id, revision: name, wording))
        try pen.record(.propose(on: agreed.id, proposal))
      }
      try home.act(home.bo) { try $0.record(.accept(on: agreed.id, revision: name, refuses: [])) }
    }
    let listed = try home.store.inForce(at: Household.start)
    #expect(listed.map { $0.status(at: Household.start) } == [.contested])
    let solved = try home.act(home.anna) {
      try $0.amend(agreed.id, with: try Wording("Base", reason: "both"))
    }
    try home.act(home.bo) { try $0.accept(solved.revision, on: agreed.id) }
    #expect(try home.store.inForce(at: Household.start).map(\.revision) == [solved.revision])
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `no everyday question reads a whole table, at any length of history`() throws {
    let agreed = try home.agree(try Wording("Base"))
    try home.act(home.bo) { try $0.answer(.keep, helped: nil, note: nil, on: agreed.id) }
    try home.reopen()
    let store = home.store
    for summary in try store.inForce(at: Household.start) { _ = try store.agreement(summary.id) }
    _ = try store.waiting(at: Household.start)
    _ = try store.events(on: agreed.id)
    _ = try store.count(ofTitle: "Base")
    try home.act(home.anna) { pen in
      let own = try pen.propose(try Wording("Other"))
      _ = try pen.declines(of: try Wording("Other"))
      _ = try pen.forget(own.id)
    }
    try home.act(home.bo) { _ = try $0.end(agreed.id) }
    let texts = store.database.kept.filter { !$0.hasPrefix("PRAGMA") }
    #expect(texts.count > 20)
    for text in texts {
      for line in try store.database.plan(of: text) {
        // The few devices, the one couple and the schema are read whole.
        let isSmall = ["feed", "couple", "sqlite_schema", "sqlite_master"].contains {
          line == "SCAN \($0)"
        }
        #expect(!line.contains("SCAN") || isSmall, "\(line): \(text)")
      }
    }
  }

  @Test func `short ids are as short as they can be and mean one agreement`() throws {
    let ids = ["aaaa", "aaab", "aab0", "b000", "b0001", "c"].map {
      $0 + String(repeating: "0", count: 52 - $0.utf8.count)
    }
    let raw = try home.raw()
    for id in ids {
      try raw.run(
        """
        INSERT INTO agreement (id, revision, status, status_then, first_tick, answer_until)
        VALUES (\(id), \(id), 'proposed', 'lapsed', 0, 9999999999)
        """)
    }
    let all = try home.store.everything()
    #expect(all.map(\.shortID) == ["aaaa", "aaab", "aab", "b0000", "b0001", "c00"])
    // Nobody suggested them: they are found by their names, and wait for nothing.
    #expect(try home.store.waiting(at: Household.start).isEmpty)
    for summary in all {
      #expect(ids.count { $0.hasPrefix(summary.shortID) } == 1)
      #expect(home.store.matching(summary.shortID, among: all) { $0 }.map(\.id) == [summary.id])
      #expect(try home.store.shortLength(of: summary.id) == summary.shortLength)
    }
  }

  @Test func `a name means a whole title first, then words in titles and beginnings of ids`() throws
  {
    for title in ["Talk", "Sunday talk", "周日聊天", "晚上聊天"] {
      try home.act(home.anna) { _ = try $0.propose(try Wording(title)) }
    }
    let all = try home.store.everything()
    func titles(_ reference: String) -> [String?] {
      home.store.matching(reference, among: all) { $0.lowercased() }.map(\.title)
    }
    #expect(titles("talk") == ["Talk"])
    #expect(titles("sunday") == ["Sunday talk"])
    #expect(Set(titles("聊天")) == ["周日聊天", "晚上聊天"])
    #expect(titles("nothing") == [])
    #expect(titles("") == [])
    #expect(titles(String(all[2].id.text.prefix(20))) == [all[2].title])
    #expect(titles(all[2].shortID.uppercased()) == [all[2].title])
  }
}

extension Database {
  /// Every statement that was run since the store was opened.
  fileprivate var kept: [String] {
    var texts: [String] = []
    var statement = sqlite3_next_stmt(connection, nil)
    while let found = statement {
      if let text = sqlite3_sql(found) { texts.append(String(cString: text)) }
      statement = sqlite3_next_stmt(connection, found)
    }
    return texts
  }

  /// How SQLite goes about a statement.
  fileprivate func plan(of text: String) throws -> [String] {
    let values = text.filter { $0 == "?" }.map { _ in Value.null }
    return try all(SQL(text: "EXPLAIN QUERY PLAN " + text, values: values)) { try $0.value(3) }
  }
}
