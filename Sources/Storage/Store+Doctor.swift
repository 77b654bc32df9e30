import Agreements
import Files
import Journal
import SQLite

extension Store {
  /// The tables that the journal says the content of.
  static let projections = ["agreement", "wording", "feed"]

  /// Checks the file, every hash, signature and chain, who counts, and that the tables are what the
  /// journal says, row for row. Changes nothing.
  ///
  /// - Parameter progress: told now and then how many entries were looked at.
  package func diagnose(progress: (Int) -> Void = { _ in }) throws -> Diagnosis {
    try told {
      var diagnosis = Diagnosis()
      if try !database.integrityCheck().isEmpty { diagnosis.findings.append(.file) }
      do {
        // As of one moment: the other may be writing.
        try snapshot {
          ends = nil
          // Where the founding itself cannot be read any more, who counted when it was opened does.
          do { try readMembers() } catch StoreError.damaged {}
          let unsound = try checkJournal(&diagnosis, progress)
          diagnosis.agreements =
            try database.first("SELECT count(*) FROM agreement") { try $0.value(0) } ?? 0
          if diagnosis.findings.allSatisfy(\.leavesTables) {
            diagnosis.findings += try differences(besides: unsound).map { .table($0) }
          }
        }
      } catch let error as SQLiteError {
        guard error.code.primary == .corrupt else { throw error }
        if !diagnosis.findings.contains(.file) { diagnosis.findings.append(.file) }
      }
      return diagnosis
    }
  }

  /// Derives every row anew from the journal.
  ///
  /// - Returns: whether anything was otherwise before.
  /// - Throws: `StoreError.damaged` where the journal is not what was signed.
  @discardableResult
  package func rebuild() throws -> Bool {
    try told {
      try alone(in: folder) {
        var diagnosis = Diagnosis()
        _ = try snapshot { try checkJournal(&diagnosis) { _ in } }
        guard diagnosis.findings.allSatisfy(\.leavesTables) else { throw StoreError.damaged }
        let changed = try transaction {
          let before = try (rows(), titles(), feedRows())
          try deriveAll()
          try deriveFeeds()
          try settleNeeds()
          return try before != (rows(), titles(), feedRows()) || erased
        }
        try clearErased()
        return changed
      }
    }
  }
}

extension Finding {
  /// Whether the tables can be compared all the same: what it names is not counted anyway.
  fileprivate var leavesTables: Bool {
    switch self {
    case .stranger, .doubtful, .table, .fork, .entry(_, _, .tooFar): true
    case .file, .entry, .head: false
    }
  }
}

// MARK: - The tables

extension Store {
  private func rows() throws -> Set<AgreementRow> {
    Set(
      try database.all("SELECT \(sql: AgreementRow.columns) FROM agreement") {
        try AgreementRow($0)
      })
  }

  /// What the agreements with some id were ever called.
  private func titles(of id: Agreement.ID? = nil) throws -> [String: String] {
    let chosen: SQL = if let id { "WHERE agreement = \(id.text)" } else { "" }
    var titles: [String: String] = [:]
    try database.each("SELECT entry, agreement, title FROM wording \(sql: chosen)") { row in
      titles[try row.value(0)] = "\(try row.value(1, as: String.self)) \(try row.value(2, as: String.self))"
    }
    return titles
  }

  /// The tables that say something else than the journal.
  private func differences(besides unsound: Set<Entry.ID>) throws -> [String] {
    var differing = try differingRows(besides: unsound)
    if try feedRows() != derivedFeeds() { differing.append("feed") }
    return differing
  }

