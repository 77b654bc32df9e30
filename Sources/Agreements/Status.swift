/// What people see of an agreement. Derived; stored only with the moment until which it holds.
package enum Status: String, CaseIterable, Hashable, Sendable {
  case proposed, active, declined, withdrawn, ended, lapsed, contested
}

extension Agreement {
  /// Where an agreement stands at a moment.
  package func status(at moment: Instant) -> Status {
    outlook.status(at: holds.clock(at: moment))
  }

  /// Where an agreement stands, and until when; first match of the list in the decision "Consent".
  ///
  /// The clock is left out so that the answer can be kept in a table and asked for by index.
  package var outlook: Outlook {
    if isEnded { return Outlook(now: .ended, until: nil, then: .ended, answerUntil: nil) }
    let answerUntil = unanswered.map(\.waitsUntil).max()
    switch current.count {
    case 0:
      let closed = closedStatus
      return Outlook(
        now: answerUntil == nil ? closed : .proposed, until: answerUntil, then: closed,
        answerUntil: answerUntil)
    case 1:
      return Outlook(
        now: .active, until: review?.lapsesAt, then: .lapsed, answerUntil: answerUntil)
    default:
      return Outlook(now: .contested, until: nil, then: .contested, answerUntil: answerUntil)
    }
  }

  /// What became of something that was never agreed, by its newest text.
  private var closedStatus: Status {
    guard let newest else { return .lapsed }
    if newest.authors.contains(where: newest.refuses) { return .withdrawn }
    return newest.isRefused ? .declined : .lapsed
  }
}

extension Agreement {
  /// Whether it was in force at the end of a day that is not to come, as far as is known at `now`.
  ///
  /// - Parameter dayOf: the day a moment falls on, where the reader lives.
  package func wasInForce(on day: Day, now: Instant, dayOf: (Instant) -> Day) -> Bool {
    guard let since = revisions.values.compactMap(\.agreedAt).min(), dayOf(since) <= day else {
      return false
    }
    if let endedAt { return day < dayOf(endedAt) }
    guard status(at: now) == .lapsed, let until = outlook.until else { return true }
    return day < dayOf(until)
  }
}

/// A status as far as it can be told without a clock: one until a moment, another from then on.
package struct Outlook: Hashable, Sendable {
  package let now: Status
  /// The last moment of `now`; nil where time alone changes nothing.
  package let until: Instant?
  package let then: Status
  /// The last moment at which a text of it can be answered; nil where none waits.
  package let answerUntil: Instant?

  package init(now: Status, until: Instant?, then: Status, answerUntil: Instant?) {
    self.now = now
    self.until = until
    self.then = then
    self.answerUntil = answerUntil
  }

  package func status(at moment: Instant) -> Status {
    guard let until, moment > until else { return now }
    return then
  }
}
