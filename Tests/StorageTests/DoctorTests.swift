import Agreements
import Files
import Fixtures
import Journal
import SQLite
import Storage
import SystemPackage
import Testing

struct DoctorTests {
  let home: Household
  let agreed: Outcome

  init() throws {
    home = try Household()
    agreed = try home.agree(try Wording("每天散步", reason: "和好"))
    let declined = try home.act(home.anna) { try $0.propose(try Wording("Second")) }
    try home.act(home.bo) {
      try $0.decline(declined.revision, on: declined.id, note: try Note("下次"))
    }
    let other = try home.agree(try Wording("Third"))
    try home.act(home.bo, day: 14) { try $0.answer(.keep, helped: .yes, note: nil, on: other.id) }
    let own = try home.act(home.anna) { try $0.propose(try Wording("Taken back")) }
    try home.act(home.anna) { try $0.forget(own.id) }
    try home.act(home.bo) {
      try $0.record(
        .admit(Admission(try SigningKey(seed: [UInt8](repeating: 9, count: 32)).verifying)))
    }
    try home.act(home.anna, day: 15) { try $0.end(agreed.id) }
  }

  @Test func `a store as it was written is clean, and counted`() throws {
    let diagnosis = try home.store.diagnose()
    #expect(diagnosis.findings.isEmpty)
    #expect(diagnosis.entries == (try home.store.entries().count))
    #expect(diagnosis.erased == 1)
    #expect(diagnosis.agreements == 4)
  }

  @Test(arguments: [
    ("entry", "number", "header"), ("entry", "number", "signature"), ("body", "entry", "salt"),
    ("body", "entry", "body"),
  ])
  func `S19 one flipped bit anywhere in an entry is named with partner and place`(
    table: String, key: String, column: String
  ) throws {
    let raw = try home.raw()
    try raw.script("DROP TRIGGER entry_is_final; DROP TRIGGER body_is_final")
    var generator = SplitMix64(seed: Seed.value)
    for (number, partner, sequence) in try places() {
      let whole: [UInt8] = try #require(
        try raw.value(
          """
          SELECT \(identifier: column) FROM \(identifier: table)
          WHERE \(identifier: key) = \(number)
          """))
      var flipped = whole
      let index = Int.random(in: whole.indices, using: &generator)
      flipped[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      for bytes in [flipped, whole] {
        try raw.run(
          """
          UPDATE \(identifier: table) SET \(identifier: column) = \(bytes)
          WHERE \(identifier: key) = \(number)
          """)
        let findings = try home.store.diagnose().findings
        if bytes == whole {
          #expect(findings.isEmpty)
        } else if case .entry(partner, sequence, _) = findings.first, findings.count == 1 {
          continue
        } else {
          Issue.record("byte \(index) of \(column) of \(sequence): \(findings); \(Seed.replay)")
        }
      }
    }
  }

  @Test func `a rebuild refuses to make tables of a journal that was changed`() throws {
    let before = try home.store.tables()
    let raw = try home.raw()
    try raw.script(
      "DROP TRIGGER body_is_final; UPDATE body SET body = CAST('x' AS BLOB) WHERE entry = 4")
    #expect(throws: StoreError.damaged) { try home.store.rebuild() }
    #expect(try home.store.tables() == before)
  }

  /// The number of every entry that has a body, whose it is, and its place in the feed.
  private func places() throws -> [(Int64, Partner.ID, Int64)] {
    try home.raw().all(
      """
      SELECT number, partner, seq FROM entry JOIN feed USING (device)
      JOIN body ON body.entry = number ORDER BY number
      """
    ) { row in (try row.value(0), Partner.ID(try row.value(1)), try row.value(2)) }
  }

  @Test(arguments: ["id", "seq", "tick"])
  func `S19 a changed column beside the signed header is named`(column: String) throws {
    let raw = try home.raw()
    try raw.script("DROP TRIGGER entry_is_final")
    switch column {
    case "id": try raw.script("UPDATE entry SET id = printf('%064d', 1) WHERE number = 5")
    case "seq": try raw.script("UPDATE entry SET seq = 99 WHERE number = 5")
    default: try raw.script("UPDATE entry SET tick = 99 WHERE number = 5")
    }
    #expect(try !home.store.diagnose().findings.isEmpty)
    #expect(throws: StoreError.damaged) { try home.store.rebuild() }
  }

  @Test func `S19 a removed entry, and a chain cut at its end, are named`() throws {
    let raw = try home.raw()
    try raw.script(
      """
      DROP TRIGGER entry_is_kept; PRAGMA foreign_keys = OFF;
      DELETE FROM body WHERE entry = 3; DELETE FROM entry WHERE number = 3
      """)
    let anna = home.anna.partner.id
    #expect(
      try home.store.diagnose().findings.contains(
        .entry(partner: anna, sequence: 3, problem: .missing)))

