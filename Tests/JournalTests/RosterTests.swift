import Agreements
import Testing

@testable import Journal

/// Who counts follows from entries alone, in whatever order they arrived.
final class RosterTests {
  private var feeds: Feeds

  init() throws {
    feeds = try Feeds()
  }

  // MARK: - Admitting

  @Test func `both founders count, by the names of their first entries`() throws {
    let roster = try feeds.roster()
    #expect(roster.founders == [feeds.device(.anna), feeds.device(.bo)])
    #expect(roster.pair == Pair(try Feeds.partner(.anna), try Feeds.partner(.bo)))
    #expect(Set(roster.members.keys) == [feeds.device(.anna), feeds.device(.bo)])
    #expect(roster.doubtful.isEmpty && roster.strangers.isEmpty)
    #expect(roster.founding == feeds.entries.map(\.id))
  }

  enum Beginning: CaseIterable {
    case otherSalt, otherRecipient, otherKey, onlyOne, samePartner, otherCouple
  }

  @Test(arguments: Beginning.allCases)
  func `what is not hashed into the couple's name founds nothing`(beginning: Beginning) throws {
    let (anna, bo) = (try Feeds.member(.anna), try Feeds.member(.bo))
    let founders: [Membership] =
      switch beginning {
      case .otherSalt: [anna.with(salt: String(repeating: "11", count: 16)), bo]
      case .otherRecipient: [anna.with(salt: Feeds.salt), bo.with(recipient: "age1other")]
      case .otherKey: [anna.with(salt: Feeds.salt), try Feeds.member(.third, of: .bo)]
      case .onlyOne: [anna.with(salt: Feeds.salt)]
      case .samePartner: [anna.with(salt: Feeds.salt), bo.with(partner: anna.partner)]
      case .otherCouple: [anna.with(salt: Feeds.salt), bo]
      }
    var other = try Feeds(
      couple: beginning == .otherCouple ? Couple.ID(String(repeating: "0", count: 32)) : nil,
      founders: [])
    for (who, member) in zip([Who.anna, beginning == .otherKey ? .third : .bo], founders) {
      try other.begin(member, by: who)
    }
    #expect(throws: EntryProblem.malformed) { try other.roster() }
  }

  @Test func `a device admitted by its own partner counts, with the key and recipient named`()
    throws
  {
    let key = try Feeds.key(.third).verifying
    let admission = try feeds.admit(.third, by: .anna)
    var roster = try feeds.roster()
    var member = try #require(roster[feeds.device(.third)])
    #expect(member.partner == Sample.anna)
    #expect(member.key.bytes == key.bytes)
    #expect(member.recipient == "age1third" && member.source == admission.id && !member.isRetired)
    try feeds.join(.third, of: .anna, name: "Another")
    roster = try feeds.roster()
    member = try #require(roster[feeds.device(.third)])
    #expect(roster.pair.first.name.text == "Anna" && roster.strangers.isEmpty)
  }

  enum Unfit: CaseIterable {
    case notAdmitted, byTheOther, byItself, byStranger, joinOfOther, joinWithOtherRecipient
    case otherKey, weakKey, keyOfOtherDevice, noRecipient, upperRecipient, longRecipient, unsigned
    case signedByOther, otherCouple
  }

  @Test(arguments: Unfit.allCases)
  func `a device that was not admitted as it is does not count`(unfit: Unfit) throws {
    let fit = Admission(try Feeds.key(.third).verifying, recipient: "age1third")
    let other = try Feeds.key(.fourth).verifying
    func with(recipient: String) -> Admission {
      Admission(device: fit.device, signingKey: fit.signingKey, recipient: recipient)
    }
    switch unfit {
    case .notAdmitted: try feeds.join(.third, of: .anna)
    case .byTheOther:
      try feeds.append(.admit(fit), by: .bo)
      try feeds.join(.third, of: .anna)
    case .byItself:
      try feeds.join(.third, of: .anna)
      try feeds.append(.admit(fit), by: .third)
    case .byStranger:
      try feeds.join(.fourth, of: .anna)
      try feeds.append(.admit(fit), by: .fourth)
      try feeds.join(.third, of: .anna)
    case .joinOfOther:
      try feeds.append(.admit(fit), by: .anna)
      try feeds.join(.third, of: .bo)
    case .joinWithOtherRecipient:
      try feeds.append(.admit(with(recipient: "age1other")), by: .anna)
      try feeds.join(.third, of: .anna)
    case .otherKey:
      try feeds.append(
        .admit(
          Admission(
            device: fit.device, signingKey: Hex.text(other.bytes), recipient: "age1third")),
        by: .anna)
    case .weakKey:
      let weak = [UInt8](repeating: 0, count: 32)
      try feeds.append(
        .admit(
          Admission(
            device: Device.ID(Hex.text(Digest.sha256(weak).prefix(8))),
            signingKey: Hex.text(weak), recipient: "age1third")), by: .anna)
    case .keyOfOtherDevice:
      try feeds.append(
        .admit(
          Admission(
            device: other.device, signingKey: fit.signingKey, recipient: "age1third")), by: .anna)
    case .noRecipient: try feeds.append(.admit(with(recipient: "")), by: .anna)
    case .upperRecipient: try feeds.append(.admit(with(recipient: "AGE1THIRD")), by: .anna)
    case .longRecipient:
      try feeds.append(
        .admit(with(recipient: "age1" + String(repeating: "q", count: 125))), by: .anna)
    case .unsigned: try feeds.append(.admit(fit), by: .anna, signedBy: .some(nil))
    case .signedByOther: try feeds.append(.admit(fit), by: .anna, signedBy: .bo)
    case .otherCouple:
      try feeds.append(.admit(fit), by: .anna, of: Couple.ID(String(repeating: "0", count: 32)))
    }
    let roster = try feeds.roster()
    #expect(Set(roster.members.keys) == [feeds.device(.anna), feeds.device(.bo)])
    let joined = feeds.joined.subtracting([feeds.device(.anna), feeds.device(.bo)])
    #expect(Set(roster.strangers) == joined)
  }

