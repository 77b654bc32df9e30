import Agreements
import Journal
import Storage
import Testing

struct AgreementTests {
  let home: Household
  let text: Wording

  init() throws {
    home = try Household()
    text = try Wording("Walk before we talk", reason: "先走一走再说")
  }

  @Test func `S1 what one proposes and the other accepts is in force`() throws {
    let proposed = try home.act(home.anna) { try $0.propose(text) }
    #expect(!proposed.stood)
    #expect(try home.store.status(proposed.id) == .proposed)
    #expect(try home.store.inForce(at: Household.start).isEmpty)
    #expect(try home.store.waiting(at: Household.start).map(\.id) == [proposed.id])
    let accepted = try home.act(home.bo) { try $0.accept(proposed.revision, on: proposed.id) }
    #expect(accepted.agreement.standing?.wording == text)
    #expect(try home.store.inForce(at: Household.start).map(\.id) == [proposed.id])
    #expect(try home.store.waiting(at: Household.start).isEmpty)
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `only the other partner can accept`() throws {
    let proposed = try home.act(home.anna) { try $0.propose(text) }
    #expect(throws: Refusal.ownProposal) {
      try home.act(home.anna) { try $0.accept(proposed.revision, on: proposed.id) }
    }
    #expect(try home.store.status(proposed.id) == .proposed)
  }

