import Agreements
import Files
import Journal
import SQLite
import Storage
import Testing

struct BoundaryTests {
  let home: Household
  var anna: Partner.ID { home.anna.partner.id }

  init() throws {
    home = try Household()
  }

  private func declare(_ title: String = "Quiet", day: Double = 0) throws -> Outcome {
    try home.act(home.anna, day: day) { try $0.declare(try .boundary(title, of: anna)) }
  }

  @Test func `an own boundary is in force at once, listed, and waits for nobody`() throws {
    let declared = try declare()
    #expect(!declared.stood && declared.agreement.owner == anna)
    for day in [0, 14, 100] as [Double] {
      let listed = try home.store.inForce(at: Household.day(day))
      #expect(listed.map(\.id) == [declared.id])
      #expect(listed.map(\.promise) == [.own(anna)])
      #expect(listed.map { $0.status(at: Household.day(day)) } == [.active])
      #expect(listed.map(\.reviewDue) == [nil])
      #expect(try home.store.waiting(at: Household.day(day)).isEmpty)
    }
    #expect(try declare(day: 3).stood)
    #expect(try home.store.entries().count == 4)
    let raw = try home.raw()
    #expect(
      try raw.all("SELECT promise, owner FROM agreement") { row in
        [try row.value(0, as: String?.self), try row.value(1, as: String?.self)]
      } == [[anna.text, anna.text]])
    raw.close()
  }

  @Test func `nobody declares for the other, or what is no boundary`() throws {
    let before = try home.store.entries().count
    let hers = try Wording.boundary("Quiet", of: anna)
    #expect(throws: Refusal.othersBoundary) { try home.act(home.bo) { try $0.declare(hers) } }
    #expect(throws: Refusal.othersBoundary) { try home.act(home.bo) { try $0.propose(hers) } }
    for promise in [Promise.both, .only(anna)] {
      var other = hers
      other.promise = promise
      #expect(throws: StoreError.fault) { try home.act(home.anna) { try $0.declare(other) } }
    }
    let pause = try Wording("Pause", promise: .own(anna))
    #expect(throws: StoreError.fault) { try home.act(home.anna) { try $0.declare(pause) } }
    #expect(try home.store.entries().count == before)
  }

  @Test func `the other can do nothing with it`() throws {
    let declared = try declare()
    let (id, text) = (declared.id, declared.revision)
    let other = try Wording.boundary("Other", of: anna)
    let acts: [(Pen) throws -> Outcome] = [
      { try $0.accept(text, on: id) }, { try $0.decline(text, on: id) },
      { try $0.withdraw(text, on: id) }, { try $0.counter(text, on: id, with: other) },
      { try $0.amend(id, with: other) }, { try $0.end(id) }, { try $0.forget(id) },
      { try $0.answer(.end, helped: nil, note: nil, on: id) },
    ]
    let before = try home.store.tables()
    for act in acts {
      #expect(throws: Refusal.othersBoundary) { try home.act(home.bo, day: 14, act) }
    }
    #expect(try home.store.tables() == before)
    try home.act(home.anna, day: 15) { _ = try $0.end(id) }
    for act in acts + [{ try $0.renew(id) }] {
      #expect(throws: Refusal.othersBoundary) { try home.act(home.bo, day: 16, act) }
    }
  }

  @Test func `a change holds at once, and old words are not declared over it`() throws {
    let declared = try declare()
    let changed = try home.act(home.anna, day: 1) {
      try $0.amend(declared.id, with: try .boundary("Quiet evenings", of: anna))
    }
    #expect(changed.id == declared.id)
    let standing = try #require(try home.store.agreement(declared.id)?.standing)
    #expect(standing.id == changed.revision && standing.agreedAt == Household.day(1))
    #expect(try home.store.inForce(at: Household.day(1)).map(\.title) == ["Quiet evenings"])
    #expect(throws: Refusal.textChanged(changed.revision)) { try declare(day: 2) }
    #expect(throws: Refusal.ownBoundary) {
      try home.act(home.anna, day: 2) {
        try $0.amend(declared.id, with: try Wording("Ours"))
      }
    }
  }

  @Test func `S2 what its owner ended is declared anew, as another one`() throws {
    let declared = try declare()
    try home.act(home.anna, day: 1) { _ = try $0.end(declared.id, note: try Note("不用了")) }
    #expect(try home.store.inForce(at: Household.day(1)).isEmpty)
    #expect(try home.act(home.anna, day: 1) { try $0.end(declared.id) }.stood)
    let again = try declare(day: 2)
    #expect(again.id != declared.id && again.agreement.after == declared.id)
    try home.act(home.anna, day: 3) { _ = try $0.end(again.id) }
    let renewed = try home.act(home.anna, day: 3) { try $0.renew(declared.id) }
    #expect(renewed.agreement.after == again.id)
    #expect(try home.store.inForce(at: Household.day(3)).map(\.id) == [renewed.id])
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `S17 its owner alone erases it, once it ended`() throws {
    let declared = try declare("unmistakable one")
    try home.act(home.anna, day: 1) {
      _ = try $0.amend(declared.id, with: try .boundary("unmistakable two", of: anna))
    }
    #expect(throws: Refusal.endFirst) {
      try home.act(home.anna, day: 2) { try $0.forget(declared.id) }
    }
    try home.act(home.anna, day: 2) {
      _ = try $0.end(declared.id, note: try Note("unmistakable end"))
    }
    try home.act(home.anna, day: 3) { _ = try $0.forget(declared.id) }
    #expect(try home.act(home.anna, day: 3) { try $0.forget(declared.id) }.stood)
    #expect(throws: Refusal.nothingToForget) {
      try home.act(home.bo, day: 3) { try $0.forget(declared.id) }
    }
    home.store.close()
    #expect(try home.folder.files(holding: "unmistakable").isEmpty)
    try home.reopen()
    #expect(try home.store.status(declared.id, day: 3) == .ended)
    #expect(try home.store.everything().map(\.promise) == [nil])
    #expect(try home.store.diagnose().findings.isEmpty)
    let before = try home.store.tables()
    try home.store.rebuild()
    #expect(try home.store.tables() == before)
  }

  @Test func `what the other writes into it past the rules changes nothing`() throws {
    let declared = try declare()
    let (id, text) = (declared.id, declared.revision)
    let tables = try home.store.tables()
    let forger = try Forger(home)
    let children = try [
      Wording.boundary("I obey", of: anna), .boundary("His", of: home.bo.partner.id),
      Wording("Ours"),
    ]
    var acts: [Act] = [
      .end(on: id), .decline(on: id, revisions: [text]), .withdraw(on: id, revisions: [text]),
      .forget(on: id, Forgetting(scope: .all, refuses: [text])),
      .accept(on: id, revision: text, refuses: [text]),
    ]
    for child in children {
      let name = Naming.revision(
        of: home.store.couple, on: id, parents: [text], wording: child)
      acts += [
        .word(on: id, revision: name, child),
        .propose(
          on: id,
          Proposal(
            revision: name, after: nil, parents: [text], step: .amend,
            lapsesAt: Household.day(14), refuses: [text])),
        .accept(on: id, revision: name, refuses: [text]),
      ]
    }
    #expect(try home.store.receive(try forger.write(acts)).refused.isEmpty)
    #expect(try home.store.tables()["agreement"] == tables["agreement"])
    let after = try #require(try home.store.agreement(id))
    #expect(after == declared.agreement)
    #expect(try home.store.waiting(at: Household.start).isEmpty)
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `S1 nobody puts an own boundary in the place of what both agreed`() throws {
    let agreed = try home.agree(try Wording("Base"))
    let forger = try Forger(home)
    let mine = try Wording.boundary("Mine", of: home.bo.partner.id)
    let name = Naming.revision(
      of: home.store.couple, on: agreed.id, parents: [agreed.revision], wording: mine)
    _ = try home.store.receive(
      try forger.write([
        .word(on: agreed.id, revision: name, mine),
        .propose(
          on: agreed.id,
          Proposal(
            revision: name, after: nil, parents: [agreed.revision], step: .amend,
            lapsesAt: Household.day(14), refuses: [])),
      ]))
    #expect(try home.store.agreement(agreed.id) == agreed.agreement)
    #expect(throws: Refusal.ownBoundary) {
      try home.act(home.bo) { try $0.amend(agreed.id, with: mine) }
    }
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `S1 a boundary that the other declares for somebody is nowhere to be seen`() throws {
    let hers = try Wording.boundary("I obey", of: anna)
    let id = Naming.agreement(of: home.store.couple, after: nil, wording: hers)
    let name = Naming.revision(of: home.store.couple, on: id, parents: [], wording: hers)
    _ = try home.store.receive(
      try Forger(home).write([
        .word(on: id, revision: name, hers),
        .propose(
          on: id,
          Proposal(
            revision: name, after: nil, parents: [], step: .new, lapsesAt: Household.day(14),
            refuses: [])),
      ]))
    #expect(try home.store.everything().isEmpty)
    #expect(try home.store.diagnose().findings.isEmpty)
    // She may declare it herself nevertheless.
    let own = try home.act(home.anna) { try $0.declare(hers) }
    #expect(try home.store.inForce(at: Household.start).map(\.id) == [own.id])
  }
}

