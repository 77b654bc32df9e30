import Agreements
import Files
import Journal
import SQLite
import Storage
import SystemPackage
import Testing

struct NeedTests {
  let home: Household

  init() throws {
    home = try Household()
  }

  private func shown() throws -> [SharedNeed] {
    try home.store.sharedNeeds(at: Household.start)
  }

  @Test func `a need is shown as its owner wrote it, and the same again stands`() throws {
    let whole = Need(
      category: .contact, text: try Note("I like to hear from you\n每天一句"),
      trigger: try Trigger("a day without a word"), step: try Note("我先散步"),
      request: try Note("would you write at noon?"))
    let written = try home.act(home.anna, day: 1) { try $0.share(.first, whole) }
    #expect(!written.stood)
    #expect(try home.act(home.anna, day: 2) { try $0.share(.first, whole) }.stood)
    #expect(
      try shown() == [
        SharedNeed(
          id: .first, partner: home.anna.partner.id, need: whole, sharedAt: Household.day(1),
          heard: false, servedBy: [])
      ])
    #expect(try shown().first == written.need)
    #expect(try home.store.entries().count == 3)
  }

  @Test func `the other says thank you once`() throws {
    try home.act(home.anna) { try $0.share(.first, try Need("quiet")) }
    #expect(throws: Refusal.ownNeed) { try home.act(home.anna) { try $0.heard(.first) } }
    #expect(try home.act(home.bo) { try $0.heard(.first) }.need?.heard == true)
    #expect(try home.act(home.bo) { try $0.heard(.first) }.stood)
    #expect(try shown().map(\.heard) == [true])
    #expect(try home.store.entries().count == 4)
  }

  @Test func `what is not shown cannot be heard or taken back, nor the other's by oneself`() throws
  {
    #expect(throws: Refusal.notShared) { try home.act(home.bo) { try $0.heard(.first) } }
    #expect(throws: Refusal.notShared) { try home.act(home.anna) { try $0.unshare(.first) } }
    try home.act(home.anna) { try $0.share(.first, try Need("quiet")) }
    #expect(throws: Refusal.othersNeed) { try home.act(home.bo) { try $0.unshare(.first) } }
    let back = try home.act(home.anna) { try $0.unshare(.first) }
    #expect(!back.stood && back.need == nil)
    #expect(try home.act(home.anna) { try $0.unshare(.first) }.stood)
    #expect(throws: Refusal.notShared) { try home.act(home.bo) { try $0.heard(.first) } }
    #expect(try shown() == [])
  }

  @Test func `an id belongs to the partner who shares under it`() throws {
    try home.act(home.bo) { try $0.share(.first, try Need("his")) }
    try home.act(home.anna) { try $0.share(.first, try Need("hers")) }
    try home.act(home.bo) { _ = try $0.heard(.first) }
    #expect(try shown().map(\.need.text.text) == ["his", "hers"])
    #expect(try shown().map(\.heard) == [false, true])
    try home.act(home.bo) { try $0.unshare(.first) }
    #expect(try shown().map(\.partner) == [home.anna.partner.id])
    #expect(try shown().map(\.heard) == [true])
    #expect(try home.store.diagnose().findings.isEmpty)
  }

  @Test func `a need too large for one entry is refused, and nothing is kept`() throws {
    let long = try Note(String(repeating: "🌊", count: 2_000))
    let need = Need(category: .other, text: long, step: long, request: long)
    let before = try home.store.tables()
    #expect(throws: StoreError.tooLarge) { try home.act(home.anna) { try $0.share(.first, need) } }
    #expect(try home.store.tables() == before)
    #expect(try home.store.entries().count == 2)
  }

  @Test func `S14, S17 what is taken back is gone, and so is what a newer copy replaced`() throws {
    try home.act(home.anna) { try $0.share(.first, try Need("unmistakable one")) }
    try home.act(home.anna) { try $0.share(.second, try Need("stays")) }
    #expect(try home.folder.files(holding: "unmistakable") == ["accord.db"])
    try home.act(home.anna) { try $0.share(.first, try Need("unmistakable two")) }
    try home.act(home.bo) { _ = try $0.heard(.first) }
    #expect(try home.folder.files(holding: "unmistakable one") == [])
    #expect(try home.store.diagnose().erased == 1)
    // What a migration once kept holds the words too.
    try PrivateFile.createNew(
      try PrivateFile.read(home.file, atMost: 1 << 24),
      at: home.folder.path.appending("accord-schema-2.db"))
    try home.act(home.anna) { try $0.unshare(.first) }
    home.store.close()
    #expect(try home.folder.files(holding: "unmistakable") == [])
    try home.reopen()
    #expect(try shown().map(\.id) == [.second])
    let diagnosis = try home.store.diagnose()
    #expect(diagnosis.findings.isEmpty && diagnosis.erased == 3)
    let before = try home.store.tables()
    try home.store.rebuild()
    #expect(try home.store.tables() == before)
    // Later it may be shown again.
    try home.act(home.anna) { try $0.share(.first, try Need("again")) }
    #expect(try shown().map(\.need.text.text) == ["stays", "again"])
    #expect(try shown().map(\.heard) == [false, false])
  }

  @Test func `S7 words that are gone may have been a pause, but for those of a proposal`() throws {
    try home.act(home.bo) { try $0.share(.first, try Need("quiet")) }
    try home.act(home.bo) { try $0.propose(try Wording("Walk")) }
    // A key that lies here: the feed is written here, and nothing of it is on its way.
    try PrivateFile.createNew(
      [], at: home.folder.path.appending("\(home.bo.key.verifying.device).key"))
    let raw = try home.raw()
    try raw.script("DELETE FROM body WHERE entry = 3")
    #expect(try home.store.diagnose().findings.isEmpty)
    try raw.script("DELETE FROM body WHERE entry = 4")
    raw.close()
    let emptied = Finding.entry(partner: home.bo.partner.id, sequence: 3, problem: .emptied)
    #expect(try home.store.diagnose().findings == [emptied])
  }
}

