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
    return try begin(in: folder, couple: couple, saveKeys: saveKeys) { database in
      let ledger = Ledger(database: database, couple: couple)
      for (member, entry) in zip(founders, founding) {
        try ledger.insert(entry)
        try ledger.begin(member, with: entry)
      }
      let store = try Store(folder: folder, database: database)
      _ = try store.take(entries)
      let device = newcomer.key.verifying.device
      guard let partner = store.pair[newcomer.partner], let admitted = store.roster[device],
        admitted.partner == newcomer.partner, admitted.recipient == newcomer.recipient
      else { throw StoreError.unknownDevice }
      try store.join(
        Membership(
          partner: partner, signingKey: Hex.text(newcomer.key.verifying.bytes),
          recipient: newcomer.recipient),
        with: newcomer.key, at: now)
      try store.deriveAll()
      try store.settleNeeds()
    }
  }

  /// Who speaks in a feed's first entry, if the entry is genuine.
  private static func founder(_ entry: Entry) throws -> Membership {
    guard let member = entry.introduction else { throw StoreError.damaged }
    return member
  }
}

// MARK: - A new key for the same partner

extension Store {
  /// Gives a partner a new key in the place of an old one: the old one admits it and is retired, so
  /// that a copy of the old one gives nothing any more.
  ///
  /// - Throws: `StoreError.unknownDevice` where the old key is none that counts for this partner.
  package func replaceKey(
    of partner: Partner, from old: SigningKey, to new: SigningKey, recipient: String,
    at now: Instant
  ) throws {
    try told {
      try alone(in: folder) {
        try transaction {
          let device = old.verifying.device
          guard let member = roster[device], member.partner == partner.id,
            !roster.doubtful.contains(device)
          else { throw StoreError.unknownDevice }
          let admission = Admission(
            device: new.verifying.device, signingKey: Hex.text(new.verifying.bytes),
            recipient: recipient)
          let admitted = try append(.admit(admission), by: partner.id, with: old, at: now)
          let retirement = Retirement(
            device: device, lastSequence: admitted.header.sequence, lastEntry: admitted.id.text)
          _ = try append(.retire(retirement), by: partner.id, with: old, at: now)
          let joining = Membership(
            partner: partner, signingKey: admission.signingKey, recipient: recipient)
          try join(joining, with: new, at: now)
          // Once more with the new key: whoever holds the old one can write its feed anew from
          // there.
          _ = try append(.retire(retirement), by: partner.id, with: new, at: now)
        }
      }
    }
  }

  /// Says with a key that was opened with its owner's password that it is the one that founded:
  /// where another claims to be, nothing of either counts before.
  package func vouch(for keys: SigningKey, recipient: String, of partner: Partner, at now: Instant)
    throws
  {
    try told {
      try alone(in: folder) {
        try transaction {
          let device = keys.verifying.device
          guard roster.doubtful.contains(device) else { return }
          let admission = Admission(
            device: device, signingKey: Hex.text(keys.verifying.bytes), recipient: recipient)
          _ = try append(.admit(admission), by: partner.id, with: keys, at: now)
          dirty.formUnion(try mentioned())
        }
      }
    }
  }
}
