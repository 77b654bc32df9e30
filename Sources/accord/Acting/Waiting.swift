import Agreements
import Storage

extension Session {
  /// What is due to be looked at again and still waits for this partner, or for anyone where it is
  /// not known who reads.
  ///
  /// - Parameter inForce: the list of what is in force, where it is at hand.
  func toReview(
    in store: Store, by partner: Partner?, among inForce: [Summary]? = nil
  ) throws -> [Agreement] {
    try (inForce ?? store.inForce(at: clock.now))
      .filter { $0.reviewDue.map { day($0) <= today } ?? false }
      .map { try store.agreement($0) }
      .filter { agreement in
        guard let review = agreement.review else { return false }
        return partner.map { review.waits(for: $0.id) } ?? true
      }
  }

  /// The texts that wait for this partner, or for anyone where it is not known who that is: for a
  /// yes or no, or for a yes that is to be said again.
  func awaited(in agreement: Agreement, of pair: Pair, by partner: Partner?) -> [Revision] {
    let all = partner.map { [$0] } ?? pair.both
    return agreement.open(at: clock.now).filter { text in
      all.contains { text.awaits($0.id, at: clock.now, in: clock.rules) }
    }
  }

  /// From which day on a partner may say again what they said yes to; nil where they may already.
  func restsUntil(_ partner: Partner.ID, _ text: Revision) -> Day? {
    guard text.asksAgain(partner), let first = text.firstYes[partner] else { return nil }
    let earliest = SecondYes.earliest(after: first, in: clock.rules)
    return earliest <= clock.now ? nil : day(earliest)
  }
}
