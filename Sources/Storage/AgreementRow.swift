import Agreements
import Journal
import SQLite

/// What the table of agreements says of one, without a clock: where to look, never what holds.
struct AgreementRow: Hashable {
  let id: Agreement.ID
  let after: Agreement.ID?
  let revision: Revision.ID?
  /// These nil where the text is erased.
  let kind: Kind?
  let title: String?
  let promise: Promise?
  let outlook: Outlook
  let reviewDue: Instant?
  let firstTick: Int64
  let isTouchedByNewer: Bool

  /// As the entries on it say.
  init(_ agreement: Agreement, _ thread: Thread) {
    let shown = agreement.shown
    id = agreement.id
    after = agreement.after
    revision = shown?.id
    kind = shown?.wording?.kind
    title = shown?.wording?.title.text
    promise = shown?.wording?.promise
    outlook = agreement.outlook
    reviewDue = agreement.review?.due
    firstTick = thread.firstTick
    isTouchedByNewer = thread.isTouchedByNewer
  }
}

// MARK: - In the table

extension AgreementRow {
  /// The columns that `init(_:)` reads, in its order.
  static let columns: SQL = """
    id, revision, kind, title, promise, status, status_until, status_then, answer_until,
    review_due, first_tick, after, owner, newer
    """

  init(_ row: borrowing Row) throws(SQLiteError) {
    let until = try row.value(6, as: Int64?.self)
    let promise = try row.value(4, as: String?.self)
    let isOwn = try row.value(12, as: String?.self) != nil
    id = Agreement.ID(try row.value(0))
    revision = try row.value(1, as: String?.self).map { Revision.ID($0) }
    kind = try row.value(2, as: String?.self).map { name throws(SQLiteError) in
      guard let kind = Kind(rawValue: name) else { throw row.mismatch(2) }
      return kind
    }
    title = try row.value(3)
    self.promise = promise.map { name in
      if name == "both" { return .both }
      return isOwn ? .own(Partner.ID(name)) : .only(Partner.ID(name))
    }
    outlook = Outlook(
      now: try Self.status(row, 5), until: until.map(Instant.init), then: try Self.status(row, 7),
      answerUntil: try row.value(8, as: Int64?.self).map(Instant.init))
    reviewDue = try row.value(9, as: Int64?.self).map(Instant.init)
    firstTick = try row.value(10)
    after = try row.value(11, as: String?.self).map { Agreement.ID($0) }
    isTouchedByNewer = try row.value(13)
  }

  private static func status(_ row: borrowing Row, _ column: Int) throws(SQLiteError) -> Status {
    guard let status = Status(rawValue: try row.value(column)) else { throw row.mismatch(column) }
    return status
  }

  func keep(in database: Database) throws {
    let promise: String? =
      switch self.promise {
      case .both: "both"
      case .only(let partner), .own(let partner): partner.text
      case nil: nil
      }
    try database.run(
      """
      INSERT OR REPLACE INTO agreement (id, after, revision, kind, title, promise, owner, status,
        status_until, status_then, answer_until, review_due, first_tick, newer)
      VALUES (\(id.text), \(nullable: after?.text), \(nullable: revision?.text),
        \(nullable: kind?.rawValue), \(nullable: title), \(nullable: promise),
        \(nullable: self.promise?.owner?.text), \(outlook.now.rawValue),
        \(nullable: outlook.until?.seconds), \(outlook.then.rawValue),
        \(nullable: outlook.answerUntil?.seconds), \(nullable: reviewDue?.seconds), \(firstTick),
        \(isTouchedByNewer))
      """)
  }
}