struct NeedsElsewhereTests {
  let computers: Computers
  /// Anna's own computer, and Bo's, beside the one both share.
  let annas: Computer
  let bos: Computer
  var shared: Computer { computers.first }

  init() throws {
    computers = try Computers()
    annas = try computers.add(computers.first.store.pair.first)
    bos = try computers.add(computers.first.store.pair.second)
    try computers.exchange()
  }

  private func act(
    _ computer: Computer, day: Double = 0, _ body: (Pen) throws -> Void
  ) throws {
    try computer.store.write(as: computer.writers[0], at: Household.day(day), in: .utc, body)
  }

  /// What one computer wrote itself.
  private func feed(of computer: Computer) throws -> [Entry] {
    let device = computer.writers[0].key.verifying.device
    return try computer.store.entries().filter { $0.header.device == device }
  }

  private func expectGone(_ text: String) throws {
    for computer in computers.all {
      #expect(try computer.store.diagnose().findings.isEmpty)
      #expect(try computer.store.tables() == shared.store.tables())
    }
    for computer in computers.all {
      let before = try computer.store.tables()
      try computer.store.rebuild()
      #expect(try computer.store.tables() == before)
      computer.store.close()
      #expect(try computer.folder.files(holding: text).isEmpty)
    }
  }

  @Test func `S14, S17 what is taken back goes from the other device when the news arrives`() throws
  {
    try act(annas) { try $0.share(.first, try Need("unmistakable")) }
    let unerased = try annas.store.entries()
    try computers.exchange()
    try act(bos) { try $0.heard(.first) }
    #expect(try bos.folder.files(holding: "unmistakable") == ["accord.db"])
    try computers.exchange()
    #expect(try annas.store.sharedNeeds(at: Household.start).map(\.heard) == [true])
    try act(annas) { try $0.unshare(.first) }
    #expect(try annas.folder.files(holding: "unmistakable") == [])
    #expect(try annas.store.diagnose().erased == 2)
    try computers.exchange()
    // The words as they were, once more: nothing of them is taken in.
    for computer in computers.all { _ = try computer.store.receive(unerased) }
    #expect(try bos.store.sharedNeeds(at: Household.start) == [])
    try expectGone("unmistakable")
  }

  @Test func `S14 a taking back that arrives before what it takes back erases it as it arrives`()
    throws
  {
    try act(annas) { try $0.share(.first, try Need("unmistakable")) }
    let words = try feed(of: annas)
    _ = try shared.store.receive(words)
    try shared.store.write(as: shared.writers[0], at: Household.day(1), in: .utc) {
      _ = try $0.unshare(.first)
    }
    _ = try bos.store.receive(try feed(of: shared))
    #expect(try bos.store.diagnose().findings.isEmpty)
    #expect(try bos.store.receive(words).kept == 1)
    #expect(try bos.store.sharedNeeds(at: Household.start) == [])
    #expect(try bos.folder.files(holding: "unmistakable") == [])
    try computers.exchange()
    try expectGone("unmistakable")
  }

  @Test func `S17 a copy that was replaced elsewhere goes when the newer one arrives`() throws {
    try act(annas) { try $0.share(.first, try Need("unmistakable")) }
    try computers.exchange()
    try shared.store.write(as: shared.writers[0], at: Household.day(1), in: .utc) {
      _ = try $0.share(.first, try Need("other words"))
    }
    // The other thanks for the first copy meanwhile, knowing no other.
    try act(bos) { try $0.heard(.first) }
    try computers.exchange()
    #expect(
      try bos.store.sharedNeeds(at: Household.start).map(\.need.text.text) == ["other words"])
    try expectGone("unmistakable")
  }
}

extension Need {
  init(_ text: String) throws {
    self.init(category: .space, text: try Note(text))
  }
}

extension Identifier where Owner == Need {
  static var first: Self { Self(String(repeating: "a", count: 26)) }
  static var second: Self { Self(String(repeating: "b", count: 26)) }
}
