import Agreements
import Files
import Fixtures
import Journal
import SQLite
import SystemPackage
import Testing

@testable import Storage

/// A store of before, whose name binds nobody: who began it is told by its first entries.
final class OldFoundingTests {
  let temporary: TemporaryFolder
  let folder: Folder
  private(set) var store: Store
  let attacker: Attacker
  let anna: Writer
  let bo: Writer
  let agreed: Outcome
  let now = Household.day(1)

  init() throws {
    temporary = try TemporaryFolder()
    folder = Folder(temporary.path.appending("store"))
    let founders = try [("Anna", Household.annasKey), ("小波", Household.bosKey)].map { name, key in
      Membership(
        partner: Partner(
          id: Partner.ID(Hex.text(key.verifying.bytes.prefix(16))), name: try Partner.Name(name)),
        signingKey: Hex.text(key.verifying.bytes), recipient: "age1")
    }
    let store = try Store.create(
      in: folder, couple: Couple.ID(String(repeating: "c0", count: 16)),
      [(founders[0], try Household.annasKey), (founders[1], try Household.bosKey)],
      at: Household.start, saveKeys: {})
    self.store = store
    let (anna, bo) = (
      Writer(partner: store.pair.first, key: try Household.annasKey),
      Writer(partner: store.pair.second, key: try Household.bosKey)
    )
    self.anna = anna
    self.bo = bo
    let text = try Wording("Walk before we talk")
    let proposed = try store.write(as: anna, at: Household.start, in: .utc) {
      try $0.propose(text)
    }
    agreed = try store.write(as: bo, at: Household.start, in: .utc) {
      try $0.accept(proposed.revision, on: proposed.id)
    }
    attacker = Attacker(store, in: folder)
  }

  private func reopen() throws {
    store.close()
    store = try Store.writing(folder)
  }

  private func act<Result>(_ writer: Writer, _ body: (Pen) throws -> Result) throws -> Result {
    try store.write(as: writer, at: now, in: .utc, body)
  }

  /// Lays a key under a password beside the store, told by its form.
  private func seal(_ writer: Writer) throws {
    try PrivateFile.createNew(
      Array("age-encryption.org/v1\n".utf8),
      at: folder.path.appending("\(writer.key.verifying.device.text).key"))
  }

  private func vouch(_ writer: Writer, recipient: String = "age1") throws {
    try seal(writer)
    try reopen()
    try store.vouch(for: writer.key, recipient: recipient, of: writer.partner, at: now)
    try reopen()
  }

  /// A second first entry that may be Bo's: it has seen Anna's and nothing else.
  @discardableResult
  private func addCandidate(
    _ seed: UInt8 = 9, as partner: Partner? = nil, tick: Int64 = 2
  ) throws -> Writer {
    let partner = partner ?? bo.partner
    let key = try Attacker.key(seed)
    let anna = anna.key.verifying.device
    let first = try attacker.entries(of: anna)[0]
    try attacker.join(
      key, as: partner,
      Attacker.Claim(sequence: 1, tick: tick, seen: [anna: Head(sequence: 1, id: first)]))
    try reopen()
    return Writer(partner: partner, key: key)
  }

  private var inForce: [Agreement.ID] {
    get throws { try store.lookedAt(at: now).inForce.map(\.id) }
  }

  @Test func `an old store with one founder each is as it was`() throws {
    #expect(try inForce == [agreed.id])
    #expect(try store.diagnose().findings.isEmpty)
    // What is not the beginning of anything makes nobody doubtful.
    try attacker.join(try Attacker.key(9), as: bo.partner)
    try reopen()
    #expect(try inForce == [agreed.id])
    #expect(try store.diagnose().findings == [.stranger(partner: bo.partner.id)])
  }

  @Test(arguments: [1, 9, 0x21] as [UInt8], [1, 2, 50] as [Int64])
  func `S1 a second device that may have founded makes both doubtful, and nothing of theirs counts`(
    seed: UInt8, tick: Int64
  ) throws {
    let other = try addCandidate(seed, tick: tick)
    let open = try act(anna) { try $0.propose(try Wording("Tea at nine")) }
    for writer in [bo, other] {
      try attacker.append(
        .accept(on: open.id, revision: open.revision, refuses: []), with: writer.key, at: now)
    }
    try reopen()
    #expect(store.pair == Pair(anna.partner, bo.partner))
    #expect(try inForce == [])
    #expect(try store.lookedAt(at: now).notAsSigned.map(\.id) == [agreed.id])
    #expect(try store.agreement(open.id)?.status(at: now) == .proposed)
    #expect(try store.diagnose().findings.contains(.doubtful(partner: bo.partner.id)))
    #expect(try !store.diagnose().findings.contains(.doubtful(partner: anna.partner.id)))
    // What takes always counts.
    try act(bo) { _ = try $0.end(agreed.id) }
    #expect(try store.agreement(agreed.id)?.status(at: now) == .ended)
  }

