import Agreements
import Journal
import SQLite

// Entries as they were signed. Whose one is, where it stands and what it says comes from its header
// and its body; the columns beside them only help to find it.

/// How a body is found: by the agreement it is on, or, where it is on none, by its kind. Both are
/// read from the signed bytes themselves, by the expressions that `0007_trust.sql` has indexed.
enum Said {
  static let on: SQL = "CAST(substr(body, instr(body, X'2C226F6E223A22') + 7, 52) AS TEXT)"
  static let isOnOne: SQL = "instr(body, X'2C226F6E223A22') > 0"
  static let kind: SQL = """
    CAST(substr(body, instr(body, X'226B696E64223A22') + 8,
    instr(substr(body, instr(body, X'226B696E64223A22') + 8), X'22') - 1) AS TEXT)
    """
  static let isApart: SQL = "instr(body, X'2C226F6E223A22') = 0"
}

/// Which signatures are looked at before something is shown or done.
enum Verifying {
  /// All but those of texts, which are what their names say or are passed over.
  case all
  /// Those of what agrees, ends, refuses, replaces or is looked at again.
  case consents
  /// None: they were looked at just now.
  case none
}

/// The columns of an entry, as they lie there.
struct EntryRow: Sendable {
  let header: [UInt8]
  let signature: [UInt8]
  let salt: [UInt8]?
  let body: [UInt8]?

  /// Header, signature, salt, body.
  init(_ row: borrowing Row, from column: Int = 0) throws(SQLiteError) {
    header = try row.value(column)
    signature = try row.value(column + 1)
    salt = try row.value(column + 2)
    body = try row.value(column + 3)
  }

  func entry() throws(EntryProblem) -> Entry {
    try Entry(
      headerBytes: header, signature: signature,
      content: salt.flatMap { salt in body.map { (salt, $0) } })
  }
}

extension Store {
  /// What was said of one agreement, by whoever counts.
  func thread(_ id: Agreement.ID, verifying: Verifying = .all) throws -> Thread {
    try threads([id], verifying: verifying)[0]
  }

  /// The same of several, in their order; what takes long is done for all of them at once.
  func threads(_ ids: [Agreement.ID], verifying: Verifying = .all) throws -> [Thread] {
    let entries = try entries(in: ids.map { try rows(on: $0) }, verifying: verifying)
    return try zip(ids, entries).map { id, entries in
      Thread(
        id, of: couple, try heard(entries, on: id, verifying: verifying), leaving: try leaving())
    }
  }

  /// Those of some entries that count, and are on an agreement: an index says where to look; what
  /// an entry is on, the entry says.
  func heard(
    _ entries: [Entry], on id: Agreement.ID, verifying: Verifying
  ) throws -> [Heard] {
    try entries.filter { $0.content?.body.act.agreement == id }
      .compactMap { try heard($0, verifying: verifying) }
  }

  private func rows(on id: Agreement.ID) throws -> [EntryRow] {
    try database.all(
      """
      SELECT header, signature, salt, body FROM body JOIN entry ON number = body.entry
      WHERE \(sql: Said.isOnOne) AND \(sql: Said.on) = \(id.text)
      """
    ) { try? EntryRow($0) }.compactMap(\.self)
  }

  /// The entries in each group of rows, without what is none; signatures are looked at on the way.
  func entries(in groups: [[EntryRow]], verifying: Verifying) -> [[Entry]] {
    let (roster, genuine) = (roster, genuine)
    let read = concurrently(groups.flatMap(\.self)) { row -> (entry: Entry, isSigned: Bool)? in
      guard let entry = try? row.entry() else { return nil }
      guard entry.content?.body.act.isLookedAt(verifying) == true, !genuine.contains(entry.id),
        let member = roster[entry.header.device]
      else { return (entry, false) }
      return (entry, (try? entry.verify(with: member.key)) != nil)
    }
    self.genuine.formUnion(read.compactMap(\.self).filter(\.isSigned).map(\.entry.id))
    var rest = read[...]
    return groups.map { group in
      defer { rest = rest.dropFirst(group.count) }
      return rest.prefix(group.count).compactMap { $0?.entry }
    }
  }

  /// Who said what is on no agreement, of the kinds that a list names.
  func heardApart(_ kinds: SQL) throws -> [Heard] {
    try entriesApart(kinds).compactMap { try heard($0, verifying: .all) }
  }

  func entriesApart(_ kinds: SQL) throws -> [Entry] {
    try Self.entriesApart(kinds, in: database)
  }

  /// Entries on no agreement, in the order of arrival.
  static func entriesApart(_ kinds: SQL, in database: Database) throws -> [Entry] {
    try database.all(
      """
      SELECT header, signature, salt, body FROM body INDEXED BY body_apart
      JOIN entry ON number = body.entry
      WHERE \(sql: Said.isApart) AND \(sql: Said.kind) IN (\(sql: kinds)) ORDER BY number
      """
    ) { entry($0) }.compactMap(\.self)
  }

  /// One entry from its four columns; nil where it is none, which hinders nobody from the others.
  static func entry(_ row: borrowing Row) -> Entry? {
    try? EntryRow(row).entry()
  }

  /// Whose an entry is, and whether what it gives counts; nil where it is nobody's who counts.
  func heard(_ entry: Entry, verifying: Verifying) throws -> Heard? {
    guard let act = entry.content?.body.act, let member = roster[entry.header.device],
      entry.header.couple == couple
    else { return nil }
    guard !act.isLookedAt(verifying) || isGenuine(entry, of: member) else { return nil }
    let gives =
      switch roster.hearing(of: entry.header) {
      case .counts: try isNear(entry.header.tick)
      case .countsBefore(let last):
        try isNear(entry.header.tick) && chains.isOnChain(member.device, entry.head, last)
      case .takesOnly, .nothing: false
      }
    return Heard(entry, by: member.partner, gives: gives)
  }

  /// Whether its writer signed it; looked at once.
  func isGenuine(_ entry: Entry, of member: Roster.Member) -> Bool {
    if genuine.contains(entry.id) { return true }
    guard (try? entry.verify(with: member.key)) != nil else { return false }
    genuine.insert(entry.id)
    return true
  }

  /// Whether a tick may be one: those of a couple grow by one an act.
  func isNear(_ tick: Int64) throws -> Bool {
    if tick <= Header.mostTickJump { return true }
    return try tick <= entryCount() + Header.mostTickJump
  }

  /// Counted once for all that asks: of many such ticks none keeps anybody busy.
  private func entryCount() throws -> Int64 {
    let changes = database.totalChanges
    if let counted, counted.changes == changes { return counted.entries }
    let entries: Int64 = try database.value("SELECT count(*) FROM entry") ?? 0
    counted = (changes, entries)
    return entries
  }

  /// Who left, and when.
  func leaving() throws -> [Partner.ID: Instant] {
    if let left { return left }
    var leaving: [Partner.ID: Instant] = [:]
    for entry in membership {
      guard case .leave = entry.content?.body.act, let at = entry.content?.body.at,
        let member = roster[entry.header.device], isGenuine(entry, of: member)
      else { continue }
      leaving[member.partner] = min(leaving[member.partner] ?? at, at)
    }
    left = leaving
    return leaving
  }
}

extension Act {
  fileprivate func isLookedAt(_ verifying: Verifying) -> Bool {
    switch (verifying, self) {
    case (.none, _), (_, .word), (.consents, .note): false
    default: true
    }
  }
}

extension Entry {
  var head: Head { Head(sequence: header.sequence, id: id) }
}
