import Agreements
import Files
import Journal
import SQLite

// Whether the journal is what was signed.

extension Store {
  /// - Returns: the entries that are not what was signed.
  func checkJournal(
    _ diagnosis: inout Diagnosis, _ progress: (Int) -> Void
  ) throws -> Set<Entry.ID> {
    var seen: [Device.ID: Head] = [:]
    var texts: [(FeedCheck.EmptiedText, Partner.ID)] = []
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
        diagnosis.entries +=
          try database.value(
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
      // A table that remembers less than there is has only fallen behind.
      if let row, check.last != Head(sequence: row.sequence, id: Entry.ID(row.id)),
        row.sequence >= check.last?.sequence ?? 0
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
    _ texts: [(FeedCheck.EmptiedText, Partner.ID)], _ diagnosis: inout Diagnosis
  ) throws {
    for (text, partner) in texts {
      let thread = try thread(text.agreement, verifying: .none)
      if thread.mayBeErased(text.revision, by: partner, at: text.order.tick) { continue }
      diagnosis.findings.append(
        .entry(partner: partner, sequence: text.order.sequence, problem: .emptied))
    }
  }
}