  @Test(arguments: [true, false])
  func `S1 the one who vouches counts, and the other is a stranger`(isBo: Bool) throws {
    let other = try addCandidate()
    let open = try act(anna) { try $0.propose(try Wording("Tea at nine")) }
    let (told, untold) = isBo ? (bo, other) : (other, bo)
    try vouch(told, recipient: isBo ? "age1" : "age1forged")
    #expect(try inForce == (isBo ? [agreed.id] : []))
    #expect(throws: StoreError.unknownDevice) {
      try act(untold) { try $0.accept(open.revision, on: open.id) }
    }
    try act(told) { _ = try $0.accept(open.revision, on: open.id) }
    #expect(try inForce.contains(open.id))
    #expect(try store.diagnose().findings.contains(.stranger(partner: bo.partner.id)))
    #expect(try !store.diagnose().findings.contains(.doubtful(partner: bo.partner.id)))
  }

  @Test func `S1 who vouches with an open key is not believed`() throws {
    let other = try addCandidate()
    try store.vouch(for: other.key, recipient: "age1forged", of: bo.partner, at: now)
    try reopen()
    #expect(try inForce == [])
    #expect(try store.diagnose().findings.contains(.doubtful(partner: bo.partner.id)))
    // Nor does it hinder the one whose key is sealed.
    try vouch(bo)
    #expect(try inForce == [agreed.id])
  }

  @Test func `S1 where both vouch neither counts`() throws {
    let other = try addCandidate()
    try vouch(bo)
    try seal(other)
    try attacker.append(
      .admit(Admission(other.key.verifying, "age1forged")), with: other.key, at: now)
    try reopen()
    #expect(try inForce == [])
    #expect(try store.diagnose().findings.contains(.doubtful(partner: bo.partner.id)))
    let open = try act(anna) { try $0.propose(try Wording("Tea at nine")) }
    for writer in [bo, other] {
      try attacker.append(
        .accept(on: open.id, revision: open.revision, refuses: []), with: writer.key, at: now)
    }
    try reopen()
    #expect(try store.agreement(open.id)?.status(at: now) == .proposed)
  }

  @Test func `S1 nobody vouches for another's key`() throws {
    let other = try addCandidate()
    for writer in [anna, other] {
      try attacker.append(
        .admit(Admission(bo.key.verifying, "age1")), with: writer.key, at: now)
    }
    try reopen()
    #expect(try inForce == [])
    // With another signature it is nobody's word.
    let id = try attacker.append(
      .admit(Admission(other.key.verifying, "age1forged")), with: other.key, at: now)
    try attacker.edit("UPDATE entry SET signature = zeroblob(64) WHERE id = \(id.text)")
    try reopen()
    #expect(try store.diagnose().findings.contains(.doubtful(partner: bo.partner.id)))
  }

  @Test func `S1 a couple of one's own beside the old one renames nobody`() throws {
    let eve = try Partner.Name("Eve")
    let (one, two) = (try Attacker.key(3), try Attacker.key(4))
    let first = try attacker.join(
      one, as: Partner(id: anna.partner.id, name: eve), Attacker.Claim(sequence: 1, tick: 1))
    try attacker.join(
      two, as: Partner(id: bo.partner.id, name: eve),
      Attacker.Claim(
        sequence: 1, tick: 2, seen: [one.verifying.device: Head(sequence: 1, id: first)]))
    try reopen()
    #expect(store.pair == Pair(anna.partner, bo.partner))
    #expect(try inForce == [])
    try vouch(anna)
    try vouch(bo)
    #expect(try inForce == [agreed.id])
    #expect(store.pair == Pair(anna.partner, bo.partner))
  }

  @Test func `S1 a third person beside the two makes doubtful, and is none of them`() throws {
    let third = Partner(
      id: Partner.ID(String(repeating: "33", count: 16)), name: try Partner.Name("Eve"))
    let other = try addCandidate(as: third)
    #expect(store.pair == Pair(anna.partner, bo.partner))
    #expect(try inForce == [])
    #expect(try store.devices()[other.key.verifying.device] == nil)
    try vouch(bo)
    #expect(try inForce == [agreed.id])
  }
}
