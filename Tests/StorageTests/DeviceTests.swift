import Agreements
import Dispatch
import Files
import Fixtures
import Journal
import Storage
import SystemPackage
import Testing

struct DeviceTests {
  let computers: Computers
  /// Anna's own computer, beside the one both share.
  let laptop: Computer
  var shared: Computer { computers.first }
  var anna: Writer { shared.writers[0] }
  var bo: Writer { shared.writers[1] }

  init() throws {
    computers = try Computers()
    laptop = try computers.add(computers.first.store.pair.first)
  }

  private func pass(from one: Computer, to other: Computer) throws {
    let received = try other.store.receive(try one.store.entries())
    #expect(received.waiting.isEmpty && received.refused.isEmpty && received.forked.isEmpty)
  }

  @Test func `a further device begins with all that was handed over, and acts for its partner`()
    throws
  {
    #expect(laptop.store.couple == shared.store.couple)
    #expect(laptop.store.pair == shared.store.pair)
    #expect(try laptop.store.founding() == shared.store.founding())
    #expect(try laptop.store.diagnose().findings.isEmpty)
    let own = laptop.writers[0]
    let hers = try laptop.store.write(as: own, at: Household.start, in: .utc) {
      try $0.propose(try Wording("From the laptop"))
    }
    try pass(from: laptop, to: shared)
    #expect(try shared.store.devices()[own.key.verifying.device] == anna.partner.id)
    #expect(throws: Refusal.ownProposal) {
      try shared.store.write(as: anna, at: Household.start, in: .utc) {
        try $0.accept(hers.revision, on: hers.id)
      }
    }
    try shared.store.write(as: bo, at: Household.start, in: .utc) {
      _ = try $0.accept(hers.revision, on: hers.id)
    }
    try pass(from: shared, to: laptop)
    #expect(try laptop.store.inForce(at: Household.start).map(\.id) == [hers.id])
    #expect(try laptop.store.tables() == shared.store.tables())
  }

  @Test func `a device that no device of its partner admitted gets no store`() throws {
    let key = try SigningKey(seed: [UInt8](repeating: 0x77, count: 32))
    let folder = Folder(computers.temporary.path.appending("uninvited"))
    try shared.store.write(as: bo, at: Household.start, in: .utc) {
      try $0.record(.admit(Admission(key.verifying)))
    }
    #expect(throws: StoreError.unknownDevice) {
      try Store.join(
        in: folder, founding: try shared.store.founding(), entries: try shared.store.entries(),
        as: Newcomer(partner: anna.partner.id, key: key, recipient: "age1"), at: Household.start,
        saveKeys: {})
    }
    #expect(throws: StoreError.noStore) { try Store.reading(folder) }
    // The same folder serves, once the right partner vouches for it.
    let store = try Store.join(
      in: folder, founding: try shared.store.founding(), entries: try shared.store.entries(),
      as: Newcomer(partner: bo.partner.id, key: key, recipient: "age1"), at: Household.start,
      saveKeys: {})
    #expect(try store.devices()[key.verifying.device] == bo.partner.id)
  }

  @Test(arguments: [
    "none", "one", "twice the same", "not the first", "of another couple", "forged",
  ])
  func `what is not the beginning of a couple is refused`(what: String) throws {
    let founding = try shared.store.founding()
    let other = try Household().store.founding()
    let entries = try shared.store.entries()
    let forged = try Entry(
      headerBytes: founding[1].headerBytes, signature: founding[0].signature,
      content: founding[1].content.map { ($0.salt, $0.bytes) })
    let handed =
      switch what {
      case "none": [Entry]()
      case "one": [founding[0]]
      case "twice the same": [founding[0], founding[0]]
      case "not the first": [founding[0], entries[2]]
      case "of another couple": [founding[0], other[1]]
      default: [founding[0], forged]
      }
    let folder = Folder(computers.temporary.path.appending("astray"))
    #expect(throws: StoreError.damaged) {
      try Store.join(
        in: folder, founding: handed, entries: entries,
        as: Newcomer(partner: anna.partner.id, key: laptop.writers[0].key, recipient: "age1"),
        at: Household.start, saveKeys: {})
    }
    #expect(throws: StoreError.noStore) { try Store.reading(folder) }
  }

  @Test func `both propose the same text on two devices, and agree when they hear of it`() throws {
    let text = try Wording("Same")
    let hers = try laptop.store.write(as: laptop.writers[0], at: Household.start, in: .utc) {
      try $0.propose(text)
    }
    let his = try shared.store.write(as: bo, at: Household.day(1), in: .utc) {
      try $0.propose(text)
    }
    #expect(hers.id == his.id && hers.revision == his.revision)
    try computers.exchange()
    for computer in computers.all {
      #expect(try computer.store.status(hers.id, day: 2) == .active)
    }
  }

  @Test func `one takes the text back while the other says yes: not in force, and it crossed`()
    throws
  {
    let hers = try laptop.store.write(as: laptop.writers[0], at: Household.start, in: .utc) {
      try $0.propose(try Wording("Crossing"))
    }
    try pass(from: laptop, to: shared)
    try shared.store.write(as: bo, at: Household.start, in: .utc) {
      _ = try $0.accept(hers.revision, on: hers.id)
    }
    #expect(try shared.store.status(hers.id) == .active)
    try laptop.store.write(as: laptop.writers[0], at: Household.day(1), in: .utc) {
      _ = try $0.withdraw(hers.revision, on: hers.id)
    }
    try computers.exchange()
    for computer in computers.all {
      #expect(try computer.store.status(hers.id, day: 1) == .withdrawn)
      #expect(try computer.store.agreement(hers.id)?.revisions[hers.revision]?.crossed == true)
    }
  }

  @Test func `S17 an erased text goes from the other device when the news arrives`() throws {
    let own = try laptop.store.write(as: laptop.writers[0], at: Household.start, in: .utc) {
      try $0.propose(try Wording("Hers", reason: "unmistakable"))
    }
    let unerased = try laptop.store.entries()
    try pass(from: laptop, to: shared)
    #expect(try shared.folder.files(holding: "unmistakable") == ["accord.db"])
    try laptop.store.write(as: laptop.writers[0], at: Household.start, in: .utc) {
      _ = try $0.forget(own.id)
    }
    try pass(from: laptop, to: shared)
    // A third device hears of the forgetting, and still gets the entry as it was before.
    let third = try computers.add(bo.partner)
    try pass(from: laptop, to: third)
    _ = try third.store.receive(unerased)
    for computer in computers.all {
      #expect(try computer.store.diagnose().findings.isEmpty)
      #expect(try computer.store.diagnose().erased == 1)
      computer.store.close()
      #expect(try computer.folder.files(holding: "unmistakable").isEmpty)
    }
  }

  @Test func `S17 what arrives after both forgot it is erased as it arrives`() throws {
    let agreed = try shared.store.write(as: anna, at: Household.start, in: .utc) {
      try $0.propose(try Wording("Both", reason: "unmistakable"))
    }
    try shared.store.write(as: bo, at: Household.start, in: .utc) {
      _ = try $0.accept(agreed.revision, on: agreed.id)
    }
    try pass(from: shared, to: laptop)
    // The laptop still answers the review, while the others end it and forget.
    try laptop.store.write(as: laptop.writers[0], at: Household.day(14), in: .utc) {
      _ = try $0.answer(.keep, helped: .yes, note: try Note("unmistakable too"), on: agreed.id)
    }
    for writer in [anna, bo] {
      try shared.store.write(as: writer, at: Household.day(14), in: .utc) { pen in
        if writer.partner == anna.partner { _ = try pen.end(agreed.id) }
        _ = try pen.forget(agreed.id)
      }
    }
    let late = try laptop.store.entries()
    #expect(late.contains { $0.content?.bytes.count ?? 0 > 0 })
    #expect(try shared.store.receive(late).kept > 0)
    try pass(from: shared, to: laptop)
    #expect(try laptop.store.tables() == shared.store.tables())
    for computer in [shared, laptop] {
      #expect(try computer.store.diagnose().findings.isEmpty)
      computer.store.close()
      #expect(try computer.folder.files(holding: "unmistakable").isEmpty)
    }
  }

  @Test func `many hands writing at once lose nothing and do nothing twice`() throws {
    let folder = shared.folder
    let writers = [anna, bo]
    DispatchQueue.concurrentPerform(iterations: 8) { number in
      do {
        let store = try Store.writing(folder)
        for count in 0..<4 {
          try store.write(as: writers[number % 2], at: Household.start, in: .utc) {
            _ = try $0.propose(try Wording("\(number) and \(count)"))
          }
        }
      } catch {
        Issue.record(error)
      }
    }
    #expect(
      Set(try shared.store.everything().map(\.title))
        == Set((0..<8).flatMap { one in (0..<4).map { "\(one) and \($0)" } }))
    #expect(try shared.store.diagnose().findings.isEmpty)
  }
}
