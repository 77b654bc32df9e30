// A text that touches what only one can decide about takes two yeses of each, on two days (rule
// S9): whom its words bind, a list cannot tell, and who promises is for its writer to say. Which
// texts those are is looked at where a yes is written, by the word lists of the program that writes
// it; the yes itself says that it is a first one. So what is in force never hangs on a list.

/// When a yes may be said again.
package enum SecondYes {
  /// At least so long after the first one, in seconds: eight hours, a night.
  package static let night: Int64 = 8 * Instant.hour

  /// On another day, and with a night between: from when on a yes may be said again.
  ///
  /// - Parameter zone: the wall clock of whoever says it.
  package static func earliest(after first: Instant, in zone: ZoneRules) -> Instant {
    let nextDay = zone.startOfDay(zone.day(of: first).advanced(by: 1))
    return max(nextDay, first.advanced(by: night))
  }
}

extension Wording {
  /// Whether a yes to it is to be said again before it counts: it takes both, and it touches what
  /// only one can decide about.
  package func asksTwice(of pair: Pair) -> Bool {
    promise.owner == nil && !clauses(of: pair).isEmpty
  }
}

extension Revision {
  /// Whether a partner said yes, be it for the first time only, and did not take it back.
  package func saysYes(_ partner: Partner.ID) -> Bool {
    consents(partner) || firstYes[partner] != nil && !refuses(partner)
  }

  /// Whether a partner's first yes is to be said again.
  package func asksAgain(_ partner: Partner.ID) -> Bool {
    firstYes[partner] != nil && stances[partner] == nil
  }

  /// Whether a partner may say something to it now: a yes or no, or the same yes again.
  package func awaits(_ partner: Partner.ID, at now: Instant, in zone: ZoneRules) -> Bool {
    guard stances[partner] == nil else { return false }
    return firstYes[partner].map { SecondYes.earliest(after: $0, in: zone) <= now } ?? true
  }

  /// The last moment at which something can be said to it: `lapsesAt`, or, where a yes is to be
  /// said again, 14 days after the last one that came in time.
  package var waitsUntil: Instant {
    if firstYes.isEmpty { return lapsesAt }
    let timely = yeses.values.filter { $0 <= lapsesAt }.max()
    return timely.map { max(lapsesAt, $0.advanced(by: Proposal.patience)) } ?? lapsesAt
  }

  /// When each partner said yes for the first time, as far as they did and did not take it back.
  var yeses: [Partner.ID: Instant] {
    var yeses = firstYes.filter { !refuses($0.key) }
    for case (let partner, .consent(let at)) in stances {
      yeses[partner] = min(yeses[partner] ?? at, at)
    }
    return yeses
  }
}
