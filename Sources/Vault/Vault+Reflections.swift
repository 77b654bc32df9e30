package import Agreements
import SQLite

/// A reflection as the vault keeps it.
package struct KeptReflection: Hashable, Sendable {
  package let id: Reflection.ID
  package let reflection: Reflection
  package let at: Instant

  package init(id: Reflection.ID, reflection: Reflection, at: Instant) {
    self.id = id
    self.reflection = reflection
    self.at = at
  }
}

extension Vault {
  /// All reflections, in the order they were added.
  package func reflections() throws -> [KeptReflection] {
    try told {
      try database.all(
        """
        SELECT id, at, happened, felt, feared, known_from, did, trigger FROM reflection
        ORDER BY number
        """
      ) { row in
        KeptReflection(
          id: Reflection.ID(try row.value(0)),
          reflection: Reflection(
            happened: try row.optionalWords(2), felt: try row.optionalWords(3),
            feared: try row.optionalWords(4), knownFrom: try row.optionalWords(5),
            did: try row.optionalWords(6), trigger: try row.optionalWords(7)),
          at: try row.instant(1))
      }
    }
  }
}

extension Vault.Pen {
  /// Keeps a reflection, which must not be empty.
  package func add(_ reflection: Reflection, at now: Instant) throws -> Reflection.ID {
    let id = Reflection.ID.random()
    try told {
      try database.run(
        """
        INSERT INTO reflection (id, at, happened, felt, feared, known_from, did, trigger)
        VALUES (\(id.text), \(now.seconds), \(nullable: reflection.happened?.text),
          \(nullable: reflection.felt?.text), \(nullable: reflection.feared?.text),
          \(nullable: reflection.knownFrom?.text), \(nullable: reflection.did?.text),
          \(nullable: reflection.trigger?.text))
        """)
    }
    return id
  }

  /// - Returns: whether there was such a reflection.
  package func remove(_ id: Reflection.ID) throws -> Bool {
    try told {
      try database.run("DELETE FROM reflection WHERE id = \(id.text)")
      return database.changes > 0
    }
  }
}