  @Test(arguments: [true, false])
  func `whoever was admitted admits further ones, in whatever order it arrives`(isReversed: Bool)
    throws
  {
    try feeds.admit(.third, by: .anna)
    try feeds.join(.third, of: .anna)
    try feeds.admit(.fourth, by: .third)
    try feeds.join(.fourth, of: .anna)
    let roster = try feeds.roster(isReversed ? feeds.entries.reversed() : feeds.entries)
    #expect(roster.members.count == 4)
    #expect(roster.partner(of: feeds.device(.fourth)) == Sample.anna)
  }

  @Test func `two that admit each other are nobody's`() throws {
    try feeds.join(.third, of: .bo)
    try feeds.join(.fourth, of: .bo)
    try feeds.admit(.third, by: .fourth)
    try feeds.admit(.fourth, by: .third)
    let roster = try feeds.roster()
    #expect(roster.members.count == 2)
    #expect(Set(roster.strangers) == [feeds.device(.third), feeds.device(.fourth)])
  }

  @Test func `a partner has eight devices that were not retired, the first admitted ones`() throws {
    let further = Who.further
    for who in further { try feeds.admit(who, by: .bo) }
    var roster = try feeds.roster()
    #expect(roster.members.values.count { $0.partner == Sample.bo } == 8)
    #expect(roster[feeds.device(further[6])] != nil && roster[feeds.device(further[7])] == nil)
    try feeds.retire(further[0], by: .bo, last: feeds.last(.bo))
    // What was refused is not made good by a later retiring; it is said again.
    #expect(try feeds.roster()[feeds.device(further[7])] == nil)
    try feeds.admit(further[7], by: .bo)
    roster = try feeds.roster()
    #expect(roster[feeds.device(further[7])] != nil)
    #expect(roster.members.values.count { $0.partner == Sample.anna } == 1)
  }

  // MARK: - Retiring

  @Test func `up to its last entry a retired device gives, and after it only takes`() throws {
    try feeds.admit(.third, by: .anna)
    let join = try feeds.join(.third, of: .anna)
    let before = try feeds.append(.end(on: Sample.agreement), by: .third)
    try feeds.retire(.third, by: .anna, last: join.head)
    let roster = try feeds.roster()
    #expect(roster[feeds.device(.third)]?.last == join.head)
    guard case .countsBefore(join.head) = roster.hearing(of: join.header) else {
      Issue.record("not up to its last entry")
      return
    }
    guard case .takesOnly = roster.hearing(of: before.header) else {
      Issue.record("counts after its last entry")
      return
    }
    guard case .counts = roster.hearing(of: feeds.entries[0].header) else {
      Issue.record("the founder does not count")
      return
    }
  }

  @Test func `of several retirings the earliest counts`() throws {
    try feeds.admit(.third, by: .anna)
    let join = try feeds.join(.third, of: .anna)
    let later = try feeds.append(.end(on: Sample.agreement), by: .third)
    try feeds.retire(.third, by: .third, last: later.head)
    try feeds.retire(.third, by: .anna, last: join.head)
    try feeds.retire(.third, by: .anna, last: later.head)
    #expect(try feeds.roster()[feeds.device(.third)]?.last == join.head)
    #expect(try feeds.roster(feeds.entries.reversed())[feeds.device(.third)]?.last == join.head)
  }

