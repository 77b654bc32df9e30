package import Agreements
import Journal
import SQLite

extension Store {
  /// One agreement, whole.
  package func agreement(_ id: Agreement.ID) throws -> Agreement? {
    try told { try snapshot { try load(id) } }
  }

  /// Whether a partner ever said yes or no to a text that only the other had suggested; a first yes
  /// is one too.
  package func hasAnswered(_ partner: Partner.ID) throws -> Bool {
    try told {
      try database.first(
        """
        SELECT 1 FROM (
          SELECT agreement, revision, partner FROM stance
          UNION ALL SELECT agreement, revision, partner FROM first_yes) AS said
        WHERE partner = \(partner.text) AND NOT EXISTS (
          SELECT 1 FROM proposal WHERE proposal.agreement = said.agreement
            AND proposal.revision = said.revision AND proposal.partner = said.partner)
        LIMIT 1
        """
      ) { _ in true } ?? false
    }
  }

  /// One agreement of a list, whole.
  package func agreement(_ summary: Summary) throws -> Agreement {
    guard let agreement = try agreement(summary.id) else { throw StoreError.damaged }
    return agreement
  }

  /// Runs a body whose reads are all as of one moment, whoever writes meanwhile. It is quicker, too,
  /// than one after the other.
  package func asOfOneMoment<Result>(_ body: () throws -> Result) throws -> Result {
    try told { try snapshot(body) }
  }

  /// Reads several things as of one moment, whoever writes meanwhile.
  func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    database.isInTransaction ? try body() : try database.transaction(.deferred, body)
  }

  func load(_ id: Agreement.ID) throws -> Agreement? {
    let isKnown = try database.first("SELECT 1 FROM agreement WHERE id = \(id.text)") { _ in true }
    guard isKnown == true else { return nil }
    let texts = try texts(on: id)
    let stances = try stances(on: id)
    let firstYes = try firstYes(on: id)
    let lateYes = try lateYes(on: id)
    return Agreement(
      id: id, after: texts.values.lazy.compactMap(\.after).first,
      revisions: texts.map {
        Revision(
          id: $0, $1, stances: stances[$0] ?? [:], firstYes: firstYes[$0] ?? [:],
          lateYes: lateYes[$0] ?? [])
      },
      endings: try moments("SELECT partner, at FROM ending WHERE agreement = \(id.text)"),
      answers: try answers(to: id),
      forgottenBy: try moments(
        "SELECT partner, at FROM forgetting WHERE agreement = \(id.text) AND scope = 2"),
      notedBy: Set(
        try database.all("SELECT partner FROM note WHERE agreement = \(id.text)") {
          Partner.ID(try $0.value(0))
        }), holds: try loadPauses().holds)
  }

  private func moments(_ sql: SQL) throws -> [Partner.ID: Instant] {
    var moments: [Partner.ID: Instant] = [:]
    try database.each(sql) { row in
      moments[Partner.ID(try row.value(0))] = Instant(seconds: try row.value(1))
    }
    return moments
  }

  private func stances(on agreement: Agreement.ID) throws -> [Revision.ID: [Partner.ID: Stance]] {
    var stances: [Revision.ID: [Partner.ID: Stance]] = [:]
    try database.each(
      "SELECT revision, partner, stance, at FROM stance WHERE agreement = \(agreement.text)"
    ) { row in
      let at = Instant(seconds: try row.value(3))
      stances[Revision.ID(try row.value(0)), default: [:]][Partner.ID(try row.value(1))] =
        try row.value(2, as: Int.self) == 1 ? .consent(at: at) : .refuse(at: at)
    }
    return stances
  }

  private func firstYes(on agreement: Agreement.ID) throws -> [Revision.ID: [Partner.ID: Instant]] {
    var yeses: [Revision.ID: [Partner.ID: Instant]] = [:]
    try database.each(
      "SELECT revision, partner, at FROM first_yes WHERE agreement = \(agreement.text)"
    ) { row in
      yeses[Revision.ID(try row.value(0)), default: [:]][Partner.ID(try row.value(1))] =
        Instant(seconds: try row.value(2))
    }
    return yeses
  }

  private func lateYes(on agreement: Agreement.ID) throws -> [Revision.ID: [Instant]] {
    var yeses: [Revision.ID: [Instant]] = [:]
    try database.each("SELECT revision, at FROM late_yes WHERE agreement = \(agreement.text)") {
      yeses[Revision.ID(try $0.value(0)), default: []].append(Instant(seconds: try $0.value(1)))
    }
    return yeses
  }

  private func answers(to agreement: Agreement.ID) throws -> [ReviewAnswer] {
    var answers: [ReviewAnswer] = []
    try database.each(
      """
      SELECT partner, revision, round, due, outcome, helped, at, tick, device, seq, late FROM answer
      WHERE agreement = \(agreement.text)
      """
    ) { row in
      guard let outcome = ReviewAnswer.Outcome(rawValue: try row.value(4)) else {
        throw StoreError.damaged
      }
      answers.append(
        ReviewAnswer(
          partner: Partner.ID(try row.value(0)), revision: Revision.ID(try row.value(1)),
          round: try row.value(2), due: Instant(seconds: try row.value(3)), outcome: outcome,
          helped: try row.value(5, as: String?.self).map { name throws(SQLiteError) in
            guard let helped = ReviewAnswer.Helped(rawValue: name) else { throw row.mismatch(5) }
            return helped
          },
          at: Instant(seconds: try row.value(6)), isLate: try row.value(10),
          order: JournalOrder(
            tick: try row.value(7), device: Device.ID(try row.value(8)),
            sequence: try row.value(9))))
    }
    return answers
  }
}
