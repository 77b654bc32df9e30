package import Agreements
import Files
import Journal
import SQLite

/// What is wrong with a store; never carries what people wrote.
package enum Finding: Hashable, Sendable {
  /// SQLite's own check found the file itself broken.
  case file
  /// An entry is not what its writer signed.
  case entry(partner: Partner.ID?, sequence: Int64, problem: EntryFault)
  /// A feed's last entry is not where it should be.
  case head(partner: Partner.ID?)
  /// A table differs from what the journal says.
  case table(String)
  /// A device was copied: two entries claim one place.
  case fork(partner: Partner.ID?, sequence: Int64)
}

package enum EntryFault: String, Hashable, Sendable {
  case unreadable, altered, unsigned, unchained, misplaced, missing
  /// Its content is gone, and nobody asked for that.
  case emptied
}

/// What a check looked at, and what it found.
package struct Diagnosis: Sendable {
  package var entries = 0
  package var erased = 0
  package var agreements = 0
  package var findings: [Finding] = []
}

extension Store {
  /// The tables that the journal is projected into.
  static let projections = [
    "partner", "admission", "agreement", "proposal", "wording", "first_yes", "stance", "ending",
    "answer", "note", "forgetting", "mention", "sharing", "unsharing", "hearing",
    "pause", "pause_step", "talk_step", "late_yes",
  ]

  /// Checks the file, every hash, signature and chain, and that the tables are what the journal
  /// says, row for row. Changes nothing.
  package func diagnose() throws -> Diagnosis {
    try told {
      var diagnosis = Diagnosis()
      if try !database.integrityCheck().isEmpty { diagnosis.findings.append(.file) }
      do {
        // As of one moment: the other may be writing.
        try snapshot {
          try checkJournal(&diagnosis)
          diagnosis.agreements =
            try database.first("SELECT count(*) FROM agreement") { try $0.value(0) } ?? 0
        }
      } catch let error as SQLiteError {
        guard error.code.primary == .corrupt else { throw error }
        if !diagnosis.findings.contains(.file) { diagnosis.findings.append(.file) }
      }
      if diagnosis.findings.isEmpty {
        diagnosis.findings = try differences().map { .table($0) }
      }
      return diagnosis
    }
  }

  /// Derives every table from the journal anew.
  package func rebuild() throws {
    try told {
      try alone(in: folder) {
        var diagnosis = Diagnosis()
        try checkJournal(&diagnosis)
        guard diagnosis.findings.isEmpty else { throw StoreError.damaged }
        try transaction { try replay() }
        try clearErased()
      }
    }
  }

  private func replay() throws {
    for table in Self.projections { try database.run("DELETE FROM \(identifier: table)") }
    try database.each(
      """
      SELECT partner, header, signature, salt, body FROM entry JOIN feed USING (device)
      JOIN body ON body.entry = entry.number ORDER BY number
      """
    ) { row in
      let entry = try Entry(
        headerBytes: try row.value(1), signature: try row.value(2),
        content: (try row.value(3), try row.value(4)))
      try project(entry, by: Partner.ID(try row.value(0)))
    }
  }

  /// Replays the journal in a copy in memory, and names the tables that come out otherwise.
  private func differences() throws -> [String] {
    let copy = try Database.deserialize(try database.serialize())
    defer { copy.close() }
    for table in Self.projections {
      try copy.run(
        """
        CREATE TEMP TABLE \(identifier: "was_" + table) AS SELECT * FROM main.\(identifier: table)
        """)
    }
    let store = try Store(folder: folder, database: copy)
    try store.transaction(keepsCopies: true) { try store.replay() }
    return try Self.projections.filter { table in
      let was: SQL = "\(identifier: "was_" + table)"
      let now: SQL = "main.\(identifier: table)"
      return try copy.first(
        """
        SELECT EXISTS (SELECT * FROM \(sql: was) EXCEPT SELECT * FROM \(sql: now))
          OR EXISTS (SELECT * FROM \(sql: now) EXCEPT SELECT * FROM \(sql: was))
        """
      ) { try $0.value(0, as: Bool.self) } ?? true
    }
  }

  // MARK: The journal

