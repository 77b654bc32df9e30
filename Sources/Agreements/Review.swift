/// What one partner says when an agreement is looked at again.
package struct ReviewAnswer: Hashable, Sendable {
  package enum Outcome: String, CaseIterable, Hashable, Sendable {
    case keep, change, end
  }

  package enum Helped: String, CaseIterable, Hashable, Sendable {
    case yes, partly, no, unused
  }

  package let partner: Partner.ID
  package let revision: Revision.ID
  /// Counts from 1 for each text.
  package let round: Int
  package let due: Instant
  package let outcome: Outcome
  package let helped: Helped?
  package let at: Instant
  /// Whether the agreement had lapsed by then, but for a pause.
  package let isLate: Bool
  /// Where the answer stands in the journal: of two answers to one round the earlier one counts.
  package let order: JournalOrder

  package init(
    partner: Partner.ID, revision: Revision.ID, round: Int, due: Instant, outcome: Outcome,
    helped: Helped?, at: Instant, isLate: Bool = false, order: JournalOrder
  ) {
    self.isLate = isLate
    self.partner = partner
    self.revision = revision
    self.round = round
    self.due = due
    self.outcome = outcome
    self.helped = helped
    self.at = at
    self.order = order
  }
}

/// The place of an entry in the one order both partners see.
package struct JournalOrder: Hashable, Comparable, Sendable {
  package let tick: Int64
  package let device: Device.ID
  package let sequence: Int64

  package init(tick: Int64, device: Device.ID, sequence: Int64) {
    self.tick = tick
    self.device = device
    self.sequence = sequence
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.tick, left.device, left.sequence) < (right.tick, right.device, right.sequence)
  }
}

/// When a text in force is looked at again, and who has answered so far.
package struct Review: Hashable, Sendable {
  package let revision: Revision.ID
  package let round: Int
  package let due: Instant
  /// When the text was last looked at by both; when it was agreed, where it never was.
  package let lookedAt: Instant
  /// At most one partner's: with both in, the round is over.
  package let answered: [ReviewAnswer]
  /// The rounds that both answered, oldest first.
  package let finished: [[ReviewAnswer]]
  /// When the agreement stops for want of a review; nil where silence changes nothing (rule S3).
  package let lapsesAt: Instant?

  /// The round before, once both had answered it.
  package var previous: [ReviewAnswer] { finished.last ?? [] }

  package func waits(for partner: Partner.ID) -> Bool {
    !answered.contains { $0.partner == partner }
  }
}

extension Review {
  /// Days to the first, the second and every further review, unless the couple chose their own.
  package static let usualDays = [14, 30, 90]
  /// Days to the next review where one of the two wanted a change.
  package static let daysAfterChange = 14
  /// Days after the due date at which an agreement lapses that only its accepter bears.
  package static let graceDays = 7

  static func days(round: Int, every interval: ReviewInterval?) -> Int {
    interval?.days ?? usualDays[min(round, usualDays.count) - 1]
  }
}

extension Agreement {
  /// The review that comes next, or that is due; nil where nothing is in force, and for
  /// an own boundary.
  ///
  /// The next date follows from the last one, never from a clock: the same on every device. Where
  /// the last answer came so late that the next date had passed already, whole intervals are
  /// skipped until it lies ahead of that answer.
  package var review: Review? {
    guard owner == nil, let text = standing, let agreedAt = text.agreedAt else { return nil }
    return review(of: text, since: agreedAt)
  }

  /// Every round that both answered, oldest first: of the text in force, and of those it changed.
  package var finishedReviews: [[ReviewAnswer]] {
    if owner != nil { return [] }
    return history.flatMap { text in
      text.agreedAt.map { review(of: text, since: $0).finished } ?? []
    }
  }

  private func review(of text: Revision, since agreedAt: Instant) -> Review {
    let interval = text.wording?.reviewEvery
    var round = 1
    var due = agreedAt.advanced(by: Int64(Review.days(round: 1, every: interval)) * Instant.day)
    var lookedAt = agreedAt
    var finished: [[ReviewAnswer]] = []
    while true {
      let lapsesAt =
        isBorneByAccepterAlone(text)
        ? due.advanced(by: Int64(Review.graceDays) * Instant.day) : nil
      let given = firstAnswers(to: text.id, round: round, until: lapsesAt)
      guard given.count == 2, let last = given.map(\.at).max() else {
        return Review(
          revision: text.id, round: round, due: due, lookedAt: lookedAt, answered: given,
          finished: finished, lapsesAt: lapsesAt)
      }
      round += 1
      let days =
        given.contains { $0.outcome == .change }
        ? Review.daysAfterChange : Review.days(round: round, every: interval)
      let step = Int64(days) * Instant.day
      due = due.advanced(by: step)
      if due <= last {
        due = due.advanced(by: ((last.seconds - due.seconds) / step + 1) * step)
      }
      lookedAt = last
      finished.append(given)
    }
  }

  /// An answer given after the agreement lapsed does not bring it back.
  private func firstAnswers(
    to revision: Revision.ID, round: Int, until lapsesAt: Instant?
  ) -> [ReviewAnswer] {
    var first: [Partner.ID: ReviewAnswer] = [:]
    for answer in answers where answer.revision == revision && answer.round == round {
      if let lapsesAt, answer.at > lapsesAt,
        !answer.isLate || answer.at > lapsesAt.advanced(by: Hold.most)
      {
        continue
      }
      if let known = first[answer.partner], known.order < answer.order { continue }
      first[answer.partner] = answer
    }
    return first.values.sorted { $0.order < $1.order }
  }

  private func isBorneByAccepterAlone(_ text: Revision) -> Bool {
    guard case .only(let one) = text.wording?.promise else { return false }
    return !text.authors.contains(one)
  }
}
