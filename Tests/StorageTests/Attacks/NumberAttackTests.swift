import Agreements
import Journal
import SQLite
import Testing

@testable import Storage

/// Numbers say nothing that a signature does not.
struct NumberAttackTests {
  let home: Household
  let attacker: Attacker
  let agreed: Outcome
  let now = Household.day(1)

  init() throws {
    home = try Household()
    agreed = try home.agree(try Wording("Walk before we talk"))
    try home.agree(try Wording("Sleep first"))
    attacker = Attacker(home)
  }

  private var anna: Device.ID { home.anna.key.verifying.device }
  private var bo: Device.ID { home.bo.key.verifying.device }

  /// Bo ends, both pause, and each goes on right behind the last entry of their own.
  private func expectToGoOn(
    _ comment: String, _ sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try heads()
    try home.reopen()
    try home.act(home.bo, day: 1) { try $0.end(agreed.id) }
    try home.act(home.anna, day: 1) { try $0.pause(until: Household.day(1.1), named: true) }
    try home.act(home.bo, day: 1) { try $0.pause(until: Household.day(1.2), named: true) }
    try home.reopen()
    #expect(
      try home.store.status(agreed.id, day: 1) == .ended, "\(comment)",
      sourceLocation: sourceLocation)
    #expect(
      try home.store.pauses().running(at: now).count == 2, "\(comment)",
      sourceLocation: sourceLocation)
    let entries = try home.store.events().compactMap { event in
      event.body?.at == now ? event : nil
    }
    #expect(entries.count == 3, "\(comment)", sourceLocation: sourceLocation)
    for event in entries {
      #expect(event.order.tick < 100, "\(comment)", sourceLocation: sourceLocation)
      let head = try #require(before[event.order.device])
      #expect(
        (head + 1...head + 2).contains(event.order.sequence), "\(comment)",
        sourceLocation: sourceLocation)
    }
  }

  /// The place of the last entry of each feed, as it was signed.
  private func heads() throws -> [Device.ID: Int64] {
    try home.store.entries().reduce(into: [:]) { heads, entry in
      heads[entry.header.device] = max(heads[entry.header.device] ?? 0, entry.header.sequence)
    }
  }

  static let numbers: [Int64] = [0, 1, 2, .max, .min, 1 << 53, -1]

  @Test(arguments: ["head_seq", "head_tick"], numbers)
  func `S19 numbers beside the header are never believed`(column: String, number: Int64) throws {
    try attacker.edit("UPDATE feed SET \(identifier: column) = \(number)")
    try expectToGoOn("feed")
    try home.store.rebuild()
    #expect(try home.store.diagnose().findings.isEmpty)
    try home.act(home.bo, day: 2) { try $0.propose(try Wording("Later")) }
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test(arguments: ["seq", "tick", "seq of one", "tick of one"], numbers)
  func `S19 numbers beside the header of an entry are never believed`(
    place: String, number: Int64
  ) throws {
    let column = place.hasPrefix("seq") ? "seq" : "tick"
    let isOnlyOne = place.hasSuffix("one")
    let first = try attacker.entries(of: bo)[1]
    if isOnlyOne {
      try attacker.edit(
        "UPDATE entry SET \(identifier: column) = \(number) WHERE id = \(first.text)")
    } else {
      try attacker.edit("UPDATE entry SET \(identifier: column) = \(number)")
    }
    try expectToGoOn("\(place) = \(number)")
    #expect(try !home.store.diagnose().findings.isEmpty || number <= 2)
  }

  @Test func `S19 a head that names another feed's entry is never believed`() throws {
    try attacker.edit(
      """
      UPDATE feed SET head_id = (SELECT id FROM entry WHERE device <> feed.device LIMIT 1),
        partner = \(home.anna.partner.id.text)
      """)
    try expectToGoOn("head")
  }

  @Test func `S19 a device beside the header is never believed`() throws {
    try attacker.edit("UPDATE entry SET device = 'abcdefabcdefabcd'")
    try expectToGoOn("device")
  }

  // MARK: - What was signed

  enum Claimed: CaseIterable {
    case greatestTick, tooFar, beyondNumbers, gap, greatestPlace, yearOutOfRange, noYear
    case heldForEver, noBody, otherCouple, tickBefore
  }

  @Test(arguments: Claimed.allCases)
  func `S19 a signed number out of bounds hinders nobody`(claimed: Claimed) throws {
    let end = Act.end(on: Agreement.ID(String(repeating: "7", count: 52)))
    let count = Int64(try home.store.entries().count)
    let place = Int64(try attacker.entries(of: anna).count) + 1
    let key = home.anna.key
    func append(_ claim: Attacker.Claim) throws { try attacker.append(end, with: key, claim) }
    func append(_ body: String) throws {
      try attacker.append(body: Array(body.utf8), isErasable: true, with: key)
    }
    switch claimed {
    case .greatestTick: try append(Attacker.Claim(tick: 1 << 53 - 1))
    case .tooFar: try append(Attacker.Claim(tick: count + 1_000 + Header.mostTickJump))
    case .beyondNumbers: try append(Attacker.Claim(tick: .max))
    case .gap: try append(Attacker.Claim(sequence: place + 5))
    case .greatestPlace: try append(Attacker.Claim(sequence: 1 << 53 - 1))
    case .yearOutOfRange:
      try append(
        #"{"act":{"heldSince":0,"kind":"pause","pause":"77777777777777777777777777","until":1},"#
          + #""at":253402300800}"#)
    case .noYear: try append(#"{"act":{"kind":"heard","need":"x"},"at":-9007199254740991}"#)
    case .heldForEver:
      try attacker.append(
        .moment(
          .pause(
            Pause.ID(String(repeating: "7", count: 26)), until: .last,
            heldSince: Instant(seconds: -62_135_596_800))), with: key, at: Household.day(-9))
    case .noBody: try append("")
    case .otherCouple:
      try append(Attacker.Claim(couple: Couple.ID(String(repeating: "0", count: 32))))
    case .tickBefore: try append(Attacker.Claim(tick: 1))
    }
    try home.reopen()
    try home.act(home.bo, day: 1) { try $0.end(agreed.id) }
    try home.act(home.anna, day: 1) { try $0.pause(until: Household.day(1.1), named: true) }
    try home.act(home.bo, day: 1) { try $0.pause(until: Household.day(1.2), named: true) }
    try home.reopen()
    #expect(try home.store.status(agreed.id, day: 1) == .ended)
    #expect(try home.store.pauses().running(at: now).count == 2)
    let ticks = try home.store.events().filter { $0.body?.at == now }.map(\.order.tick)
    #expect(ticks.count == 3 && ticks.allSatisfy { $0 < 100 }, "\(ticks)")
    // A day later she says yes as always.
    let open = try home.act(home.bo, day: 3) { try $0.propose(try Wording("Later")) }
    try home.act(home.anna, day: 3) { try $0.accept(open.revision, on: open.id) }
    #expect(try home.store.status(open.id, day: 3) == .active)
  }

  // MARK: - Time

  @Test(arguments: [Household.day(15), Household.day(10_000), .last])
  func `S3 a suggestion waits 14 days whatever it claims`(lapsesAt: Instant) throws {
    let text = try Wording("Tea in the evening")
    let id = Naming.agreement(of: home.store.couple, after: nil, wording: text)
    let revision = Naming.revision(of: home.store.couple, on: id, parents: [], wording: text)
    try attacker.append(.word(on: id, revision: revision, text), with: home.anna.key)
    try attacker.append(
      .propose(
        on: id,
        Proposal(
          revision: revision, after: nil, parents: [], step: .new, lapsesAt: lapsesAt, refuses: [])),
      with: home.anna.key)
    for isRebuilt in [true, false] {
      if isRebuilt { try home.store.rebuild() }
      try home.reopen()
      #expect(try home.store.waiting(at: Household.day(14)).map(\.id) == [id])
      #expect(try home.store.status(id, day: 14) == .proposed)
      #expect(try home.store.waiting(at: Household.day(14.1)).isEmpty)
      #expect(try home.store.status(id, day: 14.1) == .lapsed)
      #expect(throws: Refusal.answeredTooLate) {
        try home.act(home.bo, day: 15) { try $0.accept(revision, on: id) }
      }
      // Not in a row either.
      try attacker.edit(
        "UPDATE agreement SET status_until = 99999999999, answer_until = 99999999999")
    }
    // A yes past the program, too late, is none.
    try attacker.append(
      .accept(on: id, revision: revision, refuses: [], isLate: true), with: home.bo.key,
      at: Household.day(40))
    try home.reopen()
    #expect(try home.store.status(id, day: 41) == .lapsed)
  }
}
