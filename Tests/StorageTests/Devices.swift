import Agreements
import Files
import Fixtures
import Journal
import SystemPackage
import Testing

@testable import Storage

/// One computer: a store, and those who act on it.
final class Computer {
  private(set) var store: Store
  let folder: Folder
  let writers: [Writer]
  /// How far its clock is off, in seconds.
  let skew: Int64

  init(_ store: Store, _ writers: [Writer], skew: Int64) {
    self.store = store
    self.folder = store.folder
    self.writers = writers
    self.skew = skew
  }
}

/// A couple with several computers: the first is shared, each further one is a partner's own.
final class Computers {
  let temporary: TemporaryFolder
  private(set) var all: [Computer] = []

  var first: Computer { all[0] }

  /// With ids that are not random but always the same, so that a seed repeats a whole history.
  ///
  /// - Parameter salt: with it the couple's name is a hash over both keys; without, as in older
  ///   stores, it binds nobody.
  init(salt: String? = nil) throws {
    temporary = try TemporaryFolder()
    let members = try [("Anna", Household.annasKey), ("小波", Household.bosKey)].map { name, key in
      Membership(
        partner: Partner(
          id: Partner.ID(Hex.text(key.verifying.bytes.prefix(16))), name: try Partner.Name(name)),
        signingKey: Hex.text(key.verifying.bytes), recipient: "age1",
        salt: name == "Anna" ? salt : nil)
    }
    let couple =
      salt.map { Naming.couple(of: members, salt: $0) }
      ?? Couple.ID(String(repeating: "c0", count: 16))
    let folder = Folder(temporary.path.appending("0"))
    let store = try Store.create(
      in: folder, couple: couple,
      [(members[0], try Household.annasKey), (members[1], try Household.bosKey)],
      at: Household.start, saveKeys: noKeys)
    let writers = [
      Writer(partner: store.pair.first, key: try Household.annasKey),
      Writer(partner: store.pair.second, key: try Household.bosKey),
    ]
    all.append(Computer(store, writers, skew: 0))
  }

  /// A further computer of one partner, vouched for by the first.
  @discardableResult
  func add(_ partner: Partner, at now: Instant = Household.start, skew: Int64 = 0) throws
    -> Computer
  {
    let key = try SigningKey(seed: [UInt8](repeating: UInt8(0x40 + all.count), count: 32))
    let own = try #require(first.writers.first { $0.partner == partner })
    try first.store.write(as: own, at: now, in: .utc) {
      try $0.record(.admit(Admission(key.verifying, "age1further")))
    }
    let store = try Store.join(
      in: Folder(temporary.path.appending("\(all.count)")), founding: try first.store.founding(),
      entries: try first.store.entries(),
      as: Newcomer(partner: partner.id, key: key, recipient: "age1further"), at: now, saveKeys: {})
    let computer = Computer(store, [Writer(partner: partner, key: key)], skew: skew)
    all.append(computer)
    return computer
  }

  /// Everything to everyone, until nobody learns anything new.
  func exchange(_ arrange: ([Entry]) -> [Entry] = { $0 }) throws {
    for _ in 0..<2 {
      for giver in all {
        for taker in all where taker !== giver {
          let received = try taker.store.receive(arrange(try giver.store.entries()))
          #expect(received.refused.isEmpty && received.forked.isEmpty)
        }
      }
    }
  }
}

private func noKeys() {}

extension Admission {
  init(_ key: VerifyingKey, _ recipient: String = "age1") {
    self.init(device: key.device, signingKey: Hex.text(key.bytes), recipient: recipient)
  }
}