  private func checkJournal(_ diagnosis: inout Diagnosis) throws {
    let feeds = try database.all(
      "SELECT device, partner, signing_key, recipient, head_seq, head_id FROM feed ORDER BY device"
    ) { row in
      (
        device: Device.ID(try row.value(0)), partner: Partner.ID(try row.value(1)),
        key: try row.value(2, as: [UInt8].self), recipient: try row.value(3, as: String.self),
        head: Head(sequence: try row.value(4), id: Entry.ID(try row.value(5)))
      )
    }
    var seen: [Device.ID: Head] = [:]
    var emptied: [(partner: Partner.ID?, order: JournalOrder)] = []
    let names = Set(try folder.entries())
    for feed in feeds {
      var check = FeedCheck(
        couple: couple, partner: pair[feed.partner]?.id, key: try? VerifyingKey(feed.key),
        recipient: feed.recipient)
      try database.each(
        """
        SELECT seq, tick, id, header, signature, salt, body FROM entry
        LEFT JOIN body ON body.entry = entry.number WHERE device = \(feed.device.text) ORDER BY seq
        """
      ) { row in
        try check.read(row)
      }
      if check.last != feed.head { check.findings.append(.head(partner: check.partner)) }
      diagnosis.entries += check.entries
      diagnosis.erased += check.erased
      diagnosis.findings += check.findings
      // Elsewhere the forgetting may still be on its way; here it was written.
      if names.contains("\(feed.device.text).key") {
        emptied += check.emptied.map { (check.partner, $0) }
      }
      seen.merge(check.seen) { $0.sequence > $1.sequence ? $0 : $1 }
    }
    // A feed whose key lies here is written here: what others saw of it cannot be missing.
    for feed in feeds where names.contains("\(feed.device.text).key") {
      guard let head = seen[feed.device] else { continue }
      let id = try database.first(
        "SELECT id FROM entry WHERE device = \(feed.device.text) AND seq = \(head.sequence)"
      ) { Entry.ID(try $0.value(0)) }
      if id != head.id { diagnosis.findings.append(.head(partner: pair[feed.partner]?.id)) }
    }
    try checkErasures(emptied, &diagnosis)
    diagnosis.findings += try database.all(
      "SELECT partner, seq FROM fork_entry JOIN feed USING (device)"
    ) { row in .fork(partner: Partner.ID(try row.value(0)), sequence: try row.value(1)) }
  }
}

extension Store {
  /// The text of a proposal is gone only where its writer, or both, asked for that.
  ///
  /// Of anything else that can be erased nobody can tell what it was: it may have been a pause, and
  /// those leave without being asked for (rule S7).
  private func checkErasures(
    _ emptied: [(partner: Partner.ID?, order: JournalOrder)],
    _ diagnosis: inout Diagnosis
  ) throws {
    // Where something cannot even be read, who asked for what cannot be either.
    if emptied.isEmpty || !diagnosis.findings.isEmpty { return }
    let events = try events()
    let forgot = Set(
      events.compactMap { event -> Partner.ID? in
        if case .forget = event.body?.act { event.partner } else { nil }
      })
    let texts = Set(events.texts.map(\.order))
    for entry in emptied where texts.contains(entry.order) {
      if entry.partner.map(forgot.contains) ?? false { continue }
      diagnosis.findings.append(
        .entry(partner: entry.partner, sequence: entry.order.sequence, problem: .emptied))
    }
  }
}

/// Follows one feed from its first entry.
private struct FeedCheck {
  let couple: Couple.ID
  let partner: Partner.ID?
  let key: VerifyingKey?
  let recipient: String
  var last: Head?
  var tick: Int64 = 0
  var entries = 0
  var erased = 0
  var findings: [Finding] = []
  /// Entries without content that may have been erased.
  var emptied: [JournalOrder] = []
  /// The last entry of each other feed that this one has seen.
  var seen: [Device.ID: Head] = [:]

  mutating func read(_ row: borrowing Row) throws {
    entries += 1
    let sequence = try row.value(0, as: Int64.self)
    let id = Entry.ID(try row.value(2))
    let salt = try row.value(5, as: [UInt8]?.self)
    let body = try row.value(6, as: [UInt8]?.self)
    if body == nil { erased += 1 }
    if let fault = fault(
      sequence: sequence, tick: try row.value(1), id: id, header: try row.value(3),
      signature: try row.value(4), content: salt.flatMap { salt in body.map { (salt, $0) } })
    {
      findings.append(.entry(partner: partner, sequence: sequence, problem: fault))
    }
    last = Head(sequence: sequence, id: id)
  }

  private mutating func fault(
    sequence: Int64, tick: Int64, id: Entry.ID, header: [UInt8], signature: [UInt8],
    content: (salt: [UInt8], bytes: [UInt8])?
  ) -> EntryFault? {
    let entry: Entry
    do { entry = try Entry(headerBytes: header, signature: signature, content: content) } catch {
      return error == .wrongHash ? .altered : .unreadable
    }
    guard let key, (try? entry.verify(with: key)) != nil else { return .unsigned }
    guard entry.id == id, entry.header.sequence == sequence, entry.header.tick == tick,
      entry.header.couple == couple
    else { return .misplaced }
    let expected = (last?.sequence ?? 0) + 1
    defer { self.tick = tick }
    seen.merge(entry.header.seen) { $0.sequence > $1.sequence ? $0 : $1 }
    if content == nil {
      guard entry.header.isErasable else { return .emptied }
      emptied.append(entry.order)
    }
    if sequence != expected { return .missing }
    guard entry.header.previous == last?.id, tick > self.tick else { return .unchained }
    return expected == 1 && !isFirst(entry, of: key) ? .misplaced : nil
  }

  /// Whose feed it is says its own first entry, not the table.
  private func isFirst(_ entry: Entry, of key: VerifyingKey) -> Bool {
    guard case .join(let member) = entry.content?.body.act else { return false }
    return member.partner.id == partner && member.signingKey == Hex.text(key.bytes)
      && member.recipient == recipient
  }
}
