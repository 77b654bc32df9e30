import Agreements
import Files
import Journal
import SQLite
import Storage
import Testing

/// What a dishonest partner, or anyone in between, may hand in.
struct ReceivingTests {
  /// Bo's computer, where all is in order.
  let home: Household
  /// Bo's key in the hand of someone who writes entries past the rules.
  let forger: Forger

  init() throws {
    home = try Household()
    forger = try Forger(home)
  }

  @Test func `S1 other words under a name that was agreed to change nothing`() throws {
    let text = try Wording("I clear the table", promise: .only(home.bo.partner.id))
    let agreed = try home.agree(text)
    let evil = try Wording("I clear the table", promise: .only(home.anna.partner.id))
    let tables = try home.store.tables()
    try forger.refresh()
    let received = try home.store.receive(
      try forger.write([
        .word(on: agreed.id, revision: agreed.revision, evil),
        .word(on: agreed.id, revision: agreed.revision, evil),
      ]))
    #expect(received.kept == 2)
    let after = try #require(try home.store.agreement(agreed.id))
    #expect(after.standing?.wording == text)
    #expect(try home.store.inForce(at: Household.start).first?.promise == text.promise)
    #expect(try home.store.tables()["agreement"] == tables["agreement"])
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `S1 a proposal that puts an agreed text elsewhere changes nothing`() throws {
    let agreed = try home.agree(try Wording("Base"))
    let amended = try home.act(home.anna) {
      try $0.amend(agreed.id, with: try Wording("Base", reason: "new"))
    }
    try home.act(home.bo) { try $0.accept(amended.revision, on: agreed.id) }
    try forger.refresh()
    let claims = [agreed.revision, amended.revision].map { revision in
      Act.propose(
        on: agreed.id,
        Proposal(
          revision: revision, after: nil,
          parents: [Revision.ID(String(repeating: "0", count: 52))], step: .counter,
          lapsesAt: Household.day(-1), refuses: []))
    }
    _ = try home.store.receive(try forger.write(claims, at: Household.day(-100)))
    let after = try #require(try home.store.agreement(agreed.id))
    #expect(after.standing?.id == amended.revision)
    #expect(after.revisions[amended.revision]?.parents == [agreed.revision])
    #expect(after.revisions[agreed.revision]?.authors == [home.anna.partner.id])
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `an agreement taken under the name of another text does not take that name away`()
    throws
  {
    let wanted = try Wording("Wanted")
    let id = Naming.agreement(of: home.store.couple, after: nil, wording: wanted)
    let other = try Wording("Something else")
    let revision = Naming.revision(of: home.store.couple, on: id, parents: [], wording: other)
    let proposal = Proposal(
      revision: revision, after: nil, parents: [], step: .new, lapsesAt: Household.day(14),
      refuses: [])
    _ = try home.store.receive(
      try forger.write([.word(on: id, revision: revision, other), .propose(on: id, proposal)]))
    #expect(try home.store.waiting(at: Household.start).isEmpty)
    let hers = try home.act(home.anna) { try $0.propose(wanted) }
    #expect(hers.agreement.open(at: Household.start).map(\.wording) == [wanted])
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `nobody writes the other's register`() throws {
    let proposed = try home.act(home.bo) { try $0.propose(try Wording("His")) }
    try forger.refresh()
    // Bo says yes to his own text a second time; that is not Anna's yes.
    _ = try home.store.receive(
      try forger.write([.accept(on: proposed.id, revision: proposed.revision, refuses: [])]))
    #expect(try home.store.status(proposed.id) == .proposed)
    #expect(try home.store.inForce(at: Household.start).isEmpty)
  }

  @Test func `what is not genuine is refused and leaves nothing`() throws {
    let before = try home.store.tables()
    let genuine = try forger.write([.end(on: forger.agreement)])
    let entry = try #require(genuine.first)
    let content = try #require(entry.content)
    let elsewhere = try Forger(home, couple: Couple.ID(String(repeating: "00", count: 16)))
    let stranger = try Forger(home, key: try SigningKey(seed: [UInt8](repeating: 9, count: 32)))
    let jump = try Forger(home)
    jump.tick += Header.mostTickJump + 1
    let back = try Forger(home)
    back.tick = 0
    let astray = try Forger(home)
    astray.previous = Entry.ID(String(repeating: "00", count: 32))
    let unsigned = try Entry(
      headerBytes: entry.headerBytes, signature: [UInt8](repeating: 1, count: 64),
      content: (content.salt, content.bytes))
    let rejoin = Act.join(
      Membership(
        partner: home.anna.partner, signingKey: Hex.text(home.bo.key.verifying.bytes),
        recipient: "age1bo"))
    let end = Act.end(on: forger.agreement)
    for entries in [
      try elsewhere.write([end]), try jump.write([end]), try back.write([end]),
      try astray.write([end]), [unsigned], try Forger(home).write([rejoin]),
    ] {
      let received = try home.store.receive(entries)
      #expect(received.refused == entries.map(\.id))
      #expect(received.kept == 0)
    }
    // A device nobody vouched for may yet be admitted; until then it waits.
    stranger.sequence = 0
    stranger.previous = nil
    let introduction = Membership(
      partner: home.bo.partner, signingKey: Hex.text(stranger.key.verifying.bytes),
      recipient: "age1")
    let waiting = try home.store.receive(try stranger.write([.join(introduction), end]))
    #expect(waiting.waiting.count == 2)
    #expect(try home.store.tables() == before)
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `a device is not admitted by the other partner, and speaks for nobody else`() throws {
    let key = try SigningKey(seed: [UInt8](repeating: 9, count: 32))
    let device = try Forger(home, key: key)
    device.sequence = 0
    device.previous = nil
    let join = try device.write([
      .join(
        Membership(
          partner: home.anna.partner, signingKey: Hex.text(key.verifying.bytes), recipient: "age1"))
    ])
    // Bo vouches for a device that says it is Anna's.
    _ = try home.store.receive(try forger.write([.admit(Admission(key.verifying))]))
    #expect(try home.store.receive(join).waiting == join)
    try home.act(home.anna) { try $0.record(.admit(Admission(key.verifying))) }
    #expect(try home.store.receive(join).kept == 1)
    #expect(try home.store.devices()[key.verifying.device] == home.anna.partner.id)
  }

  @Test func `entries out of order wait, and what is known already is counted, not kept`() throws {
    let entries = try forger.write([
      .end(on: forger.agreement), .end(on: forger.agreement), .end(on: forger.agreement),
    ])
    #expect(try home.store.receive(Array(entries.dropFirst())).waiting.count == 2)
    let received = try home.store.receive(entries.reversed() + entries)
    #expect(received.kept == 3)
    #expect(received.known == 3)
    #expect(received.waiting.isEmpty && received.refused.isEmpty && received.forked.isEmpty)
  }

  @Test func `a second entry in a place that was taken is kept apart and said`() throws {
    let twin = try Forger(home)
    let kept = try forger.write([.end(on: forger.agreement)])
    let second = try twin.write([.withdraw(on: forger.agreement, revisions: [])])
    #expect(try home.store.receive(kept).kept == 1)
    for _ in 0..<2 {
      #expect(try home.store.receive(second).forked == second.map(\.id))
    }
    #expect(
      try home.store.diagnose().findings == [
        .fork(partner: home.bo.partner.id, sequence: 2)
      ])
  }

  @Test func `more devices than a header names stop nobody from ending`() throws {
    let agreed = try home.agree(try Wording("Base"))
    let keys = try (UInt8(20)..<90).map {
      try SigningKey(seed: [UInt8](repeating: $0, count: 32))
    }
    let firsts = try keys.map { key in
      let join = Membership(
        partner: home.bo.partner, signingKey: Hex.text(key.verifying.bytes), recipient: "age1")
      return try Forger(home, key: key).write([.join(join)])[0]
    }
    // As many as were given up; at most eight are used at once.
    try home.act(home.bo) {
      for (key, first) in zip(keys, firsts) {
        try $0.record(.admit(Admission(key.verifying)))
        try $0.record(
          .retire(
            Retirement(device: key.verifying.device, lastSequence: 1, lastEntry: first.id.text)))
      }
    }
    #expect(try home.store.receive(firsts).kept == 70)
    try home.act(home.anna) { try $0.end(agreed.id) }
    #expect(try home.store.status(agreed.id) == .ended)
    #expect(try home.store.diagnose().findings.isEmpty)
    #expect(try home.store.entries().count > 140)
  }
}

/// Writes entries with a key, past every rule about what may be done now.
final class Forger {
  let home: Household
  let couple: Couple.ID
  let key: SigningKey
  let agreement = Agreement.ID(String(repeating: "7", count: 52))
  var sequence: Int64 = 0
  var previous: Entry.ID?
  var tick: Int64 = 0

  init(_ home: Household, couple: Couple.ID? = nil, key: SigningKey? = nil) throws {
    self.home = home
    self.couple = couple ?? home.store.couple
    self.key = key ?? home.bo.key
    try refresh()
  }

  /// Goes on where the store's own feed stands.
  func refresh() throws {
    let entries = try home.store.entries()
    let last = entries.last { $0.header.device == key.verifying.device }
    sequence = last?.header.sequence ?? 0
    previous = last?.id
    tick = entries.map(\.header.tick).max() ?? 0
  }

  func write(_ acts: [Act], at moment: Instant = Household.start) throws -> [Entry] {
    try acts.map { act in
      sequence += 1
      tick += 1
      let entry = try Entry.sign(
        Body(at: moment, act: act),
        place: Place(
          couple: couple, sequence: sequence, previous: previous, seen: [:], tick: tick),
        salt: [UInt8](repeating: 1, count: 16), with: key)
      previous = entry.id
      return entry
    }
  }
}