  @Test func `nobody retires the other's devices, and a stranger none`() throws {
    try feeds.join(.third, of: .bo)
    try feeds.retire(.bo, by: .anna, last: feeds.entries[1].head)
    try feeds.retire(.bo, by: .third, last: feeds.entries[1].head)
    #expect(try feeds.roster()[feeds.device(.bo)]?.isRetired == false)
  }

  @Test func `a device that retired itself retires no other after it`() throws {
    try feeds.admit(.third, by: .bo)
    let join = try feeds.join(.third, of: .bo)
    try feeds.retire(.bo, by: .bo, last: feeds.last(.bo))
    try feeds.retire(.third, by: .bo, last: join.head)
    let roster = try feeds.roster()
    #expect(roster[feeds.device(.bo)]?.isRetired == true)
    #expect(roster[feeds.device(.third)]?.isRetired == false)
    #expect(roster.pair == Pair(try Feeds.partner(.anna), try Feeds.partner(.bo)))
  }

  @Test func `what a device admitted after its last entry does not count, and what that admitted`()
    throws
  {
    try feeds.admit(.third, by: .bo)
    try feeds.join(.third, of: .bo)
    let last = feeds.last(.bo)
    try feeds.admit(.fourth, by: .bo)
    try feeds.join(.fourth, of: .bo)
    try feeds.admit(Who.further[0], by: .fourth)
    try feeds.retire(.bo, by: .third, last: last)
    for entries in [feeds.entries, feeds.entries.reversed()] {
      let roster = try feeds.roster(entries)
      #expect(
        Set(roster.members.keys) == [
          feeds.device(.anna), feeds.device(.bo), feeds.device(.third),
        ])
      #expect(roster.strangers == [feeds.device(.fourth)])
    }
  }

  @Test(arguments: [1, 2, 900] as [Int64])
  func `an admission beside the chain of a retired device counts for nothing`(tick: Int64) throws {
    try feeds.append(.end(on: Sample.agreement), by: .bo)
    try feeds.admit(.third, by: .bo)
    try feeds.join(.third, of: .bo)
    try feeds.retire(.bo, by: .third, last: feeds.last(.bo))
    // In the place of the second entry, with any tick.
    let forged = Admission(try Feeds.key(.fourth).verifying, recipient: "age1fourth")
    try feeds.append(
      .admit(forged), by: .bo,
      at: Place(
        couple: feeds.couple, sequence: 2, previous: feeds.entries[1].id, seen: [:], tick: tick))
    let roster = try feeds.roster()
    #expect(roster[feeds.device(.third)] != nil && roster[feeds.device(.fourth)] == nil)
  }

  @Test func `ticks that lie change no order within a feed`() throws {
    try feeds.admit(.third, by: .bo, tick: 900)
    let join = try feeds.join(.third, of: .bo)
    // It says it comes before the admission of what it retires.
    try feeds.retire(.third, by: .bo, last: join.head, tick: 1)
    #expect(try feeds.roster()[feeds.device(.third)]?.last == join.head)
    // Bo's key retires itself with a tick before all: what it admitted before that stays.
    try feeds.retire(.bo, by: .bo, last: feeds.last(.bo), tick: 1)
    try feeds.admit(.fourth, by: .bo, tick: 2)
    let roster = try feeds.roster()
    #expect(roster[feeds.device(.third)] != nil && roster[feeds.device(.fourth)] == nil)
  }

  @Test func `two that retire each other are both retired, and what they take counts`() throws {
    try feeds.admit(.third, by: .bo)
    let join = try feeds.join(.third, of: .bo)
    let last = feeds.last(.bo)
    try feeds.retire(.third, by: .bo, last: join.head)
    try feeds.retire(.bo, by: .third, last: last)
    for entries in [feeds.entries, feeds.entries.reversed()] {
      let roster = try feeds.roster(entries)
      #expect(roster[feeds.device(.bo)]?.isRetired == true)
      #expect(roster[feeds.device(.third)]?.isRetired == true)
    }
  }

  @Test func `the order of arrival changes nothing of who counts`() throws {
    for who in Who.further.prefix(5) { try feeds.admit(who, by: .anna) }
    try feeds.join(Who.further[0], of: .anna)
    try feeds.admit(.third, by: Who.further[0])
    try feeds.retire(Who.further[1], by: Who.further[0], last: feeds.last(Who.further[0]))
    try feeds.retire(Who.further[0], by: .anna, last: feeds.last(Who.further[0]))
    let members = try feeds.roster().members.mapValues(\.last)
    for turn in 1..<feeds.entries.count {
      let entries = Array(feeds.entries[turn...] + feeds.entries[..<turn])
      #expect(try feeds.roster(entries).members.mapValues(\.last) == members)
    }
  }
}
