package import Agreements
import Journal
import SQLite

// Agreements that the list may not lead to.

extension Store {
  /// Lines for agreements that may be missing in the table, as what was signed says.
  package func signed(_ ids: Set<Agreement.ID>) throws -> [Summary] {
    try told {
      try database.reading {
        let holds = try loadPauses().holds
        return try shortened(
          ids.compactMap { id in
            let thread = try thread(id)
            guard !thread.isEmpty,
              var summary = Summary(AgreementRow(thread.agreement(holds: holds), thread))
            else { return nil }
            summary.holds = holds
            return summary
          })
      }
    }
  }

  /// Agreements that have a text with these words in its title, in force or not.
  package func agreements(
    everCalled words: String, fold: (String) -> String
  ) throws -> Set<Agreement.ID> {
    if words.isEmpty { return [] }
    return try told {
      var found: Set<Agreement.ID> = []
      try database.each("SELECT agreement, title FROM wording") { row in
        if fold(try row.value(1)).contains(words) { found.insert(Agreement.ID(try row.value(0))) }
      }
      return found
    }
  }
}
