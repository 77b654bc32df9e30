import Agreements
import Files
import Fixtures
import Foundation
import Sealing
import SystemPackage
import Testing
import Vault

/// What is in a vault was written with its owner's key, and how it stands to what they remember.
struct OwnershipTests {
  let room: Room
  let old = DeviceKeys.generate()
  let stranger = DeviceKeys.generate()

  init() throws {
    room = try Room()
  }

  private func mark(_ counter: Int64, _ keys: DeviceKeys? = nil) throws -> Vault.Recollection {
    .mark(try #require(VaultMark(counter: counter, device: (keys ?? room.keys).fingerprint)))
  }

  /// Puts an image of the room's own into a frame, signed by these keys.
  private func put(_ counter: Int64, by keys: DeviceKeys, for recipient: DeviceKeys? = nil) throws {
    let aside = try Room()
    _ = try aside.change { try $0.add(Samples.need("mine"), at: .on(day: 0)) }
    try room.seal(room.framed(aside.image(), counter: counter, by: keys), for: recipient)
  }

  private func putUnsigned() throws {
    let aside = try Room()
    _ = try aside.change { try $0.add(Samples.need("mine"), at: .on(day: 0)) }
    try room.seal(Room.unsigned(aside.image()))
  }

  /// The refusal of reading, changing and signing, which must agree, and must change nothing.
  private func refusal(_ owner: Vault.Owner) throws -> VaultError? {
    let before = try room.sealed()
    var refusals: [VaultError?] = []
    for act in [
      { _ = try room.read(as: owner) },
      { try room.change(as: owner, kept: fail) { try $0.showHints(false) } },
      { _ = try Vault.sign(in: room.folder, as: owner, kept: fail) },
    ] {
      let error = #expect(throws: VaultError.self) { try act() }
      refusals.append(error)
    }
    try #require(Set(refusals).count == 1)
    #expect(try room.sealed() == before)
    return refusals[0]
  }

  private func fail(_ mark: VaultMark) { Issue.record("\(mark) was kept") }

  // MARK: Writing

  @Test func `each change is the next state, and told while nobody else can write`() throws {
    var marks: [VaultMark] = []
    var owner = room.owner()
    for number in 1...5 as ClosedRange<Int64> {
      try room.change(as: owner) { mark in
        marks.append(mark)
        #expect(throws: FolderLock.Refusal.timedOut) {
          _ = try FolderLock(on: room.folder, timeout: 0)
        }
        let inPlace = try room.read().mark
        #expect(inPlace == mark)
      } _: {
        _ = try $0.add(Samples.need("\(number)"), at: .on(day: 0))
      }
      #expect(marks.last == VaultMark(counter: number, device: room.keys.fingerprint))
      owner = room.owner(remembering: try mark(number))
      let vault = try room.read(as: owner)
      #expect(vault.mark == marks.last && vault.standing == .asRemembered && vault.isSigned)
    }
    try room.change(as: owner, kept: fail) { _ in }
    let image = try room.image()
    #expect(try room.plain() == room.framed(image, counter: 5))
  }

