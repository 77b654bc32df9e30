package import Agreements
import Journal
import SQLite

extension Store {
  /// One agreement, whole.
  package func agreement(_ id: Agreement.ID) throws -> Agreement? {
    try told { try snapshot { try load(id) } }
  }

  /// One agreement of a list, whole.
  package func agreement(_ summary: Summary) throws -> Agreement {
    guard let agreement = try agreement(summary.id) else { throw StoreError.damaged }
    return agreement
  }

  /// Whether a partner ever said yes or no to a text that only the other had suggested; a first yes
  /// is one too.
  package func hasAnswered(_ partner: Partner.ID) throws -> Bool {
    try told {
      try snapshot {
        for device in roster.members.values where device.partner == partner {
          if try hasAnswered(partner, with: device.device) { return true }
        }
        return false
      }
    }
  }

  private func hasAnswered(_ partner: Partner.ID, with device: Device.ID) throws -> Bool {
    // Most find theirs among the first that they wrote; a yes to one's own text is a second one.
    let own = try database.all(
      """
      SELECT header, signature, salt, body FROM entry JOIN body ON body.entry = number
      WHERE device = \(device.text) AND \(sql: Said.kind) IN ('accept', 'decline', 'propose')
      ORDER BY seq
      """
    ) { Self.entry($0)?.content?.body.act }.compactMap(\.self)
    var proposed: Set<Revision.ID> = []
    for act in own {
      switch act {
      case .propose(_, let proposal):
        proposed.insert(proposal.revision)
        // A counter refuses what the other suggested.
        if !proposal.refuses.allSatisfy(proposed.contains) { return true }
      case .accept(_, let revision, _, _, _, _) where !proposed.contains(revision): return true
      case .decline(_, let revisions) where !revisions.allSatisfy(proposed.contains): return true
      default: break
      }
    }
    return false
  }

  /// Runs a body whose reads are all as of one moment, whoever writes meanwhile. It is quicker,
  /// too, than one after the other.
  package func asOfOneMoment<Result>(_ body: () throws -> Result) throws -> Result {
    try told { try snapshot(body) }
  }

  /// Reads several things as of one moment, whoever writes meanwhile.
  func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    database.isInTransaction ? try body() : try database.transaction(.deferred, body)
  }

  /// One agreement, as its signed entries say; nil where nobody who counts said anything of it.
  func load(_ id: Agreement.ID, verifying: Verifying = .all) throws -> Agreement? {
    let thread = try thread(id, verifying: verifying)
    return thread.isEmpty ? nil : thread.agreement(holds: try loadPauses().holds)
  }
}
