package import Agreements
import Files
package import Journal
import SQLite
import Sealing
import SystemPackage

// Who belongs to the two: read from the entries that found, admit, retire and leave, whenever a
// store is opened and whenever something is written.

extension Store {
  /// The kinds that say who counts.
  private static let membershipKinds: SQL = "'join', 'admit', 'retire', 'leave'"

  /// The entries that say who counts, in the order of arrival.
  static func membership(in database: Database) throws -> [Entry] {
    try entriesApart(membershipKinds, in: database)
  }

  /// Reads anew who counts; nothing is done where that did not change.
  func readMembers() throws {
    let entries = try Self.membership(in: database)
    guard entries.map(\.id) != membership.map(\.id) else { return }
    roster = try Self.roster(entries, of: couple, chains, in: folder)
    membership = entries
    left = nil
  }

  static func roster(
    _ entries: [Entry], of couple: Couple.ID, _ chains: Chains, in folder: Folder
  ) throws -> Roster {
    var fault: (any Error)?
    let roster = try? Roster(
      entries, of: couple, sealed: { sealedDevices(in: folder) },
      isOnChain: { device, entry, last in
        do { return try chains.isOnChain(device, entry, last) } catch {
          fault = error
          return false
        }
      })
    if let fault { throw fault }
    guard let roster else { throw StoreError.damaged }
    return roster
  }

  /// The devices whose keys lie here under a password, told by the form of the files.
  private static func sealedDevices(in folder: Folder) -> Set<Device.ID> {
    Set(
      ((try? folder.entries()) ?? []).filter { isSealedKey($0, in: folder) }
        .map { Device.ID(String($0.dropLast(keySuffix.count))) })
  }

  /// Whether a file is a key under a password, by its form.
  static func isSealedKey(_ name: String, in folder: Folder) -> Bool {
    guard name.hasSuffix(keySuffix), let path = try? folder.path(to: name),
      let bytes = try? PrivateFile.read(path, atMost: limit(ofFile: name) ?? 0)
    else { return false }
    return DeviceKeys.isSealed(bytes)
  }

  /// The devices that count here, and whose they are; those that were retired are none.
  package func devices() throws -> [Device.ID: Partner.ID] {
    roster.members.filter { !$0.value.isRetired }.mapValues(\.partner)
  }

  /// Who counts, and how far.
  package var members: Roster { roster }
}

extension Store {
  /// Where the feed of a device ends.
  package func end(of device: Device.ID) throws -> Head? {
    try told { try snapshot { try feedEnds().first { $0.device == device }?.head } }
  }

  /// Whether an entry is here.
  package func holds(_ entry: Entry.ID) throws -> Bool {
    try told {
      try chains.header(entry) != nil
    }
  }
}

// MARK: - Where feeds end

/// Where a feed ends, and the greatest tick in it that counts.
struct FeedEnd {
  let device: Device.ID
  let head: Head
  let tick: Int64
}

extension Store {
  /// Where the feeds of all that count end, newest first; read once in a transaction.
  func feedEnds() throws -> [FeedEnd] {
    if let ends { return ends }
    let found = try roster.members.values.compactMap { try end(of: $0) }
      .sorted { ($1.tick, $0.device) < ($0.tick, $1.device) }
    ends = found
    return found
  }

  /// Where one feed ends: its last entry, as its signature and its chain say.
  private func end(of member: Roster.Member) throws -> FeedEnd? {
    let device = member.device
    let top = try database.all(
      """
      SELECT header, signature, NULL, NULL FROM entry WHERE device = \(device.text)
      ORDER BY seq DESC LIMIT 2
      """
    ) { Self.entry($0) }
    if let last = top.first?.flatMap(\.self), isGenuine(last, of: member),
      last.header.sequence == 1 && top.count == 1
        || top.last?.flatMap(\.self).map({ $0.head == last.previousHead }) == true
    {
      return FeedEnd(
        device: device, head: last.head, tick: try nearTick(before: last, of: device))
    }
    return try longestChain(of: member)
  }

  /// The end of the longest chain from a first entry, for a feed whose rows were changed.
  private func longestChain(of member: Roster.Member) throws -> FeedEnd? {
    let device = member.device
    if let end = try longestChain(of: member, "device = \(device.text)") { return end }
    // Where it has begun, its rows say that they are another's: all are looked through.
    let hasBegun = membership.contains { $0.header.device == device && $0.header.sequence == 1 }
    return hasBegun ? try longestChain(of: member, "1") : nil
  }

  private func longestChain(of member: Roster.Member, _ rows: SQL) throws -> FeedEnd? {
    let device = member.device
    let all = try database.all(
      "SELECT header, signature, NULL, NULL FROM entry WHERE \(sql: rows)"
    ) { Self.entry($0) }.compactMap(\.self).filter { $0.header.device == device }
    let byLength = all.sorted { $0.head < $1.head }
    // Each is looked at once, after the one before it: of many rows none keeps anybody busy.
    var chained: Set<Head> = []
    for entry in byLength
    where entry.header.sequence == 1 || entry.previousHead.map(chained.contains) == true {
      chained.insert(entry.head)
    }
    let whole = byLength.last { chained.contains($0.head) && isGenuine($0, of: member) }
    guard let whole else { return nil }
    return FeedEnd(
      device: device, head: whole.head, tick: try nearTick(before: whole, of: device))
  }

  /// The tick of an entry, or of the last one before it whose tick counts.
  private func nearTick(before entry: Entry, of device: Device.ID) throws -> Int64 {
    if try isNear(entry.header.tick) { return entry.header.tick }
    var tick: Int64 = 0
    try database.each(
      """
      SELECT header, signature, NULL, NULL FROM entry
      WHERE device = \(device.text) AND tick < \(entry.header.tick) ORDER BY seq
      """
    ) { row in
      guard let one = Self.entry(row), try self.isNear(one.header.tick) else { return }
      tick = max(tick, one.header.tick)
    }
    return tick
  }
}

extension Entry {
  /// The end of the feed before it.
  fileprivate var previousHead: Head? {
    header.previous.map { Head(sequence: header.sequence - 1, id: $0) }
  }
}

extension Head {
  fileprivate static func < (one: Head, other: Head) -> Bool {
    (one.sequence, one.id) < (other.sequence, other.id)
  }
}
