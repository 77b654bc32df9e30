import Agreements
import Journal
import SQLite

@testable import Storage

/// What Bo's keys really signed, kept apart from any file.
struct SignedModel {
  private struct Taken {
    let entry: Entry
    let on: Agreement.ID
    let isEnd: Bool
    let revisions: [Revision.ID]
  }

  let bo: Partner.ID
  private var consents: [Agreement.ID: Set<Revision.ID>] = [:]
  private var takings: [Taken] = []

  /// - Parameter devices: whose each is, in the honest store.
  init(_ entries: [Entry], of devices: [Device.ID: Partner.ID], _ bo: Partner.ID) {
    self.bo = bo
    for entry in entries where devices[entry.header.device] == bo { take(entry) }
  }

  /// Takes in what Bo signed himself.
  mutating func take(_ entry: Entry) {
    func refuse(_ on: Agreement.ID, _ revisions: [Revision.ID]) {
      takings.append(Taken(entry: entry, on: on, isEnd: false, revisions: revisions))
    }
    switch entry.content?.body.act {
    case .propose(let on, let proposal):
      if !proposal.isFirstYes { consents[on, default: []].insert(proposal.revision) }
      refuse(on, proposal.refuses)
    case .accept(let on, let revision, let refuses, let isFirst, _, _):
      if !isFirst { consents[on, default: []].insert(revision) }
      refuse(on, refuses)
    case .decline(let on, let revisions), .withdraw(let on, let revisions): refuse(on, revisions)
    case .forget(let on, let forgetting): refuse(on, forgetting.refuses)
    case .end(let on): takings.append(Taken(entry: entry, on: on, isEnd: true, revisions: []))
    default: break
    }
  }

  func hasConsented(to revision: Revision.ID, on id: Agreement.ID) -> Bool {
    consents[id]?.contains(revision) ?? false
  }

  /// Whether an end of Bo's lies there, whole, by one of his keys that the store knows.
  func hasEnded(_ id: Agreement.ID, _ present: Set<Entry.ID>, _ store: Store) -> Bool {
    takings.contains { $0.on == id && $0.isEnd && isThere($0, present, store) }
  }

  /// The same of a no to one text.
  func hasRefused(
    _ revision: Revision.ID, on id: Agreement.ID, _ present: Set<Entry.ID>, _ store: Store
  ) -> Bool {
    takings.contains {
      $0.on == id && $0.revisions.contains(revision) && isThere($0, present, store)
    }
  }

  private func isThere(_ taken: Taken, _ present: Set<Entry.ID>, _ store: Store) -> Bool {
    present.contains(taken.entry.id)
      && store.members.partner(of: taken.entry.header.device) == bo
  }

  /// The entries of Bo's that lie in a file with every byte that he signed.
  func present(in attacker: Attacker) throws -> Set<Entry.ID> {
    let signed = Dictionary(takings.map { ($0.entry.id, $0.entry) }) { first, _ in first }
    return try attacker.raw { database in
      var found: Set<Entry.ID> = []
      // Without an index: each row as it lies there.
      let rows = try database.all(
        """
        SELECT header, signature, salt, body FROM entry NOT INDEXED
        CROSS JOIN body ON body.entry = number
        """
      ) { Store.entry($0) }
      for case let row?? in rows where signed[row.id] == row { found.insert(row.id) }
      return found
    }
  }
}
