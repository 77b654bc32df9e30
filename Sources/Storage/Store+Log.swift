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
  /// Those that hold the text of a proposal, or held it: each stands right before its proposal, in the
  /// same feed.
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
          "WHERE number IN (SELECT entry FROM mention WHERE agreement = \(agreement.text))"
        } else {
          ""
        }
      return try database.all(
        """
        SELECT tick, entry.device, seq, entry.id, partner, body
        FROM entry JOIN feed USING (device) LEFT JOIN body ON body.entry = entry.number
        \(sql: chosen) ORDER BY tick, entry.device, seq
        """
      ) { row in
        Event(
          order: JournalOrder(
            tick: try row.value(0), device: Device.ID(try row.value(1)),
            sequence: try row.value(2)),
          entry: Entry.ID(try row.value(3)), partner: Partner.ID(try row.value(4)),
          body: try row.value(5, as: [UInt8]?.self).map { try Body(json: JSON(canonical: $0)) })
      }
    }
  }
}
