import Agreements
import Journal
import SQLite

/// One row of the journal, as it lies there.
struct JournalRow: Sendable {
  let sequence: Int64
  let tick: Int64
  let id: Entry.ID
  let columns: EntryRow

  /// Seq, tick, id, header, signature, salt, body.
  init(_ row: borrowing Row) throws(SQLiteError) {
    sequence = try row.value(0)
    tick = try row.value(1)
    id = Entry.ID(try row.value(2))
    columns = try EntryRow(row, from: 3)
  }

  /// The entry, and whether a key signed it.
  func judged(by key: VerifyingKey) -> Result<Entry, Unsound> {
    do throws(EntryProblem) {
      let entry = try columns.entry()
      guard (try? entry.verify(with: key)) != nil else { return .failure(.unsigned) }
      return .success(entry)
    } catch {
      return .failure(error == .wrongHash ? .altered : .unreadable)
    }
  }

  enum Unsound: Error { case unsigned, altered, unreadable }
}

/// Follows one feed from its first entry.
struct FeedCheck {
  let couple: Couple.ID
  /// As whose the feed is told of.
  let partner: Partner.ID
  let member: Roster.Member
  let isFounder: Bool
  private(set) var last: Head?
  private var tick: Int64 = 0
  /// When the last readable entry was written.
  private var at: Instant?
  private(set) var entries = 0
  private(set) var erased = 0
  private(set) var findings: [(Finding, Instant?)] = []
  /// Texts of proposals that are gone.
  private(set) var emptiedTexts: [EmptiedText] = []
  private var emptied: JournalOrder?
  /// The last entry of each other feed that this one has seen.
  private(set) var seen: [Device.ID: Head] = [:]
  /// Entries that are not what was signed.
  private(set) var unsound: Set<Entry.ID> = []

  struct EmptiedText {
    let agreement: Agreement.ID
    let revision: Revision.ID
    let order: JournalOrder
  }

  init(couple: Couple.ID, partner: Partner.ID, member: Roster.Member, isFounder: Bool) {
    self.couple = couple
    self.partner = partner
    self.member = member
    self.isFounder = isFounder
  }

  mutating func take(
    _ row: JournalRow, _ judged: Result<Entry, JournalRow.Unsound>, isNear: (Int64) -> Bool
  ) {
    entries += 1
    if row.columns.body == nil { erased += 1 }
    if let fault = fault(row, judged, isNear: isNear) {
      findings.append(
        (.entry(partner: partner, sequence: row.sequence, problem: fault), at))
      if fault != .missing, fault != .unchained { unsound.insert(row.id) }
    }
    last = Head(sequence: row.sequence, id: row.id)
  }

  private mutating func fault(
    _ row: JournalRow, _ judged: Result<Entry, JournalRow.Unsound>, isNear: (Int64) -> Bool
  ) -> EntryFault? {
    let wasEmptied = emptied
    emptied = nil
    let entry: Entry
    switch judged {
    case .failure(.unsigned): return .unsigned
    case .failure(.altered): return .altered
    case .failure(.unreadable): return .unreadable
    case .success(let sound): entry = sound
    }
    let header = entry.header
    guard entry.id == row.id, header.sequence == row.sequence, header.tick == row.tick,
      header.couple == couple
    else { return .misplaced }
    if let body = entry.content?.body {
      at = body.at
      if let wasEmptied, case .propose(let on, let proposal) = body.act {
        emptiedTexts.append(
          EmptiedText(agreement: on, revision: proposal.revision, order: wasEmptied))
      }
    } else {
      guard header.isErasable else { return .emptied }
      emptied = entry.order
    }
    let expected = (last?.sequence ?? 0) + 1
    let before = tick
    if isNear(header.tick) { tick = header.tick }
    seen.merge(header.seen) { $0.sequence > $1.sequence ? $0 : $1 }
    if row.sequence != expected { return .missing }
    guard header.previous == last?.id else { return .unchained }
    guard isNear(header.tick) else { return .tooFar }
    guard header.tick > before else { return .unchained }
    return expected == 1 && !isFirst(entry) ? .misplaced : nil
  }

  /// A feed begins with the entry that founded, or says what its admission said.
  private func isFirst(_ entry: Entry) -> Bool {
    guard let said = entry.introduction else { return false }
    return said.partner.id == member.partner && said.recipient == member.recipient
      && (!isFounder || entry.id == member.source)
  }
}
