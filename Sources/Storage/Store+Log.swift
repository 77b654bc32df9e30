package import Agreements
package import Journal
import SQLite

/// One thing that happened.
package struct Event: Sendable {
  package let order: JournalOrder
  package let entry: Entry.ID
  package let partner: Partner.ID
  /// Nil once erased.
  package let body: Body?
}

extension [Event] {
  /// Those that hold the text of a proposal, or held it: each stands right before its proposal, in
  /// the same feed.
  package var texts: [Event] {
    var places: [Device.ID: Set<Int64>] = [:]
    for event in self {
      guard case .propose = event.body?.act else { continue }
      places[event.order.device, default: []].insert(event.order.sequence - 1)
    }
    return filter { places[$0.order.device]?.contains($0.order.sequence) ?? false }
  }
}

extension Store {
  /// Everything that happened, oldest first.
  ///
  /// - Parameter agreement: only what concerns this one.
  package func events(on agreement: Agreement.ID? = nil) throws -> [Event] {
    try told {
      let chosen: SQL =
        if let agreement {
          """
          SELECT header, signature, salt, body FROM body JOIN entry ON number = body.entry
          WHERE \(sql: Said.isOnOne) AND \(sql: Said.on) = \(agreement.text)
          """
        } else {
          """
          SELECT header, signature, salt, body FROM entry LEFT JOIN body ON body.entry = number
          ORDER BY tick, device, seq
          """
        }
      let events = try database.all(chosen) { row -> Event? in
        // What nobody who counts wrote is in no history; a check names it.
        guard let entry = Self.entry(row), entry.header.couple == couple,
          let partner = roster.partner(of: entry.header.device)
        else { return nil }
        if let act = entry.content?.body.act {
          // All of one agreement is looked at; of everything there ever was, `doctor` tells.
          guard let heard = try heard(entry, verifying: agreement == nil ? .none : .all),
            heard.gives || act.takes || act.isUnknown
          else { return nil }
        }
        return Event(
          order: entry.order, entry: entry.id, partner: partner, body: entry.content?.body)
      }
      return events.compactMap(\.self).sorted { $0.order < $1.order }
    }
  }
}
