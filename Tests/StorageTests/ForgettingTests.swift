import Agreements
import Files
import Foundation
import Journal
import Storage
import SystemPackage
import Testing

struct ForgettingTests {
  let home: Household
  let secret = "我其实很害怕 ⟨unmistakable⟩ \"quoted\""

  init() throws {
    home = try Household()
    try home.agree(try Wording("Stays"))
  }

  private func expectGone(
    _ text: String, in household: Household, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    household.store.close()
    #expect(try household.folder.files(holding: text).isEmpty, sourceLocation: sourceLocation)
    try household.reopen()
    let diagnosis = try household.store.diagnose()
    #expect(diagnosis.findings.isEmpty, sourceLocation: sourceLocation)
    #expect(diagnosis.erased > 0, sourceLocation: sourceLocation)
    #expect(
      try household.store.events().count { $0.body == nil } == diagnosis.erased,
      sourceLocation: sourceLocation)
    let before = try household.store.tables()
    try household.store.rebuild()
    #expect(try household.store.tables() == before, sourceLocation: sourceLocation)
  }

  @Test func `S17 one's own text that was never agreed is gone at once, by oneself`() throws {
    let own = try home.act(home.anna) { try $0.propose(try Wording("Own", reason: "unmistakable")) }
    #expect(try home.folder.files(holding: "unmistakable") == ["accord.db"])
    try home.act(home.anna, day: 1) { try $0.forget(own.id) }
    try expectGone("unmistakable", in: home)
    let left = try #require(try home.store.agreement(own.id))
    #expect(left.shown?.wording == nil)
    #expect(left.status(at: Household.day(1)) == .withdrawn)
    let said = try home.store.events(on: own.id).compactMap(\.body?.act)
    #expect(said.contains { if case .forget = $0 { true } else { false } })
    #expect(throws: Refusal.takenBack) {
      try home.act(home.bo, day: 1) { try $0.accept(own.revision, on: own.id) }
    }
    #expect(throws: Refusal.erased) { try home.act(home.anna, day: 1) { try $0.renew(own.id) } }
  }

  @Test func `S17 a long text over many pages is gone as well`() throws {
    let long = String(repeating: "重", count: 1_990) + "zzz-end"
    let own = try home.act(home.anna) { try $0.propose(try Wording("Own", reason: long)) }
    for number in 0..<20 {
      try home.act(home.bo) { _ = try $0.propose(try Wording("Other \(number)", reason: long)) }
    }
    try home.act(home.anna) { try $0.forget(own.id) }
    for summary in try home.store.everything() where summary.title?.hasPrefix("Other") == true {
      try home.act(home.bo) { try $0.forget(summary.id) }
    }
    try expectGone("zzz-end", in: home)
    try expectGone("重重重重重重", in: home)
  }

  @Test func `S17 a text with quotes and controls is gone in its escaped form too`() throws {
    let wording = try Wording("Own", reason: "line\n\"unmistakable\"\u{1}")
    let own = try home.act(home.anna) { try $0.propose(wording) }
    try home.act(home.anna) { try $0.forget(own.id) }
    try expectGone("unmistakable", in: home)
  }

  @Test func `the other's text is not one's own to erase`() throws {
    let hers = try home.act(home.anna) { try $0.propose(try Wording("Hers")) }
    #expect(throws: Refusal.nothingToForget) { try home.act(home.bo) { try $0.forget(hers.id) } }
    try home.act(home.bo) {
      try $0.decline(hers.revision, on: hers.id, note: try Note("unmistakable"))
    }
    // His note beside it is.
    try home.act(home.bo) { try $0.forget(hers.id) }
    #expect(try home.store.agreement(hers.id)?.shown?.wording != nil)
    try expectGone("unmistakable", in: home)
  }

  @Test func `S17 an agreed text is erased only when it ended and both said so`() throws {
    let wording = try Wording("Agreed unmistakable", reason: "unmistakable reason")
    let agreed = try home.agree(wording)
    #expect(throws: Refusal.endFirst) { try home.act(home.anna) { try $0.forget(agreed.id) } }
    try home.act(home.bo, day: 14) {
      try $0.answer(.change, helped: .no, note: try Note("unmistakable note"), on: agreed.id)
    }
    try home.act(home.anna, day: 15) {
      try $0.end(agreed.id, note: try Note("unmistakable end"))
    }
    try home.act(home.anna, day: 16) { try $0.forget(agreed.id) }
    #expect(try home.store.agreement(agreed.id)?.shown?.wording == wording)
    try home.act(home.bo, day: 17) { try $0.forget(agreed.id) }
    try expectGone("unmistakable", in: home)
    let left = try #require(try home.store.agreement(agreed.id))
    #expect(left.status(at: Household.day(17)) == .ended)
    #expect(Set(left.forgottenBy.keys) == Set(home.store.pair.both.map(\.id)))
    #expect(left.answers.isEmpty)
    let listed = try home.store.everything().first { $0.id == agreed.id }
    #expect(listed?.title == nil && listed?.kind == nil && listed?.promise == nil)
    #expect(throws: Refusal.erased) { try home.act(home.bo, day: 18) { try $0.renew(agreed.id) } }
  }

  @Test func `the same text of both stays until each of the two let go of it`() throws {
    let wording = try Wording("Both unmistakable")
    let hers = try home.act(home.anna) { try $0.propose(wording) }
    // Bo wrote the same words without knowing, on another device, and took them back.
    try home.act(home.bo) { pen in
      try pen.record(.word(on: hers.id, revision: hers.revision, wording))
      try pen.record(
        .propose(
          on: hers.id,
          Proposal(
            revision: hers.revision, after: nil, parents: [], step: .new,
            lapsesAt: Household.day(14), refuses: [])))
      try pen.record(.withdraw(on: hers.id, revisions: [hers.revision]))
    }
    try home.act(home.anna) { try $0.forget(hers.id) }
    #expect(try home.store.agreement(hers.id)?.shown?.wording == wording)
    try home.act(home.bo) { try $0.forget(hers.id) }
    try expectGone("unmistakable", in: home)
  }

  @Test func `what is written after the forgetting stays`() throws {
    let agreed = try home.agree(try Wording("Agreed"))
    let amended = try home.act(home.anna) {
      try $0.amend(agreed.id, with: try Wording("Agreed", reason: "unmistakable"))
    }
    try home.act(home.anna) { try $0.forget(agreed.id) }
    #expect(try home.store.agreement(agreed.id)?.revisions[amended.revision]?.wording == nil)
    try home.act(home.anna, day: 14) {
      try $0.answer(.keep, helped: nil, note: try Note("later words"), on: agreed.id)
    }
    let again = try home.act(home.anna, day: 14) {
      try $0.amend(agreed.id, with: try Wording("Agreed", reason: "another"))
    }
    try home.act(home.anna, day: 15) { try $0.withdraw(again.revision, on: agreed.id) }
    let left = try home.store.agreement(agreed.id)
    #expect(left?.revisions[again.revision]?.wording != nil)
    let said = try home.store.events(on: agreed.id).compactMap(\.body?.act)
    #expect(said.contains { if case .note = $0 { true } else { false } })
    try expectGone("unmistakable", in: home)
    try home.act(home.anna, day: 16) { try $0.forget(agreed.id) }
    try expectGone("another", in: home)
    try expectGone("later words", in: home)
    #expect(try home.store.status(agreed.id, day: 16) == .active)
  }

  @Test func `S17 the copies that migrations kept are searched too`() throws {
    let own = try home.act(home.anna) { try $0.propose(try Wording("Own", reason: "unmistakable")) }
    try PrivateFile.createNew(
      try PrivateFile.read(home.file, atMost: 1 << 24),
      at: home.folder.path.appending("accord-schema-1.db"))
    try home.act(home.anna) { try $0.forget(own.id) }
    try expectGone("unmistakable", in: home)
  }
}
