import Agreements
import Journal
import SQLite

// Whether the tables say what the journal says.

extension Store {
  /// Makes the indices anew where the file is not as it should be: what they leave out is not
  /// found.
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

  /// What agreements were ever called: all of them, or those with ids in a range.
  func titles(_ ids: ClosedRange<String>? = nil) throws -> [String: String] {
    let chosen: SQL =
      if let ids { "WHERE agreement BETWEEN \(ids.lowerBound) AND \(ids.upperBound)" } else { "" }
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
    var check = TableCheck(holds: try loadPauses().holds, leaving: try leaving())
    var batch: [(id: Agreement.ID, rows: [EntryRow])] = []
    var count = 0
    func look() throws {
      try compare(batch, besides: unsound, in: &check)
      (batch, count) = ([], 0)
    }
    try database.each(
      """
      SELECT header, signature, salt, body, \(sql: Said.on) FROM body INDEXED BY body_by_agreement
      JOIN entry ON number = body.entry
      WHERE \(sql: Said.isOnOne) ORDER BY \(sql: Said.on)
      """
    ) { row in
      guard let columns = try? EntryRow(row), let id = try? Agreement.ID(row.value(4))
      else { return }
      if batch.last?.id != id {
        if count >= 4_000 { try look() }
        batch.append((id, []))
      }
      batch[batch.count - 1].rows.append(columns)
      count += 1
    }
    try look()
    if try database.value("SELECT count(*) FROM agreement") != check.agreements {
      check.differing.insert("agreement")
    }
    if try database.value("SELECT count(*) FROM wording") != check.titles {
      check.differing.insert("wording")
    }
    return check.differing.sorted()
  }

  /// What was compared so far, and what every row depends on.
  private struct TableCheck {
    let holds: [Hold]
    let leaving: [Partner.ID: Instant]
    var agreements = 0
    var titles = 0
    var differing: Set<String> = []
  }

  /// Compares the rows of some agreements with what was said of them.
  private func compare(
    _ batch: [(id: Agreement.ID, rows: [EntryRow])], besides unsound: Set<Entry.ID>,
    in check: inout TableCheck
  ) throws {
    let ids = batch.map(\.id.text)
    guard let first = ids.min(), let last = ids.max() else { return }
    let entries = entries(in: batch.map(\.rows), verifying: .none)
    let said = try zip(batch, entries).map { group, entries in
      let sound = entries.filter { !unsound.contains($0.id) }
      return (group.id, try heard(sound, on: group.id, verifying: .none))
    }.filter { !$0.1.isEmpty }
    let (couple, holds, leaving) = (couple, check.holds, check.leaving)
    let derived = concurrently(said) { id, heard in
      let thread = Thread(id, of: couple, heard, leaving: leaving)
      return (AgreementRow(thread.agreement(holds: holds), thread), thread.titles)
    }
    let kept = Set(
      try database.all(
        """
        SELECT \(sql: AgreementRow.columns) FROM agreement
        WHERE id BETWEEN \(first) AND \(last)
        """
      ) { try? AgreementRow($0) })
    if !derived.allSatisfy({ kept.contains($0.0) }) { check.differing.insert("agreement") }
    let called = derived.flatMap { row, titles in
      titles.map { ($0.key.text, "\(row.id.text) \($0.value.text)") }
    }
    if try titles(first...last) != Dictionary(called, uniquingKeysWith: { $1 }) {
      check.differing.insert("wording")
    }
    check.agreements += derived.count
    check.titles += called.count
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
