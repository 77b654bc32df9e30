import Agreements
import Files
import Journal
import SQLite
import Testing

@testable import Storage

/// No end is lost while it lies there, and nothing that was found hinders another.
struct EndAttackTests {
  let home: Household
  let attacker: Attacker
  let agreed: Outcome
  let now = Household.day(2)

  init() throws {
    home = try Household()
    for writer in [home.anna, home.bo] { try Attacker.layKey(of: writer, in: home) }
    agreed = try home.agree(try Wording("Walk before we talk"))
    attacker = Attacker(home)
  }

  private var anna: Device.ID { home.anna.key.verifying.device }
  private var bo: Device.ID { home.bo.key.verifying.device }

  // MARK: - What ended

  enum Ending: CaseIterable {
    case endedByBo, endedByAnna, declined, withdrawn, refused, replaced, ownBoundary, left
  }

  /// Brings something to its end; the agreement, and the text that was in force or suggested.
  private func bring(_ ending: Ending) throws -> (Agreement.ID, Revision.ID) {
    switch ending {
    case .endedByBo: try home.act(home.bo, day: 1) { try $0.end(agreed.id) }
    case .endedByAnna: try home.act(home.anna, day: 1) { try $0.end(agreed.id) }
    case .left: try home.act(home.bo, day: 1) { try $0.record(.leave) }
    case .replaced:
      let change = try home.act(home.anna, day: 1) {
        try $0.amend(agreed.id, with: try Wording("Sleep before we talk"))
      }
      try home.act(home.bo, day: 1) { try $0.accept(change.revision, on: agreed.id) }
    case .ownBoundary:
      let own = try home.act(home.bo) {
        try $0.declare(try .boundary("Quiet", of: home.bo.partner.id))
      }
      try home.act(home.bo, day: 1) { try $0.end(own.id) }
      return (own.id, own.revision)
    case .declined, .withdrawn, .refused:
      let open = try home.act(home.anna) { try $0.propose(try Wording("Tea at nine")) }
      switch ending {
      case .declined: try home.act(home.bo) { try $0.decline(open.revision, on: open.id) }
      case .withdrawn: try home.act(home.anna) { try $0.withdraw(open.revision, on: open.id) }
      default:
        try home.act(home.bo) {
          try $0.counter(open.revision, on: open.id, with: try Wording("Tea at ten"))
        }
      }
      return (open.id, open.revision)
    }
    return (agreed.id, agreed.revision)
  }

  @Test(arguments: Ending.allCases)
  func `S2 an end that the tables hide still ends`(ending: Ending) throws {
    let (id, revision) = try bring(ending)
    let status = try home.store.status(id, day: 2)
    try attacker.claimInForce(id, revision)
    try home.reopen()
    let lists = try home.store.lookedAt(at: now)
    #expect(!lists.inForce.contains { $0.id == id && $0.revision == revision })
    #expect(lists.notAsSigned.contains { $0.id == id } == (ending != .replaced))
    #expect(try home.store.status(id, day: 2) == status)
    #expect(try !home.store.standing(at: now).contains { $0.summary.revision == revision })
    try home.store.rebuild()
    #expect(try home.store.lookedAt(at: now).notAsSigned.isEmpty)
    #expect(try home.store.status(id, day: 2) == status)
  }

  @Test(arguments: [
    "UPDATE wording SET agreement = printf('%052d', 7)", "UPDATE wording SET title = 'Other'",
    "DELETE FROM wording", "DELETE FROM agreement", "DELETE FROM feed",
    "UPDATE agreement SET kind = 'order'", "UPDATE agreement SET status_then = 'gone'",
    "UPDATE agreement SET newer = 7",
  ])
  func `S2 whatever the tables say, an end works and a rebuild mends them`(change: String) throws {
    try attacker.script("PRAGMA ignore_check_constraints = ON; " + change)
    try home.reopen()
    _ = try home.store.lookedAt(at: now)
    _ = try home.store.everything()
    try home.act(home.bo, day: 1) { _ = try $0.end(agreed.id) }
    #expect(try home.store.status(agreed.id, day: 2) == .ended)
    #expect(try home.store.lookedAt(at: now).inForce.isEmpty)
    try home.store.rebuild()
    try home.reopen()
    #expect(try home.store.diagnose().findings.isEmpty)
    #expect(try home.store.everything().map(\.title) == ["Walk before we talk"])
  }

