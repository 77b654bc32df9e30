package import Agreements
import SQLite

extension Vault {
  /// What one can hold on to; nothing, where nothing was said.
  package func footing() throws -> Footing {
    try told {
      try database.first("SELECT sentence, step, people FROM footing") { row in
        Footing(
          sentence: try row.optionalWords(0), step: try row.optionalWords(1),
          people: try row.optionalWords(2))
      } ?? Footing()
    }
  }

  /// Whether this partner wants hints about wording; so it is by itself.
  package var showsHints: Bool {
    get throws {
      try told { try database.value("SELECT is_on FROM setting WHERE name = 'hints'") ?? true }
    }
  }
}

extension Vault.Pen {
  /// Writes the footing anew; the same again is no change.
  package func set(_ footing: Footing) throws {
    guard try vault.footing() != footing else { return }
    try told {
      try database.run("DELETE FROM footing")
      guard footing != Footing() else { return }
      try database.run(
        """
        INSERT INTO footing (one, sentence, step, people)
        VALUES (1, \(nullable: footing.sentence?.text), \(nullable: footing.step?.text),
          \(nullable: footing.people?.text))
        """)
    }
  }

  package func showHints(_ isOn: Bool) throws {
    guard try vault.showsHints != isOn else { return }
    try told {
      try database.run("INSERT OR REPLACE INTO setting (name, is_on) VALUES ('hints', \(isOn))")
    }
  }
}
