import Agreements
import Journal
import SQLite

// Whether the tables say what the journal says.

extension Store {
  /// Makes the indices anew where the file is not as it should be: what they leave out is not found.
  func mendIndices() throws -> Bool {
    if try database.integrityCheck().isEmpty { return false }
    try transaction { try database.run("REINDEX") }
    try readMembers()
    return true
  }

  /// Every row as it lies there, also one that says what none of ours can.
  func rows() throws -> Set<[Value]> {
    Set(
      try database.all("SELECT \(sql: AgreementRow.columns) FROM agreement") { row in
        var values: [Value] = []
        for column in 0..<row.columnCount { values.append(try row.value(column, as: Value.self)) }
        return values
      })
  }

  /// What the agreements with some id were ever called.
  func titles(of id: Agreement.ID? = nil) throws -> [String: String] {
    let chosen: SQL = if let id { "WHERE agreement = \(id.text)" } else { "" }
    var titles: [String: String] = [:]
    try database.each("SELECT entry, agreement, title FROM wording \(sql: chosen)") { row in
      titles[try row.value(0)] =
        "\(try row.value(1, as: String.self)) \(try row.value(2, as: String.self))"
    }
    return titles
  }

  /// The tables that say something else than the journal.
  func differences(besides unsound: Set<Entry.ID>) throws -> [String] {
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

  func feedRows() throws -> Set<FeedRow> {
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

  func deriveFeeds() throws {
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
