package import Agreements
package import Files
package import Journal
import SQLite

/// A further device of a partner, about to begin its own feed.
package struct Newcomer: Sendable {
  package let partner: Partner.ID
  package let key: SigningKey
  /// The age recipient that what is meant for this device is sealed to.
  package let recipient: String

  package init(partner: Partner.ID, key: SigningKey, recipient: String) {
    self.partner = partner
    self.key = key
    self.recipient = recipient
  }
}

extension Store {
  /// The first entries of both partners, which nobody vouches for: a further device has to have
  /// them from one it trusts.
  package func founding() throws -> [Entry] {
    Array(try entries().lazy.filter { $0.header.sequence == 1 }.prefix(2))
  }

  /// Makes the store of a further device that a device of the same partner has admitted.
  ///
  /// - Parameters:
  ///   - founding: what `founding()` is on a device that is trusted.
  ///   - entries: what has been handed over so far, the admission included, in any order; what
  ///     waits for others is handed in again with `receive`.
  ///   - saveKeys: keeps the newcomer's key file, before anything names it.
  /// - Throws: `StoreError.unknownDevice` where the partner admitted no such device, `.damaged`
  ///   where `founding` is not the beginning of a couple.
  package static func join(
    in folder: Folder, founding: [Entry], entries: [Entry], as newcomer: Newcomer, at now: Instant,
    saveKeys: () throws -> Void
  ) throws -> Store {
    let founders = try founding.map(founder)
    guard let couple = founding.first?.header.couple, Set(founding.map(\.header.couple)).count == 1,
      founders.count == 2, Set(founders.map(\.partner.id)).count == 2
    else { throw StoreError.damaged }
    return try begin(in: folder, couple: couple, saveKeys: saveKeys) { ledger in
      for (member, entry) in zip(founders, founding) { try ledger.begin(member, with: entry) }
      let store = try Store(folder: folder, database: ledger.database)
      _ = try store.take(entries)
      try store.settle()
      let device = newcomer.key.verifying.device
      guard let partner = store.pair[newcomer.partner],
        try store.isAdmitted(device, by: newcomer.partner)
      else { throw StoreError.unknownDevice }
      let member = Membership(
        partner: partner, signingKey: Hex.text(newcomer.key.verifying.bytes),
        recipient: newcomer.recipient)
      try ledger.begin(member, with: newcomer.key, at: now)
    }
  }

  /// Who speaks in a feed's first entry, if the entry is genuine.
  private static func founder(_ entry: Entry) throws -> Membership {
    guard entry.header.sequence == 1, let member = entry.introduction else {
      throw StoreError.damaged
    }
    return member
  }

  func isAdmitted(_ device: Device.ID, by partner: Partner.ID) throws -> Bool {
    try database.first(
      """
      SELECT 1 FROM admission WHERE device = \(device.text) AND partner = \(partner.text)
      """
    ) { _ in true } ?? false
  }
}

extension Entry {
  /// Who a feed belongs to, said by its first entry and signed with the very key it names.
  var introduction: Membership? {
    guard case .join(let member) = content?.body.act,
      let bytes = Hex.bytes(member.signingKey), let key = try? VerifyingKey(bytes),
      (try? verify(with: key)) != nil
    else { return nil }
    return member
  }
}