  @Test func `S2 what was ended is not brought back by saying yes again`() throws {
    try home.act(home.bo, day: 1) { try $0.end(agreed.id) }
    for key in [home.anna.key, home.bo.key] {
      try attacker.append(
        .accept(on: agreed.id, revision: agreed.revision, refuses: []), with: key,
        at: Household.day(2))
    }
    try home.reopen()
    #expect(try home.store.status(agreed.id, day: 3) == .ended)
    #expect(try home.store.inForce(at: Household.day(3)).isEmpty)
  }

  /// The bytes of an index are no rows of a table, and say where to look all the same.
  @Test func `S2 an end that an index hides is named, and found again by a rebuild`() throws {
    try home.act(home.bo, day: 1) { try $0.end(agreed.id) }
    let end = try #require(try attacker.last("end", of: bo))
    try attacker.hideFromIndex(end)
    try attacker.claimInForce(agreed.id)
    try home.reopen()
    #expect(try home.store.diagnose().findings.contains(.file))
    try home.store.rebuild()
    try home.reopen()
    #expect(try home.store.status(agreed.id, day: 2) == .ended)
    #expect(try home.store.inForce(at: now).isEmpty)
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  /// A text that took the place of another was agreed to by both, whatever became of its words.
  @Test(arguments: [false, true])
  func `S2 a text that was replaced does not come back for other words under a name`(
    isSigned: Bool
  ) throws {
    let change = try home.act(home.anna, day: 1) {
      try $0.amend(agreed.id, with: try Wording("Sleep before we talk"))
    }
    try home.act(home.bo, day: 1) { try $0.accept(change.revision, on: agreed.id) }
    try attacker.empty(try #require(try attacker.last("word", of: anna)))
    let other = Act.word(on: agreed.id, revision: change.revision, try Wording("Anna decides"))
    let id = try attacker.append(other, with: home.anna.key)
    if !isSigned {
      try attacker.edit(
        "UPDATE entry SET signature = zeroblob(64) WHERE id = \(id.text)")
    }
    try attacker.claimInForce(agreed.id, agreed.revision)
    try home.reopen()
    let lists = try home.store.lookedAt(at: now)
    #expect(lists.inForce.isEmpty)
    #expect(lists.notAsSigned.map(\.id) == [agreed.id])
  }

  @Test func `S2 a text that was replaced does not come back behind a crowd of others`() throws {
    let change = try home.act(home.anna, day: 1) {
      try $0.amend(agreed.id, with: try Wording("Sleep before we talk"))
    }
    try home.act(home.bo, day: 1) { try $0.accept(change.revision, on: agreed.id) }
    let first = try attacker.entries(of: anna)[0]
    for number in 0..<260 {
      let text = try Wording("Noise \(number)")
      let revision = Naming.revision(
        of: home.store.couple, on: agreed.id, parents: [agreed.revision], wording: text)
      try attacker.append(
        .propose(
          on: agreed.id,
          Proposal(
            revision: revision, after: nil, parents: [agreed.revision], step: .amend,
            lapsesAt: Household.day(14), refuses: [])),
        with: home.anna.key,
        Attacker.Claim(sequence: 2, previous: first, tick: 1, tellsFeed: false))
    }
    try home.reopen()
    #expect(try home.store.lookedAt(at: now).inForce.map(\.revision) == [change.revision])
  }

  // MARK: - What is not as it was signed

  enum Spoiling: CaseIterable {
    case proposedOnly, yesEmptied, yesRemoved, yesAltered, yesUnsigned, textEmptied, otherText
    case proposalEmptied, firstYes
  }

  @Test(arguments: Spoiling.allCases, [true, false])
  func `S2 what is not as it was signed can be ended`(spoiling: Spoiling, byBo: Bool) throws {
    var id = agreed.id
    let yes = try #require(try attacker.last("accept", of: bo))
    let text = try #require(try attacker.last("word", of: anna))
    switch spoiling {
    case .proposedOnly:
      id = try home.act(home.anna) { try $0.propose(try Wording("Tea at nine")) }.id
    case .firstYes:
      let asked = try home.act(home.anna) {
        try $0.propose(try Wording("You show me your phone", promise: .only(home.bo.partner.id)))
      }
      try home.act(home.bo) { try $0.accept(asked.revision, on: asked.id) }
      #expect(try home.store.status(asked.id) == .proposed)
      id = asked.id
    case .yesEmptied: try attacker.empty(yes)
    case .yesRemoved: try attacker.cut(1, of: bo)
    case .yesAltered:
      try attacker.edit(
        "UPDATE body SET body = CAST(replace(body, 'accept', 'acceqt') AS BLOB)")
    case .yesUnsigned:
      try attacker.edit("UPDATE entry SET signature = zeroblob(64) WHERE id = \(yes.text)")
    case .textEmptied: try attacker.empty(text)
    case .otherText:
      try attacker.empty(text)
      try attacker.append(
        .word(on: id, revision: agreed.revision, try Wording("Anna decides")), with: home.anna.key)
    case .proposalEmptied: try attacker.empty(try #require(try attacker.last("propose", of: anna)))
    }
    try attacker.claimInForce(id)
    try home.reopen()
    var lists = try home.store.lookedAt(at: now)
    #expect(lists.notAsSigned.contains { $0.id == id })
    #expect(!lists.inForce.contains { $0.id == id })
    try home.act(byBo ? home.bo : home.anna, day: 1) { try $0.end(id) }
    lists = try home.store.lookedAt(at: now)
    #expect(!(lists.notAsSigned + lists.inForce).contains { $0.id == id })
    #expect(try home.store.status(id, day: 2) == .ended)
    // The same for a store that is opened later.
    try home.reopen()
    #expect(try home.store.status(id, day: 2) == .ended)
  }

  // MARK: - What was emptied

  @Test(arguments: [false, true], [false, true])
  func `S17 an agreed text that was emptied is named and not shown`(
    erasedAnother: Bool, inTheSame: Bool
  ) throws {
    let text = try #require(try attacker.last("word", of: anna))
    let sequence = try #require(try attacker.entries(of: anna).firstIndex(of: text)) + 1
    if erasedAnother {
      let other = try home.act(home.anna) { pen in
        inTheSame
          ? try pen.amend(agreed.id, with: try Wording("Another"))
          : try pen.propose(try Wording("Another"))
      }
      try home.act(home.anna) { try $0.withdraw(other.revision, on: other.id) }
      try home.act(home.anna) { try $0.forget(other.id) }
    }
    #expect(try home.store.diagnose().findings.isEmpty)
    try attacker.empty(text)
    try home.reopen()
    let lists = try home.store.lookedAt(at: now)
    #expect(lists.inForce.isEmpty)
    #expect(lists.notAsSigned.map(\.id) == [agreed.id])
    #expect(try home.store.standing(at: now).isEmpty)
    #expect(
      try home.store.diagnose().findings == [
        .entry(
          partner: home.anna.partner.id, sequence: Int64(sequence), problem: .emptied)
      ])
  }
}

extension Attacker {
  /// Takes an entry's content out of the index by which it is found, and leaves its row where it
  /// is.
  func hideFromIndex(_ id: Entry.ID) throws {
    try raw { database in
      let sql: String? = try database.value(
        "SELECT sql FROM sqlite_schema WHERE name = 'body_by_agreement'")
      let number: Int64? = try database.value("SELECT number FROM entry WHERE id = \(id.text)")
      guard let sql, let number else { throw StoreError.damaged }
      try database.script(
        """
        DROP INDEX body_by_agreement;
        \(sql) AND entry <> \(number);
        PRAGMA writable_schema = ON;
        """)
      try database.run("UPDATE sqlite_schema SET sql = \(sql) WHERE name = 'body_by_agreement'")
      try database.run("PRAGMA writable_schema = OFF")
    }
  }
}
