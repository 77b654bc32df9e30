import Agreements
import Journal
import SQLite
import Testing

@testable import Storage

/// Whoever kept a copy of Bo's key from before he set a password.
struct EarlierKeyTests {
  let home: Household
  let attacker: Attacker
  let earlier: SigningKey
  let later: SigningKey
  let agreed: Outcome
  let open: Outcome
  let now = Household.day(2)

  init() throws {
    home = try Household()
    earlier = home.bo.key
    later = try Attacker.key(0x2b)
    // The second entry of his first key, which an attacker writes anew below.
    let declined = try home.act(home.anna) { try $0.propose(try Wording("Not this")) }
    try home.act(home.bo) { try $0.decline(declined.revision, on: declined.id) }
    agreed = try home.agree(try Wording("Walk before we talk"))
    try home.store.replaceKey(
      of: home.bo.partner, from: earlier, to: later, recipient: "age1later", at: Household.day(1))
    open = try home.act(home.anna, day: 1) { try $0.propose(try Wording("Tea at nine")) }
    attacker = Attacker(home)
  }

  private var bo: Writer { Writer(partner: home.bo.partner, key: later) }

  private var accept: Act { .accept(on: open.id, revision: open.revision, refuses: []) }

  enum Place: CaseIterable {
    /// After the last entry of the chain.
    case end
    /// Beside an entry of before, with the same number.
    case beside
    /// In the row of an entry of before.
    case instead
    /// In the row of the very entry that is named as the last.
    case last
  }

  @discardableResult
  private func say(_ act: Act, _ place: Place) throws -> Entry.ID {
    let own = try attacker.entries(of: earlier.verifying.device)
    switch place {
    case .end: return try attacker.append(act, with: earlier)
    case .beside:
      return try attacker.append(
        act, with: earlier, Attacker.Claim(sequence: 2, previous: own[0], tick: 4, tellsFeed: false)
      )
    case .instead: return try attacker.replace(2, of: earlier, by: act)
    case .last: return try attacker.replace(Int64(own.count - 1), of: earlier, by: act)
    }
  }

  @Test(arguments: Place.allCases)
  func `S1 an earlier key agrees to nothing, and still ends`(place: Place) throws {
    try say(accept, place)
    for _ in 0..<2 {
      try home.reopen()
      #expect(try home.store.status(open.id, day: 2) == .proposed)
      let lists = try home.store.lookedAt(at: now)
      #expect(!lists.inForce.contains { $0.id == open.id })
      _ = try? home.store.rebuild()
    }
    if place != .end { #expect(try !home.store.diagnose().findings.isEmpty) }
    try attacker.append(.end(on: agreed.id), with: earlier)
    try home.reopen()
    #expect(try home.store.status(agreed.id, day: 2) == .ended)
    #expect(try home.store.inForce(at: now).isEmpty)
    // Who has the later key goes on, where its admission was left.
    if place == .last { return }
    try home.act(bo, day: 2) { try $0.accept(open.revision, on: open.id) }
    #expect(try home.store.inForce(at: now).map(\.id) == [open.id])
  }

  @Test(arguments: Place.allCases, [1, 2, 0x3c] as [UInt8])
  func `S1 an earlier key admits no further one`(place: Place, seed: UInt8) throws {
    let further = try Attacker.key(seed)
    try say(.admit(Admission(further.verifying, "age1further")), place)
    try attacker.join(further, as: home.bo.partner, recipient: "age1further")
    try attacker.append(accept, with: further)
    try home.reopen()
    #expect(try home.store.devices()[further.verifying.device] == nil)
    #expect(try home.store.status(open.id, day: 2) == .proposed)
    #expect(
      try home.store.diagnose().findings.contains(.stranger(partner: home.bo.partner.id)))
    #expect(throws: StoreError.unknownDevice) {
      try home.act(Writer(partner: home.bo.partner, key: further), day: 2) {
        try $0.accept(open.revision, on: open.id)
      }
    }
    if place != .last { _ = try home.act(bo, day: 2) { try $0.end(agreed.id) } }
  }

  @Test func `S1 an earlier key retires no later one`() throws {
    let first = try attacker.entries(of: later.verifying.device)[0]
    try attacker.append(
      .retire(
        Retirement(device: later.verifying.device, lastSequence: 1, lastEntry: first.text)),
      with: earlier)
    try home.reopen()
    try home.act(bo, day: 2) { try $0.accept(open.revision, on: open.id) }
    #expect(try home.store.status(open.id, day: 2) == .active)
  }

  @Test func `S1 an earlier key fills no places before the later one is admitted`() throws {
    for seed in UInt8(0x60)..<0x68 {
      let key = try Attacker.key(seed)
      try attacker.append(
        .admit(Admission(key.verifying, "age1filler")), with: earlier,
        Attacker.Claim(
          sequence: 2, previous: try attacker.entries(of: earlier.verifying.device)[0], tick: 1,
          tellsFeed: false))
    }
    try home.reopen()
    #expect(try home.store.devices()[later.verifying.device] == home.bo.partner.id)
    try home.act(bo, day: 2) { try $0.accept(open.revision, on: open.id) }
    #expect(try home.store.status(open.id, day: 2) == .active)
  }
}
