package import Agreements
import SQLite

/// A need as the vault keeps it.
package struct KeptNeed: Hashable, Sendable {
  package let id: Need.ID
  package let need: Need
  package let added: Instant
  /// Nil while it is as first written.
  package let changed: Instant?

  package init(id: Need.ID, need: Need, added: Instant, changed: Instant?) {
    self.id = id
    self.need = need
    self.added = added
    self.changed = changed
  }
}

extension Vault {
  /// All needs, in the order they were added.
  package func needs() throws -> [KeptNeed] {
    try told { try database.all("\(sql: Self.need) ORDER BY number", Self.need) }
  }

  package func need(_ id: Need.ID) throws -> KeptNeed? {
    try told { try database.first("\(sql: Self.need) WHERE id = \(id.text)", Self.need) }
  }

  private static let need: SQL = """
    SELECT id, category, text, trigger, step, request, added, changed FROM need
    """

  private static func need(_ row: borrowing Row) throws -> KeptNeed {
    guard let category = Need.Category(rawValue: try row.value(1)) else { throw row.mismatch(1) }
    return KeptNeed(
      id: Need.ID(try row.value(0)),
      need: Need(
        category: category, text: try row.words(2), trigger: try row.optionalWords(3),
        step: try row.optionalWords(4), request: try row.optionalWords(5)),
      added: try row.instant(6),
      changed: try row.value(7, as: Int64?.self).map(Instant.init(seconds:)))
  }
}

extension Vault.Pen {
  package func add(_ need: Need, at now: Instant) throws -> Need.ID {
    let id = Need.ID.random()
    try told {
      try database.run(
        """
        INSERT INTO need (id, category, text, trigger, step, request, added)
        VALUES (\(id.text), \(need.category.rawValue), \(need.text.text), \(nullable: need.trigger?.text),
          \(nullable: need.step?.text), \(nullable: need.request?.text), \(now.seconds))
        """)
    }
    return id
  }

  /// Writes a need anew; the same words again are no change.
  ///
  /// - Returns: whether there is such a need.
  package func replace(_ id: Need.ID, with need: Need, at now: Instant) throws -> Bool {
    guard let old = try vault.need(id) else { return false }
    guard old.need != need else { return true }
    try told {
      try database.run(
        """
        UPDATE need SET category = \(need.category.rawValue), text = \(need.text.text),
          trigger = \(nullable: need.trigger?.text), step = \(nullable: need.step?.text),
          request = \(nullable: need.request?.text), changed = \(now.seconds)
        WHERE id = \(id.text)
        """)
    }
    return true
  }

  /// - Returns: whether there was such a need.
  package func remove(_ id: Need.ID) throws -> Bool {
    try told {
      try database.run("DELETE FROM need WHERE id = \(id.text)")
      return database.changes > 0
    }
  }
}
