import Agreements
import Files
import Foundation
import Journal
import Testing

@testable import Storage

/// A pause begins on day 1 at midnight UTC, where nothing else is said.
struct PauseTests {
  let home: Household

  init() throws { home = try Household() }

  static let hour = 1.0 / 24
  static let halfHour = 0.5 / 24

  /// So many hours after the pause began.
  static func at(_ hours: Double) -> Double { 1 + hours / 24 }

  @discardableResult
  private func pause(_ writer: Writer, at day: Double = 1, hours: Double = 0.5) throws
    -> PauseOutcome
  {
    try home.act(writer, day: day) {
      try $0.pause(until: Household.day(day + hours / 24), named: true)
    }
  }

  // MARK: S11

  @Test func `S11 either begins a pause, with an agreement or without, and again at any time`()
    throws
  {
    for round in 0..<10 {
      let day = 1 + Double(round) * Self.hour
      let writer = round.isMultiple(of: 2) ? home.anna : home.bo
      #expect(try !pause(writer, at: day).stood)
      let pauses = try home.store.pauses()
      #expect(pauses.returnTime(at: Household.day(day)) == Household.day(day + Self.halfHour))
    }
  }

  @Test func `S11 a pause that runs stands; a later return that is named begins one of its own`()
    throws
  {
    try pause(home.anna)
    #expect(try pause(home.bo, at: Self.at(0.1), hours: 0.2).stood)
    let usual = try home.act(home.bo, day: Self.at(0.1)) {
      try $0.pause(until: Household.day(Self.at(2)), named: false)
    }
    #expect(usual.stood)
    #expect(try !pause(home.bo, at: Self.at(0.1), hours: 2).stood)
    let now = Household.day(Self.at(0.2))
    #expect(try home.store.pauses().returnTime(at: now) == Household.day(Self.at(2.1)))
    #expect(try home.store.pauses().running(at: now).count == 2)
  }

  @Test func `S11 who is back can pause again, though the other's time still runs`() throws {
    try pause(home.anna)
    try home.act(home.anna, day: Self.at(0.1)) { _ = try $0.comeBack() }
    let again = try home.act(home.anna, day: Self.at(0.2)) {
      try $0.pause(until: Household.day(Self.at(0.7)), named: false)
    }
    #expect(!again.stood)
  }

