import Agreements
import Storage

extension Session {
  /// What is due to be looked at again and still waits for this partner, or for anyone where it is
  /// not known who reads.
  func toReview(in store: Store, by partner: Partner?) throws -> [Agreement] {
    try store.inForce(at: clock.now)
      .filter { $0.reviewDue.map { day($0) <= today } ?? false }
      .map { try store.agreement($0) }
      .filter { agreement in
        guard let review = agreement.review else { return false }
        return partner.map { review.waits(for: $0.id) } ?? true
      }
  }
}

extension Agreement {
  /// The texts that can be answered at this moment by this partner, or by anyone where it is not
  /// known who that is.
  func open(at now: Instant, for partner: Partner?) -> [Revision] {
    open(at: now).filter { text in partner.map { text.stances[$0.id] == nil } ?? true }
  }
}
