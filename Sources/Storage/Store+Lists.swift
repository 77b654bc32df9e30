package import Agreements
import Journal
import SQLite

/// One line of a list.
package struct Summary: Hashable, Sendable {
  package let id: Agreement.ID
  package let revision: Revision.ID
  /// Nil where the text was erased.
  package let kind: Kind?
  package let title: String?
  package let promise: Promise?
  package let outlook: Outlook
  package let reviewDue: Instant?
  /// Earlier ones have a lower one; the same on every device.
  package let firstTick: Int64
  /// The closed agreement that this one takes up again.
  package let after: Agreement.ID?
  /// The text in force, where its consents were looked at.
  fileprivate(set) var wording: Wording?
  /// How many characters of the id tell it from all others, at least three.
  package var shortLength = 3
  /// The times in which nothing lapses.
  var holds: [Hold] = []

  package var shortID: String { String(decoding: id.text.utf8.prefix(shortLength), as: UTF8.self) }

  package func status(at now: Instant) -> Status { outlook.status(at: holds.clock(at: now)) }
}

extension Store {
  /// What is in force, oldest first: flat at any length of history.
  ///
  /// - Parameter pauses: all there are, where they are at hand.
  package func inForce(at now: Instant, pauses: Pauses? = nil) throws -> [Summary] {
    try lookedAt(at: now, pauses: pauses).inForce
  }

  /// What the table says is in force, and was looked at: both yeses, and that nothing which was
  /// signed ends, refuses or replaces it. What does not hold is apart, by its name alone.
  package func lookedAt(
    at now: Instant, pauses: Pauses? = nil
  ) throws -> (inForce: [Summary], notAsSigned: [Summary]) {
    try told {
      try database.reading {
        let holds = try (pauses ?? loadPauses()).holds
        let clock = holds.clock(at: now)
        let told =
          try summaries("status IN ('active', 'contested') AND status_until IS NULL", holds)
          + summaries(
            "status IN ('active', 'contested') AND status_until >= \(clock.seconds)", holds)
        var inForce: [Summary] = []
        var notAsSigned: [Summary] = []
        for (summary, signed) in zip(told, try signed(told, holds)) {
          if let signed, signed.isInForce(at: now) {
            inForce.append(signed)
          } else {
            notAsSigned.append(summary)
          }
        }
        self.notAsSigned = try shortened(notAsSigned)
        return (try shortened(inForce), self.notAsSigned)
      }
    }
  }

  /// What has a text that waits for an answer, as it was signed.
  ///
  /// - Parameter pauses: all there are, where they are at hand.
  package func waiting(at now: Instant, pauses: Pauses? = nil) throws -> [Summary] {
    try told {
      try database.reading {
        let holds = try (pauses ?? loadPauses()).holds
        let clock = holds.clock(at: now)
        return try shortened(
          signed(
            summaries("answer_until IS NOT NULL AND answer_until >= \(clock.seconds)", holds), holds
          )
          .compactMap(\.self)
          .filter { one in
            one.status(at: now) != .ended && one.outlook.answerUntil.map { $0 >= clock } ?? false
          })
      }
    }
  }

  /// The same lines as what was signed says; nil where that says nothing.
  private func signed(_ summaries: [Summary], _ holds: [Hold]) throws -> [Summary?] {
    try threads(summaries.map(\.id), verifying: .consents).map { thread in
      let agreement = thread.agreement(holds: holds)
      guard var signed = Summary(AgreementRow(agreement, thread)) else { return nil }
      signed.holds = holds
      signed.wording = agreement.standing?.wording
      return signed
    }
  }

  /// Whether the table says of an agreement that it is in force, and what was signed does not.
  package func isNotAsSigned(_ id: Agreement.ID, at now: Instant) throws -> Bool {
    try toldInForce(id, at: now) != nil
  }

  /// The text that the table alone says is in force; nil where what was signed says so, or neither.
  func toldInForce(_ id: Agreement.ID, at now: Instant) throws -> Revision.ID? {
    try told {
      try snapshot {
        let holds = try loadPauses().holds
        let told = try summaries("id = \(id.text)", holds).filter { $0.isInForce(at: now) }
        let signed = try signed(told, holds).compactMap(\.self)
        return signed.contains { $0.isInForce(at: now) } ? nil : told.first?.revision
      }
    }
  }

  /// Everything there ever was, oldest first; what is in force as it was looked at, and without
  /// what does not hold.
  package func everything(
    lookedAt inForce: [Summary], _ notAsSigned: [Summary]
  ) throws -> [Summary] {
    let signed = Dictionary(inForce.map { ($0.id, $0) }) { first, _ in first }
    let other = Set(notAsSigned.map(\.id))
    // In place, and looked up only where the row says that it is in force: there may be many.
    var all = try everything()
    if !other.isEmpty { all.removeAll { other.contains($0.id) } }
    for index in all.indices where all[index].saysItIsInForce {
      guard var one = signed[all[index].id] else { continue }
      one.shortLength = all[index].shortLength
      all[index] = one
    }
    return all
  }

  /// Everything there ever was, oldest first.
  package func everything() throws -> [Summary] {
    try told {
      try database.reading {
        var summaries = try summaries("revision IS NOT NULL ORDER BY id", loadPauses().holds)
        shortenTogether(&summaries)
        return inOrder(summaries)
      }
    }
  }

