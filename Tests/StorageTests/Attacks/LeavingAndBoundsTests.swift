import Agreements
import Journal
import SQLite
import Testing

@testable import Storage

/// What one alone may do, and how much of it is counted.
struct LeavingAndBoundsTests {
  let home: Household
  let attacker: Attacker
  let agreed: Outcome
  let now = Household.day(1)

  init() throws {
    home = try Household()
    agreed = try home.agree(try Wording("Walk before we talk"))
    attacker = Attacker(home)
  }

  @Test(arguments: [true, false])
  func `S2 leaving ends everything, and nothing is agreed after it`(isBo: Bool) throws {
    let open = try home.act(home.anna) { try $0.propose(try Wording("Open")) }
    let own = try home.act(home.bo) {
      try $0.declare(try .boundary("Quiet", of: home.bo.partner.id))
    }
    #expect(try home.store.inForce(at: now).count == 2)
    try home.act(isBo ? home.bo : home.anna, day: 1) { try $0.record(.leave) }
    for isRebuilt in [false, true] {
      if isRebuilt { try home.store.rebuild() }
      try home.reopen()
      for id in [agreed.id, open.id, own.id] {
        #expect(try home.store.status(id, day: 1) == .ended)
      }
      #expect(try home.store.inForce(at: now).isEmpty)
      #expect(try home.store.waiting(at: now).isEmpty)
      #expect(try home.store.diagnose().findings.isEmpty)
    }
    #expect(throws: Refusal.alreadyEnded) {
      try home.act(home.bo, day: 1) { try $0.accept(open.revision, on: open.id) }
    }
    for key in [home.anna.key, home.bo.key] {
      try attacker.append(
        .accept(on: open.id, revision: open.revision, refuses: []), with: key, at: now)
    }
    let later = try home.act(home.anna, day: 2) { try $0.propose(try Wording("Later")) }
    try attacker.append(
      .accept(on: later.id, revision: later.revision, refuses: []), with: home.bo.key,
      at: Household.day(2))
    try home.reopen()
    #expect(try home.store.inForce(at: Household.day(2)).isEmpty)
    #expect(try home.store.status(later.id, day: 2) == .ended)
  }

  @Test func `S2 leaving that the tables hide has ended everything all the same`() throws {
    try home.act(home.bo) { try $0.record(.leave) }
    try attacker.claimInForce(agreed.id)
    try home.reopen()
    #expect(try home.store.lookedAt(at: now).inForce.isEmpty)
    #expect(try home.store.lookedAt(at: now).notAsSigned.map(\.id) == [agreed.id])
  }

  private func suggest(
    _ number: Int, parents: [Revision.ID], step: Proposal.Step = .amend
  ) throws -> Revision.ID {
    let text = try Wording("Text \(number)")
    let revision = Naming.revision(
      of: home.store.couple, on: agreed.id, parents: parents, wording: text)
    try attacker.append(
      .word(on: agreed.id, revision: revision, text), with: home.anna.key)
    try attacker.append(
      .propose(
        on: agreed.id,
        Proposal(
          revision: revision, after: nil, parents: parents.sorted(), step: step,
          lapsesAt: Household.day(14), refuses: [])), with: home.anna.key)
    return revision
  }

  @Test(.timeLimit(.minutes(1)))
  func `of 257 texts the last is kept and not counted`() throws {
    var texts: [Revision.ID] = []
    for number in 1...256 { texts.append(try suggest(number, parents: [agreed.revision])) }
    try home.reopen()
    let agreement = try #require(try home.store.agreement(agreed.id))
    #expect(agreement.revisions.count == Thread.mostTexts)
    #expect(agreement.revisions[texts[254]] != nil && agreement.revisions[texts[255]] == nil)
    #expect(try home.store.inForce(at: now).map(\.revision) == [agreed.revision])
    #expect(try home.store.entries().count == 4 + 1 + 2 * 256)
    #expect(throws: Refusal.self) {
      try home.act(home.bo, day: 1) { try $0.accept(texts[255], on: agreed.id) }
    }
    try home.act(home.bo, day: 1) { _ = try $0.end(agreed.id) }
    #expect(try home.store.status(agreed.id, day: 1) == .ended)
  }

  @Test(arguments: [16, 17])
  func `a text of 17 parents is kept and not counted`(count: Int) throws {
    let parents =
      [agreed.revision]
      + (1..<count).map {
        Revision.ID(String(repeating: "0", count: 50) + ($0 < 10 ? "0" : "1") + "\($0 % 10)")
      }
    let revision = try suggest(1, parents: parents)
    try home.reopen()
    let agreement = try #require(try home.store.agreement(agreed.id))
    #expect((agreement.revisions[revision] != nil) == (count == 16))
    #expect(agreement.standing?.id == agreed.revision)
  }

  @Test func `a ninth device is kept and not counted`() throws {
    var keys: [SigningKey] = []
    for seed in UInt8(0x50)..<0x58 {
      let key = try Attacker.key(seed)
      try attacker.append(.admit(Admission(key.verifying, "age1further")), with: home.bo.key)
      try attacker.join(key, as: home.bo.partner, recipient: "age1further")
      keys.append(key)
    }
    try home.reopen()
    let devices = try home.store.devices()
    #expect(devices.count == 1 + Roster.mostDevices)
    #expect(devices[keys[6].verifying.device] == home.bo.partner.id)
    #expect(devices[keys[7].verifying.device] == nil)
    #expect(try home.store.diagnose().findings == [.stranger(partner: home.bo.partner.id)])
    // Where one is retired there is room again for who comes after it.
    try attacker.append(
      .retire(
        Retirement(
          device: keys[0].verifying.device, lastSequence: 1,
          lastEntry: try attacker.entries(of: keys[0].verifying.device)[0].text)),
      with: home.bo.key)
    try attacker.append(
      .admit(Admission(keys[7].verifying, "age1further")), with: home.bo.key)
    try home.reopen()
    #expect(try home.store.devices()[keys[7].verifying.device] == home.bo.partner.id)
  }

  // MARK: - Nobody is kept busy

  /// Opens, reads and writes, as a command of Bo's does.
  private func expectQuick(
    _ comment: String, _ sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let duration = try ContinuousClock().measure {
      try home.reopen()
      _ = try home.store.lookedAt(at: now)
      try home.act(home.bo, day: 1) { _ = try $0.end(agreed.id) }
    }
    // What grows with the square of what somebody put there takes minutes.
    #expect(duration < .seconds(30), "\(comment): \(duration)", sourceLocation: sourceLocation)
  }

  @Test(.timeLimit(.minutes(2)))
  func `S2 many words under one name keep nobody busy`() throws {
    try attacker.appendMany(800, with: home.anna.key) { number in
      let text = try Wording("Other words \(number)")
      return number.isMultiple(of: 2)
        ? .word(on: agreed.id, revision: agreed.revision, text)
        : .propose(
          on: agreed.id,
          Proposal(
            revision: agreed.revision, after: nil,
            parents: [Revision.ID(String(format5(number), repeating: "0", length: 52))],
            step: .amend, lapsesAt: now, refuses: []))
    }
    try expectQuick("words")
  }

  @Test(.timeLimit(.minutes(2)), arguments: [true, false])
  func `S2 many admissions keep nobody busy`(isSigned: Bool) throws {
    try attacker.appendMany(700, with: home.anna.key, isBackwards: true, isSigned: isSigned) {
      number in
      .retire(
        Retirement(
          device: home.bo.key.verifying.device, lastSequence: Int64(number + 1),
          lastEntry: String(repeating: "0", count: 64)))
    }
    try expectQuick("admissions")
  }

  /// Each signs its own first entry, and says that it may have founded.
  @Test(.timeLimit(.minutes(2)), arguments: [true, false])
  func `S2 many first entries keep nobody busy`(isSalted: Bool) throws {
    let first = try attacker.entries(of: home.anna.key.verifying.device)[0]
    let seen = [home.anna.key.verifying.device: Head(sequence: 1, id: first)]
    try attacker.joinMany(1_500, as: home.bo.partner, isSalted: isSalted, seen: seen)
    try expectQuick("first entries")
  }

  @Test(.timeLimit(.minutes(2)))
  func `S2 many ticks that lie too far ahead keep nobody busy`() throws {
    try attacker.appendMany(3_000, with: home.anna.key, tick: 1 << 52) { _ in
      .accept(on: agreed.id, revision: agreed.revision, refuses: [])
    }
    try expectQuick("ticks")
  }

  @Test(.timeLimit(.minutes(2)))
  func `S2 many leavings that nobody signed keep nobody busy`() throws {
    for number in 0..<10 { try home.agree(try Wording("Agreed \(number)")) }
    try attacker.appendMany(2_000, with: home.bo.key, isSigned: false) { _ in .leave }
    try expectQuick("leavings")
  }

  @Test(.timeLimit(.minutes(2)))
  func `S2 a long feed with a gap and a row on top keeps nobody busy`() throws {
    try attacker.appendMany(6_000, with: home.bo.key) { _ in
      .end(on: Agreement.ID(String(repeating: "7", count: 52)))
    }
    let own = try attacker.entries(of: home.bo.key.verifying.device)
    try attacker.remove(own[2])
    try attacker.edit("UPDATE entry SET seq = 1000000 WHERE id = \(own[1].text)")
    try expectQuick("feed")
  }
}

/// A number of five digits.
private func format5(_ number: Int) -> String { String(String(100_000 + number).dropFirst()) }

extension String {
  /// Filled up in front to a length.
  fileprivate init(_ text: String, repeating filler: Character, length: Int) {
    self = String(repeating: filler, count: length - text.count) + text
  }
}
