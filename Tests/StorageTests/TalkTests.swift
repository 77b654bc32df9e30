import Agreements
import Files
import Foundation
import Journal
import Testing

@testable import Storage

struct TalkTests {
  let home: Household

  init() throws { home = try Household() }

  private func notes(_ text: String, for talk: Talk = .checkIn) throws -> TalkNotes {
    TalkNotes(talk, [talk == .checkIn ? .thanks : .felt: try TalkText(text)])
  }

  @Test func `both are opened at once, and neither before`() throws {
    let (anna, bo) = (home.anna.partner.id, home.bo.partner.id)
    try home.act(home.anna) { _ = try $0.ready(.checkIn, true) }
    #expect(try home.store.gathering(for: .checkIn).ready == [anna])
    #expect(try home.store.gathering(for: .repair).ready == [])
    try home.act(home.bo) { _ = try $0.ready(.checkIn, true) }
    try home.act(home.anna) { _ = try $0.bring(try notes("tea")) }
    let half = try home.store.gathering(for: .checkIn)
    #expect(half.ready == [bo])
    #expect(half.opened == nil && half.readable(at: Household.start) == nil)
    try home.act(home.bo) { _ = try $0.bring(try notes("soup")) }
    let whole = try home.store.gathering(for: .checkIn)
    #expect(whole.waiting.isEmpty && whole.ready.isEmpty)
    #expect(
      whole.readable(at: Household.day(1))?.notes == [
        anna: try notes("tea"), bo: try notes("soup"),
      ])
    #expect(whole.readable(at: Household.day(2)) == nil)
  }

  @Test func `two computers open in turn, and come to the same whatever arrives first`() throws {
    for reversed in [false, true] {
      let computers = try Computers()
      let (annas, partners) = (computers.first, computers.first.store.pair)
      let bos = try computers.add(partners.second)
      let arrange = { (entries: [Entry]) in reversed ? entries.reversed() : entries }
      func act(_ computer: Computer, day: Double, _ body: (Pen) throws -> Void) throws {
        let writer = try #require(computer.writers.last)
        try computer.store.write(as: writer, at: Household.day(day), in: .utc, body)
      }
      let anna = try #require(annas.writers.first)
      try annas.store.write(as: anna, at: Household.day(1), in: .utc) {
        _ = try $0.ready(.checkIn, true)
      }
      try act(bos, day: 1) { _ = try $0.ready(.checkIn, true) }
      try computers.exchange(arrange)
      try annas.store.write(as: anna, at: Household.day(1.5), in: .utc) {
        _ = try $0.bring(try notes("unmistakable tea"))
      }
      try computers.exchange(arrange)
      #expect(try bos.store.gathering(for: .checkIn).opened == nil)
      try act(bos, day: 2) { _ = try $0.bring(try notes("unmistakable soup")) }
      try computers.exchange(arrange)
      for computer in computers.all {
        let opened = try computer.store.gathering(for: .checkIn).readable(at: Household.day(3))
        #expect(
          opened?.notes == [
            partners.first.id: try notes("unmistakable tea"),
            partners.second.id: try notes("unmistakable soup"),
          ])
      }
      for (computer, writer) in [(annas, anna), (bos, try #require(bos.writers.first))] {
        try computer.store.write(as: writer, at: Household.day(4), in: .utc) {
          _ = try $0.ready(.repair, true)
        }
        #expect(try computer.folder.files(holding: "unmistakable") == [])
      }
    }
  }

  @Test func `what is said twice is written once`() throws {
    #expect(try home.act(home.anna) { try $0.ready(.repair, true) })
    #expect(try !home.act(home.anna) { try $0.ready(.repair, true) })
    #expect(try home.act(home.anna) { try $0.ready(.repair, false) })
    let day = try #require(Day(iso: "2026-01-04"))
    #expect(try home.act(home.anna) { try $0.skip(day) })
    // The other's word is enough.
    #expect(try !home.act(home.bo) { try $0.skip(day) })
  }

  @Test func `S7 48 hours after both are open the next write leaves nothing of it`() throws {
    for (writer, text) in [(home.anna, "unmistakable tea"), (home.bo, "unmistakable soup")] {
      try home.act(writer) { pen in
        _ = try pen.ready(.repair, true)
        _ = try pen.bring(try notes(text, for: .repair))
      }
    }
    #expect(try home.folder.files(holding: "unmistakable") == ["accord.db"])
    try home.act(home.bo, day: 1.99) { _ = try $0.propose(try Wording("One")) }
    #expect(try home.folder.files(holding: "unmistakable") == ["accord.db"])
    try home.act(home.bo, day: 2) { _ = try $0.propose(try Wording("Two")) }
    home.store.close()
    for word in ["unmistakable", "repair", "\"bring\"", "\"ready\""] {
      let left = try home.folder.files(holding: word)
      // The schema names the step, and nobody's.
      #expect(left.isEmpty || word == "repair", "\(word)")
    }
    try home.reopen()
    #expect(try home.folder.files(holding: "\"bring\"").isEmpty)
    let diagnosis = try home.store.diagnose()
    #expect(diagnosis.findings.isEmpty && diagnosis.erased == 4)
  }

  @Test func `S7 what only one opened is kept for a week, and a skipped day as long as it lasts`()
    throws
  {
    try home.act(home.anna) { pen in
      _ = try pen.bring(try notes("unmistakable"))
      _ = try pen.skip(try #require(Day(iso: "2026-01-04")))
    }
    try home.act(home.bo, day: 6) { _ = try $0.propose(try Wording("One")) }
    #expect(try home.store.talks().skips.count == 1)
    try home.act(home.bo, day: 6.5) { _ = try $0.propose(try Wording("Two")) }
    #expect(try home.store.talks().skips.isEmpty)
    #expect(try home.folder.files(holding: "unmistakable") == ["accord.db"])
    try home.act(home.bo, day: 9) { _ = try $0.propose(try Wording("Three")) }
    #expect(try home.folder.files(holding: "unmistakable").isEmpty)
  }

  @Test func `S10 nothing is opened together before both are back`() throws {
    try home.act(home.anna) { _ = try $0.pause(until: Household.day(0.1), named: true) }
    try home.act(home.bo) { _ = try $0.comeBack() }
    #expect(throws: Refusal.apart(until: Household.day(0.1))) {
      try home.act(home.bo) { _ = try $0.bring(try notes("too early", for: .repair)) }
    }
    try home.act(home.anna) { _ = try $0.comeBack() }
    try home.act(home.bo) { _ = try $0.bring(try notes("now", for: .repair)) }
  }

  @Test func `the tables are what the journal says, at every step`() throws {
    try home.act(home.anna) { pen in
      _ = try pen.ready(.checkIn, true)
      _ = try pen.pause(until: Household.day(0.02), named: true)
      _ = try pen.extendPause(by: #require(PauseLength(5)))
      _ = try pen.comeBack()
      _ = try pen.skip(try #require(Day(iso: "2026-01-04")))
    }
    let before = try home.store.tables()
    #expect(try home.store.diagnose().findings.isEmpty)
    try home.store.rebuild()
    #expect(try home.store.tables() == before)
  }
}