  private func summaries(_ condition: SQL, _ holds: [Hold]) throws -> [Summary] {
    let rows = try database.all(
      "SELECT \(sql: AgreementRow.columns) FROM agreement WHERE \(sql: condition)"
    ) { row in (id: Agreement.ID(try row.value(0)), row: try? AgreementRow(row)) }
    return try rows.compactMap { found in
      guard var summary = Summary(try found.row ?? signedRow(found.id, holds)) else { return nil }
      summary.holds = holds
      return summary
    }
  }

  /// What a row should say, for one that says what none of ours can: it keeps nobody from the
  /// others, nor from ending it.
  private func signedRow(_ id: Agreement.ID, _ holds: [Hold]) throws -> AgreementRow {
    let thread = try thread(id)
    return AgreementRow(thread.agreement(holds: holds), thread)
  }

  /// Sorts places, not the rows themselves: there may be many of them.
  private func inOrder(_ summaries: [Summary]) -> [Summary] {
    let ticks = summaries.map(\.firstTick)
    let places = summaries.indices.sorted { one, other in
      ticks[one] == ticks[other]
        ? summaries[one].id < summaries[other].id : ticks[one] < ticks[other]
    }
    return places.map { summaries[$0] }
  }

  /// Short ids from the neighbours in the index: for a few among many.
  func shortened(_ summaries: [Summary]) throws -> [Summary] {
    try inOrder(summaries).map { summary in
      var summary = summary
      summary.shortLength = try shortLength(of: summary.id)
      return summary
    }
  }

  package func shortLength(of id: Agreement.ID) throws -> Int {
    try told {
      let before = try database.first("SELECT max(id) FROM agreement WHERE id < \(id.text)") {
        try $0.value(0, as: String?.self)
      }
      let after = try database.first("SELECT min(id) FROM agreement WHERE id > \(id.text)") {
        try $0.value(0, as: String?.self)
      }
      return max(
        3, Self.common(id.text, before.flatMap { $0 } ?? "") + 1,
        Self.common(id.text, after.flatMap { $0 } ?? "") + 1)
    }
  }

  /// How many agreements bear exactly this title; those that were taken up again do not count.
  package func count(ofTitle title: String) throws -> Int {
    try told {
      try database.value(
        """
        SELECT count(*) FROM agreement WHERE title = \(title)
          AND NOT EXISTS (SELECT 1 FROM agreement AS next WHERE next.after = agreement.id)
        """) ?? 0
    }
  }

  /// The same from all ids at once, which come sorted: for all of them.
  private func shortenTogether(_ summaries: inout [Summary]) {
    for next in summaries.indices.dropFirst() {
      let length = Self.common(summaries[next - 1].id.text, summaries[next].id.text) + 1
      summaries[next - 1].shortLength = max(summaries[next - 1].shortLength, length)
      summaries[next].shortLength = max(summaries[next].shortLength, length)
    }
  }

  /// A plain loop: it runs once for every row of `list --all`.
  private static func common(_ one: String, _ other: String) -> Int {
    var count = 0
    for (byte, otherByte) in zip(one.utf8, other.utf8) {
      guard byte == otherByte else { break }
      count += 1
    }
    return count
  }
}

extension Summary {
  /// Nil where no text of it is known.
  init?(_ row: AgreementRow) {
    guard let revision = row.revision else { return nil }
    self.init(
      id: row.id, revision: revision, kind: row.kind, title: row.title, promise: row.promise,
      outlook: row.outlook, reviewDue: row.reviewDue, firstTick: row.firstTick, after: row.after)
  }

  /// Whether its row is one of those that are looked at, which time may have ended since.
  fileprivate var saysItIsInForce: Bool { [.active, .contested].contains(outlook.now) }

  /// Whether it holds: a text that is there, or several that contradict.
  fileprivate func isInForce(at now: Instant) -> Bool {
    kind != nil && [.active, .contested].contains(status(at: now))
  }
}

// MARK: - What a person calls an agreement

extension Store {
  /// The agreements a reference may mean: by whole title, by words in it, or by the id's beginning.
  ///
  /// - Parameter reference: as typed; `fold` brings typed words and titles to a form that compares.
  package func matching(
    _ reference: String, among summaries: [Summary], fold: (String) -> String
  ) -> [Summary] {
    let words = fold(reference)
    if words.isEmpty { return [] }
    let exact = summaries.filter { $0.title.map(fold) == words }
    if !exact.isEmpty { return exact.latest }
    let byID =
      words.utf8.count >= 3 ? summaries.filter { $0.id.text.hasPrefix(words) } : []
    let byTitle = summaries.filter { $0.title.map(fold)?.contains(words) ?? false }
    return byID + byTitle.latest.filter { one in !byID.contains { $0.id == one.id } }
  }
}

extension [Summary] {
  /// Without those that another of them takes up again: the same words, an earlier time.
  fileprivate var latest: [Summary] {
    let resumed = Set(compactMap(\.after))
    return filter { !resumed.contains($0.id) }
  }
}

extension Store {
  /// What ended or was put away and has its text still: what can be taken up again.
  package func renewable(at now: Instant) throws -> [Summary] {
    try everything().filter { summary in
      guard summary.title != nil else { return false }
      switch summary.status(at: now) {
      case .ended, .lapsed, .withdrawn, .declined: return true
      case .proposed, .active, .contested: return false
      }
    }
  }
}