  /// Goes through all agreements by what was said of them, a batch at a time.
  private func differingRows(besides unsound: Set<Entry.ID>) throws -> [String] {
    let roster = roster
    let couple = couple
    let holds = try loadPauses().holds
    let leaving = try leaving()
    var told = Set<Agreement.ID>()
    var differing: Set<String> = []
    var count = 0
    var batch: [(Agreement.ID, [Heard])] = []
    func look() throws {
      let derived = concurrently(batch) { id, heard in
        let thread = Thread(id, of: couple, heard, leaving: leaving)
        return (AgreementRow(thread.agreement(holds: holds), thread), thread.titles)
      }
      for (row, titles) in derived {
        told.insert(row.id)
        count += titles.count
        let called = Dictionary(
          uniqueKeysWithValues: titles.map { ($0.key.text, "\(row.id.text) \($0.value.text)") })
        if try self.titles(of: row.id) != called { differing.insert("wording") }
        let kept = try database.first(
          "SELECT \(sql: AgreementRow.columns) FROM agreement WHERE id = \(row.id.text)"
        ) { try? AgreementRow($0) }
        if kept != row { differing.insert("agreement") }
      }
      batch = []
    }
    try database.each(
      """
      SELECT header, signature, salt, body FROM body INDEXED BY body_by_agreement
      JOIN entry ON number = body.entry
      WHERE \(sql: Said.isOnOne) ORDER BY \(sql: Said.on)
      """
    ) { row in
      guard let entry = try Self.entry(row), !unsound.contains(entry.id),
        let id = entry.content?.body.act.agreement, roster[entry.header.device] != nil,
        let heard = try self.heard(entry, verifying: .none)
      else { return }
      if batch.last?.0 == id {
        batch[batch.count - 1].1.append(heard)
      } else {
        if batch.count >= 2_000 { try look() }
        batch.append((id, [heard]))
      }
    }
    try look()
    if try database.value("SELECT count(*) FROM agreement") != told.count {
      differing.insert("agreement")
    }
    if try database.value("SELECT count(*) FROM wording") != count { differing.insert("wording") }
    return differing.sorted()
  }

  /// What the table of feeds says of one device.
  struct FeedRow: Hashable {
    let device: String
    let partner: String
    let key: [UInt8]
    let recipient: String
    let sequence: Int64
    let id: String
    let tick: Int64
  }

  private func feedRows() throws -> Set<FeedRow> {
    Set(
      try database.all(
        """
        SELECT device, partner, signing_key, recipient, head_seq, head_id, head_tick FROM feed
        """
      ) { row in
        FeedRow(
          device: try row.value(0), partner: try row.value(1), key: try row.value(2),
          recipient: try row.value(3), sequence: try row.value(4), id: try row.value(5),
          tick: try row.value(6))
      }.filter { roster[Device.ID($0.device)] != nil })
  }

  private func derivedFeeds() throws -> Set<FeedRow> {
    Set(
      try feedEnds().compactMap { end in
        guard let member = roster[end.device] else { return nil }
        return FeedRow(
          device: end.device.text, partner: member.partner.text, key: member.key.bytes,
          recipient: member.recipient, sequence: end.head.sequence, id: end.head.id.text,
          tick: try lastTick(of: end))
      })
  }

  /// The tick of the last entry itself, also where it is not counted.
  private func lastTick(of end: FeedEnd) throws -> Int64 {
    try database.value("SELECT tick FROM entry WHERE id = \(end.head.id.text)") ?? end.tick
  }

  private func deriveFeeds() throws {
    ends = nil
    for feed in try derivedFeeds() {
      try database.run(
        """
        INSERT OR REPLACE INTO feed
          (device, partner, signing_key, recipient, head_seq, head_id, head_tick)
        VALUES (\(feed.device), \(feed.partner), \(feed.key), \(feed.recipient), \(feed.sequence),
          \(feed.id), \(feed.tick))
        """)
    }
  }
}

// MARK: - The journal

extension Store {
  /// - Returns: the entries that are not what was signed.
  private func checkJournal(
    _ diagnosis: inout Diagnosis, _ progress: (Int) -> Void
  ) throws -> Set<Entry.ID> {
    var seen: [Device.ID: Head] = [:]
    var texts: [(FeedCheck.EmptiedText, Partner.ID?)] = []
    var unsound: Set<Entry.ID> = []
    let here = try partnersHere()
    let known = try feedRows()
    let count: Int64 = try database.value("SELECT count(*) FROM entry") ?? 0
    let devices: [String] = try database.values(
      "SELECT device FROM entry UNION SELECT device FROM feed")
    for device in devices.map({ Device.ID($0) }) {
      let row = known.first { $0.device == device.text }
      let told = try toldPartner(of: device)
      guard let member = roster[device] else {
        unsound.formUnion(
          try database.all("SELECT id FROM entry WHERE device = \(device.text)") {
            Entry.ID(try $0.value(0))
          })
        diagnosis.entries += try database.value(
          "SELECT count(*) FROM entry WHERE device = \(device.text)") ?? 0
        if !diagnosis.findings.contains(.stranger(partner: told)) {
          diagnosis.findings.append(.stranger(partner: told))
        }
        continue
      }
      let check = try follow(member, as: told ?? member.partner, count: count) {
        progress(diagnosis.entries + $0)
      }
      if let row, row.key != member.key.bytes {
        diagnosis.findings.append(.entry(partner: told, sequence: 1, problem: .unsigned))
      } else if let row, row.partner != member.partner.text || row.recipient != member.recipient {
        diagnosis.findings.append(.entry(partner: told, sequence: 1, problem: .misplaced))
      }
      // What the table remembers of the end, or what stands there: the later one.
      if let row, check.last != Head(sequence: row.sequence, id: Entry.ID(row.id)),
        row.sequence >= check.last?.sequence ?? 0 || check.findings.isEmpty
      {
        diagnosis.findings.append(.head(partner: check.partner))
      }
      diagnosis.entries += check.entries
      diagnosis.erased += check.erased
      for (finding, day) in check.findings {
        diagnosis.findings.append(finding)
        diagnosis.days[finding] = day
      }
      unsound.formUnion(check.unsound)
      // Elsewhere the forgetting may still be on its way; here it was written.
      if here.contains(member.partner) {
        texts += check.emptiedTexts.map { ($0, check.partner) }
      }
      seen.merge(check.seen) { $0.sequence > $1.sequence ? $0 : $1 }
    }
    try checkSeen(seen, here, &diagnosis)
    try checkErasures(texts, &diagnosis)
    for partner in pair.both
    where roster.doubtful.contains(where: { roster.partner(of: $0) == partner.id }) {
      diagnosis.findings.append(.doubtful(partner: partner.id))
    }
    diagnosis.findings += try database.all("SELECT device, seq FROM fork_entry") { row in
      .fork(partner: roster.partner(of: Device.ID(try row.value(0))), sequence: try row.value(1))
    }
    return unsound
  }

