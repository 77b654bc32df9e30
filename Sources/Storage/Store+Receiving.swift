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
      try alone(in: folder) {
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
        case .next(let partner):
          try Ledger(database: database, couple: couple).insert(entry)
          try project(entry, by: partner)
          received.kept += 1
        case .first(let member):
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

  private enum Judgement {
    case next(of: Partner.ID)
    case first(Membership)
    case known, tooEarly, fork, refused
  }

  private func judge(_ entry: Entry) throws -> Judgement {
    let header = entry.header
    // What cannot be erased cannot come without its content.
    guard header.couple == couple, entry.content != nil || header.isErasable else {
      return .refused
    }
    guard let feed = try feed(of: header.device) else { return try judgeFirst(entry) }
    guard (try? entry.verify(with: feed.key)) != nil else { return .refused }
    if header.sequence <= feed.head.sequence {
      let id = try database.first(
        """
        SELECT id FROM entry WHERE device = \(header.device.text) AND seq = \(header.sequence)
        """
      ) { Entry.ID(try $0.value(0)) }
      if id == entry.id { return .known }
      try database.run(
        """
        INSERT INTO fork_entry (device, seq, id, header, signature)
        VALUES (\(header.device.text), \(header.sequence), \(entry.id.text), \(entry.headerBytes),
          \(entry.signature)) ON CONFLICT DO NOTHING
        """)
      return .fork
    }
    if header.sequence > feed.head.sequence + 1 { return .tooEarly }
    guard header.previous == feed.head.id, header.tick > feed.tick, try isNear(header.tick) else {
      return .refused
    }
    if case .join = entry.content?.body.act { return .refused }
    return .next(of: feed.partner)
  }

  /// The first entry of a feed nobody here knows yet.
  private func judgeFirst(_ entry: Entry) throws -> Judgement {
    guard entry.header.sequence == 1 else { return .tooEarly }
    // Both partners are here from the first act on: a further device is vouched for by its own.
    guard let member = entry.introduction, pair[member.partner.id] != nil,
      try isNear(entry.header.tick)
    else { return .refused }
    return try isAdmitted(entry.header.device, by: member.partner.id) ? .first(member) : .tooEarly
  }

  private func isNear(_ tick: Int64) throws -> Bool {
    try tick <= Ledger(database: database, couple: couple).lastTick() + Header.mostTickJump
  }

  private struct Feed {
    let partner: Partner.ID
    let key: VerifyingKey
    let head: Head
    let tick: Int64
  }

  private func feed(of device: Device.ID) throws -> Feed? {
    try database.first(
      """
      SELECT partner, signing_key, head_seq, head_id, head_tick FROM feed
      WHERE device = \(device.text)
      """
    ) { row in
      Feed(
        partner: Partner.ID(try row.value(0)), key: try VerifyingKey(try row.value(1)),
        head: Head(sequence: try row.value(2), id: Entry.ID(try row.value(3))),
        tick: try row.value(4))
    }
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
        let salt = try row.value(2, as: [UInt8]?.self)
        let body = try row.value(3, as: [UInt8]?.self)
        return try Entry(
          headerBytes: try row.value(0), signature: try row.value(1),
          content: salt.flatMap { salt in body.map { (salt, $0) } })
      }
    }
  }
}