  @Test func `what is thrown while it is remembered is thrown on, and the change is kept`() throws {
    struct Forgetful: Error {}
    #expect(throws: Forgetful.self) {
      try room.change { _ in
        throw Forgetful()
      } _: {
        try $0.showHints(false)
      }
    }
    let vault = try room.read()
    #expect(try !vault.showsHints)
    #expect(vault.standing == .ahead)
  }

  // MARK: Standing

  @Test func `an older, a newer and a vanished vault are told, and open`() throws {
    try put(7, by: room.keys)
    for (remembered, standing) in [
      (6, .ahead), (7, .asRemembered), (8, .older), ((1 << 53) - 1, .older),
    ] as [(Int64, Vault.Standing)] {
      let vault = try room.read(as: room.owner(remembering: mark(remembered)))
      #expect(vault.standing == standing)
      #expect(try vault.needs().count == 1)
    }
    #expect(try room.read().standing == .ahead)
    #expect(try room.read(as: room.owner(remembering: .nothing)).standing == .ahead)

    #expect(unlink(room.file.string) == 0)
    let gone = try room.read(as: room.owner(remembering: mark(7)))
    #expect(gone.standing == .gone && gone.mark == nil && gone.isSigned)
    #expect(try gone.needs().isEmpty)
    for recollection in [Vault.Recollection.none, .nothing] {
      #expect(
        try room.read(as: room.owner(remembering: recollection)).standing == .asRemembered)
    }
  }

  @Test(arguments: [(3, 9, 10), (9, 3, 10), (9, 9, 10), (nil, 4, 5)] as [(Int64?, Int64, Int64)])
  func `a change goes on from the newer of what is there and what is remembered`(
    found: Int64?, remembered: Int64, next: Int64
  ) throws {
    if let found { try put(found, by: room.keys) }
    var kept: VaultMark?
    try room.change(as: room.owner(remembering: mark(remembered))) {
      kept = $0
    } _: {
      try $0.showHints(false)
    }
    #expect(kept?.counter == next)
    #expect(try room.read().mark == kept)
  }

  @Test func `after the last number nothing is written`() throws {
    try put((1 << 53) - 1, by: room.keys)
    let before = try room.sealed()
    #expect(try room.read().needs().count == 1)
    #expect(throws: VaultError.damaged) {
      try room.change(kept: fail) { try $0.showHints(false) }
    }
    #expect(try room.sealed() == before)
  }

  // MARK: Who wrote it

  @Test func `S13 what somebody else signed is refused, whatever is remembered`() throws {
    try put(7, by: stranger)
    for recollection in [.none, .nothing, try mark(6), try mark(6, stranger)] {
      #expect(try refusal(room.owner(remembering: recollection)) == .otherWriter)
      let owner = room.owner(earlier: [old], remembering: recollection)
      #expect(try refusal(owner) == .otherWriter)
    }
  }

  @Test func `a signature under the owner's name that does not fit is refused`() throws {
    try put(7, by: room.keys)
    let plain = try room.plain()
    for place in [0, 200, 4_000, plain.count - 40, plain.count - 113, plain.count - 150] {
      var changed = plain
      changed[place] ^= 1
      try room.seal(changed)
      #expect(try refusal(room.owner()) == .otherWriter, "byte \(place)")
    }
    // Signed by a stranger, with the owner's public key beside it.
    let forged = try room.framed(room.image(), counter: 8, by: stranger)
    let place = forged.count - 112
    try room.seal(
      Array(forged[..<place]) + room.keys.signingPublicKey + Array(forged[(place + 32)...]))
    #expect(try refusal(room.owner()) == .otherWriter)
  }

  @Test func `what the owner signed as somebody else, or for another couple, is refused`() throws {
    try put(7, by: room.keys)
    let image = try room.image()
    let other = String(repeating: "7", count: 32)
    try room.seal(room.framed(image, couple: Couple.ID(other)))
    #expect(try refusal(room.owner()) == .otherCouple)
    try room.seal(room.framed(image, partner: Partner.ID(other)))
    #expect(try refusal(room.owner(remembering: mark(1))) == .otherCouple)
    try room.seal(room.framed(image))
    #expect(try room.read().needs().count == 1)
  }

  // MARK: Earlier keys

  @Test func `an earlier key's vault opens where there is no memory, or it is remembered`() throws {
    for recipient in [old, room.keys] {
      try put(7, by: old, for: recipient)
      for recollection in [.none, try mark(7, old), try mark(6, old), try mark(9, old)] {
        let vault = try room.read(
          as: room.owner(earlier: [stranger, old], remembering: recollection))
        #expect(try vault.needs().count == 1)
        #expect(vault.mark?.device == old.fingerprint && !vault.isSigned)
      }
      for recollection in [.nothing, try mark(6), try mark(8), try mark(6, stranger)] {
        let owner = room.owner(earlier: [stranger, old], remembering: recollection)
        #expect(try refusal(owner) == .earlierKey)
      }
    }
  }

  @Test func `once the present key wrote, nothing sealed for it opens with an earlier one`() throws
  {
    try put(7, by: old, for: old)
    let owner = room.owner(earlier: [old], remembering: try mark(7, old))
    try room.change(as: owner) {
      #expect($0.counter == 8)
    } _: {
      try $0.showHints(false)
    }
    #expect(throws: VaultError.otherKeys) { try room.read(as: room.owner(old)) }
    let vault = try room.read(as: room.owner(remembering: mark(8)))
    #expect(vault.isSigned && vault.standing == .asRemembered)
    #expect(try vault.needs().count == 1)
  }

  // MARK: Signing

  @Test func `a vault without a signature is signed at its next opening, and then alone`() throws {
    try putUnsigned()
    let unsigned = try room.sealed()
    for recollection in [Vault.Recollection.none, .nothing] {
      let vault = try room.read(as: room.owner(remembering: recollection))
      #expect(!vault.isSigned && vault.mark == nil && vault.standing == .asRemembered)
      #expect(try vault.needs().count == 1)
    }
    var kept: VaultMark?
    let signed = try Vault.sign(in: room.folder, as: room.owner(remembering: .nothing)) {
      kept = $0
    }
    let mark = try #require(kept)
    #expect(mark == VaultMark(counter: 1, device: room.keys.fingerprint))
    #expect(signed.isSigned && signed.mark == mark && signed.standing == .asRemembered)
    #expect(try signed.needs().count == 1)
    let owner = room.owner(remembering: .mark(mark))
    #expect(try room.read(as: owner).standing == .asRemembered)

    try room.seal(Age.open(unsigned, with: room.keys))
    #expect(try refusal(owner) == .unsigned)
  }

  @Test func `what is signed already, or not there, is not written again`() throws {
    let nothing = try Vault.sign(in: room.folder, as: room.owner(), kept: fail)
    #expect(try nothing.needs().isEmpty)
    #expect(try room.folder.entries().isEmpty)
    try put(3, by: room.keys)
    let before = try room.sealed()
    let same = try Vault.sign(in: room.folder, as: room.owner(), kept: fail)
    #expect(same.mark?.counter == 3)
    #expect(try room.sealed() == before)
  }

  @Test func `what an earlier key signed, or is sealed for, is signed anew`() throws {
    for (writer, recipient) in [(old, old), (old, room.keys), (room.keys, old)] {
      try put(7, by: writer, for: recipient)
      let owner = room.owner(earlier: [old], remembering: try mark(7, writer))
      #expect(try !room.read(as: owner).isSigned)
      let signed = try Vault.sign(in: room.folder, as: owner) { #expect($0.counter == 8) }
      #expect(signed.isSigned && signed.mark?.device == room.keys.fingerprint)
      #expect(try room.read(as: room.owner(remembering: mark(8))).needs().count == 1)
    }
  }

  @Test func `a change signs what had no signature`() throws {
    try putUnsigned()
    try room.change { try $0.showHints(false) }
    let vault = try room.read(as: room.owner(remembering: mark(1)))
    #expect(vault.isSigned)
    #expect(try vault.needs().count == 1)
  }

  // MARK: Owners

  @Test func `a key file says who its owner is, and what they remember`() throws {
    let founders = [String](repeating: String(repeating: "ab", count: 32), count: 2)
    func owner(_ memory: KeyFile.Memory?) -> Vault.Owner {
      Vault.Owner(
        couple: room.couple, partner: room.partner,
        of: KeyFile(keys: room.keys, earlier: [old], memory: memory))
    }
    var memory = try #require(
      KeyFile.Memory(couple: room.couple.text, partner: room.partner.text, founders: founders))
    #expect(owner(nil) == room.owner(earlier: [old]))
    #expect(owner(memory) == room.owner(earlier: [old], remembering: .nothing))
    memory.vault = VaultMark(counter: 3, device: old.fingerprint)
    #expect(owner(memory) == room.owner(earlier: [old], remembering: try mark(3, old)))
  }
}
