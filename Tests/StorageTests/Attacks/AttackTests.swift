import Agreements
import Fixtures
import Journal
import SQLite
import SystemPackage
import Testing

@testable import Storage

/// Whoever has the files says nothing in the other's name.
struct AttackTests {
  let home: Household
  let attacker: Attacker
  /// Agreed by both.
  let agreed: Outcome
  /// Suggested by Anna, and Bo said nothing yet.
  let open: Outcome
  let now = Household.day(1)

  init() throws {
    home = try Household()
    agreed = try home.agree(try Wording("Walk before we talk"))
    open = try home.act(home.anna) { try $0.propose(try Wording("Tea at nine")) }
    attacker = Attacker(home)
  }

  private var bo: Device.ID { home.bo.key.verifying.device }

  private func accept(_ outcome: Outcome) -> Act {
    .accept(on: outcome.id, revision: outcome.revision, refuses: [])
  }

  /// Nothing but what both agreed on is in force, in the list and whole, also with tables made
  /// anew.
  private func expectOnlyAgreed(_ sourceLocation: SourceLocation = #_sourceLocation) throws {
    for isRebuilt in [false, true] {
      if isRebuilt { try home.store.rebuild() }
      try home.reopen()
      let lists = try home.store.lookedAt(at: now)
      #expect(lists.inForce.map(\.id) == [agreed.id], sourceLocation: sourceLocation)
      #expect(lists.notAsSigned.isEmpty, sourceLocation: sourceLocation)
      #expect(
        try home.store.standing(at: now).map(\.summary.id) == [agreed.id],
        sourceLocation: sourceLocation)
      #expect(
        try home.store.agreement(open.id)?.status(at: now) == .proposed,
        sourceLocation: sourceLocation)
      #expect(
        home.store.pair == Pair(home.anna.partner, home.bo.partner), sourceLocation: sourceLocation)
    }
  }

  // MARK: - Devices

  enum Introduction: CaseIterable {
    case alone, early, founding, admitsItself, admittedByAnna, admittedWithAnnasKey
  }

  @Test(arguments: Introduction.allCases, [3, 9, 0x21] as [UInt8])
  func `S1 a device made by hand agrees to nothing and is named`(
    introduction: Introduction, seed: UInt8
  ) throws {
    let key = try Attacker.key(seed)
    let admission = Admission(key.verifying, "age1forged")
    let salt = String(repeating: "5a", count: 16)
    switch introduction {
    case .alone: try attacker.join(key, as: home.bo.partner)
    case .early:
      let renamed = Partner(id: home.bo.partner.id, name: try Partner.Name("Eve"))
      try attacker.join(key, as: renamed, Attacker.Claim(sequence: 1, tick: 1))
    case .founding: try attacker.join(key, as: home.bo.partner, salt: salt)
    case .admitsItself:
      try attacker.join(key, as: home.bo.partner)
      try attacker.append(.admit(admission), with: key)
    case .admittedByAnna:
      try attacker.append(.admit(admission), with: home.anna.key)
      try attacker.join(key, as: home.bo.partner)
    case .admittedWithAnnasKey:
      // In an entry that says it is Bo's, and that Anna's key signed.
      try attacker.append(.admit(admission), with: home.anna.key)
      try attacker.edit(
        "UPDATE entry SET device = \(bo.text) WHERE number = (SELECT max(number) FROM entry)")
      try attacker.join(key, as: home.bo.partner)
    }
    try attacker.append(accept(open), with: key)

    if introduction == .admittedWithAnnasKey {
      try home.reopen()
      #expect(try home.store.inForce(at: now).map(\.id) == [agreed.id])
      #expect(throws: StoreError.damaged) { try home.store.rebuild() }
    } else {
      try expectOnlyAgreed()
    }
    let findings = try home.store.diagnose().findings
    #expect(findings.contains(.stranger(partner: home.bo.partner.id)))
    #expect(throws: StoreError.unknownDevice) {
      try home.act(Writer(partner: home.bo.partner, key: key)) {
        try $0.accept(open.revision, on: open.id)
      }
    }
  }

  @Test func `S19 what is kept and not counted keeps nobody from a backup`() throws {
    try attacker.join(Attacker.key(3), as: home.bo.partner)
    try attacker.append(
      accept(open), with: home.anna.key, Attacker.Claim(tick: 1 << 52))
    try home.reopen()
    let copy = home.temporary.path.appending("copy")
    let findings = try home.store.backUp(to: copy).diagnosis.findings
    #expect(findings.contains(.stranger(partner: home.bo.partner.id)))
    #expect(findings.count == 2)
    // Anything else makes a copy that is none.
    try attacker.edit("UPDATE agreement SET title = 'Other'")
    try home.reopen()
    #expect(throws: StoreError.damaged) {
      try home.store.backUp(to: home.temporary.path.appending("other"))
    }
  }

  @Test func `one partner admits nobody for the other, and renames nobody`() throws {
    let eve = try Partner.Name("Eve")
    let own = try Attacker.key(9)
    try attacker.append(.admit(Admission(own.verifying, "age1own")), with: home.anna.key)
    // Anna's further device, by another name.
    try attacker.join(
      own, as: Partner(id: home.anna.partner.id, name: eve), recipient: "age1own",
      Attacker.Claim(sequence: 1, tick: 1))
    // Her own feed begins once more, as him.
    let rejoin = Membership(
      partner: Partner(id: home.bo.partner.id, name: eve),
      signingKey: Hex.text(home.anna.key.verifying.bytes), recipient: "age1anna")
    try attacker.append(
      .join(rejoin), with: home.anna.key, Attacker.Claim(sequence: 1, tick: 1, tellsFeed: false))
    // His key is retired, and taken as hers.
    try attacker.append(
      .retire(
        Retirement(device: bo, lastSequence: 1, lastEntry: try attacker.entries(of: bo)[0].text)),
      with: home.anna.key)
    try attacker.append(.admit(Admission(home.bo.key.verifying, "age1bo")), with: home.anna.key)
    try attacker.append(accept(open), with: own)
    try home.reopen()
    #expect(home.store.pair == Pair(home.anna.partner, home.bo.partner))
    #expect(
      try home.store.devices() == [
        home.anna.key.verifying.device: home.anna.partner.id, bo: home.bo.partner.id,
        own.verifying.device: home.anna.partner.id,
      ])
    #expect(try home.store.inForce(at: now).map(\.id) == [agreed.id])
    #expect(try home.store.status(open.id, day: 1) == .proposed)
    try home.act(home.bo, day: 1) { try $0.end(agreed.id) }
    #expect(try home.store.inForce(at: now).isEmpty)
  }

  // MARK: - Strangers

  @Test(arguments: [true, false])
  func `S1 words and yeses of a stranger change nothing that is shown`(isBo: Bool) throws {
    try home.act(home.anna) { try $0.share(.first, try Need("quiet")) }
    let before = try Shown(home.store, at: now)
    let partner = (isBo ? home.bo : home.anna).partner
    let key = try Attacker.key(9)
    try attacker.join(key, as: partner)
    let other = try Wording("Something new")
    let id = Naming.agreement(of: home.store.couple, after: nil, wording: other)
    let revision = Naming.revision(of: home.store.couple, on: id, parents: [], wording: other)
    let proposal = Proposal(
      revision: revision, after: nil, parents: [], step: .new, lapsesAt: Household.day(14),
      refuses: [open.revision, agreed.revision])
    let until = Household.day(1.5)
    let acts: [Act] = [
      .word(on: id, revision: revision, other), .propose(on: id, proposal), accept(open),
      .word(on: agreed.id, revision: agreed.revision, other), .end(on: agreed.id),
      .decline(on: open.id, revisions: [open.revision]), .leave,
      .note(on: agreed.id, revision: agreed.revision, try Note("a word")),
      .forget(on: agreed.id, Forgetting(scope: .all, refuses: [])),
      .share(.second, try Need("a walk")), .unshare(.first), .heard(.first),
      .moment(.pause(Pause.ID(String(repeating: "7", count: 26)), until: until, heldSince: now)),
      .moment(.ready(.checkIn, true)),
      .retire(
        Retirement(device: bo, lastSequence: 1, lastEntry: try attacker.entries(of: bo)[0].text)),
      .admit(Admission(try Attacker.key(8).verifying, "age1further")),
    ]
    for act in acts { try attacker.append(act, with: key) }
    for isRebuilt in [false, true] {
      if isRebuilt { try home.store.rebuild() }
      try home.reopen()
      #expect(try Shown(home.store, at: now) == before)
      #expect(try home.store.diagnose().findings == [.stranger(partner: partner.id)])
    }
    try home.act(home.bo, day: 1) { try $0.accept(open.revision, on: open.id) }
    #expect(try home.store.inForce(at: now).count == 2)
  }

  // MARK: - Rows

  /// What the table says more than was signed, of which of the outcomes, and what is shown of it.
  static let claims: [(name: String, sql: String)] = [
    ("status", "UPDATE agreement SET status = 'active', status_until = NULL, answer_until = NULL"),
    ("until", "UPDATE agreement SET status = 'active', status_until = 99999999999"),
    ("contested", "UPDATE agreement SET status = 'contested', status_until = NULL"),
    ("title", "UPDATE agreement SET title = 'Anna decides'"),
    ("promise", "UPDATE agreement SET promise = (SELECT partner FROM feed LIMIT 1)"),
    (
      "owner",
      "UPDATE agreement SET (promise, owner) = (SELECT partner, partner FROM feed LIMIT 1)"
    ),
    ("kind", "UPDATE agreement SET kind = 'boundary'"),
    ("no kind of ours", "UPDATE agreement SET kind = 'order'"),
    ("review", "UPDATE agreement SET review_due = 1"),
    ("late review", "UPDATE agreement SET review_due = 9223372036854775807"),
    ("after", "UPDATE agreement SET after = id"),
    ("first tick", "UPDATE agreement SET first_tick = -9223372036854775808"),
    ("revision", "UPDATE agreement SET revision = printf('%052d', 7)"),
  ]

  @Test(arguments: claims.indices)
  func `S1 rows that say more than was signed are not shown as agreed`(number: Int) throws {
    let claim = Self.claims[number]
    let signed = try home.store.lookedAt(at: now).inForce
    let isInForce = ["status", "until", "contested"].contains(claim.name)
    try attacker.script(claim.sql)
    try home.reopen()
    let lists = try home.store.lookedAt(at: now)
    #expect(lists.inForce == signed, "\(claim.name)")
    #expect(lists.notAsSigned.map(\.id) == (isInForce ? [open.id] : []), "\(claim.name)")
    #expect(try home.store.standing(at: now).map(\.wording) == [agreed.agreement.standing?.wording])
    #expect(try home.store.isNotAsSigned(open.id, at: now) == isInForce)
    #expect(try home.store.diagnose().findings == [.table("agreement")])
    try home.store.rebuild()
    #expect(try home.store.lookedAt(at: now).notAsSigned.isEmpty)
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `S1 a row for what nobody signed is not shown as agreed`() throws {
    try attacker.script(
      """
      INSERT INTO agreement (id, revision, kind, title, promise, status, status_then, first_tick)
      VALUES (printf('%052d', 1), printf('%052d', 2), 'cool-down', 'Anna decides', 'both',
        'active', 'active', 1)
      """)
    try home.reopen()
    let lists = try home.store.lookedAt(at: now)
    #expect(lists.inForce.map(\.id) == [agreed.id])
    #expect(lists.notAsSigned.map(\.id.text) == [String(repeating: "0", count: 51) + "1"])
    try home.store.rebuild()
    #expect(try home.store.lookedAt(at: now).notAsSigned.isEmpty)
  }
}

/// All that a person is shown without a clock of their own.
struct Shown: Equatable {
  let inForce: [Summary]
  let waiting: [Summary]
  let all: [Agreement.ID]
  let needs: [SharedNeed]
  let pauses: Pauses
  let events: [Entry.ID]
  let pair: Pair

  init(_ store: Store, at now: Instant) throws {
    inForce = try store.inForce(at: now)
    waiting = try store.waiting(at: now)
    all = try store.everything().map(\.id)
    needs = try store.sharedNeeds(at: now)
    pauses = try store.pauses()
    events = try store.events().map(\.entry)
    pair = store.pair
  }
}
