import Agreements
import Files
package import Journal
import SQLite

/// What became of entries that arrived.
package struct Received: Sendable {
  /// New here, and kept.
  package var kept = 0
  /// Known already.
  package var known = 0
  /// Something before them is missing; to be handed in again.
  package var waiting: [Entry] = []
  /// Not genuine, or not of this couple; never kept.
  package var refused: [Entry.ID] = []
  /// A second entry in a place that was taken: a device was copied.
  package var forked: [Entry.ID] = []
}

extension Store {
  /// Takes in entries of other devices, in any order and any number of times.
  ///
  /// Only their form, signature and chain are judged. Whether its writer might do something at that
  /// moment was judged where it was written.
  package func receive(_ entries: [Entry]) throws -> Received {
    try told {
      try aloneInPlace {
        let received = try transaction { try take(entries) }
        try clearErased()
        return received
      }
    }
  }

  func take(_ entries: [Entry]) throws -> Received {
    var received = Received()
    var ahead = entries.sorted { $0.order < $1.order }
    // An entry may come before the one that admits its device: again, while it helps.
    while true {
      var left: [Entry] = []
      for entry in ahead {
        switch try judge(entry) {
        case .next:
          try keep(entry)
          received.kept += 1
        case .first(let member):
          try keep(entry)
          try Ledger(database: database, couple: couple).begin(member, with: entry)
          received.kept += 1
        case .known: received.known += 1
        case .tooEarly: left.append(entry)
        case .fork: received.forked.append(entry.id)
        case .refused: received.refused.append(entry.id)
        }
      }
      if left.isEmpty || left.count == ahead.count {
        received.waiting = left
        return received
      }
      ahead = left
    }
  }

  private func keep(_ entry: Entry) throws {
    try Ledger(database: database, couple: couple).insert(entry)
    genuine.insert(entry.id)
    let device = entry.header.device
    ends =
      [FeedEnd(device: device, head: entry.head, tick: entry.header.tick)]
      + (ends ?? []).filter { $0.device != device }
    try notice(entry)
  }

  private enum Judgement {
    case next, known, tooEarly, fork, refused
    case first(Membership)
  }

  private func judge(_ entry: Entry) throws -> Judgement {
    let header = entry.header
    // What cannot be erased cannot come without its content.
    guard header.couple == couple, entry.content != nil || header.isErasable else {
      return .refused
    }
    let end = try feedEnds().first { $0.device == header.device }
    guard let member = roster[header.device], let end else { return try judgeFirst(entry) }
    guard (try? entry.verify(with: member.key)) != nil else { return .refused }
    if header.sequence <= end.head.sequence {
      let isKnown = try database.first("SELECT 1 FROM entry WHERE id = \(entry.id.text)") { _ in
        true
      }
      if isKnown == true { return .known }
      try database.run(
        """
        INSERT INTO fork_entry (device, seq, id, header, signature)
        VALUES (\(header.device.text), \(header.sequence), \(entry.id.text), \(entry.headerBytes),
          \(entry.signature)) ON CONFLICT DO NOTHING
        """)
      return .fork
    }
    if header.sequence > end.head.sequence + 1 { return .tooEarly }
    guard header.previous == end.head.id, header.tick > end.tick, try isNearHere(header.tick) else {
      return .refused
    }
    if case .join = entry.content?.body.act { return .refused }
    return .next
  }

  /// The first entry of a feed nobody here knows yet.
  ///
  /// Both partners are here from the first act on: a further device is vouched for by its own, and
  /// says the same of itself.
  private func judgeFirst(_ entry: Entry) throws -> Judgement {
    guard entry.header.sequence == 1 else { return .tooEarly }
    guard let said = entry.introduction, pair[said.partner.id] != nil,
      try isNearHere(entry.header.tick)
    else { return .refused }
    let then = try Self.roster(membership + [entry], of: couple, chains, in: folder)
    return then[entry.header.device]?.partner == said.partner.id ? .first(said) : .tooEarly
  }

  private func isNearHere(_ tick: Int64) throws -> Bool {
    try tick <= (feedEnds().map(\.tick).max() ?? 0) + Header.mostTickJump
  }
}

extension Store {
  /// Every entry kept here, as others may receive it.
  package func entries() throws -> [Entry] {
    try told {
      try database.all(
        """
        SELECT header, signature, salt, body FROM entry
        LEFT JOIN body ON body.entry = entry.number ORDER BY number
        """
      ) { row in
        guard let entry = Self.entry(row) else { throw StoreError.damaged }
        return entry
      }
    }
  }
}