struct BoundariesElsewhereTests {
  let computers: Computers
  let laptop: Computer
  let bos: Computer
  var shared: Computer { computers.first }
  var anna: Partner.ID { shared.writers[0].partner.id }

  init() throws {
    computers = try Computers()
    laptop = try computers.add(computers.first.store.pair.first)
    bos = try computers.add(computers.first.store.pair.second)
    try computers.exchange()
  }

  private func act(
    _ computer: Computer, day: Double = 0, _ body: (Pen) throws -> Outcome
  ) throws -> Outcome {
    try computer.store.write(as: computer.writers[0], at: Household.day(day), in: .utc, body)
  }

  private func expectEverywhere(_ id: Agreement.ID, _ status: Status, title: String?) throws {
    try computers.exchange()
    for computer in computers.all {
      #expect(try computer.store.status(id, day: 5) == status)
      #expect(try computer.store.everything().map(\.title) == [title])
      #expect(try computer.store.tables() == shared.store.tables())
      #expect(try computer.store.diagnose().findings.isEmpty)
    }
  }

  @Test func `declared on two devices it is one`() throws {
    let one = try act(laptop) { try $0.declare(try .boundary("Quiet", of: anna)) }
    let other = try act(shared, day: 1) { try $0.declare(try .boundary("Quiet", of: anna)) }
    #expect(one.id == other.id && one.revision == other.revision)
    try expectEverywhere(one.id, .active, title: "Quiet")
  }