    let other = try Household()
    try other.agree(try Wording("Cut"))
    try other.raw().script(
      """
      DROP TRIGGER entry_is_kept; PRAGMA foreign_keys = OFF;
      DELETE FROM body WHERE entry = (SELECT max(number) FROM entry);
      DELETE FROM entry WHERE number = (SELECT max(number) FROM entry)
      """)
    #expect(try other.store.diagnose().findings.contains(.head(partner: other.bo.partner.id)))
  }

  @Test func `S19 a feed given to the other partner is named, not believed`() throws {
    let raw = try home.raw()
    try raw.run(
      """
      UPDATE feed SET partner = \(home.bo.partner.id.text)
      WHERE device = \(home.anna.key.verifying.device.text)
      """)
    #expect(
      try home.store.diagnose().findings.contains(
        .entry(partner: home.bo.partner.id, sequence: 1, problem: .misplaced)))
    #expect(throws: StoreError.damaged) { try home.store.rebuild() }
  }

  @Test func `S19 a key put in another's place is named`() throws {
    let other = try SigningKey(seed: [UInt8](repeating: 5, count: 32)).verifying
    try home.raw().run(
      """
      UPDATE feed SET signing_key = \(other.bytes)
      WHERE device = \(home.anna.key.verifying.device.text)
      """)
    #expect(
      try home.store.diagnose().findings.contains(
        .entry(partner: home.anna.partner.id, sequence: 1, problem: .unsigned)))
  }

  static let changes: [(table: String, sql: String)] = [
    ("agreement", "UPDATE agreement SET status = 'active' WHERE status = 'ended'"),
    ("agreement", "UPDATE agreement SET title = 'Other' WHERE title = '每天散步'"),
    ("agreement", "DELETE FROM agreement WHERE title = 'Second'"),
    ("agreement", "UPDATE agreement SET review_due = review_due + 1"),
    ("agreement", "UPDATE agreement SET promise = 'both', owner = NULL, kind = 'ritual'"),
    (
      "agreement",
      "INSERT INTO agreement SELECT printf('%052d', 1), after, revision, kind, title, "
        + "promise, status, status_until, status_then, answer_until, review_due, first_tick, newer, "
        + "owner FROM agreement WHERE title = 'Third'"
    ),
    ("wording", "DELETE FROM wording"),
    ("wording", "UPDATE wording SET title = 'Other' WHERE title = 'Third'"),
    ("wording", "INSERT INTO wording VALUES ('x', 'y', 'z')"),
    ("feed", "UPDATE feed SET head_tick = 1"),
    ("feed", "UPDATE feed SET head_tick = 9223372036854775807"),
  ]

  @Test(arguments: changes)
  func `a changed table is found by its name, and a rebuild mends it`(
    table: String, sql: String
  ) throws {
    let before = try home.store.tables()
    try home.raw().script(sql)
    try home.reopen()
    let found = try home.store.diagnose().findings
    #expect(found == [.table(table)])
    try home.store.rebuild()
    #expect(try home.store.diagnose().findings.isEmpty)
    #expect(try home.store.tables() == before)
    try home.reopen()
    #expect(home.store.pair == Pair(home.anna.partner, home.bo.partner))
  }

  @Test func `a rebuild of what is whole changes no row`() throws {
    let before = try home.store.tables()
    try home.store.rebuild()
    #expect(try home.store.tables() == before)
  }

  @Test func `a content that is none hinders nobody from the rest, and is named`() throws {
    let raw = try home.raw()
    let number: Int64 = try #require(try raw.value("SELECT max(number) FROM entry"))
    let trigger: String = try #require(
      try raw.value("SELECT sql FROM sqlite_schema WHERE name = 'body_is_final'"))
    try raw.script(
      """
      DROP TRIGGER body_is_final; UPDATE body SET body = CAST('{}' AS BLOB) WHERE entry = \(number);
      \(trigger)
      """)
    #expect(try home.store.events().count == home.store.diagnose().entries - 1)
    #expect(throws: StoreError.damaged) { try home.store.entries() }
    let anna = home.anna.partner.id
    #expect(
      try home.store.diagnose().findings.contains {
        if case .entry(anna, _, .unreadable) = $0 { true } else { false }
      })
  }

  @Test func `an entry cannot be changed or removed by plain SQL`() throws {
    let raw = try home.raw()
    for sql in ["UPDATE entry SET tick = 9", "DELETE FROM entry", "UPDATE body SET salt = salt"] {
      #expect(throws: SQLiteError.self) { try raw.script(sql) }
    }
    #expect(try home.store.diagnose().findings.isEmpty)
  }
}