  /// As whose a feed is kept here: to name what is wrong with it, and for nothing else.
  private func toldPartner(of device: Device.ID) throws -> Partner.ID? {
    let row = try database.first("SELECT partner FROM feed WHERE device = \(device.text)") {
      Partner.ID(try $0.value(0))
    }
    return row.flatMap { pair[$0]?.id } ?? roster.partner(of: device)
  }

  private func follow(
    _ member: Roster.Member, as partner: Partner.ID, count: Int64, progress: (Int) -> Void
  ) throws -> FeedCheck {
    var check = FeedCheck(
      couple: couple, partner: partner, member: member,
      isFounder: roster.founders.contains(member.device) || roster.doubtful.contains(member.device))
    var batch: [JournalRow] = []
    func look() {
      let key = member.key
      for (row, judged) in zip(batch, concurrently(batch) { $0.judged(by: key) }) {
        check.take(row, judged) { $0 <= count + Header.mostTickJump }
      }
      batch = []
      progress(check.entries)
    }
    try database.each(
      """
      SELECT seq, tick, id, header, signature, salt, body FROM entry
      LEFT JOIN body ON body.entry = entry.number WHERE device = \(member.device.text) ORDER BY seq
      """
    ) { row in
      batch.append(try JournalRow(row))
      if batch.count >= 2_000 { look() }
    }
    look()
    return check
  }

  /// The partners who have a key here.
  private func partnersHere() throws -> Set<Partner.ID> {
    let names = Set(try folder.entries())
    return Set(
      roster.members.values.filter { names.contains($0.device.text + Self.keySuffix) }
        .map(\.partner))
  }

  /// A feed whose key lies here is written here: what others saw of it cannot be missing.
  private func checkSeen(
    _ seen: [Device.ID: Head], _ here: Set<Partner.ID>, _ diagnosis: inout Diagnosis
  ) throws {
    for member in roster.members.values where here.contains(member.partner) {
      guard let head = seen[member.device] else { continue }
      let isThere = try database.first(
        """
        SELECT 1 FROM entry
        WHERE device = \(member.device.text) AND seq = \(head.sequence) AND id = \(head.id.text)
        """
      ) { _ in true }
      if isThere != true { diagnosis.findings.append(.head(partner: member.partner)) }
    }
  }

  /// The text of a proposal is gone only where its writer, or both, asked for that.
  ///
  /// Of anything else that can be erased nobody can tell what it was: it may have been a pause, and
  /// those leave without being asked for (rule S7).
  private func checkErasures(
    _ texts: [(FeedCheck.EmptiedText, Partner.ID?)], _ diagnosis: inout Diagnosis
  ) throws {
    for (text, partner) in texts {
      guard let partner else { continue }
      let thread = try thread(text.agreement, verifying: .none)
      if thread.mayBeErased(text.revision, by: partner, at: text.order.tick) { continue }
      diagnosis.findings.append(
        .entry(partner: partner, sequence: text.order.sequence, problem: .emptied))
    }
  }
}
