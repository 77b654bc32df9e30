import Agreements
import Journal
import Storage
import Testing

/// A yes that is said twice, kept in the journal and the tables (rule S9).
struct SecondYesTests {
  let home: Household

  init() throws {
    home = try Household()
  }

  private var phones: Wording {
    get throws { try Wording("You show me your phone") }
  }

  private func begun() throws -> Outcome {
    let proposed = try home.act(home.anna) { try $0.propose(try phones) }
    return try home.act(home.bo, day: 0.1) { try $0.accept(proposed.revision, on: proposed.id) }
  }

  @Test func `S9 it is not in force before both said it again, on another day`() throws {
    let begun = try begun()
    #expect(!begun.stood && begun.agreement.status(at: Household.start) == .proposed)
    let same = try home.act(home.bo, day: 0.9) { try $0.accept(begun.revision, on: begun.id) }
    #expect(same.stood)
    #expect(try home.store.inForce(at: Household.day(0.9)).isEmpty)
    let his = try home.act(home.bo, day: 1) { try $0.accept(begun.revision, on: begun.id) }
    #expect(!his.stood && his.agreement.status(at: Household.day(1)) == .proposed)
    #expect(try home.store.inForce(at: Household.day(1)).isEmpty)
    let hers = try home.act(home.anna, day: 1) { try $0.accept(begun.revision, on: begun.id) }
    #expect(hers.agreement.status(at: Household.day(1)) == .active)
    #expect(try home.store.inForce(at: Household.day(1)).map(\.id) == [begun.id])
    // What the tables say is what the journal says.
    #expect(try home.store.diagnose().findings.isEmpty)
    let before = try home.store.tables()
    try home.store.rebuild()
    #expect(try home.store.tables() == before)
  }

  @Test func `the same words suggested again are no second yes`() throws {
    let begun = try begun()
    for writer in [home.anna, home.bo] {
      let again = try home.act(writer, day: 2) { try $0.propose(try phones) }
      #expect(again.stood && again.revision == begun.revision)
    }
    #expect(try home.store.status(begun.id, day: 2) == .proposed)
  }

  @Test func `S9 whoever said a first yes and suggests other words no longer says it`() throws {
    let begun = try begun()
    let other = try Wording("We talk about our day")
    let countered = try home.act(home.bo, day: 1) {
      try $0.counter(begun.revision, on: begun.id, with: other)
    }
    #expect(
      countered.agreement.revisions[begun.revision]?.refuses(home.bo.partner.id) == true)
    try home.act(home.anna, day: 1) { try $0.decline(countered.revision, on: begun.id) }
    #expect(try home.store.status(begun.id, day: 1) == .declined)
    #expect(throws: Refusal.alreadyRefused) {
      try home.act(home.bo, day: 1) { try $0.accept(begun.revision, on: begun.id) }
    }
  }

  @Test func `a list knows until when it waits`() throws {
    let begun = try begun()
    #expect(try home.store.waiting(at: Household.day(14)).map(\.id) == [begun.id])
    #expect(try home.store.waiting(at: Household.day(14.2)).isEmpty)
    #expect(try home.store.status(begun.id, day: 14.2) == .lapsed)
  }

  @Test func `a first yes is an answer, and one's own second is none`() throws {
    let proposed = try home.act(home.anna) { try $0.propose(try phones) }
    #expect(try !home.store.hasAnswered(home.bo.partner.id))
    try home.act(home.bo) { try $0.accept(proposed.revision, on: proposed.id) }
    #expect(try home.store.hasAnswered(home.bo.partner.id))
    try home.act(home.anna, day: 1) { try $0.accept(proposed.revision, on: proposed.id) }
    #expect(try !home.store.hasAnswered(home.anna.partner.id))
  }

  @Test func `S17 words that never came into force are erased by their writer`() throws {
    let begun = try begun()
    try home.act(home.anna, day: 1) { try $0.forget(begun.id) }
    home.store.close()
    #expect(try home.folder.files(holding: "show me your phone") == [])
  }

  @Test func `S9 what the writer's own device leaves out, the other's still asks for`() throws {
    // A program that marks nothing: its own partner's yes counts at once, nobody else's does.
    let wording = try phones
    let couple = home.store.couple
    let id = Naming.agreement(of: couple, after: nil, wording: wording)
    let name = Naming.revision(of: couple, on: id, parents: [], wording: wording)
    try home.act(home.anna) { pen in
      try pen.record(.word(on: id, revision: name, wording))
      try pen.record(
        .propose(
          on: id,
          Proposal(
            revision: name, after: nil, parents: [], step: .new, lapsesAt: Household.day(14),
            refuses: [])))
    }
    try home.act(home.bo) { try $0.accept(name, on: id) }
    #expect(try home.store.status(id) == .proposed)
    try home.act(home.bo, day: 1) { try $0.accept(name, on: id) }
    #expect(try home.store.status(id, day: 1) == .active)
  }
}