  @Test func `changed on two devices the later counts, and ended on one it has ended`() throws {
    let own = try act(laptop) { try $0.declare(try .boundary("Quiet", of: anna)) }
    try computers.exchange()
    _ = try act(laptop, day: 1) { try $0.amend(own.id, with: try .boundary("B", of: anna)) }
    _ = try act(shared, day: 2) { try $0.amend(own.id, with: try .boundary("A", of: anna)) }
    try expectEverywhere(own.id, .active, title: "A")
    _ = try act(laptop, day: 3) { try $0.end(own.id) }
    _ = try act(shared, day: 4) { try $0.amend(own.id, with: try .boundary("C", of: anna)) }
    try expectEverywhere(own.id, .ended, title: "C")
  }

  @Test func `S17 erased by its owner it goes from the other device, with what comes later`() throws
  {
    let own = try act(laptop) { try $0.declare(try .boundary("unmistakable", of: anna)) }
    let unerased = try laptop.store.entries()
    try computers.exchange()
    _ = try act(shared, day: 1) {
      try $0.amend(own.id, with: try .boundary("unmistakable too", of: anna))
    }
    let later = try shared.store.entries()
    _ = try act(laptop, day: 2) { try $0.end(own.id) }
    _ = try act(laptop, day: 3) { try $0.forget(own.id) }
    try expectEverywhere(own.id, .ended, title: nil)
    for computer in computers.all {
      _ = try computer.store.receive(unerased + later)
      computer.store.close()
      #expect(try computer.folder.files(holding: "unmistakable").isEmpty)
    }
  }
}

extension Wording {
  static func boundary(_ title: String, of owner: Partner.ID) throws -> Wording {
    Wording(
      title: try Title(title),
      terms: .boundary(Boundary(cue: try Note("it gets loud"), action: try Note("I go out"))),
      promise: .own(owner))
  }
}
