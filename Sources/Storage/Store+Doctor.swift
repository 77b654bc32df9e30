import Agreements
import Files
import Journal
import SQLite

extension Store {
  /// The tables that the journal says the content of.
  static let projections = ["agreement", "wording", "feed"]

  /// Checks the file, every hash, signature and chain, who counts, and that the tables are what the
  /// journal says, row for row. Changes nothing.
  ///
  /// - Parameter progress: told now and then how many entries were looked at.
  package func diagnose(progress: (Int) -> Void = { _ in }) throws -> Diagnosis {
    try told {
      var diagnosis = Diagnosis()
      if try !database.integrityCheck().isEmpty { diagnosis.findings.append(.file) }
      do {
        // As of one moment: the other may be writing.
        try snapshot {
          ends = nil
          // Where the founding itself cannot be read any more, who counted when it was opened does.
          do { try readMembers() } catch StoreError.damaged {}
          let unsound = try checkJournal(&diagnosis, progress)
          diagnosis.agreements =
            try database.first("SELECT count(*) FROM agreement") { try $0.value(0) } ?? 0
          if diagnosis.findings.allSatisfy(\.leavesTables) {
            diagnosis.findings += try differences(besides: unsound).map { .table($0) }
          }
        }
      } catch let error as SQLiteError {
        guard error.code.primary == .corrupt else { throw error }
        if !diagnosis.findings.contains(.file) { diagnosis.findings.append(.file) }
      }
      return diagnosis
    }
  }

  /// Derives every row anew from the journal.
  ///
  /// - Returns: whether anything was otherwise before.
  /// - Throws: `StoreError.damaged` where the journal is not what was signed.
  @discardableResult
  package func rebuild() throws -> Bool {
    try told {
      try aloneInPlace {
        let isMended = try mendIndices()
        var diagnosis = Diagnosis()
        _ = try snapshot {
          // A view in the place of a table may have no end.
          try Self.checkSchema(of: database)
          _ = try checkJournal(&diagnosis) { _ in }
        }
        guard diagnosis.findings.allSatisfy(\.leavesTables) else { throw StoreError.damaged }
        let changed = try transaction {
          let before = try (rows(), titles(), feedRows())
          try deriveAll()
          try deriveFeeds()
          try settleNeeds()
          return try isMended || before != (rows(), titles(), feedRows()) || erased
        }
        try clearErased()
        return changed
      }
    }
  }
}

extension Finding {
  /// Whether the tables can be compared all the same: what it names is not counted anyway.
  var leavesTables: Bool {
    if case .table = self { true } else { isKeptAside }
  }

  /// Whether it names what lies there and is not counted: nobody can take it away, and it hinders
  /// nobody from a copy.
  package var isKeptAside: Bool {
    switch self {
    case .stranger, .doubtful, .fork, .entry(_, _, .tooFar): true
    case .file, .entry, .head, .table: false
    }
  }
}