  @Test func `each is back for themselves, and the pause is over when both are`() throws {
    try pause(home.anna)
    try home.act(home.bo, day: Self.at(0.1)) { _ = try $0.comeBack() }
    #expect(try home.store.pauses().returnTime(at: Household.day(Self.at(0.2))) != nil)
    #expect(try home.act(home.bo, day: Self.at(0.2)) { try $0.comeBack().stood })
    try home.act(home.anna, day: Self.at(0.3)) { _ = try $0.comeBack(leavesIt: true) }
    #expect(try home.store.pauses().returnTime(at: Household.day(Self.at(0.31))) == nil)
    #expect(try home.store.pauses().all.map(\.leaving) == [[home.anna.partner.id]])
    #expect(throws: Refusal.noPause) {
      try home.act(home.anna, day: Self.at(5)) { _ = try $0.comeBack() }
    }
  }

  // MARK: S10

  @Test func `S10 during a pause nothing is suggested, agreed or looked at, and no always works`()
    throws
  {
    let agreed = try home.agree(try Wording("Agreed"))
    let other = try home.agree(try Wording("Other"))
    let open = try home.act(home.anna) { try $0.propose(try Wording("Open")) }
    let mine = try home.act(home.bo) { try $0.propose(try Wording("Mine")) }
    let gone = try home.agree(try Wording("Gone"))
    try home.act(home.anna) { _ = try $0.end(gone.id) }
    try pause(home.anna, at: 12)
    let during = 12 + 0.1 / 24
    let until = Household.day(12 + Self.halfHour)
    let settled = until.advanced(by: Instant.hour)
    func refuses(
      _ refusal: Refusal, _ day: Double, _ body: (Pen) throws -> Void,
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      #expect(throws: refusal, sourceLocation: sourceLocation) {
        try home.act(home.bo, day: day, body)
      }
    }
    let suggesting: [(Pen) throws -> Void] = [
      { _ = try $0.propose(try Wording("New")) },
      { _ = try $0.renew(gone.id) },
      { _ = try $0.amend(agreed.id, with: try Wording("Agreed", reason: "new")) },
      { _ = try $0.counter(open.revision, on: open.id, with: try Wording("Open", reason: "new")) },
    ]
    for suggest in suggesting { refuses(.pausing(until: until), during, suggest) }
    let answering: [(Pen) throws -> Void] = [
      { _ = try $0.accept(open.revision, on: open.id) },
      { _ = try $0.propose(try Wording("Open")) },
      { _ = try $0.answer(.keep, helped: nil, note: nil, on: agreed.id) },
    ]
    for answer in answering { refuses(.settling(until: settled), during, answer) }
    // An hour after it, to the second.
    let last = 12 + (0.5 + 3_599.0 / 3_600) / 24
    for answer in answering { refuses(.settling(until: settled), last, answer) }
    // What always works.
    try home.act(home.bo, day: during) { pen in
      _ = try pen.withdraw(mine.revision, on: mine.id)
      _ = try pen.answer(.end, helped: nil, note: nil, on: other.id)
      _ = try pen.declare(
        Wording(
          title: try Title("Own"),
          terms: .boundary(Boundary(cue: try Note("shouting"), action: try Note("I leave"))),
          promise: .own(home.bo.partner.id)))
    }
    #expect(try home.store.agreement(other.id)?.isEnded == true)
    // Once one of them is back, something may be suggested; a yes still waits.
    try home.act(home.anna, day: during) { _ = try $0.comeBack() }
    for suggest in suggesting.prefix(1) { try home.act(home.bo, day: during, suggest) }
    for answer in answering.prefix(1) { refuses(.settling(until: settled), during, answer) }
    try home.act(home.bo, day: 12 + 1.5 / 24) { pen in
      for answer in answering { try answer(pen) }
    }
    #expect(try home.store.agreement(open.id)?.status(at: Household.day(13)) == .active)
  }

  @Test func `S10 declining and forgetting work during a pause`() throws {
    let open = try home.act(home.anna) { try $0.propose(try Wording("Open")) }
    let own = try home.act(home.bo) { try $0.propose(try Wording("Own")) }
    try pause(home.anna)
    try home.act(home.bo, day: Self.at(0.1)) { pen in
      _ = try pen.decline(open.revision, on: open.id)
      _ = try pen.forget(own.id)
    }
    #expect(try home.store.agreement(open.id)?.status(at: Household.day(2)) == .declined)
  }

  @Test func `S10 nothing lapses during a pause or the day after, and a yes then counts for good`()
    throws
  {
    let open = try home.act(home.anna) { try $0.propose(try Wording("Open")) }
    let left = try home.act(home.anna) { try $0.propose(try Wording("Left")) }
    try pause(home.bo, at: 13.9, hours: 12)
    // It would have lapsed on day 14; the pause ended on day 14.4, and 48 hours are held.
    for day in [14.1, 15, 16.39] {
      let waiting = try home.store.waiting(at: Household.day(day))
      #expect(waiting.map(\.id) == [open.id, left.id], "\(day)")
      #expect(waiting.map { $0.status(at: Household.day(day)) } == [.proposed, .proposed])
    }
    try home.act(home.bo, day: 16) { _ = try $0.accept(open.revision, on: open.id) }
    #expect(try home.store.waiting(at: Household.day(16.41)).isEmpty)
    #expect(throws: Refusal.answeredTooLate) {
      try home.act(home.bo, day: 16.41) { try $0.accept(left.revision, on: left.id) }
    }
    // The next write leaves nothing of the pause.
    try home.act(home.bo, day: 17) { _ = try $0.propose(try Wording("Later")) }
    #expect(try home.store.pauses().all.isEmpty)
    try home.reopen()
    #expect(try home.store.agreement(open.id)?.status(at: Household.day(20)) == .active)
    #expect(try home.store.inForce(at: Household.day(20)).map(\.id) == [open.id])
    let before = try home.store.tables()
    try home.store.rebuild()
    #expect(try home.store.tables() == before)
  }

  @Test func `S10 the last second that a pause holds is in it, and is the first that erases it`()
    throws
  {
    let open = try home.act(home.anna) { try $0.propose(try Wording("Open")) }
    let left = try home.act(home.anna) { try $0.propose(try Wording("Left")) }
    try pause(home.bo, at: 13.5, hours: 12)
    try home.act(home.bo, day: 16) { _ = try $0.accept(open.revision, on: open.id) }
    #expect(try home.store.pauses().all.isEmpty)
    #expect(try home.store.agreement(open.id)?.status(at: Household.day(16)) == .active)
    #expect(try home.store.agreement(left.id)?.status(at: Household.day(16)) == .lapsed)
  }

  @Test func `S11 a pause that both are back from is not put off, a new one can be called`() throws
  {
    try pause(home.anna)
    // After the return has come.
    for writer in [home.anna, home.bo] {
      try home.act(writer, day: Self.at(0.6)) { _ = try $0.comeBack() }
    }
    #expect(throws: Refusal.noPause) {
      try home.act(home.bo, day: Self.at(0.7)) { try $0.extendPause(by: #require(PauseLength(5))) }
    }
    #expect(try !pause(home.bo, at: Self.at(0.7)).stood)
  }

  // MARK: S7

  @Test func `S7 48 hours after it ended the next write leaves nothing of a pause`() throws {
    let before = try home.store.entries().count
    try pause(home.anna, hours: 1)
    try home.act(home.bo, day: Self.at(0.5)) { pen in
      _ = try pen.extendPause(by: #require(PauseLength(15)))
      _ = try pen.comeBack(leavesIt: true)
    }
    let words = ["heldSince", "\"pause\"", "\"extend\"", "\"back\"", "leaves"]
    for word in words {
      #expect(try home.folder.files(holding: word) == ["accord.db"], "\(word)")
    }
    // It ended by itself an hour and a quarter after it began.
    let end = Self.at(1.25)
    try home.act(home.anna, day: end + 1.999) { _ = try $0.propose(try Wording("One")) }
    #expect(try home.store.pauses().all.count == 1)
    try home.act(home.anna, day: end + 2) { _ = try $0.propose(try Wording("Two")) }
    home.store.close()
    for word in words { #expect(try home.folder.files(holding: word).isEmpty, "\(word)") }
    try home.reopen()
    #expect(try home.store.pauses().all.isEmpty)
    let diagnosis = try home.store.diagnose()
    #expect(diagnosis.findings.isEmpty && diagnosis.erased == 3)
    #expect(try home.store.entries().count == before + 3 + 4)
  }

  @Test func `S7 no table says who called a pause, or asked for longer`() throws {
    let before = try home.store.tables()
    try pause(home.bo)
    try home.act(home.bo, day: Self.at(0.1)) { pen in
      _ = try pen.extendPause(by: #require(PauseLength(15)))
    }
    let tables = try home.store.tables()
    #expect(tables == before)
  }

  @Test func `a pause that is to begin later is none, and the next write erases it`() throws {
    try home.act(home.bo, day: 90) {
      _ = try $0.pause(until: Household.day(90.9), named: true)
    }
    #expect(try home.store.pauses().all.count == 1)
    try home.act(home.anna, day: 1) { _ = try $0.propose(try Wording("One")) }
    #expect(try home.store.pauses().all.isEmpty)
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `another pause under the same id takes nothing from the first`() throws {
    try pause(home.anna)
    let id = try #require(try home.store.pauses().all.first?.id)
    // An old one, and one that runs.
    try home.act(home.bo, day: Self.at(0.1)) { pen in
      for (until, since) in [(Self.at(-200), Self.at(-201)), (Self.at(0.4), Self.at(0.1))] {
        try pen.record(
          .moment(
            .pause(id, until: Household.day(until), heldSince: Household.day(since))))
      }
    }
    try home.act(home.anna, day: Self.at(0.2)) { _ = try $0.comeBack() }
    let now = Household.day(Self.at(0.2))
    #expect(try home.store.pauses().returnTime(at: now) == Household.day(Self.at(0.5)))
    try home.act(home.anna, day: Self.at(0.2)) { _ = try $0.comeBack(leavesIt: true) }
  }

  @Test func `what was said of a pause that never arrived is erased as well`() throws {
    try home.act(home.anna) { try $0.record(.moment(.back([.some], leavesIt: false))) }
    try home.act(home.anna, day: 3) { _ = try $0.propose(try Wording("One")) }
    #expect(try home.folder.files(holding: "\"back\"") == ["accord.db"])
    try home.act(home.anna, day: 3.1) { _ = try $0.propose(try Wording("Two")) }
    #expect(try home.folder.files(holding: "\"back\"").isEmpty)
  }
}

extension Pause.ID {
  fileprivate static let some = Pause.ID(String(repeating: "7", count: Pause.idLength))
}