  @Test func `the same act again stands and writes nothing`() throws {
    let proposed = try home.act(home.anna) { try $0.propose(text) }
    let id = proposed.id
    try expectStands { try home.act(home.anna, day: 1) { try $0.propose(text) } }
    try home.act(home.bo) { try $0.accept(proposed.revision, on: id) }
    try expectStands { try home.act(home.bo) { try $0.accept(proposed.revision, on: id) } }
    try expectStands { try home.act(home.anna) { try $0.propose(text) } }
    let change = try text.with(reason: "because")
    let amended = try home.act(home.anna) { try $0.amend(id, with: change) }
    try expectStands { try home.act(home.anna) { try $0.amend(id, with: change) } }
    try home.act(home.bo) { try $0.decline(amended.revision, on: id, note: try Note("later")) }
    try expectStands {
      try home.act(home.bo) { try $0.decline(amended.revision, on: id, note: try Note("later")) }
    }
    let again = try home.act(home.bo, day: 20) { try $0.amend(id, with: change) }
    try home.act(home.bo, day: 20) { try $0.withdraw(again.revision, on: id) }
    try expectStands { try home.act(home.bo, day: 20) { try $0.withdraw(again.revision, on: id) } }
    try home.act(home.anna, day: 20) {
      try $0.answer(.keep, helped: .yes, note: nil, on: id)
    }
    try expectStands {
      try home.act(home.anna, day: 20) { try $0.answer(.keep, helped: .yes, note: nil, on: id) }
    }
    try home.act(home.bo, day: 21) { try $0.end(id) }
    try expectStands { try home.act(home.bo, day: 21) { try $0.end(id) } }
    try home.act(home.anna, day: 21) { try $0.forget(id) }
    try expectStands { try home.act(home.anna, day: 22) { try $0.forget(id) } }
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  private func expectStands(
    _ act: () throws -> Outcome, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try home.store.entries().count
    #expect(try act().stood, sourceLocation: sourceLocation)
    #expect(try home.store.entries().count == before, sourceLocation: sourceLocation)
  }

  @Test func `an act that is refused writes nothing`() throws {
    let proposed = try home.act(home.anna) { try $0.propose(text) }
    let before = try home.store.entries().count
    #expect(throws: Refusal.othersProposal) {
      try home.act(home.bo) { try $0.withdraw(proposed.revision, on: proposed.id) }
    }
    #expect(throws: Refusal.notInForce) { try home.act(home.bo) { try $0.end(proposed.id) } }
    #expect(throws: Refusal.notInForce) {
      try home.act(home.bo) { try $0.amend(proposed.id, with: text) }
    }
    #expect(throws: Refusal.notClosed) { try home.act(home.bo) { try $0.renew(proposed.id) } }
    #expect(throws: Refusal.answeredTooLate) {
      try home.act(home.bo, day: 15) { try $0.accept(proposed.revision, on: proposed.id) }
    }
    struct Interrupted: Error {}
    #expect(throws: Interrupted.self) {
      try home.act(home.bo) { pen in
        _ = try pen.accept(proposed.revision, on: proposed.id)
        throw Interrupted()
      }
    }
    #expect(try home.store.entries().count == before)
    #expect(try home.store.status(proposed.id) == .proposed)
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `both proposing the same text meet and are agreed`() throws {
    let hers = try home.act(home.anna) { try $0.propose(text) }
    let his = try home.act(home.bo) { try $0.propose(text) }
    #expect(his.id == hers.id)
    #expect(his.agreement.standing?.id == hers.revision)
    #expect(try home.store.everything().count == 1)
  }

  @Test func `S1 one character more is another text and another agreement`() throws {
    let hers = try home.act(home.anna) { try $0.propose(text) }
    let his = try home.act(home.bo) { try $0.propose(try text.with(reason: "先走一走再说 ")) }
    #expect(his.id != hers.id)
    #expect(try home.store.inForce(at: Household.start).isEmpty)
  }

  @Test func `a counter refuses the other's text and waits for them`() throws {
    let hers = try home.act(home.anna) { try $0.propose(text) }
    let changed = try text.with(reason: "shorter")
    let his = try home.act(home.bo) { try $0.counter(hers.revision, on: hers.id, with: changed) }
    #expect(his.agreement.revisions[hers.revision]?.refuses(home.bo.partner.id) == true)
    #expect(his.agreement.open(at: Household.start).map(\.id) == [his.revision])
    #expect(throws: Refusal.ownProposal) {
      try home.act(home.bo) { try $0.accept(his.revision, on: his.id) }
    }
    let agreed = try home.act(home.anna) { try $0.accept(his.revision, on: his.id) }
    #expect(agreed.agreement.standing?.wording == changed)
  }

  @Test func `an amendment leaves the old text in force until both agree`() throws {
    let first = try home.agree(text)
    let changed = try text.with(reason: "new")
    let amended = try home.act(home.bo, day: 1) { try $0.amend(first.id, with: changed) }
    #expect(amended.agreement.standing?.wording == text)
    #expect(try home.store.waiting(at: Household.day(1)).map(\.id) == [first.id])
    let agreed = try home.act(home.anna, day: 2) { try $0.accept(amended.revision, on: first.id) }
    #expect(agreed.agreement.standing?.wording == changed)
    #expect(try home.store.inForce(at: Household.day(2)).map(\.revision) == [amended.revision])
  }

  @Test func `S4 a declined text rests seven days for its proposer, not for the other`() throws {
    let hers = try home.act(home.anna) { try $0.propose(text) }
    try home.act(home.bo) { try $0.decline(hers.revision, on: hers.id) }
    #expect(throws: Refusal.resting(until: Household.day(7))) {
      try home.act(home.anna, day: 6.99) { try $0.propose(text) }
    }
    #expect(throws: Refusal.resting(until: Household.day(7))) {
      try home.act(home.anna, day: 3) { try $0.renew(hers.id) }
    }
    let again = try home.act(home.anna, day: 7) { try $0.propose(text) }
    #expect(again.id != hers.id)
    #expect(again.agreement.after == hers.id)
    #expect(!again.stood)
  }

  @Test func `whoever declined may bring the text back at once`() throws {
    let hers = try home.act(home.anna) { try $0.propose(text) }
    try home.act(home.bo) { try $0.decline(hers.revision, on: hers.id) }
    let his = try home.act(home.bo) { try $0.propose(text) }
    #expect(his.agreement.after == hers.id)
    #expect(try home.store.status(his.id) == .proposed)
  }

  @Test func `a declined amendment suggested again after its rest is a new text`() throws {
    let first = try home.agree(text)
    let changed = try text.with(reason: "again")
    let one = try home.act(home.anna, day: 1) { try $0.amend(first.id, with: changed) }
    try home.act(home.bo, day: 1) { try $0.decline(one.revision, on: first.id) }
    #expect(try home.store.status(first.id, day: 1) == .active)
    #expect(throws: Refusal.resting(until: Household.day(8))) {
      try home.act(home.anna, day: 2) { try $0.amend(first.id, with: changed) }
    }
    let two = try home.act(home.anna, day: 8) { try $0.amend(first.id, with: changed) }
    #expect(two.revision != one.revision)
    #expect(two.agreement.revisions[two.revision]?.parents.contains(one.revision) == true)
    let agreed = try home.act(home.bo, day: 9) { try $0.accept(two.revision, on: first.id) }
    #expect(agreed.agreement.standing?.id == two.revision)
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `going back to one's own earlier change suggests it anew`() throws {
    let first = try home.agree(text)
    let one = try text.with(reason: "one")
    let two = try text.with(reason: "two")
    let suggested = try home.act(home.anna) { try $0.amend(first.id, with: one) }
    try home.act(home.anna) { try $0.counter(suggested.revision, on: first.id, with: two) }
    let back = try home.act(home.anna) { try $0.amend(first.id, with: one) }
    #expect(!back.stood)
    #expect(back.agreement.open(at: Household.start).map(\.wording) == [one])
  }

  @Test func `words that come after the act are kept, once`() throws {
    let proposed = try home.act(home.anna) { try $0.propose(text) }
    let note = try Note("想法我喜欢")
    try home.act(home.bo) { try $0.decline(proposed.revision, on: proposed.id) }
    for _ in 1...2 {
      let again = try home.act(home.bo) {
        try $0.decline(proposed.revision, on: proposed.id, note: note)
      }
      #expect(again.stood)
    }
    let words = try home.store.events(on: proposed.id).compactMap(\.body).filter {
      $0.act == .note(on: proposed.id, revision: proposed.revision, note)
    }
    #expect(words.count == 1)

    let agreed = try home.agree(text.with(reason: "another"))
    try home.act(home.anna) { try $0.end(agreed.id) }
    for writer in [home.anna, home.bo] { try home.act(writer) { try $0.forget(agreed.id) } }
    let before = try home.store.events().count
    try home.act(home.anna) { try $0.end(agreed.id, note: note) }
    #expect(try home.store.events().count == before)
  }

  @Test func `S2 after an ending by either nothing of it can be changed or brought back`() throws {
    for (number, writer) in [home.anna, home.bo].enumerated() {
      let agreed = try home.agree(try Wording("Text \(number)"))
      let changed = try text.with(reason: "changed \(number)")
      let amended = try home.act(home.anna) { try $0.amend(agreed.id, with: changed) }
      try home.act(writer) { try $0.end(agreed.id, note: try Note("so viel dazu")) }
      #expect(try home.store.status(agreed.id) == .ended)
      #expect(throws: Refusal.alreadyEnded) {
        try home.act(home.bo) { try $0.accept(amended.revision, on: agreed.id) }
      }
      #expect(throws: Refusal.alreadyEnded) {
        try home.act(home.anna) { try $0.amend(agreed.id, with: changed) }
      }
      #expect(throws: Refusal.alreadyEnded) {
        try home.act(home.anna) { try $0.counter(amended.revision, on: agreed.id, with: text) }
      }
    }
    #expect(try home.store.inForce(at: Household.start).isEmpty)
  }

  @Test func `S2 renewing opens a new agreement that needs both again`() throws {
    let agreed = try home.agree(text)
    try home.act(home.bo, day: 3) { try $0.end(agreed.id) }
    let renewed = try home.act(home.anna, day: 4) { try $0.renew(agreed.id) }
    #expect(renewed.id != agreed.id)
    #expect(renewed.agreement.after == agreed.id)
    #expect(try home.store.inForce(at: Household.day(4)).isEmpty)
    #expect(try home.store.status(renewed.id, day: 4) == .proposed)
    #expect(try home.store.status(agreed.id, day: 4) == .ended)
    try home.act(home.bo, day: 5) { try $0.accept(renewed.revision, on: renewed.id) }
    #expect(try home.store.inForce(at: Household.day(5)).map(\.id) == [renewed.id])
  }

  @Test func `S4 the declines of one kind and title are told to their proposer alone`() throws {
    for (number, reason) in ["a", "b", "c"].enumerated() {
      let wording = try text.with(reason: reason)
      let hers = try home.act(home.anna, day: Double(number)) { try $0.propose(wording) }
      try home.act(home.bo, day: Double(number)) { try $0.decline(hers.revision, on: hers.id) }
    }
    let hers = try home.act(home.anna) { try $0.declines(of: text) }
    #expect(Set(hers) == [Household.day(0), Household.day(1), Household.day(2)])
    #expect(try home.act(home.bo) { try $0.declines(of: text) }.isEmpty)
  }

  @Test func `a writer's key acts for its own partner only`() throws {
    let impostor = Writer(partner: home.anna.partner, key: home.bo.key)
    #expect(throws: StoreError.unknownDevice) {
      try home.act(impostor) { try $0.propose(text) }
    }
    let stranger = Writer(
      partner: home.anna.partner, key: try SigningKey(seed: [UInt8](repeating: 3, count: 32)))
    #expect(throws: StoreError.unknownDevice) {
      try home.act(stranger) { try $0.propose(text) }
    }
    #expect(try home.store.everything().isEmpty)
  }

  @Test func `an act of a newer version blocks consent to what it touches, and only that`() throws {
    let touched = try home.act(home.anna) { try $0.propose(text) }
    try home.act(home.anna) { try $0.record(.unknown(kind: "swap", on: touched.id)) }
    #expect(throws: Refusal.writtenByNewer) {
      try home.act(home.bo) { try $0.accept(touched.revision, on: touched.id) }
    }
    #expect(throws: Refusal.writtenByNewer) {
      try home.act(home.bo) {
        try $0.counter(touched.revision, on: touched.id, with: text.with(reason: "x"))
      }
    }
    try home.act(home.bo) { try $0.decline(touched.revision, on: touched.id) }
    let other = try home.agree(try Wording("Other"))
    #expect(other.agreement.status(at: Household.start) == .active)
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `the log tells every act once, in order`() throws {
    let agreed = try home.agree(text)
    try home.act(home.bo, day: 1) { try $0.end(agreed.id, note: try Note("genug")) }
    let events = try home.store.events()
    #expect(events.map(\.order) == events.map(\.order).sorted())
    #expect(
      events.map(\.partner)
        == [home.anna, home.bo, home.anna, home.anna, home.bo, home.bo, home.bo].map(\.partner.id))
    let concerned = try home.store.events(on: agreed.id)
    #expect(concerned.map(\.entry) == events.dropFirst(2).map(\.entry))
    #expect(concerned.allSatisfy { $0.body?.act.agreement == agreed.id })
  }
}
