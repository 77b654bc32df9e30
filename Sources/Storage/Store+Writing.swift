package import Agreements
import Files
package import Journal
import SQLite

/// Who acts: a partner, through the key of this computer.
package struct Writer: Sendable {
  package let partner: Partner
  package let key: SigningKey
  /// Whether the partner's own password was needed for the key.
  package let isSealed: Bool
  /// False where only what takes back may be signed: it is open whether the key still counts.
  package let mayGive: Bool

  package init(
    partner: Partner, key: SigningKey, isSealed: Bool = false, mayGive: Bool = true
  ) {
    self.partner = partner
    self.key = key
    self.isSealed = isSealed
    self.mayGive = mayGive
  }
}

/// One moment in which one partner acts: the only hand that writes.
package struct Pen {
  let store: Store
  package let me: Partner.ID
  /// Nil where it is only tried what a key would be needed for.
  let writer: Writer?
  package let now: Instant
  /// The wall clock where they act: what is another day to them.
  let zone: ZoneRules

  /// Keeps an act in the journal.
  package func record(_ act: Act) throws {
    guard let writer else { throw KeyNeeded() }
    let isRetired = store.roster[writer.key.verifying.device]?.isRetired ?? false
    guard act.takes || writer.mayGive && !isRetired else { throw StoreError.withheld }
    _ = try store.append(
      writer.isSealed ? act.sealed : act, by: me, with: writer.key, at: now)
  }
}

/// From here on something would be signed.
private struct KeyNeeded: Error {}

extension Store {
  /// One write transaction: what the body reads, decides and records happens as one, or not at all.
  ///
  /// - Parameter zone: the wall clock of whoever acts.
  package func write<Result>(
    as writer: Writer, at now: Instant, in zone: ZoneRules, _ body: (Pen) throws -> Result
  ) throws -> Result {
    try write(as: [writer], at: now, in: zone) { try body($0[0]) }
  }

  /// The same for several at once, a pen each: what they do together.
  package func write<Result>(
    as writers: [Writer], at now: Instant, in zone: ZoneRules, _ body: ([Pen]) throws -> Result
  ) throws -> Result {
    try told {
      try aloneInPlace {
        let pens = writers.map {
          Pen(store: self, me: $0.partner.id, writer: $0, now: now, zone: zone)
        }
        let result = try transaction {
          let result = try body(pens)
          // Afterwards: at the last moment at which a pause holds something, it still does.
          try clearPassed(at: now)
          return result
        }
        try clearErased()
        return result
      }
    }
  }

  /// The same as far as it goes without a key: what is refused is refused already, and what stands
  /// needs none. So nobody is asked for a password in vain.
  ///
  /// - Returns: nil where something is to be written.
  package func foresee<Result>(
    as partner: Partner, at now: Instant, in zone: ZoneRules, _ body: (Pen) throws -> Result
  ) throws -> Result? {
    try told {
      do {
        return try database.transaction(.deferred) {
          try body(Pen(store: self, me: partner.id, writer: nil, now: now, zone: zone))
        }
      } catch is KeyNeeded {
        return nil
      }
    }
  }

  /// One transaction, at whose end the tables say what the journal says.
  func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    dirty = []
    dirtyNeeds = []
    erased = false
    ends = nil
    counted = nil
    defer { ends = nil }
    return try database.transaction(.immediate) {
      // Another process may have changed both since they were read.
      try Self.checkSchema(of: database)
      try readMembers()
      let result = try body()
      try settle()
      // Before it is kept: whoever reads that a text is gone must not find it in a copy.
      if erased { try removeCopies() }
      return result
    }
  }

  /// After an erasure: the file gives back the space. Its free pages were overwritten as they came
  /// free.
  func clearErased() throws {
    guard erased else { return }
    erased = false
    try vacuum()
  }

  /// Removes what migrations kept: it holds the texts too.
  private func removeCopies() throws {
    for name in try folder.entries() where name.hasPrefix(Self.copyPrefix) {
      try folder.remove(name)
    }
  }

  private func vacuum() throws {
    do { try database.run("VACUUM") } catch  where error.code.primary != .corrupt {
      // The texts are gone from the pages already; only the file stays as large as it was.
    }
  }
}
